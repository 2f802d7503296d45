// The descriptions of the protocols that have a name: files beside the box's own, each asked for when
// a draft names it.

import { valueAt } from './pointer.js';
import { language, translated } from './words.js';

/** @import { Json } from './pointer.js' */

/** Words for people, by language. @typedef {Record<string, string>} Words */

/**
 * @param {Words | undefined} words of a description: one with a name has English alone, and the page
 *   translates it
 * @returns {string} in the language of the page, where there is that
 */
export function inWords(words = {}) {
  const own = words[language()];
  if (own !== undefined) return own;
  return words.en === undefined ? (Object.values(words)[0] ?? '') : translated(words.en);
}

/** @param {Json} described @param {string} rule pointer in it @returns {string} why, in words; or empty */
export const becauseOf = (described, rule) =>
  rule === '' ? '' : inWords(valueAt(described, rule)?.because);

export class Protocols {
  #read;
  /** @type {Map<string, string>} */
  #texts = new Map();

  /**
   * @param {{ titles: Record<string, string>, beside: string[], counting: Record<string, string> }} known
   *   what people call each, by its name; the names of those that only stand beside another; what people call
   *   those that tell how many have signed
   * @param {(url: string) => Promise<string>} read
   */
  constructor({ titles, beside, counting }, read) {
    this.titles = titles;
    this.beside = beside;
    this.counting = counting;
    this.#read = read;
  }

  /** Asks for what the document needs, and does not have itself. @param {Json} document */
  async load(document) {
    const name = document?.endpoint?.protocol;
    if (this.#isNamed(name)) await this.textOf(name);
  }

  /** @param {string} name @returns {Promise<string>} of the description; empty where it does not come */
  async textOf(name) {
    try {
      const text = this.#texts.get(name) ?? (await this.#read(`../protocols/${name}.json`));
      this.#texts.set(name, text);
      return text;
    } catch (error) {
      // It may be there the next time; until then the core says that there is none.
      console.warn(error);
      return '';
    }
  }

  /**
   * @param {Json} document for which it was asked
   * @returns {string} what the core is given with the document
   */
  textFor(document) {
    const protocol = document?.endpoint?.protocol;
    if (typeof protocol !== 'string') return '';
    return this.#isNamed(protocol) ? (this.#texts.get(protocol) ?? '') : protocol;
  }

  /**
   * @param {Json} document
   * @returns {string} the text of the description, wherever it is; empty: the reference protocol
   */
  describing(document) {
    const protocol = document?.endpoint?.protocol;
    return protocol?.constructor === Object ? JSON.stringify(protocol) : this.textFor(document);
  }

  /** @param {Json} name */
  #isNamed(name) {
    return typeof name === 'string' && Object.hasOwn(this.titles, name);
  }
}
