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
