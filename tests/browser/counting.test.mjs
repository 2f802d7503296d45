// The number is kept current while somebody has the box before them, and no longer.

import { strict as assert } from 'node:assert';
import { test } from 'node:test';
import { counter, visit } from './box.mjs';
import { page } from './browser.mjs';
import { until } from './deadline.mjs';
import { healthData } from './documents.mjs';
import { openPartnerSite } from './partner-site.mjs';

/** Runs in the page, before the box does: long waits are short; their ends and what is asked for are counted. */
function hurry() {
  const seen = { over: 0, asked: 0 };
  const wait = window.setTimeout;
  const go = window.fetch;
  Object.assign(window, {
    seen,
    setTimeout: (/** @type {Function} */ work, /** @type {number} */ ms) => {
      // What drives the browser has waits of its own, of whole seconds.
      if (!(ms > 30_000 && ms % 1000)) return wait(() => work(), ms);
      return wait(() => {
        ++seen.over;
        work();
      }, 100);
    },
    fetch: (/** @type {any} */ url, /** @type {any} */ about) => {
      if (String(url).endsWith('/signatures')) ++seen.asked;
      return go(url, about);
    },
  });
}

/** @returns {Promise<{ over: number, asked: number }>} */
const seen = () => page.evaluate(() => Reflect.get(window, 'seen'));

/** The wait after the last answer is over, and nothing was asked for then. */
const rests = () =>
  until(async () => {
    const { over, asked } = await seen();
    return over === asked;
  }, 'a number that rests');

/** @param {() => Promise<unknown>} work after which the number is asked for again */
async function wakes(work) {
  const { asked } = await seen();
  await work();
  await until(async () => (await seen()).asked > asked + 1, 'numbers that are asked for');
}

/** @param {string} state */
const turn = (state) =>
  page.evaluate((state) => {
    Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  }, state);

test('the number is asked for again while the box is in view, and rests out of view and in a hidden window', async (t) => {
  let count = 100;
  const site = await openPartnerSite(
    t,
    {
      '/petition': { body: JSON.stringify(healthData()) },
      '/signatures': () => ({ body: `{"count":${++count}}` }),
      '/hurry.js': { type: 'text/javascript', body: `(${hurry})();` },
      '/tall.css': { type: 'text/css', body: 'main { padding-block-end: 300vh }' },
    },
    '<petition-box src="/petition" endpoint="/signatures" lang="en"><a href="/elsewhere">Sign</a></petition-box>',
    { head: '<script src="/hurry.js"></script><link rel="stylesheet" href="/tall.css">' },
  );
  await visit(page, site);
  await wakes(async () => {});
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  await rests();
  const { asked } = await seen();
  assert.equal(count, 100 + asked);
  await page.waitForElement(counter(count));
  await wakes(() => page.evaluate(() => scrollTo(0, 0)));
  await turn('hidden');
  await rests();
  await wakes(() => turn('visible'));
});
