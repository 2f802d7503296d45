// An instance of the module, for one box.

import { Reader, Writer } from './bytes.js';
import { imports } from './platform.js';

/** @import { Exports, Instantiate } from './module.js' */

export class Core {
  /** @type {Exports} */
  #exports;
  #writer = new Writer();
  #random = new Uint8Array(16);

  /** @param {Instantiate} instantiate */
  constructor(instantiate) {
    this.#exports = instantiate(imports(() => this.#exports.memory));
    this.#exports._initialize();
  }

  /**
   * Hands a message to the core. Throws where the core has failed: then this instance is dead.
   * @param {number} code of MessageCode
   * @param {(writer: Writer) => void} write adds what the message holds
   * @returns {Reader} at the changes and the effects
   */
  send(code, write) {
    const writer = this.#writer.begin().byte(code).number(+new Date());
    write(writer.raw(globalThis.crypto.getRandomValues(this.#random)));
    const bytes = writer.written();
    const { memory, petition_box_message, petition_box_update } = this.#exports;
    const at = petition_box_message(bytes.length);
    // The memory may have grown: its buffer is taken anew each time.
    new Uint8Array(memory.buffer).set(bytes, at);
    const answer = petition_box_update();
    return new Reader(memory.buffer, answer);
  }
}

/**
 * Of another module than the box's, which names its two functions otherwise.
 * @param {Instantiate} instantiate
 * @param {string} message
 * @param {string} update
 */
export const coreOf = (instantiate, message, update) =>
  new Core((imports) => {
    const { memory, _initialize, ...exports } = /** @type {any} */ (instantiate(imports));
    return {
      memory,
      _initialize,
      petition_box_message: exports[message],
      petition_box_update: exports[update],
    };
  });
