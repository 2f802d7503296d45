// The lists of the form: a row for each item, which can be added, removed and moved. A list with
// data-own has no rows for the fields and consents that every box knows: these have places of their
// own in the form, and rows move among them.

import { copyOf, find } from './find.js';
import { nameControls } from './editor.js';
import { pointerOf } from './place.js';

/** @import { Draft } from './draft.js' */
/** @import { Editor } from './editor.js' */
/** @import { Names } from './names.js' */
/** @import { Json } from './pointer.js' */

/** @param {Element | null} row @returns {number} of its item */
const indexOf = (row) => Number(row?.getAttribute('data-at')?.slice(1));

export class Rows {
  #form;
  #draft;
  #editor;
  #names;
  #say;

  /**
   * @param {HTMLFormElement} form
   * @param {Draft} draft
   * @param {Editor} editor
   * @param {Names} names for new rows
   * @param {(line: string) => void} say to whoever cannot see that a row has moved
   */
  constructor(form, draft, editor, names, say) {
    this.#form = form;
    this.#draft = draft;
    this.#editor = editor;
    this.#names = names;
    this.#say = say;
    draft.addEventListener('items', () => this.draw());
    form.addEventListener('click', ({ target }) => {
      const button = target instanceof Element ? target.closest('button') : null;
      const list = button?.closest('[data-list]');
      if (button && list instanceof HTMLElement) this.#change(list, button);
    });
  }

  /** Draws all lists anew. @param {HTMLElement} [root] that they stand in */
  draw(root = this.#form) {
    for (const list of root.querySelectorAll('[data-list]')) {
      // One in a row was drawn anew with the row.
      if (list instanceof HTMLElement && list.isConnected) this.#draw(list);
    }
    this.#editor.fill(root);
  }

  /** @param {HTMLElement} list @returns {Json[]} */
  #items(list) {
    const items = this.#draft.at(pointerOf(list));
    return Array.isArray(items) ? items : [];
  }

  /** @param {HTMLElement} list */
  #draw(list) {
    const template = String(list.dataset.list);
    const items = this.#items(list);
    const rows = items.flatMap((item, index) => {
      if (list.dataset.own !== undefined && this.#draft.known.includes(item?.name)) return [];
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
      find(actions, '[data-move="1"]', HTMLButtonElement).disabled = index === items.length - 1;
      return row;
    });
    find(list, 'ol', HTMLElement).replaceChildren(...rows);
    nameControls(list);
    for (const row of rows) this.draw(row);
  }

  /** @param {HTMLElement} list @param {HTMLButtonElement} button of the list */
  #change(list, button) {
    const items = [...this.#items(list)];
    const index = indexOf(button.closest('li'));
    const { add, remove, move } = button.dataset;
    this.#draft.step();
    if (add !== undefined) {
      const item = JSON.parse(list.dataset.item ?? '""');
      this.#put(list, [...items, this.#names.named(String(list.dataset.list), item, items)]);
      this.#focus(list, items.length, ['input, textarea']);
    } else if (remove !== undefined) {
      this.#put(
        list,
        items.filter((_, other) => other !== index),
      );
      this.#focus(list, Math.min(index, items.length - 2), [':scope > * > [data-remove]']);
      this.#say(`The ${list.dataset.list} is removed. Undo brings it back.`);
    } else if (move !== undefined) {
      const to = index + Number(move);
      const [item] = items.splice(index, 1);
      items.splice(to, 0, item);
      this.#put(list, items);
      const moving = ':scope > * > [data-move';
      this.#focus(list, to, [`${moving}="${move}"]:enabled`, `${moving}]:enabled`]);
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
   * @param {number} index of an item; the row before it is meant where it has none
   * @param {string[]} selectors in that row, the preferred one first
   */
  #focus(list, index, selectors) {
    const rows = [...find(list, 'ol', HTMLElement).children];
    const row = rows.findLast((row) => indexOf(row) <= index) ?? rows[0];
    const wanted = selectors.map((selector) => row?.querySelector(selector)).find(Boolean);
    const target = wanted ?? list.querySelector('[data-add]');
    if (target instanceof HTMLElement) target.focus();
  }
}
