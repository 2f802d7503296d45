// What a box needs and does not get at once: it comes again by itself, until the visitor can sign.

import { strict as assert } from 'node:assert';
import { test } from 'node:test';
import { unsignedEndpoint } from '../endpoint/shared.mjs';
import { fillIn, inBox, submit, waitForState } from './box.mjs';
import { once, page } from './browser.mjs';
import { until } from './deadline.mjs';
import { healthData } from './documents.mjs';
import { approach, assertSigned } from './home.mjs';
import {
  after,
  boxFile,
  handedOnTo,
  openPartnerSite,
  stalled,
  unavailable,
} from './partner-site.mjs';
import { places, snippetOf } from './petition-render.mjs';

/** @typedef {import('./partner-site.mjs').Resource} Resource */

const box =
  '<petition-box src="/petition" endpoint="/signatures" lang="fr"><a href="/elsewhere">Signer</a></petition-box>';

/** Time goes faster in the page, as far as its scripts count it. */
const hurry = {
  head: '<script src="/hurry.js"></script>',
  resource: {
    type: 'text/javascript',
    body: `const { setTimeout: wait } = window;
      window.setTimeout = (work, ms, ...more) => wait(work, ms / 5, ...more);
      window.told = [];
      for (const name of ['ready', 'error']) {
        addEventListener('petition-box-' + name, () => told.push(name));
      }`,
  },
};

const file = (/** @type {string} */ name) => () => boxFile(`/embed/${name}`);

/** @type {Record<string, Resource>} */
const files = {
  '/embed/petition-box.css': file('petition-box.css'),
  '/embed/petition-box-running.js': file('petition-box-running.js'),
  '/embed/petition-box.wasm': file('petition-box.wasm'),
  '/embed/locales/fr.usual.json': file('locales/fr.usual.json'),
  '/petition': { body: JSON.stringify(healthData()) },
};

/**
 * @param {import('node:test').TestContext} t
 * @param {Record<string, Resource>} resources
 * @param {string} [snippet]
 */
async function open(t, resources, snippet = box) {
  const site = await openPartnerSite(
    t,
    {
      '/hurry.js': hurry.resource,
      ...files,
      '/signatures': { body: '{"count":41}' },
      ...resources,
    },
    snippet,
    { head: hurry.head },
  );
  await page.goto(site);
}

/** @param {string} [element] @returns {Promise<boolean>} whether its box has its style */
const isDressed = (element = 'petition-box') =>
  page.on(
    `${element} >>> .petition-box`,
    (root) => getComputedStyle(root).borderTopWidth === '1px',
  );

for (const [what, wrongs] of /** @type {[string, Resource[]][]} */ ([
  ['stalls', [stalled]],
  ['fails twice', [unavailable, () => null]],
])) {
  const twice = once('the script counts its attempts', what === 'stalls');
  test(`each file of the box ${what}, and the visitor signs all the same`, twice, async (t) => {
    const endpoint = await unsignedEndpoint();
    const all = { ...files, '/signatures': handedOnTo(endpoint) };
    const late = Object.entries(all).map(([path, resource]) => [path, after(wrongs, resource)]);
    await open(t, Object.fromEntries(late));
    assert.equal(await page.text('petition-box a'), 'Signer');
    await waitForState(page, 'editing');
    await until(isDressed, 'the style');
    await page.waitForElement(inBox('progress'));
    await fillIn(page);
    await submit(page);
    await waitForState(page, 'signed');
    await assertSigned(endpoint, [{}]);
  });
}

test('a form is there though its style never comes', async (t) => {
  await open(t, { '/embed/petition-box.css': stalled });
  await waitForState(page, 'editing');
  assert.equal(await isDressed(), false);
});

/** What a network answers that wants a password first. @type {Resource} */
const door = { type: 'text/html', body: '<!doctype html><title>Wi-Fi</title><style>p{}</style>' };

test('a style that fails leaves no box of the page without it', async (t) => {
  const css = files['/embed/petition-box.css'];
  await open(t, { '/embed/petition-box.css': after([unavailable, door], css) });
  await waitForState(page, 'editing');
  await page.on('petition-box', (element) => {
    const second = /** @type {HTMLElement} */ (element.cloneNode(true));
    second.id = 'second';
    element.after(second);
  });
  await approach(page, '#second');
  for (const element of ['petition-box', '#second']) {
    await until(() => isDressed(element), `the style of ${element}`);
  }
});

test('a box that came with the page, and whose style failed, is given it', async (t) => {
  const css = files['/embed/petition-box.css'];
  await open(
    t,
    { '/embed/petition-box.css': after([unavailable], css) },
    snippetOf(healthData(), ...places),
  );
  await until(isDressed, 'the style');
});

test('a module that nobody could get comes when the browser is online again', async (t) => {
  let there = false;
  let asked = 0;
  await open(t, {
    '/embed/petition-box.wasm': () => {
      ++asked;
      return there ? boxFile('/embed/petition-box.wasm') : unavailable;
    },
  });
  await until(async () => asked >= 3, 'asking by itself');
  assert.deepEqual(await page.evaluate(() => Reflect.get(window, 'told')), ['error']);
  assert.equal(await page.text('petition-box a'), 'Signer');
  there = true;
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await waitForState(page, 'editing');
  await until(() => page.evaluate(() => Reflect.get(window, 'told').length > 1), 'a second event');
  assert.deepEqual(await page.evaluate(() => Reflect.get(window, 'told')), ['error', 'ready']);
});

test(
  'a document that nobody could get leaves one sentence and the link, and comes when the browser is online',
  once('the core decides'),
  async (t) => {
    let there = false;
    await open(t, {
      '/petition': () => (there ? { body: JSON.stringify(healthData()) } : unavailable),
    });
    await waitForState(page, 'unavailable');
    assert.equal(await page.text('petition-box a'), 'Signer');
    there = true;
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await waitForState(page, 'editing');
  },
);
