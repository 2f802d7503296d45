// The texts of the example petitions are set as those of the box.

import { readFileSync, readdirSync } from 'node:fs';
import { root } from './language.mjs';
import { typosIn } from './typography.mjs';

/** @import { Mistake } from './language.mjs' */

const folder = 'examples/petitions/';

/**
 * @param {any} value
 * @param {string} tag
 * @param {string} place a JSON pointer
 * @returns {{ place: string, text: string }[]} its texts in the language
 */
function textsIn(value, tag, place) {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === tag && typeof inner === 'string'
      ? { place: `${place}/${key}`, text: inner }
      : textsIn(inner, tag, `${place}/${key}`),
  );
}

/** @param {string} file @param {any} document @returns {Mistake[]} */
export const typosOfDocument = (file, document) =>
  document.languages.flatMap((/** @type {string} */ tag) => {
    const texts = textsIn(document, tag, '');
    const typos = typosIn(
      tag,
      texts.map(({ text }) => text),
    );
    return texts.flatMap(({ place }, i) =>
      typos[i].map((typo) => ({ file, key: place, rule: 'typography', ...typo })),
    );
  });

/** @returns {Mistake[]} */
export const typosOfDocuments = () =>
  readdirSync(new URL(folder, root)).flatMap((name) => {
    const source = readFileSync(new URL(folder + name, root), 'utf8');
    return typosOfDocument(folder + name, JSON.parse(source));
  });
