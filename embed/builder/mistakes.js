// Shows each mistake that the core reports beside the control that it is about, and all of them in
// a list of links. What is a mistake is the core's to say.

import { errorsIn, sentence } from './core.js';
import { element, find } from './find.js';
import { isControl, isTranslated, pointerOf } from './place.js';
import { escaped, parentOf } from './pointer.js';

/** @import { Mistake } from './core.js' */
/** @import { Draft } from './draft.js' */

/**
 * @typedef {object} Shown
 * @property {Mistake} mistake
 * @property {HTMLElement} place the control or the part of the form that it is about
 * @property {string} language of a text that it is about; empty for what is in no language
 */

let lastId = 0;

/**
 * The controls and parts of the form that are there, by what they are about; a control before the
 * part of the form that is about the same.
 * @param {HTMLElement} form
 * @param {Draft} draft
 * @returns {Map<string, HTMLElement>}
 */
export function placesIn(form, draft) {
  /** @type {Map<string, HTMLElement>} */
  const places = new Map([['', form]]);
  for (const place of form.querySelectorAll('[data-at]')) {
    if (!(place instanceof HTMLElement) || place.closest('[hidden]')) continue;
    const pointer = draft.withIndices(pointerOf(place));
    if (isControl(place) || !places.has(pointer)) places.set(pointer, place);
  }
  return places;
}

/**
 * @param {Map<string, HTMLElement>} places
 * @param {Mistake} mistake
 * @param {string[]} languages
 * @returns {Shown}
 */
function placed(places, mistake, languages) {
  let { pointer } = mistake;
  while (!places.has(pointer)) pointer = parentOf(pointer);
  const place = /** @type {HTMLElement} */ (places.get(pointer));
  // A control has an id by its pointer; a part of the form has none until it is spoken of.
  place.id ||= `part-${++lastId}`;
  const inLanguage = (/** @type {string} */ tag) =>
    mistake.pointer === `${pointer}/${escaped(tag)}` && isTranslated(place);
  const within = place.dataset.json === undefined ? '' : mistake.pointer.slice(pointer.length);
  return { mistake: { ...mistake, within }, place, language: languages.find(inLanguage) ?? '' };
}

/** @param {HTMLElement} place @returns {HTMLElement} where its mistakes are said */
function slotOf(place) {
  const id = `${place.id}-mistakes`;
  const present = document.getElementById(id);
  if (present) return present;
  const slot = element('div', '', { class: 'mistakes', id });
  const around = isControl(place) ? place.closest('.question, .choice') : place;
  // What is in the label would be in the tick's name.
  if (around?.matches('.choice')) around.after(slot);
  else if (isControl(place)) around?.append(slot);
  else if (around?.firstElementChild?.matches('legend')) around.firstElementChild.after(slot);
  else around?.prepend(slot);
  return slot;
}

/** @param {HTMLElement} place @param {HTMLElement} slot @param {boolean} said */
function describe(place, slot, said) {
  const ids = (place.getAttribute('aria-describedby') ?? '').split(' ').filter(Boolean);
  const others = ids.filter((id) => id !== slot.id);
  const all = said ? [...others, slot.id] : others;
  if (all.length > 0) place.setAttribute('aria-describedby', all.join(' '));
  else place.removeAttribute('aria-describedby');
}

/**
 * @param {HTMLElement} place a control or a part of the form
 * @param {Mistake[]} mistakes all that are about it
 */
export function sayAt(place, mistakes) {
  if (mistakes.length === 0 && !place.hasAttribute('data-mistaken')) return;
  place.toggleAttribute('data-mistaken', mistakes.length > 0);
  const slot = slotOf(place);
  const lines = mistakes.map((mistake) =>
    element('p', sentence(mistake), { class: mistake.warning ? 'warning' : 'mistake' }),
  );
  slot.replaceChildren(...lines);
  describe(place, slot, lines.length > 0);
  if (!isControl(place)) return;
  place.classList.toggle('unwritten', place.value === '');
  if (errorsIn(mistakes).length > 0) place.setAttribute('aria-invalid', 'true');
  else place.removeAttribute('aria-invalid');
}

/** @param {HTMLElement} place @returns {string} what the form calls it */
function nameOf(place) {
  const label = isControl(place) ? place.labels?.[0] : place.querySelector(':scope > legend');
  return (label?.textContent ?? '').replace(/\s+/g, ' ').trim() || 'The document';
}

/** @param {number} number @param {string} what @returns {string} "1 error", "2 errors" */
export const counted = (number, what) => `${number} ${what}${number === 1 ? '' : 's'}`;

export class Mistakes {
  #form;
  #draft;
  #goTo;
  /** @type {HTMLElement[]} */
  #mistaken = [];

  /**
   * @param {HTMLElement} form
   * @param {Draft} draft
   * @param {(place: HTMLElement, language: string) => void} goTo what a link of the summary does
   */
  constructor(form, draft, goTo) {
    this.#form = form;
    this.#draft = draft;
    this.#goTo = goTo;
  }

  /**
   * @param {Mistake[]} mistakes of the document
   * @param {string} language that the form shows
   */
  show(mistakes, language) {
    const places = placesIn(this.#form, this.#draft);
    const { languages } = this.#draft;
    const shown = mistakes.map((mistake) => placed(places, mistake, languages));
    /** @type {Map<HTMLElement, Mistake[]>} */
    const byPlace = new Map(this.#mistaken.map((place) => [place, []]));
    for (const { mistake, place, language: its } of shown) {
      if (its !== '' && its !== language) continue;
      byPlace.set(place, [...(byPlace.get(place) ?? []), mistake]);
    }
    for (const [place, its] of byPlace) sayAt(place, its);
    this.#mistaken = [...byPlace].filter(([, its]) => its.length > 0).map(([place]) => place);
    this.#summarise(shown);
  }

  /** @param {Shown[]} shown */
  #summarise(shown) {
    const errors = errorsIn(shown.map(({ mistake }) => mistake)).length;
    const warnings = shown.length - errors;
    const summary = find(document, '#summary', HTMLDetailsElement);
    summary.dataset.worst = errors > 0 ? 'error' : warnings > 0 ? 'warning' : 'none';
    const count = find(document, '#count', HTMLElement);
    const says =
      shown.length === 0
        ? 'No mistakes'
        : [errors && counted(errors, 'error'), warnings && counted(warnings, 'warning')]
            .filter(Boolean)
            .join(', ');
    if (count.textContent !== says) count.textContent = says;
    find(document, '#mistakes', HTMLElement).replaceChildren(
      ...shown.map((entry) => this.#entry(entry)),
    );
  }

  /** @param {Shown} entry */
  #entry({ mistake, place, language }) {
    const item = element('li', '');
    const named = language === '' ? nameOf(place) : `${nameOf(place)} (${language})`;
    const link = element('a', `${named}: ${sentence(mistake)}`, { href: `#${place.id}` });
    link.addEventListener('click', (event) => {
      event.preventDefault();
      this.#goTo(place, language);
    });
    item.append(link);
    return item;
  }
}
