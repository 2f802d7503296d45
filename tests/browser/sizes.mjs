// What a cold visitor downloads, by snippet, and whether that is within the budgets: 5 kB of script
// until the visitor comes near, and 48 kB in all; the page in a frame, which is lazy, comes then. A kB is 1,000 bytes, compressed with brotli.
// The files are measured as the endpoint sends them; the words are those of the first petition, and the
// longest ones are told beside them.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { healthData } from './documents.mjs';
import { embed } from './folders.mjs';
import { places, snippetOf } from './petition-render.mjs';

const budgets = { before: 5_000, total: 48_000, catalogue: 2_600 };

/** @typedef {{ name: string, raw: number, brotli: number }} Size in bytes */

/** @param {string} name @returns {Size} */
const file = (name) => ({
  name,
  raw: readFileSync(join(embed, name)).length,
  brotli: readFileSync(join(embed, `${name}.br`)).length,
});
const sum = (/** @type {Size[]} */ sizes) => sizes.reduce((total, { brotli }) => total + brotli, 0);
/** @param {string} kind of snippet @returns {number} bytes of its HTML */
const markup = (kind) =>
  brotliCompressSync(snippetOf(healthData(), '--snippet', kind, '--frame-page', '/frame', ...places)).length;

const script = file('petition-box.js');
const running = file('petition-box-running.js');
const wasm = file('petition-box.wasm');
const styles = file('petition-box.css');
const locale = file('locales/fr.usual.json');
const longest = readdirSync(join(embed, 'locales'))
  .filter((name) => name.endsWith('.usual.json'))
  .map((name) => file(`locales/${name}`))
  .reduce((largest, one) => (one.brotli > largest.brotli ? one : largest));
const frame = file('petition-box-frame.js');
const framed = file('framed.js');
/** Instead of the module, where there is no WebAssembly. */
const translation = file('petition-box.asm.js');

/** Of each snippet: the scripts that come with the page, and what comes once the visitor is near. */
const snippets = [
  { kind: 'element', scripts: [script], rest: [running, wasm, styles, locale] },
  { kind: 'pre-rendered', scripts: [script], rest: [running, wasm, styles, locale] },
  { kind: 'frame', scripts: [frame], rest: [framed, running, wasm, styles, locale] },
  { kind: 'plain', scripts: [], rest: [styles] },
];

const row = (/** @type {(string | number)[]} */ ...[first, ...numbers]) =>
  console.log(String(first).padEnd(24) + numbers.map((one) => String(one).padStart(14)).join(''));

row('file', 'bytes', 'brotli');
for (const { name, raw, brotli } of [script, running, wasm, styles, locale, longest, frame, framed, translation]) {
  row(name, raw, brotli);
}
console.log();
row('snippet, brotli', 'its HTML', 'script first', 'in all');
for (const { kind, scripts, rest } of snippets) {
  const before = sum(scripts);
  const total = before + sum(rest);
  row(kind, markup(kind), before, total);
  if (before > budgets.before || total > budgets.total) {
    console.error(`The snippet ${kind} is over the budget.`);
    process.exitCode = 1;
  }
}
row('budget', '', budgets.before, budgets.total);
if (longest.brotli > budgets.catalogue) {
  console.error(`The catalogue ${longest.name} is over ${budgets.catalogue} bytes.`);
  process.exitCode = 1;
}

// What comes once somebody has begun, and once they have signed.
console.log();
row('later', 'bytes', 'brotli');
const later = ['advice.js', 'petition-box-advice.wasm', 'share.js', 'petition-box-share.wasm', 'share.css', 'locales/share/fr.json'];
for (const { name, raw, brotli } of later.map(file)) row(name, raw, brotli);

// What a petition costs more whose endpoint speaks another protocol than the reference's. Where the
// attribute "protocol" says so, its module comes in the place of the first; where only the document
// does, after it.
console.log();
row('protocol', 'description', 'by attribute', 'by document');
const others = file('petition-box-whole.wasm').brotli;
for (const name of readdirSync(join(embed, 'protocols')).filter((name) => name.endsWith('.json'))) {
  const { brotli } = file(`protocols/${name}`);
  row(name, brotli, others - wasm.brotli + brotli, others + brotli);
}
