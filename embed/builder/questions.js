// Dialogs that the browser shows and keeps the focus in.

import { find } from './find.js';

/** @param {HTMLDialogElement} dialog whose buttons with data-close leave everything as it is */
export function listenToClosing(dialog) {
  for (const button of dialog.querySelectorAll('[data-close]')) {
    button.addEventListener('click', () => dialog.close());
  }
}

/**
 * Asks before something is lost.
 * @param {string} question
 * @param {string} yes what the button says that goes on
 * @returns {Promise<boolean>}
 */
export function agreed(question, yes) {
  const dialog = find(document, '#question-dialog', HTMLDialogElement);
  find(dialog, '#question-text', HTMLElement).textContent = question;
  find(dialog, '#question-yes', HTMLElement).textContent = yes;
  dialog.returnValue = '';
  dialog.showModal();
  return new Promise((resolve) =>
    dialog.addEventListener('close', () => resolve(dialog.returnValue === 'yes'), { once: true }),
  );
}
