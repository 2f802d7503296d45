// The module: compiled once for the page, an instance for each box.

import { integrity } from '#build';
import { Reader, Writer } from './bytes.js';
import { again, follow } from './link.js';
import { imports } from './platform.js';
import { patience, within } from './waiting.js';

/**
 * What the module exports (widget/wasm/boundary.hpp).
 * @typedef {object} Exports
 * @property {{ buffer: ArrayBuffer }} memory
 * @property {() => void} _initialize
 * @property {(size: number) => number} petition_box_message
 * @property {() => number} petition_box_update
 */

/**
 * @typedef {(imports: Record<string, Record<string, Function>>) => Exports} Instantiate makes an
 *   instance
 */

/** By the folder they come from. @type {Record<string, Promise<Instantiate> | undefined>} */
const modules = {};

/** Whether the browser has WebAssembly and the page's policy lets it run: tried on an empty module. */
function runsWasm() {
  try {
    return new WebAssembly.Instance(
      new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)),
    );
  } catch {
    return false;
  }
}

/**
 * @param {string} url
 * @param {AbortSignal} signal
 * @returns {Promise<Instantiate>}
 */
async function compile(url, signal) {
  const about = { __proto__: null, credentials: 'omit', integrity: integrity.wasm, signal };
  const response = await fetch(url, /** @type {any} */ (about));
  if (!response.ok) throw new Error(`${url}: expected the status 200, found ${response.status}`);
  // Compiling a stream would save nothing here, and needs a type that some servers do not give.
  const module = await WebAssembly.compile(await response.arrayBuffer());
  return (imports) =>
    /** @type {any} */ (new WebAssembly.Instance(module, /** @type {any} */ (imports)).exports);
}

/**
 * The same module in JavaScript.
 * @param {string} url
 * @returns {Promise<Instantiate>}
 */
async function translation(url) {
  const link = document.createElement('link');
  if (link.relList.supports('modulepreload')) {
    // An import has no integrity of its own; what was preloaded under the address has.
    await follow(link, document.head, {
      rel: 'modulepreload',
      href: url,
      integrity: integrity.asm,
    });
  }
  return (await import(/* webpackIgnore: true */ /* @vite-ignore */ url)).instantiate;
}

/**
 * @param {string} base
 * @param {number} attempt from 1
 * @returns {Promise<Instantiate>}
 */
const download = (base, attempt) =>
  within(patience, async (signal) =>
    runsWasm()
      ? compile(base + 'petition-box.wasm', signal)
      : translation(again(base + 'petition-box.asm.js', attempt)),
  );

export class Core {
  /** @type {Exports} */
  #exports;

  /** @param {Instantiate} instantiate */
  constructor(instantiate) {
    this.#exports = instantiate(imports(() => this.#exports.memory));
    this.#exports._initialize();
  }

  /**
   * @param {string} base address of the folder of the module
   * @param {number} attempt from 1
   * @returns {Promise<Core>}
   */
  static async load(base, attempt) {
    const module = (modules[base] ??= download(base, attempt));
    // What failed once may be there the next time.
    module.catch(() => {
      if (modules[base] === module) modules[base] = undefined;
    });
    return new Core(await module);
  }

  /**
   * Hands a message to the core. Throws where the core has failed: then this instance is dead.
   * @param {number} code of MessageCode
   * @param {(writer: Writer) => void} write adds what the message holds
   * @returns {Reader} at the changes and the effects
   */
  send(code, write) {
    const writer = new Writer().byte(code).number(+new Date());
    write(writer.raw(crypto.getRandomValues(new Uint8Array(16))));
    const bytes = writer.written();
    const { memory, petition_box_message, petition_box_update } = this.#exports;
    const at = petition_box_message(bytes.length);
    // The memory may have grown: its buffer is taken anew each time.
    new Uint8Array(memory.buffer).set(bytes, at);
    const answer = petition_box_update();
    return new Reader(memory.buffer, answer);
  }
}
