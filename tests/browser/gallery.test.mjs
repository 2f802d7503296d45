// Every state of the box, as the gallery of the examples has them: what axe-core finds in each.

import { strict as assert } from 'node:assert';
import { test } from 'node:test';
import { sharedEndpoint } from '../endpoint/shared.mjs';
import { axeRules, findings } from './axe.mjs';
import { inBox } from './box.mjs';
import { cannot, once, page as lightPage, pageWith } from './browser.mjs';
import { names, openState, themes } from './gallery.mjs';

/** @typedef {import('./page.mjs').Page} Page */

const inOne = once(axeRules);

/**
 * Opens each state and looks at it.
 * @param {{
 *   width: number,
 *   how?: Record<string, string>,
 *   page?: Page,
 *   of?: string[],
 *   also?: (state: string) => unknown,
 * }} options width in CSS pixels; how: theme, scheme and lang
 */
async function walk({ width, how, page = lightPage, of = names, also }) {
  const { url } = await sharedEndpoint();
  await page.resize(width, 900);
  for (const state of of) {
    await openState(page, url, state, how);
    assert.deepEqual(await findings(page), [], `${state} at ${width} pixels`);
    await also?.(state);
  }
}

test('axe-core finds nothing in any state, in French and wide', inOne, () => walk({ width: 1280 }));

test('axe-core finds nothing in any state from right to left, narrow and in the dark, nor is anything outside', inOne, () =>
  walk({
    width: 320,
    how: { lang: 'ar', scheme: 'dark' },
    also: async (state) => {
      const over = await lightPage.evaluate(
        () => document.documentElement.scrollWidth - innerWidth,
      );
      assert.ok(over <= 0, `${state}: ${over} pixels lie outside`);
    },
  }),
);

for (const theme of themes) {
  test(`in the theme ${theme} axe-core finds nothing, light and narrow, dark and wide, nor is anything outside`, inOne, async () => {
    const of = ['long', 'errors', 'asked', 'signed', 'button', 'form'];
    const also = async (/** @type {string} */ state) => {
      const over = await lightPage.evaluate(
        () => document.documentElement.scrollWidth - innerWidth,
      );
      assert.ok(over <= 0, `${state}: ${over} pixels lie outside`);
    };
    await walk({ width: 320, how: { theme, scheme: 'light', lang: 'ar' }, of, also });
    await walk({ width: 1280, how: { theme, scheme: 'dark' }, of, also });
  });
}

test(
  'axe-core finds nothing in an empty form, in mistakes and after signing',
  { skip: !inOne.skip && 'the test of every state does it here' },
  () => walk({ width: 390, of: ['empty', 'errors', 'signed'] }),
);

test(
  'in forced colours axe-core finds nothing in mistakes, nor in the second question',
  { skip: cannot.forcedColors ?? inOne.skip },
  async () =>
    walk({ width: 390, page: await pageWith({ forcedColors: true }), of: ['errors', 'asked'] }),
);

test(
  'on paper a signed box has no form, and the petition',
  once('it is a question about the stylesheet'),
  async () => {
    const page = await pageWith({ print: true });
    const { url } = await sharedEndpoint();
    await openState(page, url, 'signed');
    const seen = (/** @type {string} */ selector) =>
      page.on(inBox(selector), (e) => e.getClientRects().length > 0);
    assert.ok((await seen('.demands li')) && (await seen('.says')));
    assert.equal(await page.has(inBox('form')), false);
  },
);

test(
  'the gallery has a frame for each state, and shows them as its links say',
  once('the frames are the pages of the other tests'),
  async () => {
    const { url } = await sharedEndpoint();
    await lightPage.goto(`${url}/partners/gallery.html`);
    await lightPage.click('nav a[href*="scheme=dark"]');
    await lightPage.waitForElement('nav [aria-current][href*="scheme=dark"]');
    await lightPage.click('nav a[href*="width=wide"]');
    await lightPage.waitForElement('html.wide figure iframe');
    const addresses = await lightPage.evaluate(() =>
      Array.from(document.querySelectorAll('iframe'), (frame) => new URL(frame.src).search),
    );
    assert.deepEqual(
      addresses,
      names.map((name) => `?state=${name}&theme=&scheme=dark&lang=fr`),
    );
  },
);
