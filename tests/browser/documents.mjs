// Petition documents: the example, and what becomes of it in hostile or careless hands.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { petitions } from './folders.mjs';
import { temporaryFolder } from './temporary-folder.mjs';

/** @typedef {any} Json a value as JSON.parse gives it */

/** @returns {Json} the example petition, new at each call */
export const healthData = () =>
  JSON.parse(readFileSync(join(petitions, 'health-data.json'), 'utf8'));

/**
 * @param {Json} document
 * @returns {Json} in its first two languages: one more is read, kept and shown as the second is
 */
export function inTwoLanguages(document) {
  const others = document.languages.slice(2);
  const languages = document.languages.slice(0, 2);
  return JSON.parse(
    JSON.stringify({ ...document, languages }, (name, value) =>
      others.includes(name) ? undefined : value,
    ),
  );
}

export const hostileText =
  '<img src=x onerror=window.hacked=1></script><script>window.hacked=1</script>';
export const hostileLink = 'javascript:window.hacked=1';

const isLink = (/** @type {Json} */ value) =>
  typeof value === 'string' && /^(https?:|mailto:)/.test(value);

const mostOfVersion = 64; // characters

/** Strings that are no text for readers: names, dates and languages. */
const names = [
  /^\/(\$schema|petition|languages|closes|time_zone)(\/|$)/,
  /^\/(fields|consents)\/\d+\/(name|kind|initial|purpose|ask)$/,
  /\/(date|value)$/,
];
const isName = (/** @type {string} */ pointer) => names.some((name) => name.test(pointer));

/** The document with hostile text wherever it has text for readers. @param {Json} document */
export const withHostileTexts = (document) =>
  changed(document, (value, pointer) => {
    if (typeof value !== 'string' || isLink(value) || isName(pointer)) return value;
    return pointer === '/version' ? hostileText.slice(0, mostOfVersion) : hostileText;
  });

/** The document with a script wherever it has a link. @param {Json} document */
export const withHostileLinks = (document) =>
  changed(document, (value) => (isLink(value) ? hostileLink : value));

/**
 * One document for each place: the same, but with a value of another type there.
 * @param {Json} document
 * @returns {{ pointer: string, document: Json }[]}
 */
export function withWrongTypes(document) {
  /** @type {string[]} */
  const places = [];
  changed(document, (value, pointer) => {
    if (pointer !== '/$schema') places.push(pointer);
    return value;
  });
  return places.map((place) => ({
    pointer: place,
    document: changed(document, (value, pointer) => (pointer === place ? wrongFor(value) : value)),
  }));
}

/** @param {Json} value @returns {Json} */
const wrongFor = (value) => (typeof value === 'number' ? true : 7);

/**
 * @param {Json} value
 * @param {(value: Json, pointer: string) => Json} change is shown every value, the outer ones first
 * @param {string} [pointer] of the value (RFC 6901)
 * @returns {Json}
 */
function changed(value, change, pointer = '') {
  const next = change(value, pointer);
  if (next !== value || next === null || typeof next !== 'object') return next;
  if (Array.isArray(next)) {
    return next.map((item, index) => changed(item, change, `${pointer}/${index}`));
  }
  return Object.fromEntries(
    Object.entries(next).map(([name, member]) => [
      name,
      changed(member, change, `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`),
    ]),
  );
}

/** @param {Json} document @returns {string} a folder for the endpoint with that one petition */
export function folderWith(document) {
  const folder = temporaryFolder('petitions');
  writeFileSync(join(folder, `${document.petition}.json`), JSON.stringify(document));
  return folder;
}
