// Applies the changes of widget/markup/patch.hpp to the live DOM. Elements are created and texts are
// set: no text ever becomes markup.

import { Change } from '#opcodes';
import { remove } from './built-ins.js';

/** @import { Reader } from './bytes.js' */

/**
 * @param {any} node
 * @param {string} name
 * @param {string} value
 */
function setAttribute(node, name, value) {
  if (name === 'checked') {
    node.checked = value !== '';
  } else if (name === 'value') {
    // The same value again would move the caret.
    if (node.value !== value) node.value = value;
  } else if (name === 'style') {
    // A policy of the page may forbid the attribute.
    node.style.cssText = value;
  } else {
    node.setAttribute(name, value);
  }
}

/** In document order. */
const elementsAndTexts = 5;

export class Patcher {
  /** By their numbers in the core; 0 is the root.
   * @type {any[]} */
  #nodes;
  /** @type {Node | undefined} */
  #found;

  /** @param {ShadowRoot} root */
  constructor(root) {
    this.#nodes = [root];
  }

  /** @param {Node} node @returns {boolean} whether it is one that the core knows */
  has(node) {
    // Most keys come from where the one before did.
    if (this.#found !== node && this.#nodes.includes(node)) this.#found = node;
    return this.#found === node;
  }

  /**
   * Takes over a box that the page came with, in place of the first changes, which would create it.
   * What the visitor has done to its controls stays.
   * @param {Reader} reader
   * @param {Element} box
   * @returns {boolean} whether its elements are those; if not, some texts may have changed
   */
  adopt(reader, box) {
    const walker = document.createTreeWalker(box, elementsAndTexts);
    /** @type {Node | null} */
    let next = box;
    /** What the page has written and the core has not set, by the number of the node.
     * @type {string[][]} */
    const surplus = [];
    const find = (/** @type {string} */ name, /** @type {number} */ number) => {
      /** @type {any} */
      const node = next;
      // The text of a textarea is its value.
      do next = walker.nextNode();
      while (next?.parentNode?.nodeName === 'TEXTAREA');
      surplus[number] = node?.getAttributeNames?.() ?? [];
      return node?.nodeName.toLowerCase() === name ? node : null;
    };
    const fits = this.apply(reader, find, surplus) && !next;
    for (let number = 1; fits && number < surplus.length; ++number) {
      // The core knows what is chosen as the value of the whole select, and nothing of what has been unfolded.
      for (const name of surplus[number]) {
        if (!/^(selected|open)$/.test(name)) this.#nodes[number].removeAttribute(name);
      }
    }
    return fits;
  }

  /**
   * @param {Reader} reader
   * @param {(name: string, number: number) => any} [find] gives the node that is there already; null
   *   where another is
   * @param {string[][]} [surplus] loses the attributes that are set
   * @returns {boolean} whether all that was changed is in its place; if not, other hands have taken
   *   it from there
   */
  apply(reader, find, surplus) {
    const nodes = this.#nodes;
    /** @type {Node[]} */
    const changed = [];
    for (;;) {
      const change = reader.byte();
      if (change === Change.end) break;
      const number = reader.number();
      let node = nodes[number];
      switch (change) {
        case Change.create_element: {
          const tag = reader.text();
          nodes[number] = node = find ? find(tag, number) : document.createElement(tag);
          if (!node) return false;
          continue;
        }
        case Change.create_text: {
          const text = reader.text();
          nodes[number] = node = find ? find('#text', number) : document.createTextNode(text);
          if (!node) return false;
          if (node.data !== text) node.data = text;
          continue;
        }
        case Change.set_text:
          node.data = reader.text();
          break;
        case Change.set_attribute: {
          const name = reader.text();
          const value = reader.text();
          if (surplus) surplus[number] = surplus[number].filter((one) => one !== name);
          const state =
            find && node.name && (/checkbox|radio/.test(node.type) ? 'checked' : 'value');
          if (name !== state) setAttribute(node, name, value);
          break;
        }
        case Change.remove_attribute:
          node.removeAttribute(reader.text());
          break;
        case Change.insert: {
          const parent = node;
          node = nodes[reader.number()];
          let before = nodes[reader.number() || -1];
          // Somebody may have put it into an element of their own.
          while (before && before.parentNode !== parent) before = before.parentNode;
          if (!find) parent.insertBefore(node, before ?? null);
          break;
        }
        case Change.remove:
          remove(node);
          continue;
      }
      changed.push(node);
    }
    for (const node of changed) if (!nodes[0].contains(node)) return false;
    return true;
  }
}
