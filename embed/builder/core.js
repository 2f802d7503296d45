// The builder's WebAssembly module: the same core as the box's, asked about documents and snippets.

import { BuilderRequest } from '#opcodes';
import { Reader, Writer } from '../bytes.js';
import { imports } from '../platform.js';

/**
 * One thing that is wrong, by the core's word.
 * @typedef {object} Mistake
 * @property {string} pointer
 * @property {boolean} warning or else an error
 * @property {string} expected
 * @property {string} found
 * @property {number} line from 1; 0 where not known
 * @property {number} column from 1; 0 where not known
 */

/**
 * Without texts where a mistake is an error.
 * @typedef {{ mistakes: Mistake[], texts: string[] }} Answer
 */

/**
 * What the module exports (widget/builder/boundary.hpp).
 * @typedef {object} Exports
 * @property {WebAssembly.Memory} memory
 * @property {() => void} _initialize
 * @property {(size: number) => number} petition_builder_message
 * @property {() => number} petition_builder_answer
 */

/** @param {Mistake} mistake */
export const sentence = ({ expected, found }) =>
  found === '' ? `Expected ${expected}.` : `Expected ${expected}, found ${found}.`;

/** @param {Mistake[]} mistakes @returns {Mistake[]} those that are no warnings */
export const errorsIn = (mistakes) => mistakes.filter(({ warning }) => !warning);

export class BuilderCore {
  /** @type {Exports} */
  #exports;

  /** @param {WebAssembly.Module} module */
  constructor(module) {
    const memory = () => this.#exports.memory;
    const { exports } = new WebAssembly.Instance(module, /** @type {any} */ (imports(memory)));
    this.#exports = /** @type {Exports} */ (/** @type {unknown} */ (exports));
    this.#exports._initialize();
  }

  /** @param {string} url of the module */
  static async load(url) {
    if (!globalThis.WebAssembly) throw new Error('expected WebAssembly, found it switched off');
    const response = await fetch(url);
    if (!response.ok) throw new Error(`${url}: expected the status 200, found ${response.status}`);
    return new BuilderCore(await WebAssembly.compile(await response.arrayBuffer()));
  }

  /** @param {string} document its text @returns {Mistake[]} all of them, in the document's order */
  check(document) {
    return this.#request(BuilderRequest.check, [document, Date.now()]).mistakes;
  }

  /**
   * @param {string} site @param {string} petition @param {string} version of the box
   * @returns {Answer} base, src, endpoint, sign page, frame page
   */
  places(site, petition, version) {
    return this.#request(BuilderRequest.places, [site, petition, version]);
  }

  /**
   * @param {object} wanted
   * @param {string} wanted.kind
   * @param {string} wanted.site
   * @param {string} wanted.version of the box
   * @param {[string, string, string]} wanted.integrity of the script, stylesheet, frame's script
   * @param {string} wanted.language
   * @param {string} wanted.accent
   * @param {{ tag: string, text: string }} wanted.catalogue
   * @param {string} wanted.document its text
   * @returns {Answer} the snippet
   */
  snippet({ kind, site, version, integrity, language, accent, catalogue, document }) {
    const { tag, text } = catalogue;
    const texts = [kind, site, version, ...integrity, language, accent, tag, text, document];
    return this.#request(BuilderRequest.snippet, texts);
  }

  /** @param {string[]} languages the wanted one first @returns {string} tag of the catalogue */
  catalogueFor(languages) {
    return this.#request(BuilderRequest.catalogue, [languages.join()]).texts[0];
  }

  vocabulary() {
    const { texts } = this.#request(BuilderRequest.vocabulary, []);
    const lists = texts.map((list) => list.split(','));
    const [fields, countries, catalogues, kinds, fieldKinds, purposes] = lists;
    return { fields, countries, catalogues, kinds, fieldKinds, purposes };
  }

  /**
   * @param {number} code of BuilderRequest
   * @param {(string | number)[]} values
   * @returns {Answer}
   */
  #request(code, values) {
    const writer = new Writer().byte(code);
    for (const value of values) {
      if (typeof value === 'number') writer.number(value);
      else writer.text(value);
    }
    const bytes = writer.written();
    const { memory, petition_builder_message, petition_builder_answer } = this.#exports;
    const at = petition_builder_message(bytes.length);
    // The memory may have grown: its buffer is taken anew each time.
    new Uint8Array(memory.buffer).set(bytes, at);
    const answer = petition_builder_answer();
    const reader = new Reader(memory.buffer, answer);
    const mistakes = Array.from({ length: reader.number() }, () => ({
      pointer: reader.text(),
      warning: reader.byte() === 1,
      expected: reader.text(),
      found: reader.text(),
      line: reader.number(),
      column: reader.number(),
    }));
    return { mistakes, texts: Array.from({ length: reader.number() }, () => reader.text()) };
  }
}
