// Where the keyboard goes, and the eye with it.

/**
 * Gives an element the focus, and brings it into view. WebKit brings what a script has focused into view once
 * more at the next press, wherever somebody has scrolled to by then: so that is not left to it.
 * @param {Element | null | undefined} element
 */
export function focus(element) {
  if (!(element instanceof HTMLElement)) return;
  element.focus({ preventScroll: true });
  element.scrollIntoView({ block: 'nearest' });
}
