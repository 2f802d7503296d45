// The builder's WebAssembly module: the same core as the box's, asked about documents and snippets.

import { BuilderRequest } from '#opcodes';
import { Reader, Writer } from '../bytes.js';
import { imports } from '../platform.js';
import { has, t } from './words.js';

/** @import { Answer as Response, Request } from '../request.js' */
/** @import { Json } from './pointer.js' */
/** @import { Draft } from './draft.svelte.js' */

/**
 * One thing that is wrong, by the core's word.
 * @typedef {object} Mistake
 * @property {string} code of what was expected (widget/english/mistakes.cpp); a blank before what it is
 *   about
 * @property {string} pointer
 * @property {boolean} warning or else an error
 * @property {string} expected in English
 * @property {string} found in English
 * @property {number} line from 1; 0 where not known
 * @property {number} column from 1; 0 where not known
 * @property {string} [within] pointer in the JSON that a control shows
 */

/**
 * Without texts where a mistake is an error.
 * @typedef {{ mistakes: Mistake[], texts: string[] }} Answer
 */

/**
 * A box of a form with a statement, to which whoever ticks it agrees.
 * @typedef {object} FormConsent
 * @property {string} name
 * @property {string} statement
 * @property {string} how required, optional, or inverted: to tick it is a no
 */

/**
 * What there is at an endpoint.
 * @typedef {object} Seen
 * @property {string} shown what a page is called
 * @property {string} rule of the description, that says why nothing is seen
 * @property {string[]} fields their names
 * @property {string[][]} likely names of ours, each with that which it is likely to have there
 * @property {FormConsent[]} consents
 */

/**
 * What the module exports (widget/builder/boundary.hpp).
 * @typedef {object} Exports
 * @property {WebAssembly.Memory} memory
 * @property {() => void} _initialize
 * @property {(size: number) => number} petition_builder_message
 * @property {() => number} petition_builder_answer
 */

/**
 * @param {Mistake} mistake
 * @returns {string} what to do about it; of a description that is being written, what the core says
 */
export function sentence({ code, expected, found, within }) {
  const [key, ...what] = code.split(' ');
  if (within === undefined) {
    return has(`mistake.${key}`)
      ? t(`mistake.${key}`, { what: what.join(' '), found })
      : t('mistake.other');
  }
  return `${within && `${within}: `}Expected ${expected}${found && `, found ${found}`}.`;
}

/** @typedef {Pick<Draft, 'text' | 'settings'>} Written */

/** @param {Written} draft @param {string} description */
const aboutEndpoint = ({ text, settings }, description) => [settings.site, text, description];

/** @param {Response} answer of an endpoint */
const valuesOf = ({ status, what, retryAfter, type, body }) => [status, what, retryAfter, type, body];

/** @param {string[]} texts @param {number} each how many belong together @returns {string[][]} */
const inRows = (texts, each) =>
  texts.flatMap((_, at) => (at % each === 0 ? [texts.slice(at, at + each)] : []));

/** @param {string} text @returns {string[]} */
const linesOf = (text) => text.split('\n').filter(Boolean);

