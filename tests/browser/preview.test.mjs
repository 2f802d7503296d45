// The preview of the builder: each layout, and each state one press away, in a real box.

import { strict as assert } from 'node:assert';
import { test } from 'node:test';
import { axeRules, findings } from './axe.mjs';
import { waitForState } from './box.mjs';
import { once, page } from './browser.mjs';
import {
  inPreview,
  openNewBuilder,
  texts,
  waitForTitle,
  writePetition,
} from './builder.mjs';
import { until } from './deadline.mjs';

const one = once('the box is tried in all engines elsewhere');

/** What each button ends in, by its `data-state`. */
const ends = {
  mistakes: 'editing',
  asked: 'asked',
  sending: 'sending',
  unsent: 'trying-again',
  signed: 'signed',
  to_confirm: 'to-confirm',
  closed: 'closed',
  empty: 'editing',
};

/** With an example of all that a petition may ask. */
async function openExample() {
  const endpoint = await openNewBuilder(page);
  await page.click('#begin-example');
  await page.waitForElement('#copy:enabled');
  await page.waitForElement(inPreview('#pb-email_address'));
  return endpoint;
}

/** @param {string} name of the state */
async function show(name) {
  await page.click(`#state-${name}`);
  await page.waitForElement(`iframe#screen >>> [data-reached=${name}]`);
}

test('each state is one press away, and nothing is sent', async () => {
  const endpoint = await openExample();
  for (const [name, state] of Object.entries(ends)) {
    await show(name);
    await waitForState(page, state, inPreview);
    assert.equal(await page.focused(), `#state-${name}`, `${name} leaves the focus where it was`);
    assert.equal(await page.has(inPreview('#pb-errors')), name === 'mistakes', name);
    const isSharing = name === 'signed';
    if (isSharing) await page.waitForElement(inPreview('[data-share]'));
  }
  const asked = await page.on('iframe#screen >>> body', () =>
    performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname),
  );
  assert.deepEqual(asked.filter((path) => !path.startsWith('/embed/')), []);
  assert.deepEqual(await endpoint.rows('select * from signatures'), []);
});

test('a state follows the draft, and leaves the keyboard to whoever writes', one, async () => {
  await openExample();
  await show('asked');
  await page.click('#language-fr');
  await page.fill('#at-title', 'Another title');
  await waitForTitle(page, 'Another title');
  await page.waitForElement('iframe#screen >>> [data-reached=asked]');
  await waitForState(page, 'asked', inPreview);
  assert.equal(await page.focused(), '#at-title');
});

test('a box serves a draft as long as it is in the form, and the page as many as are wanted', one, async () => {
  await openNewBuilder(page);
  await waitForState(page, 'editing', inPreview);
  const boxes = () =>
    page.on('iframe#screen >>> petition-box', (box) =>
      Number(box.getAttribute('endpoint')?.split('/').at(-1)),
    );
  const before = await boxes();
  await writePetition(page);
  await waitForTitle(page, texts['#at-title']);
  assert.equal(await boxes(), before);
  await page.on('#state-mistakes', async (button) => {
    for (let i = 0; i < 45; ++i) {
      button.click();
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  });
  await page.waitForElement('iframe#screen >>> [data-reached=mistakes]');
  await page.waitForElement(inPreview('#pb-errors'));
  assert.ok((await boxes()) <= 20, `${await boxes()} boxes`);
});

test('only a petition with a second question can be shown with it', one, async () => {
  await openNewBuilder(page);
  await writePetition(page);
  await waitForTitle(page, texts['#at-title']);
  assert.equal(await page.has('#state-asked:disabled'), true);
  await page.click('[data-at="/=updates"]');
  await page.waitForElement('[data-at="/second_question"][data-part]');
  await page.click('[data-at="/second_question"][data-part]');
  await page.waitForElement('#state-asked:enabled');
});

test('what was typed in the preview is gone with a press on the state', one, async () => {
  await openNewBuilder(page);
  await writePetition(page);
  await page.waitForElement(inPreview('#pb-postal_code'));
  await page.fill(inPreview('#pb-given_name'), 'Ada');
  await page.click('#state-empty');
  await until(
    async () => (await page.value(inPreview('#pb-given_name')).catch(() => '-')) === '',
    'an empty form',
  );
});

test('a snippet has the layout that is chosen, and so has the preview', one, async () => {
  await openExample();
  const snippet = () => page.value('#text');
  const isSeen = (/** @type {string} */ selector) =>
    page.on(inPreview(selector), (part) => part.getClientRects().length > 0);
  assert.doesNotMatch(await snippet(), /layout/);
  for (const [layout, demands, submit] of /** @type {const} */ ([
    ['form', false, true],
    ['button', false, false],
    ['', true, true],
  ])) {
    await page.select('#setting-layout', layout);
    const isThere = async () => (await snippet()).includes('layout="') === Boolean(layout);
    await until(isThere, `the layout ${layout}`);
    if (layout) assert.match(await snippet(), new RegExp(`\n  layout="${layout}"`));
    await page.waitForElement(
      `iframe#screen >>> petition-box${layout ? `[layout=${layout}]` : ':not([layout])'}`,
    );
    await page.waitForElement(inPreview('.submit'));
    const dressed = () =>
      page.on('iframe#screen >>> petition-box', (host) =>
        getComputedStyle(host).getPropertyValue('--dressed'),
      );
    await until(dressed, 'the style of the box');
    assert.equal(await isSeen('.demands'), demands, layout);
    assert.equal(await isSeen('.submit'), submit, layout);
    assert.equal(await page.has('#state-signed:disabled'), layout === 'button');
  }
  await page.select('#setting-layout', 'form');
  await page.click('#kind-frame');
  await page.waitForElement('iframe#screen >>> petition-box:not([layout])');
  assert.equal(await page.has('#setting-layout'), false);
});

test('a snippet has the look that is chosen, and so has the preview', one, async () => {
  await openExample();
  const snippet = () => page.value('#text');
  const corner = () =>
    page.on(inPreview('.submit'), (button) => getComputedStyle(button).borderTopLeftRadius);
  await page.waitForElement(inPreview('.submit'));
  const usual = await corner();
  for (const [theme, radius] of [
    ['paper', '0px'],
    ['poster', '0px'],
    ['plain', '4.25px'],
    ['', usual],
  ]) {
    await page.select('#setting-theme', theme);
    const isThere = async () => (await snippet()).includes('theme="') === Boolean(theme);
    await until(isThere, `the theme ${theme}`);
    if (theme) {
      assert.match(await snippet(), new RegExp(`/themes/${theme}\\.css"[^]*\n  theme="${theme}"`));
    }
    await until(async () => (await corner()) === radius, `the corners of ${theme}`);
  }
  await page.select('#setting-theme', 'paper');
  await page.click('#kind-plain');
  await page.waitForElement('iframe#screen >>> petition-box:not([theme])');
  assert.equal(await page.has('#setting-theme'), false);
});

test('axe-core finds nothing in the preview of any state', once(axeRules), async () => {
  await openExample();
  for (const name of Object.keys(ends)) {
    await show(name);
    assert.deepEqual(await findings(page), [], name);
  }
});
