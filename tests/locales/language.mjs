// What is written of a language in the sources, and what should be there because it is in English.

import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { originOf } from '../../embed/catalogue.mjs';
import { englishIn } from './descriptions.mjs';

/**
 * @typedef {Record<string, string>} Texts by key
 * @typedef {'words' | 'whole' | 'share' | 'consent' | 'pages' | 'builder' | 'protocols'} Part of what is said
 * @typedef {Part | 'glossary'} What is in a file of its own
 * @typedef {{
 *   tag: string,
 *   sources: Record<What, string>,
 *   own: Record<Part, Texts>,
 *   texts: Record<Part, Texts>,
 *   origin?: Language,
 *   review: Record<string, string>,
 *   glossary: Record<string, string[]>,
 * }} Language where a file lacks or is no object, its members are empty; a variant (`de-x-informal`) has an
 *   origin, whose texts it has besides its own
 * @typedef {{ file: string, key: string, rule: string, expected: string, found: string }} Mistake
 */

export const root = new URL('../../', import.meta.url);

/** @type {Record<What, string>} */
const folders = {
  words: 'embed/locales/TAG.json',
  whole: 'embed/locales/TAG.whole.json',
  share: 'embed/locales/TAG.share.json',
  consent: 'embed/locales/TAG.consent.json',
  pages: 'examples/endpoint/locales/TAG.json',
  builder: 'embed/builder/locales/TAG.json',
  protocols: 'embed/builder/locales/TAG.protocols.json',
  glossary: 'tests/unit/locales/glossaries/TAG.json',
};
/** What the page of the builder says. @type {Part[]} */
const ofBuilder = ['builder', 'protocols'];
/** @type {Part[]} */
export const parts = ['words', 'whole', 'share', 'consent', 'pages', ...ofBuilder];

/** What the descriptions of protocols say in English, the page of the builder translates. */
const descriptions = 'embed/protocols/';

/** @param {What} what @param {string} tag @returns {string} from the top of the repository */
export const fileOf = (what, tag) =>
  what === 'protocols' && tag === 'en' ? descriptions : folders[what].replace('TAG', tag);

/** @param {Language} language @returns {Part[]} those that it should have: the builder's once it has one */
export const partsOf = ({ sources }) =>
  ofBuilder.some((part) => sources[part] !== '')
    ? parts
    : parts.filter((part) => !ofBuilder.includes(part));

/** @param {URL} [from] the top of a repository @returns {string[]} of all languages of which anything is there */
export function tags(from = root) {
  const names = Object.values(folders).flatMap((path) => {
    const folder = new URL('.', new URL(path, from));
    return existsSync(folder) ? readdirSync(folder) : [];
  });
  const tags = names.map((name) => name.match(/^([\w-]+)(\.\w+)?\.json$/)?.[1] ?? []);
  return [...new Set(tags.flat())].sort();
}

/** @param {string} source @returns {any} an object, empty where the source is none */
export function objectIn(source) {
  try {
    const value = JSON.parse(source);
    return typeof value === 'object' && !Array.isArray(value) ? (value ?? {}) : {};
  } catch {
    return {};
  }
}

/** @param {string} tag @param {URL} [from] the top of a repository @returns {Language} */
export function read(tag, from = root) {
  const contentOf = (/** @type {What} */ what) => {
    const place = new URL(fileOf(what, tag), from);
    if (!existsSync(place)) return '';
    if (place.pathname.endsWith('/')) return JSON.stringify(englishIn(place));
    return readFileSync(place, 'utf8');
  };
  const sources = {
    words: contentOf('words'),
    whole: contentOf('whole'),
    share: contentOf('share'),
    consent: contentOf('consent'),
    pages: contentOf('pages'),
    builder: contentOf('builder'),
    protocols: contentOf('protocols'),
    glossary: contentOf('glossary'),
  };
  const origin = originOf(tag);
  return languageOf(tag, sources, origin === tag ? undefined : read(origin, from));
}

/**
 * @param {string} tag
 * @param {Language['sources']} sources
 * @param {Language} [origin] of a variant
 * @returns {Language}
 */
export function languageOf(tag, sources, origin) {
  const [words, whole, share, consent, pages, builder, protocols] = parts.map((part) =>
    objectIn(sources[part]),
  );
  const { review = {}, wording = {} } = consent;
  const own = { words, whole, share, consent: wording, pages, builder, protocols };
  if (!origin) return { tag, sources, own, texts: own, review, glossary: objectIn(sources.glossary) };
  const texts = { ...own };
  for (const part of parts) texts[part] = { ...origin.texts[part], ...own[part] };
  const ofConsent = sources.consent === '' ? origin.review : review;
  return { tag, sources, own, texts, origin, review: ofConsent, glossary: origin.glossary };
}

export const english = read('en');

/** @param {string} tag @returns {string[]} zero, one, two, few, many, other: those that it has */
export function categoriesOf(tag) {
  /** @type {Set<string>} */
  const own = new Set(new Intl.PluralRules(tag).resolvedOptions().pluralCategories);
  return ['zero', 'one', 'two', 'few', 'many', 'other'].filter((category) => own.has(category));
}

/** @param {string} key of a plural form @returns {string} what all of its forms begin with, else the key */
export const stemOf = (key) => key.replace(/_(zero|one|two|few|many|other)$/, '_');

/**
 * @param {Part} part
 * @param {string} key
 * @returns {string[]} what English says there, in each of its plural forms
 */
export function originalsOf(part, key) {
  const texts = english.texts[part];
  const keys = Object.keys(texts).filter((other) => stemOf(other) === stemOf(key));
  return keys.map((other) => texts[other]);
}

/** @param {Part} part @param {string} tag @returns {string[]} the keys that the language should have, in order */
export function keysFor(part, tag) {
  const stems = new Set(Object.keys(english.texts[part]).map(stemOf));
  return [...stems].flatMap((stem) =>
    stem.endsWith('_') ? categoriesOf(tag).map((category) => stem + category) : stem,
  );
}

/**
 * @param {Language} language
 * @returns {{ part: Part, file: string, key: string, text: string, originals: string[] }[]} all that its own
 *   files say, as far as English says it, too
 */
export const saidIn = ({ tag, own }) =>
  parts.flatMap((part) =>
    keysFor(part, tag)
      .filter((key) => isText(own[part][key]))
      .map((key) => ({
        part,
        file: fileOf(part, tag),
        key,
        text: own[part][key],
        originals: originalsOf(part, key),
      })),
  );

/** @param {unknown} value */
export const isText = (value) => typeof value === 'string' && value.trim() !== '';
