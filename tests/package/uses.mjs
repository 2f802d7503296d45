// All tests of the package, which is packed and installed once for them: ENGINE=chromium
// node --test-reporter=spec tests/package/uses.mjs

import { readdirSync } from 'node:fs';

const files = readdirSync(new URL('.', import.meta.url)).filter((name) => name.endsWith('.test.mjs'));
for (const file of files.sort()) await import(`./${file}`);
