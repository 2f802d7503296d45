// Registers the element, and puts one wherever a site has left only `<div data-petition-box>` of it.

import { PetitionBox } from './petition-box.js';

function standIn() {
  for (const place of document.querySelectorAll('[data-petition-box]')) {
    const box = document.createElement('petition-box');
    for (const { name, value } of place.attributes) {
      if (name !== 'data-petition-box' && name.startsWith('data-')) {
        box.setAttribute(name.slice('data-'.length), value);
      }
    }
    box.append(...place.childNodes);
    place.append(box);
  }
}

// Another copy of the script may have been faster; and there may be no browser at all.
if (globalThis.customElements && !customElements.get('petition-box')) {
  customElements.define('petition-box', PetitionBox);
  if (document.readyState === 'loading') addEventListener('DOMContentLoaded', standIn);
  else standIn();
}
