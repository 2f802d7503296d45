// The names of a petition's own fields, options and consents: proposed from what the campaigner calls
// them, until somebody writes another. Which names will do is the core's to say.

import { parentOf } from './pointer.js';

/** @import { Json } from './pointer.js' */
/** @import { Sight } from './sight.svelte.js' */

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

/**
 * @param {Sight} sight
 * @param {string} kind of the items
 * @param {Json} item to be added
 * @param {Json[]} others that are in the list
 * @returns {Json} the item, with a name where its kind has one
 */
export function named(sight, kind, item, others) {
  if (!kinds[kind]) return item;
  return { [kinds[kind].member]: proposal(sight, kind, '', others), ...item };
}

/**
 * Gives an item the name that what is written in it proposes.
 * @param {Sight} sight
 * @param {string} kind of the item
 * @param {string} around pointer of what the text stands in: the item, or a part of it
 * @param {string} written that the document does not have yet
 */
export function follow(sight, kind, around, written) {
  const { draft, language } = sight;
  if (language !== draft.languages[0]) return;
  const { member, label } = kinds[kind];
  const item = label.includes('/', 1) ? parentOf(around) : around;
  const before = draft.textAt(item + label, language);
  const name = draft.at(`${item}/${member}`);
  if (name !== undefined && !namesFor(kind, before).includes(name)) return;
  const self = draft.at(item);
  const others = draft.listAt(parentOf(item)).filter((it) => it !== self);
  draft.put(`${item}/${member}`, proposal(sight, kind, written, others));
}

/** Gives the petition the name that its title proposes. @param {Sight} sight @param {string} title */
export function followTitle({ core, draft, language }, title) {
  if (language !== draft.languages[0]) return;
  const name = draft.at('/petition');
  const isOurs = name === core.tidied('name', draft.textAt('/title', language));
  if (name === undefined || isOurs) draft.put('/petition', core.tidied('name', title));
}

/** @param {Sight} sight @param {string} kind @param {string} label @param {Json[]} others */
function proposal({ core, draft }, kind, label, others) {
  const { member, list, around } = kinds[kind];
  const known = member === 'name' ? draft.known : [];
  const taken = [...known, ...others.map((item) => item?.[member])];
  const items = taken.map((name) => ({ [member]: name }));
  const item = `${list}/${items.length}`;
  const candidates = namesFor(kind, label);
  const fits = (/** @type {string} */ name) => {
    const document = around([...items, { [member]: name }]);
    const mistakes = core.check(JSON.stringify(document));
    return !mistakes.some(({ pointer }) => [item, `${item}/${member}`].includes(pointer));
  };
  return candidates.find(fits) ?? candidates[0];
}
