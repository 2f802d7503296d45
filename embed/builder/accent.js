// The colour of the box's buttons and marks. The box itself sees to it that it can be read.

/**
 * @param {string} colour in CSS
 * @returns {string} the same as #rrggbb; empty where it is no opaque colour
 */
export function hexOf(colour) {
  const context = document.createElement('canvas').getContext('2d');
  if (!context || !CSS.supports('color', colour)) return '';
  context.fillStyle = colour;
  return /^#[0-9a-f]{6}$/.test(String(context.fillStyle)) ? String(context.fillStyle) : '';
}

/**
 * @param {string} colour as it was typed
 * @returns {string} as #rrggbb where that can say it; empty where it is no colour in CSS
 */
export const usable = (colour) => hexOf(colour) || (CSS.supports('color', colour) ? colour : '');
