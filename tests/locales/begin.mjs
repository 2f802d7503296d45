// The files of a language that nobody has begun: all its keys, without texts.

import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { canonical, written } from './files.mjs';
import { terms } from './glossary.mjs';
import { fileOf, keysFor, root } from './language.mjs';

/** @import { Part, What } from './language.mjs' */

/**
 * @param {string} tag
 * @param {URL} [from] the top of a repository
 * @returns {{ begun: string[], refused?: string }} files
 */
export function begin(tag, from = root) {
  if (canonical(tag) !== tag)
    return { begun: [], refused: `expected ${canonical(tag) ?? 'a language tag'}` };
  const empty = (/** @type {Part} */ part) =>
    Object.fromEntries(keysFor(part, tag).map((key) => [key, '']));
  /** @type {[What, unknown][]} */
  const contents = [
    ['words', empty('words')],
    ['consent', { review: { status: 'draft', by: '', on: '' }, wording: empty('consent') }],
    ['pages', empty('pages')],
    ['glossary', Object.fromEntries(Object.keys(terms).map((term) => [term, []]))],
  ];
  const there = contents
    .map(([what]) => fileOf(what, tag))
    .find((file) => existsSync(new URL(file, from)));
  if (there) return { begun: [], refused: `${there} is there` };
  for (const [what, content] of contents) {
    const place = new URL(fileOf(what, tag), from);
    mkdirSync(new URL('.', place), { recursive: true });
    writeFileSync(place, written(content));
  }
  return { begun: contents.map(([what]) => fileOf(what, tag)) };
}
