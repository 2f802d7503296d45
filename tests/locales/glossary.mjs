// A term is said one way: where English has it, the translation has the word of the language's glossary.

import { fileOf, saidIn } from './language.mjs';

/** @import { Language, Mistake, Part } from './language.mjs' */

/** In what words English says each term. @type {Record<string, RegExp>} */
export const terms = {
  petition: /\bpetitions?\b/i,
  sign: /\bsign(s|ed|ing)?\b/i,
  signature: /\bsignatures?\b/i,
  ask: /\bask for\b/i,
  responsible: /\bresponsible\b/i,
  consent: /\bconsent\b/i,
  withdraw: /\bwithdraw\b/i,
  complain: /\bcomplain\b/i,
  authority: /\bauthority\b/i,
  data: /\bdata\b(?! protection)/i,
  news: /\bnews\b/i,
  unsubscribe: /\bunsubscribe\b/i,
  'e-mail': /\be-mail\b/i,
  confirm: /\bconfirm\b/i,
  optional: /\boptional\b/i,
  postcode: /\bpostcode\b/i,
  country: /\bcountry\b/i,
  answer: /\banswers?\b/i,
  comment: /\bcomment\b/i,
  tick: /\b(un)?tick\b/i,
};

/**
 * Those that the page of the builder says as the box does. The others it also says of what is no form:
 * an endpoint gives an answer, a description is optional.
 */
const ofBuilder = ['petition', 'signature', 'consent', 'data', 'news', 'e-mail', 'postcode', 'country'];

/** Without what is put in, and the name of the box: a name is no word of the text. @param {string} text */
const bare = (text) => text.replaceAll(/\{\{\w+\}\}|petition[- ]box/gi, '');

/** @param {Part} part @param {string} english @returns {string[]} the terms in it that are to be said one way */
const termsIn = (part, english) =>
  (part === 'builder' || part === 'protocols' ? ofBuilder : Object.keys(terms)).filter((term) =>
    terms[term].test(bare(english)),
  );

/** @param {Language} language @returns {Mistake[]} */
export const unlikeGlossaryIn = (language) =>
  saidIn(language).flatMap(({ part, file, key, text, originals }) => {
    const words = bare(text).toLocaleLowerCase(language.tag);
    return termsIn(part, originals.join(' '))
      .filter((term) => !language.glossary[term]?.some((stem) => words.includes(stem)))
      .map((term) => ({
        file,
        key: `${key}: ${term}`,
        rule: 'glossary',
        expected: language.glossary[term]?.join(' or ') || 'a word in the glossary',
        found: text,
      }));
  });

/** @param {Language} language @returns {Mistake[]} terms without a word, and words that no text has */
export function wrongGlossaryOf(language) {
  // A variant has that of its language.
  if (language.origin) return [];
  const { tag, glossary } = language;
  const file = fileOf('glossary', tag);
  const said = saidIn(language).map(({ text }) => bare(text).toLocaleLowerCase(tag));
  /** @type {(key: string, expected: string, found: string) => Mistake} */
  const mistake = (key, expected, found) => ({ file, key, rule: 'terms', expected, found });
  return [...new Set([...Object.keys(terms), ...Object.keys(glossary)])].flatMap((term) => {
    const stems = glossary[term];
    if (!(term in terms)) return mistake(term, `one of ${Object.keys(terms).join(', ')}`, term);
    if (!stems?.length) return mistake(term, 'the stems of its word', 'none');
    return stems
      .filter((stem) => !said.some((text) => text.includes(stem)))
      .map((stem) => mistake(term, 'a stem that a text has, in small letters', stem));
  });
}
