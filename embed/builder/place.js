// Where in the document a part of the form stands: its data-at, within those of what it stands in.

/** @typedef {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} Control */

/** @param {Element} element @returns {HTMLElement | null} the part of the form that it stands in */
const partAround = (element) => element.parentElement?.closest('[data-at]') ?? null;

/** @param {HTMLElement} element with data-at @returns {string} a JSON pointer */
export function pointerOf(element) {
  const around = partAround(element);
  return (around ? pointerOf(around) : '') + element.dataset.at;
}

/**
 * @param {HTMLElement} control
 * @returns {string} pointer of the part of the form around it that stays in the document when nothing
 *   is left in it
 */
export function pointerAround(control) {
  let around = partAround(control);
  while (around?.dataset.goesWhenEmpty !== undefined) around = partAround(around);
  return around ? pointerOf(around) : '';
}

/** @param {Element} element @returns {element is Control} */
export const isControl = (element) => element.matches('input, textarea, select');

/** @param {HTMLElement} element whether its text is one for each language */
export const isTranslated = (element) => element.dataset.translated !== undefined;
