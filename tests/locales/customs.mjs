// How each language is set, as far as it can be told from the text alone: CLDR's delimiters, and where the
// style guides of the language's public services know several, each of these. A catalogue keeps to one.

/**
 * @typedef {object} Customs
 * @property {string[]} quotes an opening and a closing quotation mark each
 * @property {string} [inside] what stands between them and what they quote
 * @property {Record<string, string>} [before] signs, and what stands before each
 * @property {Record<string, string>} [signs] of English, and what the language has in their place
 * @property {boolean} [turns] whether it is written from right to left, and what is not has signs around it
 * @property {Record<string, string>} [opening] signs that a sentence begins with, by those that it ends with
 */

const nothing = '';
const narrow = '\u202f';
const blank = '\u00a0';

/** @type {Record<string, Customs>} */
const customs = {
  ar: { quotes: ['«»', '“”'], signs: { '?': '؟', ',': '،', ';': '؛' }, turns: true },
  bg: { quotes: ['„“'] },
  bs: { quotes: ['„”', '„“', '»«'] },
  ca: { quotes: ['«»', '“”'] },
  cs: { quotes: ['„“'] },
  cy: { quotes: ['‘’', '“”'] },
  da: { quotes: ['»«', '“”', '””', '„“'] },
  de: { quotes: ['„“'] },
  el: { quotes: ['«»'], signs: { '?': ';', ';': '·' } },
  en: { quotes: ['“”'] },
  es: { quotes: ['«»', '“”'], opening: { '?': '¿', '!': '¡' } },
  et: { quotes: ['„“', '„”'] },
  eu: { quotes: ['«»', '“”'] },
  fi: { quotes: ['””'] },
  fr: {
    quotes: ['«»'],
    inside: blank,
    before: { ';': narrow, '!': narrow, '?': narrow, ':': blank },
  },
  'fr-CA': {
    quotes: ['«»'],
    inside: blank,
    before: { ';': nothing, '!': nothing, '?': nothing, ':': blank },
  },
  ga: { quotes: ['“”', '‘’'] },
  he: { quotes: ['””', '“”', '„”'], turns: true },
  hr: { quotes: ['„“', '„”', '»«'] },
  hu: { quotes: ['„”'] },
  is: { quotes: ['„“'] },
  it: { quotes: ['«»', '“”'] },
  lt: { quotes: ['„“'] },
  lv: { quotes: ['“”', '„”', '„“', '«»'] },
  mk: { quotes: ['„“'] },
  mt: { quotes: ['“”', '‘’'] },
  nl: { quotes: ['‘’', '“”'] },
  no: { quotes: ['«»'] },
  pl: { quotes: ['„”'] },
  pt: { quotes: ['«»', '“”'] },
  ro: { quotes: ['„”'] },
  ru: { quotes: ['«»'] },
  sk: { quotes: ['„“'] },
  sl: { quotes: ['„“', '»«'] },
  sq: { quotes: ['“”', '„“', '«»'] },
  sr: { quotes: ['„“', '„”'] },
  sv: { quotes: ['””'] },
  tr: { quotes: ['“”'] },
  uk: { quotes: ['«»', '„“'] },
};

/** @param {string} tag @returns {Customs | undefined} those of the tag, else of its language */
export const customsOf = (tag) => customs[tag] ?? customs[tag.split('-')[0]];
