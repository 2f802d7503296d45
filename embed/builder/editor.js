// The form of the petition: ties each control to the place of the document that its data-at names,
// or to the setting that its data-setting names.

import { find } from './find.js';
import { isControl, isTranslated, pointerAround, pointerOf } from './place.js';
import { escaped } from './pointer.js';

/** @import { Draft, Settings } from './draft.js' */
/** @import { Names } from './names.js' */
/** @import { Control } from './place.js' */
/** @import { Json } from './pointer.js' */

/**
 * Gives the control of each question an id, so that labels, hints and links find it.
 * @param {ParentNode} root
 */
export function nameControls(root) {
  for (const question of root.querySelectorAll('.question')) {
    const control = find(question, 'input, textarea, select', HTMLElement);
    const { at, setting } = control.dataset;
    if (at === undefined && setting === undefined) continue;
    control.id ||= setting
      ? `setting-${setting}`
      : `at${pointerOf(control).replace(/[^\w-]/g, '-')}`;
    find(question, 'label', HTMLLabelElement).htmlFor = control.id;
    const hint = question.querySelector('.hint');
    if (!hint) continue;
    hint.id = `${control.id}-hint`;
    control.setAttribute('aria-describedby', hint.id);
  }
}

/** @param {Json} value @returns {string} the JSON of an object; a text that is none yet */
function writtenAs(value) {
  if (typeof value === 'string') return value;
  return Object.keys(value ?? {}).length === 0 ? '' : JSON.stringify(value, null, 2);
}

/** @param {string} text @returns {Json} the object that it is the JSON of; else the text */
function readAs(text) {
  if (text.trim() === '') return {};
  try {
    const value = JSON.parse(text);
    return value?.constructor === Object ? value : text;
  } catch {
    return text;
  }
}

/** @param {HTMLSelectElement} select @param {string} value */
const isChoice = (select, value) => [...select.options].some((option) => option.value === value);

export class Editor {
  #form;
  #draft;
  #names;
  /** What was in a part of the document, by the tick that took it out, should it be wanted again.
   * @type {WeakMap<Element, Json>} */
  #takenOut = new WeakMap();
  /** Of the texts that the form shows. */
  language = '';

  /**
   * @param {HTMLFormElement} form
   * @param {Draft} draft
   * @param {Names} names that follow what is written here
   */
  constructor(form, draft, names) {
    this.#form = form;
    this.#draft = draft;
    this.#names = names;
    nameControls(form);
    form.addEventListener('submit', (event) => event.preventDefault());
    form.addEventListener('input', ({ target }) => {
      const isControlHere = target instanceof HTMLElement && isControl(target);
      if (isControlHere && target.dataset.apart === undefined) this.#take(target);
    });
  }

  /** For another petition: what was taken out of this one is nothing to it. */
  forget() {
    this.#takenOut = new WeakMap();
  }

  /** @param {ParentNode} root the part of the form to fill from the draft */
  fill(root = this.#form) {
    for (const control of root.querySelectorAll('[data-at]:not([data-apart]), [data-setting]')) {
      if (control instanceof HTMLElement && isControl(control)) this.#show(control);
    }
    this.#showParts();
  }

  /** @param {Control} control */
  #show(control) {
    const { setting, part } = control.dataset;
    if (setting) {
      control.value = this.#draft.settings[/** @type {keyof Settings} */ (setting)];
      return;
    }
    const value = this.#draft.at(pointerOf(control));
    if (isTranslated(control)) {
      control.lang = this.language;
      control.dir = 'auto';
      control.value = this.#translation(value);
    } else if (control instanceof HTMLInputElement && control.type === 'checkbox') {
      control.checked = part === undefined ? value === true : value !== undefined;
    } else if (control.dataset.json !== undefined) {
      // How it is laid out is the writer's own.
      const isThere = JSON.stringify(readAs(control.value)) === JSON.stringify(value);
      if (!isThere) control.value = writtenAs(value);
    } else {
      const text = String(value ?? control.dataset.usual ?? '');
      // What the form has no choice for stays chosen.
      if (control instanceof HTMLSelectElement && !isChoice(control, text)) {
        control.append(new Option(text, text));
      }
      control.value = text;
    }
  }

  /** @param {Json} text as the document has it */
  #translation(text) {
    if (typeof text !== 'string') return String(text?.[this.language] ?? '');
    return this.language === this.#draft.languages[0] ? text : '';
  }

  /** @param {Control} control that the campaigner has changed */
  #take(control) {
    const { at, setting } = control.dataset;
    if (at === undefined && setting === undefined) return;
    const isTick = control instanceof HTMLInputElement && control.type === 'checkbox';
    this.#draft.step(isTick ? '' : `${setting ?? pointerOf(control)} ${this.language}`);
    if (setting) this.#draft.set(/** @type {keyof Settings} */ (setting), control.value.trim());
    if (at === undefined) return;
    this.#names.follow(control, this.language);
    if (isTranslated(control)) this.#takeTranslation(control);
    else if (isTick) this.#takeTick(control);
    else if (control.dataset.json !== undefined) {
      this.#draft.put(pointerOf(control), readAs(control.value));
    } else this.#takeText(control, pointerOf(control), control.value.trim());
  }

  /** @param {Control} control */
  #takeTranslation(control) {
    const pointer = pointerOf(control);
    const text = this.#draft.at(pointer);
    if (text === '') this.#draft.put(pointer, {});
    else if (typeof text === 'string') {
      this.#draft.put(pointer, { [this.#draft.languages[0]]: text });
    }
    this.#takeText(control, `${pointer}/${escaped(this.language)}`, control.value);
    // A list keeps its item, which has no text now.
    const left = this.#draft.at(pointer);
    if (left !== undefined && Object.keys(left).length === 0) this.#draft.put(pointer, '');
  }

  /** @param {Control} control @param {string} pointer @param {string} text */
  #takeText(control, pointer, text) {
    if (text === (control.dataset.usual ?? '')) {
      this.#draft.remove(pointer, pointerAround(control));
    } else {
      // What is no number goes into the document as it is, for the core to say what is wrong.
      const isNumber = control.dataset.number !== undefined && /^\d+$/.test(text);
      this.#draft.put(pointer, isNumber ? Number(text) : text);
    }
  }

  /** @param {HTMLInputElement} control */
  #takeTick(control) {
    const pointer = pointerOf(control);
    const { part } = control.dataset;
    const value =
      part === undefined ? true : (this.#takenOut.get(control) ?? JSON.parse(part || '{}'));
    if (control.checked) {
      this.#draft.put(pointer, value);
    } else {
      this.#takenOut.set(control, this.#draft.at(pointer));
      this.#draft.remove(pointer, pointerAround(control));
    }
    this.fill();
  }

  #showParts() {
    for (const part of this.#form.querySelectorAll('[data-shown-if-there]')) {
      if (!(part instanceof HTMLElement)) continue;
      part.hidden = this.#draft.at(pointerOf(part)) === undefined;
    }
  }
}
