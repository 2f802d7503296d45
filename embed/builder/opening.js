// What is in a file that somebody opens.

/** @import { Content } from './draft.svelte.js' */
/** @import { Json } from './pointer.js' */

/** @param {Content} content @returns {string} what its petition is called; empty: nothing */
export function nameOf({ document: { title, petition, languages } }) {
  const text = typeof title === 'string' ? title : title?.[languages?.[0]];
  return String(text || petition || '');
}

/** @param {string} text @returns {Json} null where it is no JSON */
export function jsonIn(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** @param {string} text of a file @returns {Content | null} what is in it where Draft.file has written it */
export function draftIn(text) {
  const { 'petition-box-draft': version, document, settings } = jsonIn(text) ?? {};
  return version === 1 && document !== null && typeof document === 'object'
    ? { document, settings }
    : null;
}
