// Marks, signs and blanks, as the printers of a language set them (customs.mjs).

import { customsOf } from './customs.mjs';
import { saidIn } from './language.mjs';

/**
 * @import { Customs } from './customs.mjs'
 * @import { Language, Mistake } from './language.mjs'
 * @typedef {{ expected: string, found: string }} Typo
 */

/** What no language has: what was meant, and how it was written. @type {[expected: string, found: RegExp][]} */
const nowhere = [
  ['the quotation marks of the language for "', /"/],
  ['the apostrophe ’', /['`´ʼ]/],
  ['an ellipsis …', /\.\.\./],
  ['one blank', /[\s\u2000-\u200a]{2}/],
  ['no blank at the beginning', /^\s/],
  ['no blank at the end', /\s$/],
  ['a dash – or —', /\s-+\s|--/],
  ['no sign that cannot be seen', /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\p{Cc}]/u],
  ['a blank after the sign', /[,;!?،؛؟]\p{L}/u],
];

/** A word stands for what is put in, and for an address. @param {string} text */
const plain = (text) =>
  text
    .replaceAll(/\{\{\w+\}\}/g, 'X')
    .replaceAll(/https?:\/\/[^\s)\u2066-\u2069]*/g, 'X')
    // As running text has them: a link, and what is stressed.
    .replaceAll(/\[([^\]]*)\]\(X\)/g, '$1')
    .replaceAll('*', '');

/** Without the signs that turn the direction, of which isolates come in pairs. @param {string} text */
const turned = (text) =>
  text.replaceAll(
    /[\u200e\u200f]|[\u2066-\u2068](?=[^\u2066-\u2069]*\u2069)|(?<=[\u2066-\u2068][^\u2066-\u2069]*)\u2069/g,
    '',
  );

/** @param {string} text @param {RegExp} pattern @returns {string} the place, with what is around it */
const around = (text, pattern) => aroundAt(text, text.search(pattern));

const aroundAt = (/** @type {string} */ text, /** @type {number} */ at) =>
  text.slice(Math.max(0, at - 12), at + 13);

const names = { '': 'nothing', '\u00a0': 'U+00A0', '\u202f': 'U+202F' };
const nameOf = (/** @type {string} */ blank) => names[/** @type {keyof typeof names} */ (blank)];

/** @param {string} text @param {Customs} customs @returns {Typo[]} */
function wrongBlanks(text, { before = {} }) {
  const ends = [...text.matchAll(/(\s?)([;!?،؛؟,)\]]|:(?!\d)|\.(?=\s|$))/gu)]
    .filter(([, found, sign]) => found !== (before[sign] ?? ''))
    .map(({ index, 2: sign }) => ({
      expected: `${nameOf(before[sign] ?? '')} before ${sign}`,
      found: aroundAt(text, index),
    }));
  const begins = [...text.matchAll(/([([¿¡])\s/gu)].map(({ index, 1: sign }) => ({
    expected: `nothing after ${sign}`,
    found: aroundAt(text, index),
  }));
  return [...ends, ...begins];
}

/**
 * @param {string} text
 * @param {string} pair
 * @param {Customs} customs
 * @returns {Typo[]} where the marks are not those of the pair
 */
function wrongQuotes(text, [open, close], { inside = '' }) {
  /** @type {Typo[]} */
  const typos = [];
  let isOpen = false;
  for (const { index, 0: mark } of text.matchAll(/[“”„‟«»‹›‘’‚‛]/g)) {
    const rest = text.slice(index + 1);
    const ends = isOpen && mark === close;
    /** @type {boolean} */
    const begins = !isOpen && mark === open;
    // One inside of a word, or at its end outside of quotation marks, is an apostrophe.
    if (mark === '’' && (/^\p{L}/u.test(rest) || !(ends || begins))) continue;
    const typo = (/** @type {string} */ expected) =>
      typos.push({ expected, found: aroundAt(text, index) });
    const blank = ends ? text.slice(0, index).match(/\s?$/)?.[0] : rest.match(/^\s?/)?.[0];
    if (!ends && !begins) typo(`${open}…${close}`);
    else if (blank !== inside) typo(`${nameOf(inside)} ${ends ? 'before' : 'after'} ${mark}`);
    if (ends || begins) isOpen = begins;
  }
  return isOpen ? [...typos, { expected: `${close} after ${open}`, found: text }] : typos;
}

/** @param {string} text @param {Customs} customs @returns {Typo[]} */
function wrongSigns(text, { signs = {}, opening = {} }) {
  const meant = Object.values(signs);
  const foreign = Object.entries(signs)
    .filter(([sign]) => !meant.includes(sign) && text.includes(sign))
    .map(([sign, own]) => ({ expected: own, found: aroundAt(text, text.indexOf(sign)) }));
  const without = Object.entries(opening)
    .filter(([end, begin]) => text.split(end).length !== text.split(begin).length)
    .map(([end, begin]) => ({ expected: `${begin} and ${end} in pairs`, found: text }));
  return [...foreign, ...without];
}

/** @param {string} text @param {string} [tag] @returns {string} the sign that a sentence ends with, if any */
function endOf(text, tag) {
  const end = text.match(/[.?!:…;؟]\)?$/)?.[0] ?? '';
  if (!tag) return end;
  const own = customsOf(tag)?.signs ?? {};
  return Object.keys(own).find((sign) => own[sign] === end) ?? end;
}