/** @param {string[]} texts @returns {Request} */
function requestOf([method, url, accept, type, body, headers, following]) {
  return { method, url, accept, type, body, headers, following: Number(following) };
}

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

  /**
   * @param {string} document its text
   * @param {string} [description] of the endpoint's protocol; see widget/builder/boundary.hpp
   * @returns {Mistake[]} all of them, in the document's order
   */
  check(document, description = '') {
    return this.#request(BuilderRequest.check, [document, Date.now(), description]).mistakes;
  }

  /** @param {Json} tag @returns {boolean} whether it is that of a language */
  isLanguage(tag) {
    const mistakes = this.check(JSON.stringify({ languages: [tag] }));
    return !mistakes.some(({ pointer }) => pointer === '/languages/0');
  }

  /** @param {string} description its text @returns {boolean} whether it has no errors */
  describes(description) {
    return errorsIn(this.#request(BuilderRequest.description, [description]).mistakes).length === 0;
  }

  /**
   * @param {Written} draft
   * @param {string} description
   * @param {{ tag: string, text: string }} catalogue in the petition's language
   * @returns {{ shown: string, request: Request } | null} what a signature with sample answers
   *   sends, and the same for people to read; null where the document has errors
   */
  sample(draft, description, { tag, text }) {
    const values = [...aboutEndpoint(draft, description), tag, text];
    const { texts } = this.#request(BuilderRequest.sample, values);
    if (texts.length === 0) return null;
    return { shown: texts[7], request: requestOf(texts) };
  }

  /**
   * @param {Written} draft
   * @param {string} description
   * @param {Response} answer to the sample
   * @returns {{ code: string, rule: string, refused: string[] }} what has become of it, the rule of
   *   the description that says so, and the names of the fields that were refused
   */
  meaning(draft, description, answer) {
    const values = [...aboutEndpoint(draft, description), ...valuesOf(answer)];
    const [code = '', rule = '', refused] = this.#request(BuilderRequest.meaning, values).texts;
    return { code, rule, refused: refused?.split(',') ?? [] };
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
   * @param {string[]} wanted.integrity the version of the box; what its script, stylesheet, frame's
   *   script, what the script loads, and each theme, hash to
   * @param {boolean} wanted.atOnce whether all is asked for at once
   * @param {string} wanted.language
   * @param {string} wanted.accent
   * @param {string} wanted.layout
   * @param {string} wanted.theme
   * @param {{ tag: string, text: string }} wanted.catalogue
   * @param {string} wanted.document its text
   * @param {string} [wanted.description] of the endpoint's protocol
   * @returns {Answer} the snippet
   */
  snippet(wanted) {
    const { kind, site, integrity, atOnce, language, accent, layout, theme } = wanted;
    const { tag, text } = wanted.catalogue;
    const place = [kind, site, ...integrity, Number(atOnce), language, accent, layout, theme];
    const values = [...place, tag, text, wanted.document, wanted.description ?? ''];
    return this.#request(BuilderRequest.snippet, values);
  }

  /**
   * @param {string} description of a protocol that tells how many have signed
   * @param {string} answers to what it asks, JSON
   * @returns {Json} the count of a document's endpoint; undefined where something is not answered yet
   */
  count(description, answers) {
    const [text] = this.#request(BuilderRequest.count, [description, answers]).texts;
    return text && JSON.parse(text);
  }

  /**
   * @param {string} document its text
   * @param {string} description
   * @returns {Request[]} that show what is there; none where the questions that they need are not
   *   answered
   */
  look(document, description) {
    const { texts } = this.#request(BuilderRequest.look, [document, description]);
    return inRows(texts, 8).map(requestOf);
  }

  /**
   * @param {string} document its text
   * @param {string} description
   * @param {{ fields: string[], consents: string[] }} ours names
   * @param {Response[]} answers to the look
   * @returns {Seen}
   */
  seen(document, description, { fields, consents }, answers) {
    const about = [document, description, fields.join(), consents.join(), answers.length];
    const values = [...about, ...answers.flatMap(valuesOf)];
    const { texts } = this.#request(BuilderRequest.seen, values);
    const [shown = '', rule = '', names = '', likely = '', ...rest] = texts;
    return {
      shown,
      rule,
      fields: linesOf(names),
      likely: inRows(linesOf(likely), 2),
      consents: inRows(rest, 3).map(([name, statement, how]) => ({ name, statement, how })),
    };
  }

  /**
   * @param {readonly string[]} languages the wanted one first
   * @param {string[]} [there] tags of the catalogues that there are; those of the box unless told
   * @returns {string} tag of the catalogue that suits them, else "en"
   */
  catalogueFor(languages, there = []) {
    return this.#request(BuilderRequest.catalogue, [languages.join(), there.join()]).texts[0];
  }

  /** @param {string} tag @returns {'ltr' | 'rtl'} as the language is written */
  directionOf(tag) {
    return this.#request(BuilderRequest.direction, [tag]).texts[0] === 'rtl' ? 'rtl' : 'ltr';
  }

  /**
   * @param {'date' | 'number' | 'contact' | 'address' | 'name'} kind
   * @param {string} written there; a title for a name
   * @param {string[]} [languages] in which months may be named there, the likeliest first
   * @returns {string} the same as documents have it
   */
  tidied(kind, written, languages = []) {
    return this.#request(BuilderRequest.tidied, [kind, written, languages.join()]).texts[0];
  }

  /** @param {string} text that was pasted @returns {string[]} */
  paragraphs(text) {
    return this.#request(BuilderRequest.paragraphs, [text]).texts;
  }

  /**
   * @param {string} text that was pasted
   * @param {string} language
   * @param {string} [addressedTo] words before an addressee in it
   * @returns {Json} the document in it
   */
  pasted(text, language, addressedTo = '') {
    return JSON.parse(this.#request(BuilderRequest.pasted, [text, language, addressedTo]).texts[0]);
  }

  vocabulary() {
    const { texts } = this.#request(BuilderRequest.vocabulary, []);
    const lists = texts.map((list) => list.split(','));
    const [fields, countries, catalogues, kinds, fieldKinds, purposes, themes] = lists;
    return { fields, countries, catalogues, kinds, fieldKinds, purposes, themes };
  }

  /**
   * @param {number} code of BuilderRequest
   * @param {(string | number | Uint8Array)[]} values
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
      code: reader.text(),
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
