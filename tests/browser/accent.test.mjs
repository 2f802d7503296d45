// Whatever colour a page gives the box, what is written in it or on it can be read.

import { strict as assert } from 'node:assert';
import { test } from 'node:test';
import { unsignedEndpoint } from '../endpoint/shared.mjs';
import { inBox, visit } from './box.mjs';
import { isTheOne, once, page as lightPage, pageWith } from './browser.mjs';
import { contrastsOf } from './contrast.mjs';
import { healthData } from './documents.mjs';
import { openPartnerSite } from './partner-site.mjs';
import { snippetOf, places } from './petition-render.mjs';

/** @typedef {import('./page.mjs').Page} Page */

/** What the core makes of a colour is the same in each engine. */
const light = '#ffe100';
const accents = isTheOne
  ? ['', light, '#8a1c4a', '#111111', '#f5f5f5', '#00c853', '#777777', '#0000ff', '#ff0000']
  : [light];
/** Said in other ways, which each engine reads by itself, and what is none. */
const others = [
  'gold',
  'hsl(50 100% 50%)',
  'oklch(0.9 0.18 100)',
  'color(display-p3 1 0.9 0)',
  'rgb(255 225 0 / 20%)',
  'transparent',
  'mauvish',
];
const written = ['time', '.notice a', '.submit', '.jump', '.demands li::before'];

/** @param {Page} page @param {string} said @param {string[]} [selectors] */
async function assertReadable(page, said, selectors = written) {
  const contrasts = await page.on(inBox('.petition-box'), contrastsOf, 'color', selectors);
  for (const [index, contrast] of contrasts.entries()) {
    assert.ok(contrast >= 4.5, `${said} at ${selectors[index]}: ${contrast.toFixed(2)}`);
  }
}

const ground = (/** @type {Page} */ page, at = inBox) =>
  page.on(at('.submit'), (button) => getComputedStyle(button).backgroundColor);

for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
  test(`on a ${colorScheme} page any accent can be read, and be read on`, async () => {
    const page = colorScheme === 'light' ? lightPage : await pageWith({ colorScheme });
    const endpoint = await unsignedEndpoint();
    await visit(page, endpoint.url);
    for (const accent of colorScheme === 'dark' && !isTheOne ? accents : [...accents, ...others]) {
      await page.on('petition-box', (box, colour) => box.setAttribute('accent', colour), accent);
      await assertReadable(page, accent);
    }
  });
}

test('an accent in the style of the page can be read on, also when the page changes its mind', async () => {
  const endpoint = await unsignedEndpoint();
  await visit(lightPage, endpoint.url);
  for (const [accent, expected] of [
    ['#ffe100', 'rgb(255, 225, 0)'],
    ['#8a1c4a', 'rgb(138, 28, 74)'],
  ]) {
    await lightPage.evaluate(
      (colour) => document.documentElement.style.setProperty('--petition-box-accent', colour),
      accent,
    );
    await lightPage.waitFor(
      'the accent',
      (colour) => {
        const button = document.querySelector('petition-box')?.shadowRoot?.querySelector('.submit');
        return button && getComputedStyle(button).backgroundColor === colour;
      },
      expected,
    );
    await assertReadable(lightPage, accent);
  }
});

test(
  'the accent of an element leaves its attributes as its framework wrote them',
  once('the box writes them'),
  async () => {
    const endpoint = await unsignedEndpoint();
    await visit(lightPage, endpoint.url);
    const names = await lightPage.on('petition-box', (box) => {
      const before = box.getAttributeNames().join();
      box.setAttribute('accent', '#ffe100');
      return [before + ',accent', box.getAttributeNames().join()];
    });
    assert.equal(names[1], names[0]);
    assert.equal(await ground(lightPage), 'rgb(255, 225, 0)');
  },
);

test('a box that its page came with has its colours before any script, and keeps them', async (t) => {
  const snippet = snippetOf(healthData(), ...places, '--accent', '#ffe100');
  const held = { '/embed/petition-box.wasm': async () => null };
  const site = await openPartnerSite(t, held, snippet, { policy: "script-src 'self'" });
  await lightPage.goto(site);
  await lightPage.waitForElement(inBox('.submit'));
  assert.equal(await ground(lightPage), 'rgb(255, 225, 0)');
  const shown = async () => lightPage.on(inBox('time'), (time) => getComputedStyle(time).color);
  const before = await shown();
  await assertReadable(
    lightPage,
    'before the script',
    written.filter((selector) => selector !== '.jump'),
  );
  const whole = await openPartnerSite(
    t,
    {
      '/petition': { body: JSON.stringify(healthData()) },
      '/signatures': { body: '{"count":41}' },
    },
    snippet,
    { policy: "script-src 'self' 'wasm-unsafe-eval'" },
  );
  await lightPage.goto(whole);
  await lightPage.waitForElement(inBox('[data-count="41"]'));
  assert.equal(await ground(lightPage), 'rgb(255, 225, 0)');
  assert.equal(await shown(), before);
});

for (const javascript of [true, false]) {
  test(
    `in a frame any accent can be read, ${javascript ? 'with' : 'without'} script`,
    once('the endpoint writes the style'),
    async () => {
      const page = javascript ? lightPage : await pageWith({ javascript });
      const endpoint = await unsignedEndpoint();
      for (const accent of ['#ffe100', '#0000ff']) {
        await page.goto(
          `${endpoint.url}/petitions/health-data/frame?lang=fr&accent=${encodeURIComponent(accent)}`,
        );
        await page.waitForElement(inBox('.submit'));
        await assertReadable(page, accent);
        assert.match(await ground(page), accent === '#ffe100' ? /255, 225, 0/ : /0, 0, 255/);
      }
    },
  );
}
