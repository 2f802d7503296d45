// What the petition asks of its signers: a row for each field that the core knows.

import { copyOf, find } from './find.js';
import { nameControls } from './editor.js';

/** @import { Draft } from './draft.js' */
/** @import { Editor } from './editor.js' */

/** @typedef {{ name: string, optional?: boolean, initial?: string }} FieldRequest */

export class Fields {
  #draft;
  #editor;
  #names;
  #labels;
  #countries;
  #list = find(document, '#fields', HTMLElement);

  /**
   * @param {Draft} draft
   * @param {Editor} editor
   * @param {{ fields: string[], countries: string[] }} vocabulary
   * @param {Record<string, string>} words of the box in English
   */
  constructor(draft, editor, { fields, countries }, words) {
    this.#draft = draft;
    this.#editor = editor;
    this.#names = fields;
    this.#labels = words;
    const regions = new Intl.DisplayNames('en', { type: 'region' });
    this.#countries = countries
      .map((code) => new Option(regions.of(code) ?? code, code))
      .sort((a, b) => a.text.localeCompare(b.text, 'en'));
    this.#list.addEventListener('change', ({ target }) => {
      if (!(target instanceof HTMLInputElement) || !target.dataset.asked) return;
      this.#ask(target.dataset.asked, target.checked);
    });
  }

  /** @returns {FieldRequest[]} */
  get #requests() {
    const requests = this.#draft.at('/fields');
    return Array.isArray(requests) ? requests : [];
  }

  draw() {
    const requests = this.#requests;
    this.#list.replaceChildren(
      ...this.#names.map((name) => {
        const row = copyOf('field');
        const index = requests.findIndex((request) => request.name === name);
        const asked = find(row, '[data-asked]', HTMLInputElement);
        asked.dataset.asked = name;
        asked.checked = index !== -1;
        for (const label of row.querySelectorAll('[data-field-name]')) {
          label.textContent = this.#labels[`field.${name}`];
        }
        if (index === -1) find(row, '[data-if-asked]', HTMLElement).remove();
        else row.dataset.at = `/${index}`;
        if (index !== -1 && name === 'country') row.append(this.#initial());
        return row;
      }),
    );
    nameControls(this.#list);
    this.#editor.fill(this.#list);
  }

  #initial() {
    const question = copyOf('initial-country');
    const select = find(question, 'select', HTMLSelectElement);
    select.append(...this.#countries.map((option) => option.cloneNode(true)));
    return question;
  }

  /** @param {string} name @param {boolean} asked */
  #ask(name, asked) {
    this.#draft.step();
    const rank = (/** @type {FieldRequest} */ request) => this.#names.indexOf(request.name);
    const others = this.#requests.filter((request) => request.name !== name);
    if (asked) {
      const after = others.findIndex((request) => rank(request) > this.#names.indexOf(name));
      others.splice(after === -1 ? others.length : after, 0, { name });
    }
    if (others.length > 0) this.#draft.put('/fields', others);
    else this.#draft.remove('/fields', '');
    this.draw();
    find(this.#list, `[data-asked="${name}"]`, HTMLElement).focus();
  }
}
