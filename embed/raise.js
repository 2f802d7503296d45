// The events of the element.

/**
 * @param {Element} element
 * @param {string} event
 * @param {Record<string, string>} detail
 * @param {boolean} [cancelable]
 * @returns {boolean} whether nobody prevented it
 */
export function raise(element, event, detail, cancelable) {
  const about = { bubbles: true, composed: true, cancelable, detail };
  const raised = new CustomEvent('petition-box-' + event, about);
  // Its own answer may be lost where a page watches over the events.
  element.dispatchEvent(raised);
  return !raised.defaultPrevented;
}

/**
 * Tells whoever embeds the box.
 * @param {Element} element
 * @param {string} reason
 * @param {unknown} error
 */
export function tell(element, reason, error) {
  raise(element, 'error', { reason, message: String(error) });
  console?.error?.('petition-box:', error);
}
