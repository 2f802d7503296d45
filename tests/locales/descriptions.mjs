// What the descriptions of the protocols that have a name say to people. They say it in English, for
// the box loads them; the page of the builder translates it, by what it is in English.

import { readFileSync, readdirSync } from 'node:fs';

/** @typedef {Record<string, string>} Words by the tags of languages */

/** @param {any} description @returns {Words[]} all of them, in its order */
export const wordsOf = ({ options = {}, answers = [], setup = [] }) =>
  [
    ...Object.values(options).flatMap(({ label, hint }) => [label, hint]),
    ...answers.map((/** @type {{ because?: Words }} */ { because }) => because),
    ...setup,
  ].filter(Boolean);

/** @param {URL} folder @returns {any[]} the descriptions in it */
export const descriptionsIn = (folder) =>
  readdirSync(folder)
    .sort()
    .map((file) => JSON.parse(readFileSync(new URL(file, folder), 'utf8')));

/** @param {URL} folder @returns {Record<string, string>} the English of all, by itself */
export const englishIn = (folder) =>
  Object.fromEntries(
    descriptionsIn(folder)
      .flatMap(wordsOf)
      .map(({ en }) => [en, en]),
  );
