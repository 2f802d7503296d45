// What a cold visitor downloads, and whether that is within the budget: 40 kB, that is 40,000
// bytes, with brotli.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { embed } from './folders.mjs';

const budget = 40_000;

/** @typedef {{ name: string, raw: number, brotli: number }} Size in bytes */

/** @param {string} name in the folder of the box's files @returns {Size} */
function sizeOf(name) {
  const bytes = readFileSync(join(embed, name));
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 11,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  return { name, raw: bytes.length, brotli: brotliCompressSync(bytes, { params }).length };
}

const locales = readdirSync(join(embed, 'locales')).map((file) => sizeOf(`locales/${file}`));
const largestLocale = locales.reduce((largest, locale) =>
  locale.brotli > largest.brotli ? locale : largest,
);

const sizes = [
  ...['petition-box.js', 'petition-box.wasm', 'petition-box.css'].map(sizeOf),
  largestLocale,
];
const sum = (/** @type {'raw' | 'brotli'} */ kind) =>
  sizes.reduce((total, size) => total + size[kind], 0);
const total = { name: 'total', raw: sum('raw'), brotli: sum('brotli') };

console.log('file                       bytes    brotli');
for (const { name, raw, brotli } of [...sizes, total]) {
  console.log(`${name.padEnd(22)}${String(raw).padStart(10)}${String(brotli).padStart(10)}`);
}
console.log(`budget                          ${String(budget).padStart(10)}`);

if (total.brotli > budget) {
  console.error(`A cold visitor downloads ${total.brotli - budget} bytes more than the budget.`);
  process.exitCode = 1;
}
