// Files that the browser fetches by itself.

import { Promise } from './built-ins.js';

/**
 * @param {string} url
 * @param {number} attempt from 1
 * @returns {string} the same, as another: a browser does not ask again for what it waits for, nor for a
 *   module that did not come
 */
export const again = (url, attempt) => (attempt > 1 ? `${url}?${attempt}` : url);

/**
 * @template {HTMLLinkElement | HTMLScriptElement} T
 * @param {T} element which is given what is told of it
 * @param {Node} parent to which it is added
 * @param {Partial<T>} about
 * @returns {Promise<unknown>} resolves when its file is there
 */
export const follow = (element, parent, about) =>
  new Promise((resolve, reject) => {
    element.onload = resolve;
    element.onerror = () => reject(new Error('expected a file, found none'));
    parent.appendChild(Object.assign(element, { crossOrigin: 'anonymous' }, about));
  });

/**
 * @param {string} url of a script
 * @returns {string} the same, as a page with trusted types takes it; empty where it takes none of ours
 */
function trusted(url) {
  const { trustedTypes } = /** @type {any} */ (globalThis);
  if (!trustedTypes) return url;
  try {
    const rules = { __proto__: null, createScriptURL: (/** @type {string} */ same) => same };
    return trustedTypes.createPolicy('petition-box', rules).createScriptURL(url);
  } catch {
    return '';
  }
}

/**
 * An import has no integrity of its own; what an element has brought to the page under its address has.
 * @param {string} url of a module
 * @param {string} integrity
 */
export async function importFile(url, integrity) {
  const { head } = document;
  const src = trusted(url);
  if (src) {
    await follow(document.createElement('script'), head, { type: 'module', integrity, src });
  } else {
    // WebKit does not look at the integrity of these.
    const rel = 'modulepreload';
    await follow(document.createElement('link'), head, { rel, integrity, href: url });
  }
  return import(/* webpackIgnore: true */ /* @vite-ignore */ url);
}
