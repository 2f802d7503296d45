// All browser tests in one browser, or those of some files:
// ENGINE=chromium|firefox|webkit node --test-reporter=spec tests/browser/journeys.mjs [NAME.test.mjs…]

import { readdirSync } from 'node:fs';

const all = readdirSync(new URL('.', import.meta.url)).filter((name) => name.endsWith('.test.mjs'));
const named = process.argv.slice(2);
for (const file of named.length > 0 ? named : all.sort()) await import(`./${file}`);
