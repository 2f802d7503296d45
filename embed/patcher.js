// Applies the changes of widget/markup/patch.hpp to the live DOM. Elements are created and texts are
// set: no text ever becomes markup.

import { Change } from '#opcodes';

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
  } else {
    node.setAttribute(name, value);
  }
}

export class Patcher {
  /** By their numbers in the core; 0 is the root.
   * @type {any[]} */
  #nodes;

  /** @param {ShadowRoot} root */
  constructor(root) {
    this.#nodes = [root];
  }

  /** @param {Reader} reader */
  apply(reader) {
    const nodes = this.#nodes;
    for (;;) {
      const change = reader.byte();
      if (change === Change.end) return;
      const number = reader.number();
      const node = nodes[number];
      switch (change) {
        case Change.create_element:
          nodes[number] = document.createElement(reader.text());
          break;
        case Change.create_text:
          nodes[number] = document.createTextNode(reader.text());
          break;
        case Change.set_text:
          node.data = reader.text();
          break;
        case Change.set_attribute:
          setAttribute(node, reader.text(), reader.text());
          break;
        case Change.remove_attribute:
          node.removeAttribute(reader.text());
          break;
        case Change.insert: {
          const child = nodes[reader.number()];
          const before = reader.number();
          node.insertBefore(child, before ? nodes[before] : null);
          break;
        }
        case Change.remove:
          node.remove();
          break;
      }
    }
  }
}
