// What the campaigner has written so far: the petition's document, and what a snippet needs
// besides. It is kept in this browser over a reload, and each step can be undone.

import { inOrder } from './order.js';
import { put, remove, valueAt, withIndices } from './pointer.js';
import { keep, keeps, keptAs, lastShown, listenToOthers, newId, remember } from './shelf.js';

/** @import { Json } from './pointer.js' */

/**
 * @typedef {object} Settings
 * @property {string} site address of the site with the endpoint
 * @property {string} accent a CSS colour; empty: the box's own
 * @property {string} language of the snippet; empty: the petition's own
 */

/** @typedef {{ document: Json, settings: Settings }} Content */

const mostSteps = 100;

/**
 * Raises the event "change" after each change, and "items" where a list of named items has one more
 * or less; "replace" after one that did not come from the form: a step undone, what another tab has
 * written; and "open" when it is another draft.
 */
export class Draft extends EventTarget {
  #schema;
  #blank;
  #id;
  /** Texts of the contents before each step, and of those that were undone. @type {string[]} */
  #past = [];
  /** @type {string[]} */
  #future = [];
  #step = '';
  /** Whether something was written here, and not only read. */
  #written = false;
  /** @type {Json} */
  document;
  /** @type {Settings} */
  settings;
  /** Whether this browser keeps what is written. */
  kept = keeps();
  /** Whether what is written is nowhere but on this page. */
  unsaved = false;
  /** Whether another tab goes on with the draft that this one is a copy of. */
  forked = false;

  /**
   * @param {Json} schema of a document, whose order is that of the text
   * @param {string[]} known names of fields and consents that every box knows, in their order
   * @param {() => Content} blank a draft from nothing
   */
  constructor(schema, known, blank) {
    super();
    this.#schema = schema;
    this.known = known;
    this.#blank = blank;
    const begun = blank();
    this.#id = lastShown();
    const { document, settings } = keptAs(this.#id) ?? begun;
    this.document = document;
    this.settings = { ...begun.settings, ...settings };
    this.#id ||= newId();
    remember(this.#id);
    listenToOthers((id) => id === this.#id && this.#meetOther());
  }

  get id() {
    return this.#id;
  }

  get canUndo() {
    return this.#past.length > 0;
  }

  get canRedo() {
    return this.#future.length > 0;
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

  /** All of it, as a file that can be opened again, with or without mistakes. */
  get file() {
    const { document, settings } = this;
    return JSON.stringify({ 'petition-box-draft': 1, document, settings }, null, 2) + '\n';
  }

  /** @param {string} pointer @returns {Json} undefined where there is nothing */
  at(pointer) {
    return valueAt(this.document, pointer);
  }

  /** @param {string} pointer @returns {string} as the core writes it */
  withIndices(pointer) {
    return withIndices(this.document, pointer);
  }

  /**
   * To be called before what is to be undone at once.
   * @param {string} [name] steps of one name that follow each other are one, as when somebody types
   */
  step(name = '') {
    if (name !== '' && name === this.#step) return;
    this.#past.push(this.#content);
    if (this.#past.length > mostSteps) this.#past.shift();
    this.#future = [];
    this.#step = name;
  }

  /** @param {string} pointer @param {Json} value */
  put(pointer, value) {
    this.#changed(put(this.document, pointer, value, this.known));
  }

  /** @param {string} pointer @param {string} kept pointer of the innermost object that stays */
  remove(pointer, kept) {
    this.#changed(remove(this.document, pointer, kept));
  }

  /** @param {keyof Settings} name @param {string} value */
  set(name, value) {
    this.settings[name] = value;
    this.#changed();
  }

  undo() {
    this.#move(this.#past, this.#future);
  }

  redo() {
    this.#move(this.#future, this.#past);
  }

  /**
   * Shows another draft. The one there was stays kept.
   * @param {Partial<Content>} content what is missing is as in a draft from nothing
   * @param {string} [id] under which it is kept; else it is a new one
   */
  open({ document, settings }, id = newId()) {
    const begun = this.#blank();
    const isKept = keptAs(id) !== null;
    this.#show(id, document ?? begun.document, { ...begun.settings, ...settings });
    // One from a file is kept from now on; an empty one, when something is written.
    if (document && !isKept) this.#keep();
    this.dispatchEvent(new Event('open'));
  }

  /** What is on this page is in a file now. */
  saved() {
    this.unsaved = false;
  }

  get #content() {
    const { document, settings } = this;
    return JSON.stringify({ document, settings });
  }

  /** @param {string} id @param {Json} document @param {Settings} settings */
  #show(id, document, settings) {
    this.#id = id;
    remember(id);
    Object.assign(this, { document, settings, forked: false, unsaved: false });
    this.#past = [];
    this.#future = [];
    this.#step = '';
    this.#written = false;
  }

  /** @param {string[]} from @param {string[]} to */
  #move(from, to) {
    const content = from.pop();
    if (content === undefined) return;
    to.push(this.#content);
    this.#step = '';
    Object.assign(this, JSON.parse(content));
    this.#changed();
    this.dispatchEvent(new Event('replace'));
  }

  /** Another tab has written in this draft: each goes on with its own. */
  #meetOther() {
    const theirs = keptAs(this.#id);
    if (!theirs) return;
    if (this.#written) {
      this.#id = newId();
      remember(this.#id);
      this.forked = true;
      this.#keep();
      this.dispatchEvent(new Event('change'));
    } else {
      this.#show(this.#id, theirs.document, theirs.settings);
      this.dispatchEvent(new Event('replace'));
    }
  }

  #keep() {
    const { document, settings } = this;
    this.kept = keep(this.#id, { document, settings, changed: Date.now() });
    this.unsaved = !this.kept;
  }

  /** @param {boolean} [items] whether a list of named items has one more or less */
  #changed(items = false) {
    this.#written = true;
    this.#keep();
    this.dispatchEvent(new Event('change'));
    if (items) this.dispatchEvent(new Event('items'));
  }
}
