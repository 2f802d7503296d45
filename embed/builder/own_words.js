// Where a text may stay empty, because the box has words of its own, these are shown.

import { find } from './find.js';

/**
 * @param {HTMLTextAreaElement} control
 * @returns {string} the key of its words in the catalogue
 */
function keyOf(control) {
  const { ownWords } = control.dataset;
  const purpose = control.closest('li')?.querySelector('[data-at="/purpose"]');
  return ownWords || `consent_${purpose instanceof HTMLSelectElement ? purpose.value : ''}`;
}

/**
 * @param {HTMLTextAreaElement} control
 * @param {HTMLInputElement} controller whose consent it is where it is no partner's
 * @returns {string} who asks
 */
function askerOf(control, controller) {
  const partner = control.closest('li')?.querySelector(':not([hidden]) > * > [data-proposes]');
  const { value, dataset } = partner instanceof HTMLInputElement ? partner : controller;
  return value || String(dataset.standIn);
}

/**
 * @param {HTMLFormElement} form
 * @param {Record<string, string>} words of the box
 */
export function showOwnWords(form, words) {
  const controller = find(form, '#at-controller-name', HTMLInputElement);
  for (const control of form.querySelectorAll('[data-own-words]')) {
    if (!(control instanceof HTMLTextAreaElement)) continue;
    const own = words[keyOf(control)] ?? '';
    control.placeholder = own.replaceAll('{{controller}}', () => askerOf(control, controller));
  }
}
