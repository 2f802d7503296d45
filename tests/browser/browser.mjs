// The one browser that the tests of a run share: ENGINE=chromium, firefox or webkit.

import { after } from 'node:test';
import { engines, open } from './engines.mjs';

/** @typedef {import('node:test').TestContext} TestContext */

const name = process.env.ENGINE ?? 'chromium';

const browser = await open(name);
console.log(`${browser.name} ${browser.version}`);
after(() => browser.close());

export const page = browser.page;

/** The settings that this engine has not, and why. */
export const { cannot } = engines[name];

/**
 * Another browser of the same engine, for what cannot be changed once a browser runs.
 * @param {TestContext} t at whose end the browser is closed
 * @param {import('./engines.mjs').Settings} settings
 * @returns {Promise<import('./page.mjs').Page>}
 */
export async function pageWith(t, settings) {
  const other = await open(name, settings);
  t.after(() => other.close());
  return other.page;
}