/**
 * @param {string} tag
 * @param {string[]} texts that keep to the same quotation marks
 * @returns {Typo[][]} of each
 */
export function typosIn(tag, texts) {
  const customs = customsOf(tag);
  if (!customs) return [[{ expected: 'a row in tests/locales/customs.mjs', found: 'none' }]];
  const read = texts.map(plain);
  const quoted = customs.quotes
    .map((pair) => read.map((text) => wrongQuotes(text, pair, customs)))
    .reduce((best, other) => (other.flat().length < best.flat().length ? other : best));
  return read.map((text, i) => [
    ...nowhere
      .filter(([, found]) => found.test(customs.turns ? turned(text) : text))
      .map(([expected, found]) => ({ expected, found: around(text, found) })),
    ...(text === text.normalize() ? [] : [{ expected: 'Normalization Form C', found: text }]),
    ...wrongBlanks(text, customs),
    ...quoted[i],
    ...wrongSigns(text, customs),
  ]);
}

/** What is put in as somebody wrote it, or in letters from left to right; and what stands apart. */
const alien = /\{\{(controller|example|field|label|name|zone)\}\}/;
const apart = /[\u2066-\u2068]\{\{\w+\}\}\u2069/g;

/**
 * A name from left to right moves the signs around it, unless it stands apart (Unicode Bidirectional Algorithm,
 * #Explicit_Directional_Isolates).
 * @param {Language} language
 * @returns {Mistake[]}
 */
export const unisolatedIn = (language) =>
  saidIn(language)
    .filter(({ text }) => customsOf(language.tag)?.turns && alien.test(text.replaceAll(apart, '')))
    .map(({ file, key, text }) => ({
      file,
      key,
      rule: 'isolated',
      expected: 'U+2068 before and U+2069 after what is put in',
      found: text,
    }));

/** @param {Language} language @returns {Mistake[]} */
export function wrongTypographyIn(language) {
  const said = saidIn(language);
  const typos = typosIn(
    language.tag,
    said.map(({ text }) => text),
  );
  return said.flatMap(({ file, key }, i) =>
    (typos[i] ?? []).map((typo) => ({ file, key, rule: 'typography', ...typo })),
  );
}

/** @param {Language} language @returns {Mistake[]} sentences and labels that end otherwise than in English */
export const otherEndsIn = (language) =>
  saidIn(language)
    .filter(
      ({ text, originals }) =>
        !originals.some((english) => endOf(english) === endOf(text, language.tag)),
    )
    .map(({ file, key, text, originals }) => ({
      file,
      key,
      rule: 'ending',
      expected: `the end of “${originals.at(-1)}”`,
      found: text,
    }));
