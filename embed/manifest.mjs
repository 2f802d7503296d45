// What custom-elements.json says: made from the comments of the element's class.

import { readFile } from 'node:fs/promises';
import * as analyzer from '@custom-elements-manifest/analyzer';

/**
 * What is read here of a class's entry.
 * @typedef {{ customElement?: true, superclass: object, members: { privacy?: string }[] }} Element
 */

// The analyser's own declarations do not tell what it exports.
const { create, ts } = /** @type {any} */ (analyzer);

const modules = ['petition-box.js', 'define.js'];

/** @param {string} name of a module in this folder */
async function parse(name) {
  const text = await readFile(new URL(name, import.meta.url), 'utf8');
  return ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true);
}

/**
 * The element as its users see it. In Node the class has nothing to extend, so the analyser cannot
 * read off what it extends in a browser.
 * @param {Element} element
 */
function seenFromOutside(element) {
  element.superclass = { name: 'HTMLElement' };
  element.members = element.members.filter(({ privacy }) => privacy !== 'private');
}

/**
 * @returns {Promise<{ modules: { declarations: Element[] }[] }>} the manifest, by version 1.0.0 of
 *   its schema; its paths are those of the npm package
 */
export async function manifest() {
  const made = create({ modules: await Promise.all(modules.map(parse)) });
  for (const { declarations } of made.modules) {
    for (const declaration of declarations) {
      if (declaration.customElement) seenFromOutside(declaration);
    }
  }
  return made;
}
