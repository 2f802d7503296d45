// node alike.mjs MODULE.wat: puts the functions of a module, as text, in an order in which each stands beside
// the one that it is most like. What compresses the module finds the same bytes nearer, and says so in fewer.
import { readFileSync, writeFileSync } from 'node:fs';

/** @typedef {{ text: string, runs: Set<string> }} Code A function's text, and each run of three words in it */

// Calls to the first functions of a module take one byte, to those after them two: neither side takes from the other.
const ONE_BYTE = 128;

const [path] = process.argv.slice(2);
const lines = readFileSync(path, 'utf8').trimEnd().slice(0, -1);
const parts = lines.split(/^(?= \()/m);
const isFunction = (/** @type {string} */ part) => part.startsWith(' (func ');
const imported = parts.filter((part) => /^ \(import .*\(func /.test(part)).length;

/** @returns {Code} */
const read = (/** @type {string} */ text) => {
  const words = text.split(/\s+/);
  return { text, runs: new Set(words.slice(2).map((word, at) => `${words[at]} ${words[at + 1]} ${word}`)) };
};

/** Twice what both have in common, of what both have: from 0 to 1 (Dice's coefficient). */
const alike = (/** @type {Code} */ one, /** @type {Code} */ other) => {
  const common = [...one.runs].filter((run) => other.runs.has(run)).length;
  return (2 * common) / (one.runs.size + other.runs.size);
};

/** The same functions, from the first on each followed by the one of the rest that it is most like. */
const inOrder = (/** @type {Code[]} */ [first, ...others]) => {
  const ordered = [first];
  const rest = new Set(others);
  while (rest.size > 0) {
    const last = ordered[ordered.length - 1];
    const next = [...rest].reduce((best, one) => (alike(last, one) > alike(last, best) ? one : best));
    ordered.push(next);
    rest.delete(next);
  }
  return ordered;
};

const functions = parts.filter(isFunction).map(read);
const near = functions.slice(0, ONE_BYTE - imported);
const far = functions.slice(ONE_BYTE - imported);
const ordered = [near, far].filter(({ length }) => length > 0).flatMap(inOrder).map(({ text }) => text);
writeFileSync(path, [...parts.filter((part) => !isFunction(part)), ...ordered, ')\n'].join(''));
