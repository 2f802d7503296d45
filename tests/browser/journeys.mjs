// All browser tests in one browser: ENGINE=chromium|firefox|webkit node --test-reporter=spec
// tests/browser/journeys.mjs

import './reading.test.mjs';
import './signing.test.mjs';
import './mistakes.test.mjs';
import './keyboard.test.mjs';
import './outage.test.mjs';
import './refusals.test.mjs';
import './policy.test.mjs';
import './hostile.test.mjs';
import './broken-documents.test.mjs';
import './accessibility.test.mjs';
import './without-script.test.mjs';
import './plain.test.mjs';
import './lazy.test.mjs';
import './without-wasm.test.mjs';
import './takeover.test.mjs';
import './frame.test.mjs';
import './homes.test.mjs';
import './by-itself.test.mjs';
import './hostile-style.test.mjs';
import './several.test.mjs';
import './moving.test.mjs';
import './sandboxed.test.mjs';
import './from-disk.test.mjs';
import './frameworks.test.mjs';
import './builder.test.mjs';
