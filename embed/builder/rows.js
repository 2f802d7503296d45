// The lists of the form: a row for each item, which can be added, removed and moved.

import { copyOf, find } from './find.js';
import { nameControls } from './editor.js';
import { pointerOf } from './place.js';

/** @import { Draft } from './draft.js' */
/** @import { Editor } from './editor.js' */
/** @import { Json } from './pointer.js' */

export class Rows {
  #form;
  #draft;
  #editor;
  #say;

  /**
   * @param {HTMLFormElement} form
   * @param {Draft} draft
   * @param {Editor} editor
   * @param {(line: string) => void} say to whoever cannot see that a row has moved
   */
  constructor(form, draft, editor, say) {
    this.#form = form;
    this.#draft = draft;
    this.#editor = editor;
    this.#say = say;
    form.addEventListener('click', ({ target }) => {
      const button = target instanceof Element ? target.closest('button') : null;
      const list = button?.closest('[data-list]');
      if (button && list instanceof HTMLElement) this.#change(list, button);
    });
  }

  /** Draws all lists anew. */
  draw() {
    for (const list of this.#form.querySelectorAll('[data-list]')) {
      if (list instanceof HTMLElement) this.#draw(list);
    }
  }

  /** @param {HTMLElement} list @returns {Json[]} */
  #items(list) {
    const items = this.#draft.at(pointerOf(list));
    return Array.isArray(items) ? items : [];
  }

  /** @param {HTMLElement} list */
  #draw(list) {
    const template = String(list.dataset.list);
    const count = this.#items(list).length;
    const rows = Array.from({ length: count }, (_, index) => {
      const row = copyOf(template);
      const actions = copyOf('row-actions');
      row.dataset.at = `/${index}`;
      find(row, '.row-actions', HTMLElement).replaceWith(actions);
      for (const name of row.querySelectorAll('[data-row]')) {
        name.textContent = `${template} ${index + 1}`;
      }
      for (const number of row.querySelectorAll('[data-number]')) {
        number.textContent = String(index + 1);
      }
      find(actions, '[data-move="-1"]', HTMLButtonElement).disabled = index === 0;
      find(actions, '[data-move="1"]', HTMLButtonElement).disabled = index === count - 1;
      return row;
    });
    find(list, 'ol', HTMLElement).replaceChildren(...rows);
    nameControls(list);
    this.#editor.fill(list);
  }

  /** @param {HTMLElement} list @param {HTMLButtonElement} button of the list */
  #change(list, button) {
    const items = [...this.#items(list)];
    const index = Number(button.closest('li')?.dataset.at?.slice(1));
    const { add, remove, move } = button.dataset;
    this.#draft.step();
    if (add !== undefined) {
      this.#put(list, [...items, list.dataset.item === 'object' ? {} : '']);
      this.#focus(list, items.length, ['input, textarea']);
    } else if (remove !== undefined) {
      this.#put(list, items.filter((_, other) => other !== index));
      this.#focus(list, Math.min(index, items.length - 2), ['[data-remove]']);
      this.#say(`The ${list.dataset.list} is removed. Undo brings it back.`);
    } else if (move !== undefined) {
      const to = index + Number(move);
      const [item] = items.splice(index, 1);
      items.splice(to, 0, item);
      this.#put(list, items);
      this.#focus(list, to, [`[data-move="${move}"]:enabled`, '[data-move]:enabled']);
      this.#say(`It is now ${list.dataset.list} ${to + 1} of ${items.length}.`);
    }
  }

  /** @param {HTMLElement} list @param {Json[]} items */
  #put(list, items) {
    if (items.length > 0) this.#draft.put(pointerOf(list), items);
    else this.#draft.remove(pointerOf(list), '');
    this.#draw(list);
  }

  /**
   * @param {HTMLElement} list
   * @param {number} index
   * @param {string[]} selectors in that row, the preferred one first
   */
  #focus(list, index, selectors) {
    const row = find(list, 'ol', HTMLElement).children[index];
    const wanted = selectors.map((selector) => row?.querySelector(selector)).find(Boolean);
    const target = wanted ?? list.querySelector('[data-add]');
    if (target instanceof HTMLElement) target.focus();
  }
}
