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
 * @param {HTMLLinkElement} link which is given what is told of it
 * @param {Node} parent to which it is added
 * @param {Partial<HTMLLinkElement> & { href: string }} about
 * @returns {Promise<unknown>} resolves when its file is there
 */
export const follow = (link, parent, about) =>
  new Promise((resolve, reject) => {
    link.onload = resolve;
    link.onerror = () => reject(new Error(about.href + ': expected the file, found none'));
    parent.appendChild(Object.assign(link, { crossOrigin: 'anonymous' }, about));
  });
