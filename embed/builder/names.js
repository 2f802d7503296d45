// The names of a petition's own fields, options and consents: proposed from what the campaigner calls
// them, until somebody writes another. Which names will do is the core's to say.

import { pointerOf } from './place.js';
import { parentOf } from './pointer.js';

/** @import { BuilderCore } from './core.js' */
/** @import { Draft } from './draft.js' */
/** @import { Control } from './place.js' */
/** @import { Json } from './pointer.js' */

/**
 * @typedef {object} Kind of what has a name
 * @property {string} member that has the name
 * @property {string} label pointer in the item: what a name is proposed from
 * @property {string} list pointer of such a list in a document
 * @property {(items: Json[]) => Json} around a document with nothing but that list
 */

/** @type {Record<string, Kind>} by the word that names begin with where no other will do */
const kinds = {
  field: { member: 'name', label: '/label', list: '/fields', around: (fields) => ({ fields }) },
  option: {
    member: 'value',
    label: '/label',
    list: '/fields/0/options',
    around: (options) => ({ fields: [{ kind: 'choice', options }] }),
  },
  consent: {
    member: 'name',
    label: '/by/name',
    list: '/consents',
    around: (consents) => ({ consents }),
  },
};

const longestWord = 20;
const mostAlike = 50;

/** @param {string} label @returns {string} of a to z, 0 to 9 and _; empty where nothing is left */
const wordOf = (label) =>
  label
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .slice(0, longestWord)
    .replace(/^_|_$/g, '');

/** @param {string} kind @param {string} label @returns {string[]} names for it, the best first */
function namesFor(kind, label) {
  const word = wordOf(label);
  const longer = word ? `${kind}_${word}` : kind;
  const numbered = Array.from({ length: mostAlike }, (_, index) => `${longer}_${index + 2}`);
  return [...(word ? [word] : []), longer, ...numbered];
}

export class Names {
  #core;
  #draft;

  /** @param {BuilderCore} core @param {Draft} draft */
  constructor(core, draft) {
    this.#core = core;
    this.#draft = draft;
  }

  /**
   * @param {string} kind of the items
   * @param {Json} item to be added
   * @param {Json[]} others that are in the list
   * @returns {Json} the item, with a name where its kind has one
   */
  named(kind, item, others) {
    if (!kinds[kind]) return item;
    return { [kinds[kind].member]: this.#proposal(kind, '', others), ...item };
  }

  /**
   * Gives a row the name that what is written in a control of it proposes.
   * @param {Control} control whose text the document does not have yet
   * @param {string} language of the text
   */
  follow(control, language) {
    const { proposes } = control.dataset;
    const row = control.closest('li');
    if (!proposes || !row || language !== this.#draft.languages[0]) return;
    const { member, label } = kinds[proposes];
    const item = pointerOf(row);
    const text = this.#draft.at(item + label);
    const before = String(typeof text === 'object' ? (text[language] ?? '') : (text ?? ''));
    const name = this.#draft.at(`${item}/${member}`);
    if (name !== undefined && !namesFor(proposes, before).includes(name)) return;
    const self = this.#draft.at(item);
    const others = this.#draft.at(parentOf(item)).filter((/** @type {Json} */ it) => it !== self);
    const proposal = this.#proposal(proposes, control.value, others);
    this.#draft.put(`${item}/${member}`, proposal);
    for (const shown of row.querySelectorAll(`[data-at="/${member}"]`)) {
      const isIt = shown instanceof HTMLInputElement && pointerOf(shown) === `${item}/${member}`;
      if (isIt) shown.value = proposal;
    }
  }

  /** @param {string} kind @param {string} label @param {Json[]} others @returns {string} */
  #proposal(kind, label, others) {
    const { member, list, around } = kinds[kind];
    const known = member === 'name' ? this.#draft.known : [];
    const taken = [...known, ...others.map((item) => item?.[member])];
    const items = taken.map((name) => ({ [member]: name }));
    const item = `${list}/${items.length}`;
    const candidates = namesFor(kind, label);
    const fits = (/** @type {string} */ name) => {
      const document = around([...items, { [member]: name }]);
      const mistakes = this.#core.check(JSON.stringify(document));
      return !mistakes.some(({ pointer }) => [item, `${item}/${member}`].includes(pointer));
    };
    return candidates.find(fits) ?? candidates[0];
  }
}
