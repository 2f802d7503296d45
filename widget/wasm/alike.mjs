// node alike.mjs MODULE.wat MODULE.wasm WASM-OPT [OPTION...]: makes a module of its text, in which each function
// stands beside the one that it is most like. What compresses the module finds the same bytes nearer, and says so
// in fewer. What counts as alike is tried in some ways, for none is always the best: the smallest module stays.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';

/** @typedef {{ text: string, runs: Set<string> }} Code a function's text, and all runs of so many words in it */

// Calls to the first functions of a module take one byte, to those after them two: neither side takes from the other.
const oneByte = 128;
const lengths = [2, 3, 4, 5, 6, 7];

const [written, made, wasmOpt, ...options] = process.argv.slice(2);
const parts = readFileSync(written, 'utf8')
  .trimEnd()
  .slice(0, -1)
  .split(/^(?= \()/m);
const isFunction = (/** @type {string} */ part) => part.startsWith(' (func ');
const functions = parts.filter(isFunction);
const others = parts.filter((part) => !isFunction(part));
const near = oneByte - others.filter((part) => /^ \(import .*\(func /.test(part)).length;

/** @returns {Code} */
function read(/** @type {string} */ text, /** @type {number} */ length) {
  const words = text.split(/\s+/);
  return { text, runs: new Set(words.map((_, at) => words.slice(at, at + length).join(' '))) };
}

/** What both have in common, of what both have (Otsuka's coefficient). */
function alike(/** @type {Code} */ one, /** @type {Code} */ other) {
  const [few, many] = one.runs.size < other.runs.size ? [one.runs, other.runs] : [other.runs, one.runs];
  let common = 0;
  for (const run of few) if (many.has(run)) ++common;
  return common / Math.sqrt(few.size * many.size);
}

/** The same functions, from the first on each followed by the one of the rest that it is most like. */
function inOrder(/** @type {Code[]} */ [first, ...others]) {
  const ordered = [first];
  const rest = new Set(others);
  while (rest.size > 0) {
    const last = ordered[ordered.length - 1];
    const measured = [...rest].map((code) => ({ code, by: alike(last, code) }));
    const { code } = measured.reduce((best, one) => (one.by > best.by ? one : best));
    ordered.push(code);
    rest.delete(code);
  }
  return ordered;
}

/** @param {number} length of the runs @returns {Buffer} the module */
function make(length) {
  const all = functions.map((text) => read(text, length));
  const sides = [all.slice(0, near), all.slice(near)].filter((side) => side.length > 0);
  const ordered = sides.flatMap(inOrder).map(({ text }) => text);
  writeFileSync(written, [...others, ...ordered, ')\n'].join(''));
  execFileSync(wasmOpt, [...options, written, '-o', made]);
  return readFileSync(made);
}

const modules = lengths.map(make).map((bytes) => ({ bytes, size: brotliCompressSync(bytes).length }));
const { bytes } = modules.reduce((best, one) => (one.size < best.size ? one : best));
writeFileSync(made, bytes);
