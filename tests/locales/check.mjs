// Holds what the box says in each language to its rules (rules.mjs), and tells what is wrong, a line each.

import { readFileSync } from 'node:fs';
import { begin } from './begin.mjs';
import { typosOfDocuments } from './documents.mjs';
import { canonical } from './files.mjs';
import { lackingIn } from './keys.mjs';
import { read, root, tags } from './language.mjs';
import { fileOfExceptions, mistakesIn } from './rules.mjs';

/**
 * @import { Mistake } from './language.mjs'
 * @import { Exceptions } from './rules.mjs'
 */

const usage = `Usage: node tests/locales/check.mjs [TAG…]
       node tests/locales/check.mjs --missing [TAG]
       node tests/locales/check.mjs --new TAG
Checks the languages named, or all of them and the example petitions.
  --missing TAG   tells only what has no text yet
  --missing       tells how much that is, in all languages
  --new TAG       begins a language: the files that it has not yet, with all keys and no texts`;

/** @type {Record<string, Exceptions>} */
const exceptions = JSON.parse(readFileSync(new URL(fileOfExceptions, root), 'utf8'));

/** @param {Mistake[]} mistakes */
function tell(mistakes) {
  for (const { file, key, expected, found } of mistakes) {
    console.error(`${file}: ${key && `${key}: `}expected ${expected}, found ${found}`);
  }
  process.exitCode = mistakes.length > 0 ? 1 : 0;
}

/** @param {Mistake[]} lacking */
function tellHowMuch(lacking) {
  const files = [...new Set(lacking.map(({ file }) => file))];
  for (const name of files) {
    console.error(`${name}: ${lacking.filter(({ file }) => file === name).length} without text`);
  }
  process.exitCode = files.length > 0 ? 1 : 0;
}

/** @param {string} tag */
function beginLanguage(tag) {
  const { begun, refused } = begin(tag);
  for (const file of begun) console.log(file);
  if (!refused) return;
  console.error(`${tag}: ${refused}`);
  process.exitCode = 1;
}

const [first, ...others] = process.argv.slice(2);
if (first === '--missing' && others.length === 1 && canonical(others[0])) {
  tell(lackingIn(read(others[0])));
} else if (first === '--missing' && others.length === 0) {
  tellHowMuch(tags().flatMap((tag) => lackingIn(read(tag))));
} else if (first === '--new' && others.length === 1) {
  beginLanguage(others[0]);
} else if (first === undefined) {
  tell([...tags().flatMap((tag) => mistakesIn(read(tag), exceptions[tag])), ...typosOfDocuments()]);
} else if (first.startsWith('-')) {
  (first === '--help' ? console.log : console.error)(usage);
  process.exitCode = first === '--help' ? 0 : 2;
} else {
  tell([first, ...others].flatMap((tag) => mistakesIn(read(tag), exceptions[tag])));
}
