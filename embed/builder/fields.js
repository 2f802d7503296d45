// A tick for each field that the core knows, with what else there is to say of it.

import { copyOf, find } from './find.js';

/** @param {string[]} countries their codes @returns {HTMLElement} */
function initialCountry(countries) {
  const regions = new Intl.DisplayNames('en', { type: 'region' });
  const options = countries
    .map((code) => new Option(regions.of(code) ?? code, code))
    .sort((a, b) => a.text.localeCompare(b.text, 'en'));
  const question = copyOf('initial-country');
  find(question, 'select', HTMLSelectElement).append(...options);
  return question;
}

/**
 * To be called before the controls of the form have their ids.
 * @param {string[]} names
 * @param {string[]} countries their codes
 * @param {Record<string, string>} words of the box in English
 */
export function drawKnownFields(names, countries, words) {
  const rows = names.map((name) => {
    const row = copyOf('known-field');
    row.dataset.at = `/=${name}`;
    for (const label of row.querySelectorAll('[data-field-name]')) {
      label.textContent = words[`field.${name}`];
    }
    if (name === 'country') row.append(initialCountry(countries));
    return row;
  });
  find(document, '#fields', HTMLElement).replaceChildren(...rows);
}
