// Where the modules of the package find their files: beside them, whatever a bundler calls them.

import * as running from './running.js';

// In a classic script there is none. Some bundlers write the path on the machine that they run on in its
// place; webpack leaves out what is not for it.
// @ts-ignore: only webpack knows the name.
const here = typeof __webpack_require__ === 'function' ? '' : import.meta.url;

export const beside = here ? here.replace(/[^/]*([?#].*)?$/, '') : '';

/**
 * @param {string} base where a project says that they are, or beside the module
 * @param {string} _src
 * @param {boolean} _elsewhere
 */
export function folderFor(base, _src, _elsewhere) {
  // A page of the web can ask for no file of a machine.
  if (!base || (base.startsWith('file:') && location.protocol !== 'file:')) {
    throw new Error('expected the address of the folder of its files in PetitionBox.base');
  }
  return base;
}

/**
 * @param {string} _base
 * @param {number} _attempt
 */
export const loadRunning = async (_base, _attempt) => running;
