// The events of the element.

/**
 * @param {Element} element
 * @param {string} event
 * @param {Record<string, string>} detail
 * @param {boolean} [cancelable]
 * @returns {boolean} whether nobody prevented it
 */
export const raise = (element, event, detail, cancelable) =>
  element.dispatchEvent(
    new CustomEvent('petition-box-' + event, { bubbles: true, composed: true, cancelable, detail }),
  );

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
