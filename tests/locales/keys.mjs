// The same keys as in English, each with a text; of a count, each plural form of the language.

import { fileOf, isText, keysFor, originalsOf, parts, partsOf, saidIn } from './language.mjs';

/** @import { Language, Mistake, Part } from './language.mjs' */

/** @param {Language} language @returns {Mistake[]} what should have a text, and has none */
export const missingIn = (language) => lackingIn(language, partsOf(language));

/** @param {Language} language @param {Part[]} [of] all of them unless told @returns {Mistake[]} what has no text */
export const lackingIn = ({ tag, texts }, of = parts) =>
  of.flatMap((part) =>
    keysFor(part, tag)
      .filter((key) => !isText(texts[part][key]))
      .map((key) => ({
        file: fileOf(part, tag),
        key,
        rule: 'missing',
        expected: `a text for ${originalsOf(part, key)
          .map((text) => `\u201c${text}\u201d`)
          .join(' and ')}`,
        found: key in texts[part] ? JSON.stringify(texts[part][key]) : 'none',
      })),
  );

/** @param {Language} language @returns {Mistake[]} */
export const unknownIn = ({ tag, own }) =>
  parts.flatMap((part) => {
    const keys = keysFor(part, tag);
    return Object.keys(own[part])
      .filter((key) => !keys.includes(key))
      .map((key) => ({
        file: fileOf(part, tag),
        key,
        rule: 'unknown',
        expected: 'a key that English has, or a plural form that the language has',
        found: 'another',
      }));
  });

/** @param {Language} language @returns {Mistake[]} what a variant says as its language does */
export const repeatedIn = (language) =>
  saidIn(language)
    .filter(({ part, key, text }) => language.origin?.texts[part][key] === text)
    .map(({ file, key, text }) => ({
      file,
      key,
      rule: 'repeated',
      expected: `nothing: ${language.origin?.tag} says it so`,
      found: text,
    }));

const holesIn = (/** @type {string} */ text) => text.match(/\{\{\w+\}\}/g) ?? [];
const list = (/** @type {string[]} */ holes) => holes.sort().join(' ') || 'none';

/** Whether the form says the number by itself: "two signatures" stands for 2 and nothing else. @param {string} tag @param {string} key */
function isOfOneNumber(tag, key) {
  const rules = new Intl.PluralRules(tag);
  const numbers = [...Array(201).keys(), 1e6].filter((n) => key.endsWith(`_${rules.select(n)}`));
  return numbers.length === 1;
}

/** @param {Language} language @returns {Mistake[]} */
export const otherHolesIn = (language) =>
  saidIn(language).flatMap(({ file, key, text, originals }) => {
    const expected = holesIn(originals[0]);
    const found = holesIn(text);
    const whole = !/[{}]/.test(text.replaceAll(/\{\{\w+\}\}/g, ''));
    const same = list(found) === list(expected);
    const counted =
      found.length === 0 && list(expected) === '{{count}}' && isOfOneNumber(language.tag, key);
    if (whole && (same || counted)) return [];
    return {
      file,
      key,
      rule: 'holes',
      expected: list(expected),
      found: whole ? list(found) : text,
    };
  });
