// Where the visitor is taken inside the box: what is meant is in view, from its beginning.

import { strict as assert } from 'node:assert';
import { test } from 'node:test';
import { errorLink, inBox, submit, visit } from './box.mjs';
import { once, page, pageWith } from './browser.mjs';
import { until } from './deadline.mjs';
import { healthData } from './documents.mjs';
import { openPartnerSite } from './partner-site.mjs';

/** Screens of phones, upright and lying, in CSS pixels. */
const screens = /** @type {const} */ ([
  [320, 568],
  [360, 640],
  [390, 844],
  [640, 320],
  [844, 390],
]);

/** Where the form is beside the text, and taller than the window. */
const beside = /** @type {const} */ ([
  [1280, 720],
  [1440, 900],
]);

/** @param {import('node:test').TestContext} t */
const site = (t) =>
  openPartnerSite(
    t,
    {
      '/petition': { body: JSON.stringify(healthData()) },
      '/signatures': { body: '{"count":41}' },
    },
    '<petition-box src="/petition" endpoint="/signatures" lang="fr"></petition-box>',
  );

/** @param {string} selector in the box @returns where it is in the view, and how high the view is */
const placeOf = (selector) =>
  page.on(inBox(selector), (element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return { top: Math.round(top), bottom: Math.round(bottom), high: innerHeight };
  });

/** @param {string} selector @param {string} where */
async function assertSeen(selector, where) {
  /** @type {Awaited<ReturnType<typeof placeOf>>} */
  let place = { top: -1, bottom: 0, high: 0 };
  // WebKit scrolls to what has got the focus when it draws the next time.
  await until(async () => {
    place = await placeOf(selector);
    return place.top >= 0 && place.bottom <= place.high;
  }, `${selector} in view, ${where}`).catch((error) => {
    throw new Error(`${selector} from ${place.top} to ${place.bottom} of ${place.high}`, { cause: error });
  });
}

test('the button to the form leads to its heading, and the focus goes there, on every screen', async (t) => {
  await visit(page, await site(t));
  for (const [width, height] of screens) {
    const where = `at ${width} by ${height}`;
    await page.resize(width, height);
    await page.evaluate(() => scrollTo(0, 0));
    await page.click(inBox('.jump'));
    assert.equal(await page.focused(), '#pb-sign', where);
    await assertSeen('#pb-sign-heading', where);
    // Room for the ring of the focus is all that is above it.
    assert.ok((await placeOf('#pb-sign')).top <= 13, where);
    if (height > 500) await assertSeen('#pb-given_name', where);
  }
});

test('the button to the form is in reach while the petition is read, and gives way to the form', async (t) => {
  await visit(page, await site(t));
  const reachable = () =>
    page.on(inBox('.jump'), (jump) => {
      const { left, top, width, height } = jump.getBoundingClientRect();
      const root = /** @type {ShadowRoot} */ (jump.getRootNode());
      return root.elementFromPoint(left + width / 2, top + height / 2) === jump;
    });
  /** @param {string} selector @param {boolean} atTop whether its top is brought there, or to the end of the view */
  const bring = (selector, atTop) =>
    page.on(
      inBox(selector),
      (element, atTop) => element.scrollIntoView({ block: atTop ? 'start' : 'end' }),
      atTop,
    );
  for (const [width, height] of screens) {
    const where = `at ${width} by ${height}`;
    await page.resize(width, height);
    for (const part of ['.title', '.demands', '.timeline']) {
      await bring(part, true);
      assert.equal(await reachable(), true, `${part} ${where}`);
    }
    await bring('#pb-sign-heading', true);
    assert.equal(await reachable(), false, where);
  }
  await page.resize(1280, 900);
  assert.equal(await page.on(inBox('.bar'), (bar) => getComputedStyle(bar).display), 'none');
});

test('the list of mistakes is read from its heading, and each link shows the field with its label', async (t) => {
  await visit(page, await site(t));
  for (const [width, height] of [...screens, ...beside]) {
    const where = `at ${width} by ${height}`;
    await page.resize(width, height);
    await submit(page);
    await page.waitForElement(inBox('#pb-errors:focus'));
    await assertSeen('#pb-errors-heading', where);
    for (const name of ['given_name', 'email_address', 'consent_sign']) {
      await page.click(`${errorLink}[href="#pb-${name}"]`);
      assert.equal(await page.focused(), `#pb-${name}`, where);
      await assertSeen(`#pb-${name}`, where);
      await assertSeen(`#pb-${name}-error`, where);
      await assertSeen(`label[for=pb-${name}]`, where);
    }
  }
});

test('beside the text the form stays in view, and the Tab key and jumps reach all of it', async (t) => {
  await visit(page, await site(t));
  const readTo = (/** @type {string} */ selector) =>
    page.on(inBox(selector), (part) => part.scrollIntoView({ block: 'start' }));
  for (const [width, height] of beside) {
    const where = `at ${width} by ${height}`;
    await page.resize(width, height);
    for (const part of ['.title', '.demands', '.timeline']) {
      await page.on(inBox('.signing'), (card) => card.scrollTo(0, 0));
      await readTo(part);
      await assertSeen('#pb-sign-heading', `${where}, at ${part}`);
      await assertSeen('#pb-given_name', `${where}, at ${part}`);
    }
    await page.on(inBox('#pb-given_name'), (field) => field.focus({ preventScroll: true }));
    for (const field of ['family_name', 'email_address', 'country', 'postal_code', 'comment', 'consent_sign']) {
      await page.press('Tab');
      assert.equal(await page.focused(), `#pb-${field}`, where);
      await assertSeen(`#pb-${field}`, where);
    }
    await readTo('.timeline');
    await page.on(inBox('.submit'), (button) => button.focus());
    await assertSeen('.submit', where);
    await readTo('.timeline');
    await page.on(inBox('#pb-given_name'), (field) => field.focus());
    await assertSeen('#pb-given_name', where);
  }
});

test(
  'what has no room to stay in view goes with the page',
  once('it is a question about the stylesheet'),
  async (t) => {
    await visit(page, await site(t));
    const cut = () => page.on(inBox('.signing'), (card) => card.scrollHeight - card.clientHeight);
    for (const [width, height] of [...screens, [1280, 400]]) {
      await page.resize(width, height);
      assert.equal(await cut(), 0, `at ${width} by ${height}`);
    }
    const paper = await pageWith({ print: true });
    await paper.resize(1280, 720);
    await visit(paper, await site(t));
    assert.equal(
      await paper.on(inBox('.signing'), (card) => card.scrollHeight - card.clientHeight),
      0,
      'on paper',
    );
  },
);
