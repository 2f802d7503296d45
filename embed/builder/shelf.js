// The drafts that this browser keeps: one for each petition that was begun here, under a key of its
// own. A browser may have no room for them, or refuse to keep anything for the page.

/** @import { Json } from './pointer.js' */
/** @import { Settings } from './draft.svelte.js' */

/**
 * A draft as it is kept.
 * @typedef {{ document: Json, settings: Settings, changed: number }} Kept changed: ms since 1970
 */

const prefix = 'petition-box-builder/';
/** Of the draft that this tab shows, so that it shows it again after a reload. */
const shown = 'petition-box-builder';

/** @param {string} text @returns {Kept | null} */
function read(text) {
  try {
    const kept = JSON.parse(text);
    const { document } = kept;
    const isObject = typeof document === 'object' && document !== null && !Array.isArray(document);
    return isObject ? kept : null;
  } catch {
    return null;
  }
}

/**
 * @template T
 * @param {() => T} use of the browser's storage, which may be refused
 * @param {T} otherwise
 * @returns {T}
 */
function trying(use, otherwise) {
  try {
    return use();
  } catch {
    return otherwise;
  }
}

/** @param {string} id @returns {Kept | null} */
export const keptAs = (id) => trying(() => read(localStorage.getItem(prefix + id) ?? ''), null);

/** @returns {(Kept & { id: string })[]} all of them, the last that was changed first */
export function allKept() {
  const keys = trying(() => Object.keys(localStorage), []).filter((key) => key.startsWith(prefix));
  return keys
    .flatMap((key) => {
      const id = key.slice(prefix.length);
      const kept = keptAs(id);
      return kept ? [{ ...kept, id }] : [];
    })
    .sort((one, other) => other.changed - one.changed);
}

/** @param {string} id @param {Kept} kept @returns {boolean} whether this browser keeps it */
export const keep = (id, kept) =>
  trying(() => {
    localStorage.setItem(prefix + id, JSON.stringify(kept));
    return true;
  }, false);

/** @param {string} id */
export const throwAway = (id) => trying(() => localStorage.removeItem(prefix + id), undefined);

/** @returns {string} an id that no other draft has; also where the page is not served over https */
export const newId = () => crypto.getRandomValues(new Uint32Array(4)).join('-');

/** @returns {boolean} whether this browser would keep a draft */
export function keeps() {
  const id = newId();
  const kept = trying(() => {
    localStorage.setItem(prefix + id, '');
    return true;
  }, false);
  throwAway(id);
  return kept;
}

/**
 * @returns {string} the id of the draft that this tab showed, which may be empty yet, else of the
 *   last that was changed; empty: there is none
 */
export const lastShown = () =>
  trying(() => sessionStorage.getItem(shown), null) ?? allKept()[0]?.id ?? '';

/** @param {string} id of the draft that this tab shows */
export const remember = (id) => trying(() => sessionStorage.setItem(shown, id), undefined);

/** Of the language in which somebody reads the page. */
const reading = 'petition-box-builder-language';

/** @returns {string[]} tag of the language that was chosen for the page; empty: none was */
export const keptReading = () => trying(() => [localStorage.getItem(reading) ?? []].flat(), []);

/** @param {string} tag */
export const keepReading = (tag) => trying(() => localStorage.setItem(reading, tag), undefined);

/** @param {(id: string) => void} hear of a draft that another tab has changed */
export function listenToOthers(hear) {
  addEventListener('storage', ({ key, newValue }) => {
    if (key?.startsWith(prefix) && newValue) hear(key.slice(prefix.length));
  });
}

/**
 * Lets the browser ask before the page is left.
 * @param {() => boolean} isUnsaved whether something would be lost
 * @returns {() => void} ends that
 */
export function askBeforeLeaving(isUnsaved) {
  const leave = (/** @type {BeforeUnloadEvent} */ event) => {
    if (!isUnsaved()) return;
    event.preventDefault();
    // Chromium before 119 asks only then.
    event.returnValue = true;
  };
  addEventListener('beforeunload', leave);
  return () => removeEventListener('beforeunload', leave);
}
