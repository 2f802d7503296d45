// Whether the time to tell all mistakes of a document grows with their number, and no faster: for
// petition-check and for the module of the builder, 16,000 mistakes beside 4,000. Four times would be
// as fast; it must be at most eight.
// To be run by hand: node tests/bench/check.mjs
// The program is build/native's; PETITION_CHECK names another.

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { BuilderCore } from '../../embed/builder/core.js';

const program =
  process.env.PETITION_CHECK ??
  new URL('../../build/native/widget/petition-check', import.meta.url).pathname;
const module = new URL('../../build/embed/builder/petition-builder.wasm', import.meta.url);
const builder = new BuilderCore(new WebAssembly.Module(readFileSync(module)));

const most = 8;
const [few, many] = [4_000, 16_000];

/** @param {number} count @param {(index: number) => string} item */
const list = (count, item) => Array.from({ length: count }, (_, i) => item(i)).join(',');

/** Documents with so many mistakes. @type {Record<string, (count: number) => string>} */
const documents = {
  'unknown members': (count) => `{${list(count, (i) => `"m${i}":0`)}}`,
  'members on a line each': (count) => `{${list(count, (i) => `\n"m${i}":0`)}}`,
  'wrong items of a list': (count) => `{"demands":[${list(count, () => '7')}]}`,
  'objects that lack members': (count) => `{"timeline":[${list(count, () => '{"x":0}')}]}`,
  'unknown tags of a text': (count) => `{"title":{${list(count, (i) => `"x${i}":0`)}}}`,
  'the same field again': (count) => `{"fields":[${list(count, () => '{"name":"b"}')}]}`,
  'a name twice, at the end': (count) => `{${list(count, (i) => `"m${i}":0`)},"m1":0}`,
  'languages, and nothing in them': (count) =>
    `{"languages":[${list(count, (i) => `"a${i}"`)}],"demands":[{},{},{}]}`,
};

/** @param {() => void} work @returns {number} ms, of the fastest of three */
function time(work) {
  const times = [1, 2, 3].map(() => {
    const began = performance.now();
    work();
    return performance.now() - began;
  });
  return Math.min(...times);
}

/** @param {string[]} options @param {string} document */
function check(options, document) {
  try {
    execFileSync(program, [...options, '-'], { input: document, maxBuffer: 1 << 28 });
  } catch (error) {
    // It ends so where there are mistakes.
    if (/** @type {any} */ (error).status !== 1) throw error;
  }
}

/** @type {Record<string, (document: string) => void>} */
const readers = {
  'petition-check': (document) => check([], document),
  'petition-check --lang': (document) => check(['--lang', 'de', '--json'], document),
  builder: (document) => void builder.check(document),
};

for (const [reader, read] of Object.entries(readers)) {
  for (const [what, write] of Object.entries(documents)) {
    const [short, long] = [few, many].map((count) => time(() => read(write(count))));
    const ratio = long / short;
    console.log(
      `${reader.padEnd(24)}${what.padEnd(34)}${short.toFixed(1).padStart(8)} ms` +
        `${long.toFixed(1).padStart(8)} ms${ratio.toFixed(1).padStart(6)}`,
    );
    if (ratio > most) process.exitCode = 1;
  }
}
