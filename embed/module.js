// The module: compiled once for the page.

import { integrity } from '#build';
import { again, importFile } from './link.js';
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
  const coming = fetch(url, /** @type {any} */ (about));
  // The first formatter of a page takes many times as long as the next: it is made while there is time.
  new Intl.DateTimeFormat();
  const response = await coming;
  if (!response.ok) throw new Error(`${url}: expected the status 200, found ${response.status}`);
  // Compiling a stream would save nothing here, and needs a type that some servers do not give.
  const module = await WebAssembly.compile(await response.arrayBuffer());
  return (imports) =>
    /** @type {any} */ (new WebAssembly.Instance(module, /** @type {any} */ (imports)).exports);
}

/**
 * @param {string} base
 * @param {number} attempt from 1
 * @returns {Promise<Instantiate>}
 */
const download = (base, attempt) =>
  within(patience, async (signal) => {
    if (runsWasm()) return compile(base + 'petition-box.wasm', signal);
    // The same module in JavaScript.
    const url = again(base + 'petition-box.asm.js', attempt);
    return (await importFile(url, integrity.asm)).instantiate;
  });

/**
 * @param {string} base address of the folder of the module
 * @param {number} attempt from 1
 * @returns {Promise<Instantiate>}
 */
export function load(base, attempt) {
  const module = (modules[base] ??= download(base, attempt));
  // What failed once may be there the next time.
  module.catch(() => {
    if (modules[base] === module) modules[base] = undefined;
  });
  return module;
}
