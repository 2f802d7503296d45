// All browser tests in one browser: ENGINE=chromium|firefox|webkit node --test-reporter=spec
// tests/browser/journeys.mjs

import { readdirSync } from 'node:fs';

const files = readdirSync(new URL('.', import.meta.url)).filter((name) => name.endsWith('.test.mjs'));
for (const file of files.sort()) await import(`./${file}`);
