// What a field of one kind has and another has not: the options of a choice come and go with it.

import { pointerAround } from './place.js';

/** @import { BuilderCore } from './core.js' */
/** @import { Draft } from './draft.js' */
/** @import { Names } from './names.js' */
/** @import { Rows } from './rows.js' */
/** @import { Json } from './pointer.js' */

export class Kinds {
  #core;
  #draft;
  #names;
  #rows;
  /** Of the fields whose kind was changed since they were drawn. @type {WeakMap<Element, Json[]>} */
  #takenOut = new WeakMap();

  /**
   * @param {HTMLFormElement} form
   * @param {BuilderCore} core
   * @param {Draft} draft
   * @param {Names} names
   * @param {Rows} rows
   */
  constructor(form, core, draft, names, rows) {
    this.#core = core;
    this.#draft = draft;
    this.#names = names;
    this.#rows = rows;
    form.addEventListener('input', ({ target }) => {
      if (target instanceof HTMLSelectElement && target.dataset.at === '/kind')
        this.#change(target);
    });
  }

  /** @param {HTMLSelectElement} select whose kind the document has */
  #change(select) {
    const pointer = `${pointerAround(select)}/options`;
    const options = this.#draft.at(pointer);
    const wanted = this.#hasOptions(select.value);
    if (wanted === (options !== undefined)) return;
    if (wanted) {
      const first = this.#names.named('option', {}, []);
      this.#draft.put(pointer, this.#takenOut.get(select) ?? [first]);
    } else {
      this.#takenOut.set(select, options);
      this.#draft.remove(pointer, pointerAround(select));
    }
    this.#rows.draw(/** @type {HTMLElement} */ (select.closest('li')));
  }

  /** @param {string} kind @returns {boolean} whether the core expects options of such a field */
  #hasOptions(kind) {
    const mistakes = this.#core.check(JSON.stringify({ fields: [{ kind }] }));
    return mistakes.some(({ pointer }) => pointer === '/fields/0/options');
  }
}
