// A box in the real module, without a browser: what it is sent, and what it wants done.

import { webcrypto } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Change, EffectCode, MessageCode } from '#opcodes';
import { Core } from '../../embed/core.js';

/** @import { Reader } from '../../embed/bytes.js' */

// Node 18 has it, but not as a global.
Object.defineProperty(globalThis, 'crypto', { value: webcrypto });

const root = new URL('../../', import.meta.url);
const moduleOf = (/** @type {string} */ name) =>
  new WebAssembly.Module(readFileSync(new URL(`build/embed/${name}.wasm`, root)));
/** The second speaks other protocols than the reference's. */
const modules = [moduleOf('petition-box'), moduleOf('petition-box-whole')];

/** @param {string} path of a file, from the top of the repository */
export const file = (path) => readFileSync(new URL(path, root));

/**
 * @typedef {{ticket: number, url: string, body: string}} Fetch
 * @typedef {{event: string, ticket: number, detail: Record<string, string>}} Raised
 */

export class Box {
  #core;

  /** What was asked for last. @type {Fetch[]} */
  fetches = [];
  /** @type {Raised[]} */
  raised = [];
  /** @type {string[]} */
  reports = [];
  /** What the view has written so far. @type {string[]} */
  texts = [];
  /** Of all links that were shown. @type {string[]} */
  links = [];
  state = '';
  /** Whether it has asked for the whole module. */
  outgrown = false;

  /** @param {boolean} [whole] whether of the whole module */
  constructor(whole = false) {
    const module = modules[+whole];
    this.#core = new Core(
      (imports) =>
        /** @type {any} */ (new WebAssembly.Instance(module, /** @type {any} */ (imports)).exports),
    );
  }

  /** @param {string} src */
  configure(src) {
    this.#take(
      this.#core.send(MessageCode.configured, (writer) =>
        writer
          .text(src)
          .text('/signatures')
          .text('')
          .text('/')
          .text('fr,en')
          .text('')
          .byte(0)
          .number(0),
      ),
    );
  }

  /**
   * @param {string} url of what is answered
   * @param {number} status
   * @param {string | Uint8Array} body
   * @param {string} [type]
   * @param {number} [what] of the message `answered`
   */
  answer(url, status, body, type = 'application/json', what = 0) {
    const asked = this.fetches.filter((fetch) => fetch.url.endsWith(url)).at(-1);
    if (!asked) throw new Error(`${url} was not asked for`);
    this.#take(
      this.#core.send(MessageCode.answered, (writer) =>
        writer
          .number(asked.ticket)
          .number(status)
          .text('')
          .number(0)
          .number(0)
          .text(type)
          .text(body)
          .byte(what),
      ),
    );
  }

  /** @param {string} name @param {string[]} values none: nothing is chosen or ticked */
  type(name, ...values) {
    this.#take(
      this.#core.send(MessageCode.entered, (writer) => {
        writer.byte(1).number(1).text(name).number(values.length);
        for (const value of values) writer.text(value);
        return writer;
      }),
    );
  }

  /** @param {string} name of what is pressed */
  press(name) {
    this.#take(this.#core.send(MessageCode.pressed, (writer) => writer.text(name)));
  }

  submit() {
    this.#take(this.#core.send(MessageCode.submitted, (writer) => writer.number(0)));
    if (this.state === 'asked') this.press('decline');
    const ticket = this.raised.at(-1)?.ticket;
    if (!ticket) return;
    this.#take(this.#core.send(MessageCode.permitted, (writer) => writer.number(ticket).byte(1)));
  }

  /** @param {Uint8Array} bytes that stand for no message in particular */
  disturb([code, ...rest]) {
    this.#take(this.#core.send(code, (writer) => writer.raw(rest)));
  }

  /** @param {Reader} reader */
  #take(reader) {
    this.#takeChanges(reader);
    this.#takeEffects(reader);
  }

  /** @param {Reader} reader */
  #takeChanges(reader) {
    for (;;) {
      const change = reader.byte();
      if (change === Change.end) return;
      reader.number();
      if (change === Change.insert) {
        reader.number();
        reader.number();
      } else if (change === Change.set_attribute) {
        const name = reader.text();
        const value = reader.text();
        if (name === 'data-state') this.state = value;
        if (name === 'href') this.links.push(value);
      } else if (change === Change.create_text || change === Change.set_text) {
        this.texts.push(reader.text());
      } else if (change !== Change.remove) {
        reader.text();
      }
    }
  }

  /** @param {Reader} reader */
  #takeEffects(reader) {
    for (;;) {
      switch (reader.byte()) {
        case EffectCode.end:
          return;
        case EffectCode.fetch: {
          const [ticket, , url, , , body] = [
            reader.number(),
            reader.text(),
            reader.text(),
            reader.text(),
            reader.text(),
            reader.text(),
          ];
          this.fetches.push({ ticket, url, body });
          reader.text();
          reader.byte();
          reader.number();
          reader.number();
          break;
        }
        case EffectCode.wake:
          reader.number();
          reader.number();
          break;
        case EffectCode.focus:
          reader.text();
          reader.byte();
          break;
        case EffectCode.show_dialog:
          reader.text();
          break;
        case EffectCode.raise: {
          const event = reader.text();
          const ticket = reader.number();
          const count = reader.number();
          const pairs = Array.from({ length: count }, () => [reader.text(), reader.text()]);
          this.raised.push({ event, ticket, detail: Object.fromEntries(pairs) });
          break;
        }
        case EffectCode.report:
          this.reports.push(reader.text());
          break;
        case EffectCode.take_whole_module:
          this.outgrown = true;
          break;
        default:
          throw new Error('an effect without a name');
      }
    }
  }
}

/**
 * A box that shows its words in French and waits for a document.
 * @param {boolean} [whole] whether of the whole module
 */
export function waitingBox(whole) {
  const box = new Box(whole);
  box.configure('/petition');
  const words = `locales/fr${whole ? '' : '.usual'}.json`;
  box.answer(words, 200, file(`build/embed/${words}`));
  return box;
}
