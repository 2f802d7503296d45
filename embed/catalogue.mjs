import { readFileSync } from 'node:fs';

const source = new URL('../widget/language/phrases.inc', import.meta.url);
/** The keys of what the usual module says, in its order. */
const phrases = [...readFileSync(source, 'utf8').matchAll(/^PHRASE\(\w+, "(.+)"\)$/gm)].map(([, key]) => key);

/**
 * A variant of private use (RFC 5646 section 2.2.7) has the texts alone that it says otherwise than its language.
 * @param {string} tag
 * @returns {string} whose texts it has besides: "de" for "de-x-informal"; the tag itself where it is no variant
 */
export const originOf = (tag) => tag.split('-x-')[0];

/**
 * A catalogue as it ships. The wording of consent is a file of its own, for it is reviewed by others than the rest;
 * so are the words that only the whole module says (widget/document/whole.hpp), for few visitors need them.
 * @param {Record<string, string>} words of embed/locales/TAG.json
 * @param {{ wording: Record<string, string> }} consent of TAG.consent.json beside it
 * @param {Record<string, string>} whole of TAG.whole.json
 * @returns {string} JSON
 */
export const catalogueOf = (words, consent, whole) =>
  JSON.stringify({ ...words, ...whole, ...consent.wording });

/**
 * The catalogue of the usual module, which knows its phrases by their places.
 * @param {Record<string, string>} words of embed/locales/TAG.json
 * @param {{ wording: Record<string, string> }} consent of TAG.consent.json beside it
 * @returns {string} JSON
 */
export function usualCatalogueOf(words, consent) {
  const missing = phrases.filter((key) => !words[key]);
  if (missing.length > 0) throw new Error(`expected texts of all phrases, found none of ${missing.join(', ')}`);
  const named = Object.entries({ ...words, ...consent.wording }).filter(([key]) => !phrases.includes(key));
  return JSON.stringify({ phrases: phrases.map((key) => words[key]), ...Object.fromEntries(named) });
}

/**
 * What is said once somebody has signed: it comes then.
 * @param {Record<string, string>} words of embed/locales/TAG.json
 * @param {Record<string, string>} share of TAG.share.json beside it
 * @returns {string} JSON
 */
export const shareCatalogueOf = ({ new_window }, share) => JSON.stringify({ new_window, ...share });
