// What the campaigner has written so far: the petition's document, and what a snippet needs
// besides. It is kept in this browser over a reload.

import { inOrder } from './order.js';
import { put, remove, valueAt } from './pointer.js';

/** @import { Json } from './pointer.js' */

/**
 * @typedef {object} Settings
 * @property {string} site address of the site with the endpoint
 * @property {string} accent a CSS colour; empty: the box's own
 * @property {string} language of the snippet; empty: the petition's own
 */

const key = 'petition-box-builder';

/** @returns {{ document: Json, settings: Settings } | null} */
function kept() {
  try {
    const { document, settings } = JSON.parse(localStorage.getItem(key) ?? '');
    const isObject = typeof document === 'object' && document !== null && !Array.isArray(document);
    return isObject ? { document, settings } : null;
  } catch {
    return null;
  }
}

/** Raises the event "change" after each change. */
export class Draft extends EventTarget {
  #schema;
  #blank;
  /** @type {Json} */
  document;
  /** @type {Settings} */
  settings;

  /**
   * @param {Json} schema of a document, whose order is that of the text
   * @param {() => { document: Json, settings: Settings }} blank a draft from nothing
   */
  constructor(schema, blank) {
    super();
    this.#schema = schema;
    this.#blank = blank;
    const begun = blank();
    const { document, settings } = kept() ?? begun;
    this.document = document;
    this.settings = { ...begun.settings, ...settings };
  }

  /** The document as it is downloaded. */
  get text() {
    return JSON.stringify(inOrder(this.document, this.#schema), null, 2) + '\n';
  }

  /** @returns {string[]} the petition's languages, its own first */
  get languages() {
    const { languages } = this.document;
    return Array.isArray(languages) ? languages.map(String) : [];
  }

  /** @param {string} pointer @returns {Json} undefined where there is nothing */
  at(pointer) {
    return valueAt(this.document, pointer);
  }

  /** @param {string} pointer @param {Json} value */
  put(pointer, value) {
    put(this.document, pointer, value);
    this.#changed();
  }

  /** @param {string} pointer @param {string} kept pointer of the innermost object that stays */
  remove(pointer, kept) {
    remove(this.document, pointer, kept);
    this.#changed();
  }

  /** @param {keyof Settings} name @param {string} value */
  set(name, value) {
    this.settings[name] = value;
    this.#changed();
  }

  /** @param {Json} document in the place of the one there was */
  open(document) {
    this.document = document;
    this.#changed();
  }

  beginAnew() {
    Object.assign(this, this.#blank());
    this.#changed();
  }

  #changed() {
    const { document, settings } = this;
    try {
      localStorage.setItem(key, JSON.stringify({ document, settings }));
    } catch {
      // A browser that keeps nothing for the page still has the draft until it is closed.
    }
    this.dispatchEvent(new Event('change'));
  }
}
