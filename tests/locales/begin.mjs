// The files of a language that it has not yet: all their keys, without texts; of a variant, those of its language.

import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { originOf } from '../../embed/catalogue.mjs';
import { canonical, filesOf, written } from './files.mjs';
import { terms } from './glossary.mjs';
import { fileOf, keysFor, read, root } from './language.mjs';

/** @import { Part, What } from './language.mjs' */

/**
 * @param {string} tag
 * @param {URL} [from] the top of a repository
 * @returns {{ begun: string[], refused?: string }} files
 */
export function begin(tag, from = root) {
  if (canonical(tag) !== tag)
    return { begun: [], refused: `expected ${canonical(tag) ?? 'a language tag'}` };
  const origin = originOf(tag);
  if (!existsSync(new URL(fileOf('words', origin), from)) && origin !== tag)
    return { begun: [], refused: `expected ${origin} first` };
  const empty = (/** @type {Part} */ part) =>
    Object.fromEntries(keysFor(part, tag).map((key) => [key, '']));
  /** @type {Record<What, unknown>} */
  const contents = {
    words: empty('words'),
    whole: empty('whole'),
    share: empty('share'),
    consent: { review: { status: 'draft', by: '', on: '' }, wording: empty('consent') },
    pages: empty('pages'),
    builder: empty('builder'),
    protocols: empty('protocols'),
    glossary: Object.fromEntries(Object.keys(terms).map((term) => [term, []])),
  };
  const lacking = filesOf(tag).filter((what) => !existsSync(new URL(fileOf(what, tag), from)));
  if (lacking.length === 0) return { begun: [], refused: 'all of its files are there' };
  for (const what of lacking) {
    const place = new URL(fileOf(what, tag), from);
    mkdirSync(new URL('.', place), { recursive: true });
    const content = origin === tag ? contents[what] : JSON.parse(read(origin, from).sources[what]);
    writeFileSync(place, written(content));
  }
  return { begun: lacking.map((what) => fileOf(what, tag)) };
}
