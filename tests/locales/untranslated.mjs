// What says the same as English is not translated, or an exception.

import { saidIn } from './language.mjs';

/** @import { Language, Mistake } from './language.mjs' */

/** @param {Language} language @returns {Mistake[]} */
export const untranslatedIn = (language) =>
  saidIn(language)
    .filter(({ text, originals }) => originals.includes(text))
    .map(({ file, key, text }) => ({
      file,
      key,
      rule: 'untranslated',
      expected: 'other words than in English, or an exception with its reason',
      found: text,
    }));
