// How long each part of tests/run took: node tests/parts.mjs JUNIT PART=SECONDS…
// JUNIT is what ctest has written of its tests, of which three run at a time.

import { readFileSync } from 'node:fs';

const [junit, ...parts] = process.argv.slice(2);

/** @param {string} name of a test @returns {string} a browser by itself, others by their folder */
const partOf = (name) => (name.startsWith('browser.') ? name : name.split('.')[0]);

/** @type {Map<string, number>} */
const tests = new Map();
for (const [, name, time] of readFileSync(junit, 'utf8').matchAll(
  /<testcase name="([^"]+)"[^>]* time="([\d.]+)"/g,
)) {
  tests.set(partOf(name), (tests.get(partOf(name)) ?? 0) + Number(time));
}

const row = (/** @type {string} */ name, /** @type {number} */ seconds) =>
  console.log(name.padEnd(36) + seconds.toFixed(0).padStart(6) + ' s');

console.log();
for (const part of parts) {
  const [name, seconds] = part.split('=');
  row(name, Number(seconds));
  if (name !== 'tests') continue;
  for (const [test, time] of [...tests].sort(([, a], [, b]) => b - a)) row(`  ${test}`, time);
}
