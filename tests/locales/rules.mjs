// All that a language is held to.

import { canonical, wrongFilesOf } from './files.mjs';
import { unlikeGlossaryIn, wrongGlossaryOf } from './glossary.mjs';
import { missingIn, otherHolesIn, repeatedIn, unknownIn } from './keys.mjs';
import { wrongReviewOf } from './review.mjs';
import { shunnedIn } from './shunned.mjs';
import { otherEndsIn, unisolatedIn, wrongTypographyIn } from './typography.mjs';
import { untranslatedIn } from './untranslated.mjs';
import { tooHeavy } from './weight.mjs';

/**
 * @import { Language, Mistake } from './language.mjs'
 * @typedef {Record<string, Record<string, string>>} Exceptions the reason, by rule and key
 */

const ofAll = [
  wrongFilesOf,
  missingIn,
  unknownIn,
  repeatedIn,
  otherHolesIn,
  wrongTypographyIn,
  unisolatedIn,
  shunnedIn,
  wrongReviewOf,
  tooHeavy,
];
const ofTranslations = [otherEndsIn, untranslatedIn, wrongGlossaryOf, unlikeGlossaryIn];

export const fileOfExceptions = 'tests/locales/exceptions.json';

/**
 * @param {Language} language
 * @param {Exceptions} [exceptions]
 * @returns {Mistake[]} those without exceptions, and exceptions that nothing needs
 */
export function mistakesIn(language, exceptions = {}) {
  if (!canonical(language.tag)) return wrongFilesOf(language);
  const rules = language.tag === 'en' ? ofAll : [...ofAll, ...ofTranslations];
  const mistakes = rules.flatMap((rule) => rule(language));
  const isExcepted = (/** @type {Mistake} */ { rule, key }) => Boolean(exceptions[rule]?.[key]);
  const unneeded = Object.entries(exceptions).flatMap(([rule, reasons]) =>
    Object.keys(reasons)
      .filter((key) => !mistakes.some((mistake) => mistake.rule === rule && mistake.key === key))
      .map((key) => ({
        file: fileOfExceptions,
        key: `${language.tag}/${rule}/${key}`,
        rule: 'exceptions',
        expected: 'an exception from what is wrong without it',
        found: reasons[key],
      })),
  );
  return [...mistakes.filter((mistake) => !isExcepted(mistake)), ...unneeded];
}
