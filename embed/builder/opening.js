// Takes a document from a file or an address. One with errors is not taken: they are listed by
// their lines, and the draft stays.

import { sentence } from './core.js';
import { element, find } from './find.js';
import { counted } from './mistakes.js';
import { listenToClosing } from './questions.js';

/** @import { BuilderCore, Mistake } from './core.js' */
/** @import { Json } from './pointer.js' */

const mostListed = 100;

/** @param {Mistake} mistake */
function lineOf(mistake) {
  const { line, column, pointer } = mistake;
  const where = line > 0 ? `Line ${line}, column ${column}` : 'The document';
  const item = element('li', `${where}: ${sentence(mistake)}`);
  if (pointer) item.append(' ', element('code', pointer));
  return item;
}

export class Opening {
  #core;
  #open;
  #dialog = find(document, '#open-dialog', HTMLDialogElement);
  #file = find(document, '#open-file', HTMLInputElement);
  #address = find(document, '#open-address', HTMLInputElement);
  #says = find(document, '#open-mistakes', HTMLElement);

  /** @param {BuilderCore} core @param {(document: Json) => void} open */
  constructor(core, open) {
    this.#core = core;
    this.#open = open;
    listenToClosing(this.#dialog);
    find(document, '#open', HTMLElement).addEventListener('click', () => {
      this.#says.replaceChildren();
      this.#file.value = '';
      this.#dialog.showModal();
    });
    this.#file.addEventListener('change', async () => {
      const file = this.#file.files?.[0];
      if (file) this.#take(await file.text());
    });
    find(document, '#open-form', HTMLFormElement).addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#download(this.#address.value.trim());
    });
  }

  /** @param {string} url */
  async #download(url) {
    try {
      const headers = { accept: 'application/json' };
      const response = await fetch(url, { credentials: 'omit', headers });
      if (response.ok) return this.#take(await response.text());
      this.#say(`${url}: expected the status 200, found ${response.status}.`);
    } catch {
      this.#say(`${url}: expected a document, found none that this page may read.`);
    }
  }

  /** @param {string} text */
  #take(text) {
    const errors = this.#core.check(text).filter(({ warning }) => !warning);
    if (errors.length > 0) {
      const list = element('ul', '');
      list.append(...errors.slice(0, mostListed).map(lineOf));
      const many = counted(errors.length, 'error');
      this.#say(`The draft stays as it is, for the document has ${many}:`, list);
      return;
    }
    this.#dialog.close();
    this.#open(JSON.parse(text));
  }

  /** @param {string} line @param {HTMLElement[]} more */
  #say(line, ...more) {
    this.#says.replaceChildren(element('p', line, { class: 'mistake' }), ...more);
  }
}
