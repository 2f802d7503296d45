// What the campaigner has written so far: the petition's document, and what a snippet needs
// besides. It is kept in this browser over a reload, and each step can be undone.

import { inOrder } from './order.js';
import { escaped, put, remove, valueAt, withIndices } from './pointer.js';
import { keep, keeps, keptAs, lastShown, listenToOthers, newId, remember } from './shelf.js';

/** @import { Json } from './pointer.js' */

/**
 * @typedef {object} Settings
 * @property {string} site address of the site with the endpoint
 * @property {string} accent a CSS colour; empty: the box's own
 * @property {string} language of the snippet; empty: the petition's own
 * @property {string} layout "form", "button"; empty: all of the box
 * @property {string} [theme] empty: the box's own look
 * @property {string} [given] version of the document that was last given away
 */

/** @typedef {{ document: Json, settings: Settings }} Content */

const mostSteps = 100;

/**
 * Raises the event "change" after each change, and "open" when it is another draft. What it holds is
 * never changed in place.
 */
export class Draft extends EventTarget {
  #schema;
  #blank;
  #id = $state('');
  /** The contents before each step, and those that were undone. @type {Content[]} */
  #past = $state.raw([]);
  /** @type {Content[]} */
  #future = $state.raw([]);
  #step = '';
  /** Whether something was written here, and not only read. */
  #written = false;
  /** @type {Content} */
  #content = $state.raw({ document: {}, settings: { site: '', accent: '', language: '', layout: '' } });
  /** Whether this browser keeps what is written. */
  kept = $state(keeps());
  /** Whether what is written is nowhere but on this page. */
  unsaved = $state(false);
  /** Whether another tab goes on with the draft that this one is a copy of. */
  forked = $state(false);
  /**
   * What was in a part of the document, by the pointer of what took it out, should it be wanted again.
   * @type {Map<string, Json>}
   */
  takenOut = new Map();

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
    const id = lastShown();
    const { document, settings } = keptAs(id) ?? begun;
    this.#show(id || newId(), document, { ...begun.settings, ...settings });
    listenToOthers((other) => other === this.#id && this.#meetOther());
  }

  get id() {
    return this.#id;
  }

  /** @returns {Json} */
  get document() {
    return this.#content.document;
  }

  get settings() {
    return this.#content.settings;
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

  /** Whether nothing was written yet. */
  get isBlank() {
    return JSON.stringify(this.document) === JSON.stringify(this.#blank().document);
  }

  /** All of it, as a file that can be opened again, with or without mistakes. */
  get file() {
    return JSON.stringify({ 'petition-box-draft': 1, ...this.#content }, null, 2) + '\n';
  }

  /** @param {string} pointer @returns {Json} undefined where there is nothing */
  at(pointer) {
    return valueAt(this.document, pointer);
  }

  /** @param {string} pointer @returns {Json[]} empty where there is no list */
  listAt(pointer) {
    const list = this.at(pointer);
    return Array.isArray(list) ? list : [];
  }

  /** @param {string} pointer @param {string} language @returns {string} the text in that language */
  textAt(pointer, language) {
    const text = this.at(pointer);
    if (typeof text !== 'string') return String(text?.[language] ?? '');
    return language === this.languages[0] ? text : '';
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
    this.#past = [...this.#past, this.#content].slice(-mostSteps);
    this.#future = [];
    this.#step = name;
  }

  /** @param {string} pointer @param {Json} value */
  put(pointer, value) {
    this.#change((document) => put(document, pointer, value, this.known));
  }

  /** @param {string} pointer @param {string} kept pointer of the innermost object that stays */
  remove(pointer, kept) {
    this.#change((document) => remove(document, pointer, kept));
  }

  /**
   * @param {string} pointer of a text that there may be in each language
   * @param {string} language
   * @param {string} text empty: there is none in it
   * @param {string} kept pointer of the innermost object that stays
   */
  putText(pointer, language, text, kept) {
    const present = this.at(pointer);
    if (typeof present === 'string') {
      this.put(pointer, present === '' ? {} : { [this.languages[0]]: present });
    }
    const place = `${pointer}/${escaped(language)}`;
    if (text === '') this.remove(place, kept);
    else this.put(place, text);
    // A list keeps its item, which has no text now.
    const left = this.at(pointer);
    if (left !== undefined && Object.keys(left).length === 0) this.put(pointer, '');
  }

  /** @param {keyof Settings} name @param {string} value */
  set(name, value) {
    const { document, settings } = this.#content;
    this.#take({ document, settings: { ...settings, [name]: value } });
  }

  /** The document is in other hands now. */
  give() {
    this.set('given', String(this.document.version ?? ''));
  }

  undo() {
    const content = this.#past.at(-1);
    if (content === undefined) return;
    this.#past = this.#past.slice(0, -1);
    this.#future = [...this.#future, this.#content];
    this.#return(content);
  }

  redo() {
    const content = this.#future.at(-1);
    if (content === undefined) return;
    this.#future = this.#future.slice(0, -1);
    this.#past = [...this.#past, this.#content];
    this.#return(content);
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
    this.dispatchEvent(new Event('change'));
  }

  /** What is on this page is in a file now. */
  saved() {
    this.unsaved = false;
  }

  /** @param {string} id @param {Json} document @param {Settings} settings */
  #show(id, document, settings) {
    this.#id = id;
    remember(id);
    this.#content = { document, settings };
    Object.assign(this, { forked: false, unsaved: false, takenOut: new Map() });
    this.#past = [];
    this.#future = [];
    this.#step = '';
    this.#written = false;
  }

  /** @param {Content} content of another step */
  #return(content) {
    this.#step = '';
    this.takenOut.clear();
    this.#take(content);
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
    } else {
      this.#show(this.#id, theirs.document, theirs.settings);
    }
    this.dispatchEvent(new Event('change'));
  }

  #keep() {
    this.kept = keep(this.#id, { ...this.#content, changed: Date.now() });
    this.unsaved = !this.kept;
  }

  /** @param {(document: Json) => void} change of a copy */
  #change(change) {
    const { document, settings } = this.#content;
    const changed = structuredClone(document);
    change(changed);
    // What other hands have is another version.
    const isGiven = document.version === settings.given && changed.version === settings.given;
    if (isGiven && /^\d{1,9}$/.test(changed.version)) {
      changed.version = String(Number(changed.version) + 1);
    }
    this.#take({ document: changed, settings });
  }

  /** @param {Content} content */
  #take(content) {
    this.#content = content;
    this.#written = true;
    this.#keep();
    this.dispatchEvent(new Event('change'));
  }
}
