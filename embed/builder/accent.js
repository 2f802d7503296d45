// The colour of the box's buttons and marks. The box itself sees to it that it can be read.

import { find } from './find.js';

/** @import { Draft } from './draft.js' */

/**
 * @param {string} colour in CSS
 * @returns {string | null} the same as #rrggbb; null where it is no opaque colour
 */
function hexOf(colour) {
  const context = document.createElement('canvas').getContext('2d');
  if (!context || !CSS.supports('color', colour)) return null;
  context.fillStyle = colour;
  return /^#[0-9a-f]{6}$/.test(String(context.fillStyle)) ? String(context.fillStyle) : null;
}

/**
 * @param {string} colour as it was typed
 * @returns {string} as #rrggbb where that can say it; empty where it is no colour in CSS
 */
export const usable = (colour) => hexOf(colour) ?? (CSS.supports('color', colour) ? colour : '');

/** @param {string} colour as it was typed; empty: the box's own */
export function showColour(colour) {
  const isColour = colour === '' || usable(colour) !== '';
  find(document, '#no-colour', HTMLElement).textContent = isColour
    ? ''
    : `Expected a colour such as #8a1c4a, found ${colour}.`;
  const picker = find(document, '#picker', HTMLInputElement);
  picker.value = hexOf(colour) ?? picker.defaultValue;
}

/** Lets the browser's own choice of a colour set it. @param {Draft} draft */
export function listenToPicker(draft) {
  const picker = find(document, '#picker', HTMLInputElement);
  picker.addEventListener('input', () => {
    find(document, '#setting-accent', HTMLInputElement).value = picker.value;
    draft.step('accent');
    draft.set('accent', picker.value);
  });
}
