// The WebAssembly module: compiled once for the page, an instance for each box.

import { Reader, Writer } from './bytes.js';
import { answers } from './platform.js';

/**
 * What the module exports (widget/wasm/boundary.hpp).
 * @typedef {object} Exports
 * @property {WebAssembly.Memory} memory
 * @property {() => void} _initialize
 * @property {(size: number) => number} petition_box_message
 * @property {() => number} petition_box_update
 */

/** @type {Map<string, Promise<WebAssembly.Module>>} */
const modules = new Map();

/** @param {string} url */
async function download(url) {
  const response = await fetch(url, { credentials: 'omit' });
  if (!response.ok) throw new Error(`${url}: expected the status 200, found ${response.status}`);
  // Streaming needs the exact type application/wasm, which some servers do not give.
  return WebAssembly.compileStreaming(response.clone()).catch(async () =>
    WebAssembly.compile(await response.arrayBuffer()),
  );
}

/** @param {string} url */
function compile(url) {
  const module = modules.get(url) ?? download(url);
  modules.set(url, module);
  // What failed once may be there the next time.
  module.catch(() => modules.delete(url));
  return module;
}

export class Core {
  /** @type {Exports} */
  #exports;

  /** @param {WebAssembly.Module} module */
  constructor(module) {
    const nothing = () => 0;
    const { exports } = new WebAssembly.Instance(module, {
      env: { petition_box_ask: this.#ask, emscripten_notify_memory_growth: nothing },
      wasi_snapshot_preview1: { proc_exit: nothing },
    });
    this.#exports = /** @type {Exports} */ (/** @type {unknown} */ (exports));
    this.#exports._initialize();
  }

  /**
   * @param {string} url of the module
   * @returns {Promise<Core>}
   */
  static async load(url) {
    return new Core(await compile(url));
  }

  /**
   * Hands a message to the core. Throws where the core has failed: then this instance is dead.
   * @param {number} code of MessageCode
   * @param {(writer: Writer) => void} write adds what the message holds
   * @returns {Reader} at the changes and the effects
   */
  send(code, write) {
    const writer = new Writer().byte(code).number(Date.now());
    write(writer.raw(crypto.getRandomValues(new Uint8Array(16))));
    const bytes = writer.written();
    const { memory, petition_box_message, petition_box_update } = this.#exports;
    const at = petition_box_message(bytes.length);
    // The memory may have grown: its buffer is taken anew each time.
    new Uint8Array(memory.buffer).set(bytes, at);
    const answer = petition_box_update();
    return new Reader(memory.buffer, answer);
  }

  /**
   * @param {number} question
   * @param {number} _size
   * @param {number} answer
   * @param {number} capacity
   */
  #ask = (question, _size, answer, capacity) => {
    const { buffer } = this.#exports.memory;
    const reader = new Reader(buffer, question);
    const platform = answers[reader.byte()];
    // Each answer takes as many texts as it names.
    const texts = Array.from({ length: platform.length }, () => reader.text());
    const bytes = new TextEncoder().encode(platform(...texts));
    if (bytes.length <= capacity) new Uint8Array(buffer).set(bytes, answer);
    return bytes.length;
  };
}
