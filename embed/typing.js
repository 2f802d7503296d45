// What a signer does in a field is done there: a page takes its own element for the target, and would
// see somebody who is in no field.

/** Those that lead out of a field, or that a dialog around the box waits for. */
const outward = /^(Tab|Escape|F\d+)$/;

const types =
  'keydown keypress keyup mousedown mouseup pointerdown pointerup touchstart touchend ' +
  'selectstart dragstart dragenter dragover drop click auxclick dblclick contextmenu copy cut paste ' +
  'beforeinput';

/** @param {Event} event */
function end(event) {
  const { target, key } = /** @type {any} */ (event);
  if (target.closest?.('input, select, textarea, label') && !outward.test(key)) {
    event.stopPropagation();
  }
}

/**
 * Ends these events of fields and labels at the root. What the browser does by itself goes on, and
 * whoever listens at the root hears of it. May be called again.
 * @param {ShadowRoot} root
 */
export function keepTyping(root) {
  /** @type {any} */
  const options = { __proto__: null, passive: true };
  for (const type of types.split(' ')) root.addEventListener(type, end, options);
}
