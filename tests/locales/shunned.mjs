// The box says what to do, and neither begs nor blames.

import { originOf } from '../../embed/catalogue.mjs';
import { saidIn } from './language.mjs';

/** @import { Language, Mistake } from './language.mjs' */

/** @type {Record<string, string[]>} */
const shunned = {
  en: ['please', 'sorry', 'invalid', 'oops', 'required'],
  fr: ['veuillez', 's’il vous plaît', 'désolé', 'invalide', 'oups', 'obligatoire'],
};

/** @param {Language} language @returns {Mistake[]} */
export const shunnedIn = (language) =>
  saidIn(language).flatMap(({ file, key, text }) =>
    (shunned[originOf(language.tag)] ?? [])
      .filter((words) => text.toLowerCase().includes(words))
      .map((words) => ({
        file,
        key,
        rule: 'shunned',
        expected: `nothing like ${words}`,
        found: text,
      })),
  );
