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

/** By their files. @type {Record<string, Promise<Instantiate> | undefined>} */
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
 * @param {string} hash
 * @param {AbortSignal} signal
 * @returns {Promise<Instantiate>}
 */
async function compile(url, hash, signal) {
  const about = { __proto__: null, credentials: 'same-origin', integrity: hash, signal };
  const response = await globalThis.fetch(url, /** @type {any} */ (about));
  if (!response.ok) throw new Error(`${url}: expected the status 200, found ${response.status}`);
  // Compiling a stream would save nothing here, and needs a type that some servers do not give.
  const module = await WebAssembly.compile(await response.arrayBuffer());
  return (imports) =>
    /** @type {any} */ (new WebAssembly.Instance(module, /** @type {any} */ (imports)).exports);
}

/**
 * @param {string} file without its ending
 * @param {typeof integrity[0]} hashes
 * @param {number} attempt from 1
 * @returns {Promise<Instantiate>}
 */
export const download = (file, [wasm, asm], attempt) =>
  within(patience, async (signal) => {
    if (runsWasm()) return compile(file + '.wasm', wasm, signal);
    // The same module in JavaScript.
    return (await importFile(again(file + '.asm.js', attempt), asm)).instantiate;
  });

/**
 * @param {string} base address of the folder of the module
 * @param {number} attempt from 1
 * @param {boolean} whole whether it is the one that reads every document (widget/document/whole.hpp)
 * @returns {Promise<Instantiate>}
 */
export function load(base, attempt, whole) {
  const file = base + 'petition-box' + (whole ? '-whole' : '');
  const module = (modules[file] ??= download(file, integrity[+whole], attempt));
  // What failed once may be there the next time.
  module.catch(() => {
    if (modules[file] === module) modules[file] = undefined;
  });
  return module;
}
