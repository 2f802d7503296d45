// Says whether the draft is kept, and offers what there is against losing it: a step back, and a
// file.

import { find } from './find.js';

/** @import { Draft } from './draft.js' */

const says = {
  kept: 'The draft is kept in this browser.',
  forked: 'Another tab goes on with this draft: what is here is kept as one of its own.',
  lost: 'This browser does not keep the draft: it has no room, or keeps nothing for this page.',
};

export class Keeping {
  #draft;
  #says = find(document, '#kept', HTMLElement);
  #undo = find(document, '#undo', HTMLButtonElement);
  #redo = find(document, '#redo', HTMLButtonElement);
  #save = find(document, '#save-draft', HTMLAnchorElement);

  /** @param {Draft} draft */
  constructor(draft) {
    this.#draft = draft;
    this.#undo.addEventListener('click', () => draft.undo());
    this.#redo.addEventListener('click', () => draft.redo());
    this.#save.addEventListener('click', () => {
      this.#offer();
      draft.saved();
    });
    addEventListener('beforeunload', (event) => {
      if (!draft.unsaved) return;
      event.preventDefault();
      // Chromium before 119 asks only then.
      event.returnValue = true;
    });
    for (const type of ['change', 'replace', 'open'])
      draft.addEventListener(type, () => this.#draw());
    this.#draw();
  }

  #draw() {
    const { kept, forked, canUndo, canRedo } = this.#draft;
    const line = says[!kept ? 'lost' : forked ? 'forked' : 'kept'];
    if (this.#says.textContent !== line) this.#says.textContent = line;
    this.#says.classList.toggle('mistake', !kept);
    this.#save.hidden = kept;
    this.#enable(this.#undo, canUndo, this.#redo);
    this.#enable(this.#redo, canRedo, this.#undo);
  }

  /**
   * @param {HTMLButtonElement} button
   * @param {boolean} enabled
   * @param {HTMLButtonElement} other has the focus where this one loses it
   */
  #enable(button, enabled, other) {
    const focused = document.activeElement === button;
    button.disabled = !enabled;
    if (enabled || !focused) return;
    other.disabled = false;
    other.focus();
  }

  /** With the draft as it is now. */
  #offer() {
    URL.revokeObjectURL(this.#save.href);
    const file = new Blob([this.#draft.file], { type: 'application/json' });
    this.#save.href = URL.createObjectURL(file);
  }
}
