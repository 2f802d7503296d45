// Registers the element, and puts one wherever a site has left only `<div data-petition-box>` of it.

import { PetitionBox } from './petition-box.js';

const mark = 'data-petition-box';
const marked = `[${mark}]`;

/** By the elements that they stand in for. @type {WeakMap<Element, Element>} */
const boxes = new WeakMap();

/**
 * In a shadow root the box is out of the way of whoever compares the page with a new one and mends
 * what differs.
 * @param {Element} place
 */
function putInto(place) {
  const box = document.createElement('petition-box');
  boxes.set(place, box);
  try {
    place.attachShadow({ mode: 'open' });
    box.append(document.createElement('slot'));
    // The page's rules for parts reach into one shadow root, not into one inside another.
    box.setAttribute('exportparts', 'box,title,demands,timeline,bar,form,progress,button');
  } catch {
    // Not every element takes one.
    box.append(...place.childNodes);
  }
  (place.shadowRoot ?? place).append(box);
  return box;
}

/** @param {any} node that is new on the page, or has other attributes */
function standIn(node) {
  let box = boxes.get(node);
  if (!node.matches?.(marked)) {
    // Whoever made something else of the element finds it as empty as it was.
    box?.replaceWith(...box.childNodes);
    boxes.delete(node);
    return;
  }
  box ??= putInto(node);
  for (const name of PetitionBox.observedAttributes) {
    const value = node.getAttribute('data-' + name);
    if (value === null) box.removeAttribute(name);
    else box.setAttribute(name, value);
  }
}

/** @param {any} node of which everything is new */
function lookIn(node) {
  standIn(node);
  node.querySelectorAll?.(marked).forEach(standIn);
}

// Another copy of the script may have been faster; and there may be no browser at all.
if (globalThis.customElements && !customElements.get('petition-box')) {
  customElements.define('petition-box', PetitionBox);
  lookIn(document);
  new MutationObserver((records) => {
    for (const { type, target, addedNodes } of records) {
      if (type === 'attributes') standIn(target);
      else addedNodes.forEach(lookIn);
    }
  }).observe(document, {
    subtree: true,
    childList: true,
    attributeFilter: [mark, ...PetitionBox.observedAttributes.map((name) => 'data-' + name)],
  });
}
