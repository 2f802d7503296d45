// The one browser that the tests of a run share: ENGINE=chromium, firefox or webkit.

import { after, afterEach } from 'node:test';
import { engines, open, viewport } from './engines.mjs';

const name = process.env.ENGINE ?? 'chromium';

const browser = await open(name);
console.log(`${browser.name} ${browser.version}`);
after(() => browser.close());

export const page = browser.page;

/** The settings that this engine has not, and why. */
export const { cannot } = engines[name];

/** Whether this engine runs what cannot differ between engines. */
export const isTheOne = name === 'chromium';

/**
 * The options of a test whose outcome cannot differ between engines: it runs in one of them.
 * @param {string} reason why it cannot
 * @param {boolean} [can] that this one of several can, which runs in each
 */
export const once = (reason, can = false) => ({
  skip: !can && !isTheOne && `in Chromium only: ${reason}`,
});

/** Browsers of the same engine with other settings, by these as JSON. @type {Map<string, ReturnType<typeof open>>} */
const others = new Map();
after(async () => {
  for (const other of others.values()) await (await other).close();
});

/**
 * A page with what cannot be changed once a browser runs. Tests that ask for the same have the same one.
 * @param {import('./engines.mjs').Settings} settings
 * @returns {Promise<import('./page.mjs').Page>}
 */
export async function pageWith(settings) {
  const key = JSON.stringify(settings);
  const other = others.get(key) ?? open(name, settings);
  others.set(key, other);
  return (await other).page;
}

// What a test has made of a page is not what the next one finds.
afterEach(async () => {
  for (const other of [{ page }, ...others.values()]) {
    await (await other).page.resize(viewport.width, viewport.height);
  }
});
