// Shows another draft: one that this browser keeps, or a document from a file or an address. A
// document with errors is not taken: they are listed by their lines, and the draft stays.

import { errorsIn, sentence } from './core.js';
import { copyOf, element, find } from './find.js';
import { counted } from './mistakes.js';
import { agreed, listenToClosing } from './questions.js';
import { allKept, throwAway } from './shelf.js';

/** @import { BuilderCore, Mistake } from './core.js' */
/** @import { Content, Draft } from './draft.js' */
/** @import { Json } from './pointer.js' */
/** @import { Protocols } from './protocols.js' */

const mostListed = 100;

/** @param {Mistake} mistake */
function lineOf(mistake) {
  const { line, column, pointer } = mistake;
  const where = line > 0 ? `Line ${line}, column ${column}` : 'The document';
  const item = element('li', `${where}: ${sentence(mistake)}`);
  if (pointer) item.append(' ', element('code', pointer));
  return item;
}

/** @param {Content} content @returns {string} what its petition is called */
function nameOf({ document: { title, petition, languages } }) {
  const text = typeof title === 'string' ? title : title?.[languages?.[0]];
  return String(text || petition || 'Without a title');
}

/** @param {string} text @returns {Json} null where it is no JSON */
function jsonIn(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/**
 * @param {string} text of a file
 * @returns {Content | null} what is in it where Draft.file has written it
 */
function draftIn(text) {
  const { 'petition-box-draft': version, document, settings } = jsonIn(text) ?? {};
  return version === 1 && document !== null && typeof document === 'object'
    ? { document, settings }
    : null;
}

export class Opening {
  #core;
  #draft;
  #protocols;
  #dialog = find(document, '#open-dialog', HTMLDialogElement);
  #file = find(document, '#open-file', HTMLInputElement);
  #address = find(document, '#open-address', HTMLInputElement);
  #says = find(document, '#open-mistakes', HTMLElement);
  #list = find(document, '#drafts', HTMLElement);

  /** @param {BuilderCore} core @param {Draft} draft @param {Protocols} protocols */
  constructor(core, draft, protocols) {
    this.#core = core;
    this.#draft = draft;
    this.#protocols = protocols;
    listenToClosing(this.#dialog);
    find(document, '#open', HTMLElement).addEventListener('click', () => {
      this.#says.replaceChildren();
      this.#file.value = '';
      this.#drawList();
      this.#dialog.showModal();
    });
    this.#file.addEventListener('change', async () => {
      const file = this.#file.files?.[0];
      if (file) await this.#take(await file.text());
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

  #drawList() {
    const rows = allKept().map(({ id, changed, ...content }) => {
      const row = copyOf('draft');
      const name = nameOf(content);
      const open = find(row, '[data-open]', HTMLButtonElement);
      open.textContent = name;
      open.disabled = id === this.#draft.id;
      open.addEventListener('click', () => void this.#open(content, id));
      find(row, '[data-changed]', HTMLElement).textContent = open.disabled
        ? 'shown now'
        : new Date(changed).toLocaleString('en');
      find(row, '[data-name]', HTMLElement).textContent = name;
      const remove = find(row, '[data-throw-away]', HTMLButtonElement);
      remove.hidden = open.disabled;
      remove.addEventListener('click', async () => {
        if (!(await agreed(`Throw away the draft \u201c${name}\u201d?`, 'Throw it away'))) return;
        throwAway(id);
        this.#drawList();
        find(this.#dialog, '[data-close]', HTMLElement).focus();
      });
      return row;
    });
    this.#list.replaceChildren(...rows);
  }

  /** @param {Content} content @param {string} [id] of a draft that is kept */
  async #open(content, id) {
    const question = 'This browser has not kept the draft. Throw it away and open the other?';
    if (this.#draft.unsaved && !(await agreed(question, 'Open'))) return;
    this.#dialog.close();
    this.#draft.open(content, id);
  }

  /** @param {string} text */
  async #take(text) {
    const draft = draftIn(text);
    if (draft) return this.#open(draft);
    const document = jsonIn(text);
    await this.#protocols.load(document);
    const errors = errorsIn(this.#core.check(text, this.#protocols.textFor(document)));
    if (errors.length > 0) {
      const list = element('ul', '');
      list.append(...errors.slice(0, mostListed).map(lineOf));
      const many = counted(errors.length, 'error');
      this.#say(`The draft stays as it is, for the document has ${many}:`, list);
      return;
    }
    const { settings } = this.#draft;
    await this.#open({ document, settings });
  }

  /** @param {string} line @param {HTMLElement[]} more */
  #say(line, ...more) {
    this.#says.replaceChildren(element('p', line, { class: 'mistake' }), ...more);
  }
}
