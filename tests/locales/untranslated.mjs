// What says the same as English is not translated, or an exception.

import { saidIn } from './language.mjs';

/** @import { Language, Mistake } from './language.mjs' */

/** @param {string} text @returns {boolean} whether any of it is not put in */
const hasWords = (text) => /\p{L}/u.test(text.replaceAll(/\{\{\w+\}\}/g, ''));

/** @param {Language} language @returns {Mistake[]} */
export const untranslatedIn = (language) =>
  saidIn(language)
    .filter(({ text, originals }) => hasWords(text) && originals.includes(text))
    .map(({ file, key, text }) => ({
      file,
      key,
      rule: 'untranslated',
      expected: 'other words than in English, or an exception with its reason',
      found: text,
    }));
