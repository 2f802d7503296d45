// What the petition asks of a signer, as the page of the builder calls it.

import { has, t } from './words.js';

/** @import { Json } from './pointer.js' */

/** @param {Json} text of a document @param {string} language @returns {string} */
const textIn = (text, language) =>
  String((typeof text === 'string' ? text : text?.[language]) ?? '');

/** @param {Json} list @returns {Json[]} empty where it is none */
const objectsIn = (list) =>
  Array.isArray(list) ? list.filter((item) => item?.constructor === Object) : [];

/**
 * @param {Json} document
 * @param {Record<string, string>} words of the box in the language of the page
 * @returns {{ name: string, label: string, isConsent: boolean }[]} its fields and consents, in their
 *   order
 */
export function askedIn({ languages, fields, consents }, words) {
  const language = languages?.[0] ?? '';
  const listed = objectsIn(consents);
  const ofFields = objectsIn(fields).map((/** @type {Json} */ { name, label }) => ({
    name,
    label: textIn(label, language) || words[`field.${name}`] || name,
    isConsent: false,
  }));
  const isListed = listed.some((/** @type {Json} */ { name }) => name === 'sign');
  const all = isListed ? listed : [{ name: 'sign' }, ...listed];
  const ofConsents = all.map((/** @type {Json} */ { name, by }) => ({
    name,
    label: has(`asked.${name}`) ? t(`asked.${name}`) : textIn(by?.name, language) || name,
    isConsent: true,
  }));
  return [...ofFields, ...ofConsents].filter(({ name }) => typeof name === 'string' && name !== '');
}
