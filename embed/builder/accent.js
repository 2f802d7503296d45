// The colour of the box's buttons, and how well white reads on it (WCAG 2.2, success criterion
// 1.4.3).

import { find } from './find.js';

/** @import { Draft } from './draft.js' */

const leastContrast = 4.5;
const luminanceOfWhite = 1;

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

/** @param {string} hex #rrggbb @returns {number} relative luminance, 0 to 1 (WCAG 2.2) */
function luminance(hex) {
  const [red, green, blue] = [1, 3, 5]
    .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** @param {string} hex #rrggbb @returns {number} 1 to 21 */
const contrastWithWhite = (hex) => (luminanceOfWhite + 0.05) / (luminance(hex) + 0.05);

/**
 * @param {string} colour as it was typed
 * @returns {string} as #rrggbb where that can say it; empty where it is no colour in CSS
 */
export const usable = (colour) => hexOf(colour) ?? (CSS.supports('color', colour) ? colour : '');

/** @param {string} colour in CSS; empty: the box's own */
export function showContrast(colour) {
  const hex = hexOf(colour);
  const contrast = hex ? contrastWithWhite(hex) : Infinity;
  const says = find(document, '#contrast', HTMLElement);
  if (colour !== '' && usable(colour) === '') {
    says.textContent = `Expected a colour such as #8a1c4a, found ${colour}.`;
  } else if (contrast < leastContrast) {
    // Rounded down, so that it is never said to be enough.
    const rounded = Math.floor(contrast * 10) / 10;
    says.textContent = `White text on it has a contrast of ${rounded}:1: expected 4.5:1 at least.`;
  } else {
    says.textContent = '';
  }
  const picker = find(document, '#picker', HTMLInputElement);
  picker.value = hex ?? picker.defaultValue;
}

/** Lets the browser's own choice of a colour set it. @param {Draft} draft */
export function listenToPicker(draft) {
  const picker = find(document, '#picker', HTMLInputElement);
  picker.addEventListener('input', () => {
    find(document, '#setting-accent', HTMLInputElement).value = picker.value;
    draft.set('accent', picker.value);
  });
}
