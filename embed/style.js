// The stylesheet of the box. The box does not wait for it.

import { follow } from './link.js';
import { later, patience, within } from './waiting.js';

/** Of all boxes of the page, by address. @type {Record<string, Promise<CSSStyleSheet> | undefined>} */
const sheets = {};

/**
 * Not by a link, for which Firefox lets all other files wait.
 * @param {string} href
 * @param {AbortSignal} signal
 */
async function load(href, signal) {
  const response = await globalThis.fetch(href, { credentials: 'same-origin', signal });
  const text = await response.text();
  // A network that wants a password first answers with a page of its own, and the status 200.
  if (!text.includes('.petition-box')) throw new Error(`${href}: expected a style`);
  return new CSSStyleSheet().replace(text);
}

/**
 * Adds a stylesheet to those that the root has.
 * @param {ShadowRoot} root
 * @param {string} href
 * @returns {Promise<void>} which is rejected where it does not come
 */
export async function give(root, href) {
  if (root.adoptedStyleSheets) {
    const coming = (sheets[href] ??= within(patience, (signal) => load(href, signal)));
    coming.catch(() => (sheets[href] = undefined));
    const sheet = await coming;
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  } else {
    await follow(document.createElement('link'), root, { rel: 'stylesheet', href });
  }
}

/**
 * Gives the root its style, unless the page came with it. What does not come is asked for again.
 * @param {ShadowRoot} root
 * @param {() => string} href asked for each time
 * @param {() => void} dressed
 * @param {number} [attempt]
 */
export function dress(root, href, dressed, attempt = 1) {
  // A link that failed has a sheet, too, in some browsers: what tells is its first rule.
  if (getComputedStyle(root.host).getPropertyValue('--dressed')) return;
  give(root, href()).then(dressed, () =>
    later(attempt, () => dress(root, href, dressed, attempt + 1)),
  );
}
