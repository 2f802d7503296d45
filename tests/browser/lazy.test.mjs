// What a page loads before its visitor comes near the box, and after.

import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { inBox, waitForState } from './box.mjs';
import { once, page } from './browser.mjs';
import { until } from './deadline.mjs';
import { healthData } from './documents.mjs';
import { embed } from './folders.mjs';
import { openPartnerSite } from './partner-site.mjs';
import { policy } from './policy.mjs';
import { places, snippetOf } from './petition-render.mjs';

const link = '<a href="/elsewhere">Signer</a>';
const box = (/** @type {string} */ attributes) =>
  `<p><button type="button">Plus haut</button></p><p class="far"></p>
   <petition-box src="/petition" endpoint="/signatures" lang="fr" ${attributes}>${link}</petition-box>`;

/**
 * A site whose box is far below what is seen at first.
 * @param {import('node:test').TestContext} t
 * @param {string} [attributes] of the box
 */
async function siteWithBoxFarBelow(t, attributes = '') {
  const site = await openPartnerSite(
    t,
    {
      '/far.css': { type: 'text/css', body: '.far { height: 9000px }' },
      '/petition': { body: JSON.stringify(healthData()) },
      '/signatures': { body: '{"count":41}' },
    },
    box(attributes),
    { head: '<link rel="stylesheet" href="/far.css">' },
  );
  await page.goto(site);
}

/** @returns {Promise<string[]>} the paths of what the page has fetched, but for its own files */
const fetched = () =>
  page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .map(({ name }) => new URL(name).pathname.replace(/\d[\d.]*\//, ''))
      .filter((path) => !/record\.js|far\.css|favicon/.test(path)),
  );

test('far from the box nothing but its script is loaded, and the link in it can be followed', async (t) => {
  await siteWithBoxFarBelow(t);
  await page.waitFor(
    'the page having time',
    () => new Promise((resolve) => setTimeout(resolve, 500, true)),
  );
  assert.deepEqual(await fetched(), ['/embed/petition-box.js']);
  assert.equal(await page.text('petition-box a'), 'Signer');
});

test('once the visitor scrolls near, the box loads and shows', async (t) => {
  await siteWithBoxFarBelow(t);
  await page.on('petition-box', (box) =>
    scrollTo(0, box.getBoundingClientRect().y - 1.4 * innerHeight),
  );
  await waitForState(page, 'editing');
  assert.ok((await fetched()).includes('/embed/petition-box.wasm'));
});

test('focus is use enough: a keyboard reaches the link in the box, and the box loads', async (t) => {
  await siteWithBoxFarBelow(t);
  await page.click('button');
  await page.on('petition-box a', (anchor) => anchor.focus({ preventScroll: true }));
  await waitForState(page, 'editing');
});

test('loading="eager" loads it wherever it is, and so does load()', async (t) => {
  await siteWithBoxFarBelow(t, 'loading="eager"');
  await waitForState(page, 'editing');
  await siteWithBoxFarBelow(t);
  await page.on('petition-box', async (element) => {
    await customElements.whenDefined('petition-box');
    await /** @type {HTMLElement & { load(): Promise<void> }} */ (element).load();
  });
  await waitForState(page, 'editing');
});

test('a box that is made eager later loads then', once('the attribute is ours'), async (t) => {
  await siteWithBoxFarBelow(t);
  await page.on('petition-box', (element) => element.setAttribute('loading', 'eager'));
  await waitForState(page, 'editing');
});

test(
  'module, words, document and stylesheet are asked for at the same time',
  once('the script is the same'),
  async (t) => {
    /** @type {string[]} */
    const asked = [];
    /** @type {() => void} */
    let release = () => {};
    const held = new Promise((resolve) => (release = () => resolve(undefined)));
    const hold = (/** @type {string} */ name, /** @type {string} */ body) => async () => {
      asked.push(name);
      await held;
      return { body };
    };
    const site = await openPartnerSite(
      t,
      {
        '/petition': hold('document', JSON.stringify(healthData())),
        '/signatures': hold('count', '{"count":41}'),
        '/embed/locales/fr.usual.json': hold('words', '{}'),
        '/embed/petition-box.wasm': hold('module', 'not a module'),
        '/embed/petition-box.css': hold('stylesheet', ''),
      },
      '<petition-box src="/petition" endpoint="/signatures" lang="fr-CA"></petition-box>',
    );
    await page.goto(site);
    // None is answered before all of them are asked for.
    await until(async () => asked.length >= 5, `asking at once, asked for ${asked}`);
    release();
    assert.deepEqual(asked.sort(), ['count', 'document', 'module', 'stylesheet', 'words']);
  },
);

test('what is asked for ahead is asked for once', async (t) => {
  /** @type {string[]} */
  const asked = [];
  const once = (/** @type {string} */ name, /** @type {string} */ body) => () => {
    asked.push(name);
    return { body };
  };
  const site = await openPartnerSite(
    t,
    {
      '/petition': once('document', JSON.stringify(healthData())),
      '/signatures': once('count', '{"count":41}'),
    },
    '<petition-box src="/petition" endpoint="/signatures" lang="fr"></petition-box>',
  );
  await page.goto(site);
  await page.waitForElement(inBox('progress[value="41"]'));
  assert.deepEqual(asked.sort(), ['count', 'document']);
});

test('what a snippet asks for with the page is what the box takes, and comes once', async (t) => {
  const files = ['petition-box-running.js', 'petition-box.wasm', 'locales/fr.usual.json', 'petition-box.css'];
  const types = ['text/javascript', 'application/wasm', 'application/json', 'text/css'];
  /** @type {string[]} */
  const asked = [];
  // As the endpoint lets both be kept, and read from everywhere.
  const headers = { 'cache-control': 'public, max-age=60', 'access-control-allow-origin': '*' };
  const counted = (/** @type {string} */ name, /** @type {object} */ answer) => () => {
    asked.push(name);
    return { body: '', headers, ...answer };
  };
  const script = 'petition-box.js';
  const resources = [script, ...files].map((file, index) => [
    `/embed/${file}`,
    counted(file, { type: ['text/javascript', ...types][index], body: readFileSync(join(embed, file)) }),
  ]);
  const campaign = await openPartnerSite(
    t,
    {
      ...Object.fromEntries(resources),
      '/petition': counted('petition', { body: JSON.stringify(healthData()) }),
      '/signatures': { body: '{"count":41}', headers },
    },
    '',
  );
  const absolute = places.map((place) => (place.startsWith('/') ? campaign + place : place));
  const partner = await openPartnerSite(
    t,
    {},
    snippetOf(healthData(), '--snippet', 'element', '--at-once', ...absolute),
    { policy: policy.replaceAll("'self'", `'self' ${campaign}`) },
  );
  await page.goto(partner);
  await page.waitForElement(inBox('progress[value="41"]'));
  await until(
    () => page.on('petition-box', (box) => getComputedStyle(box).getPropertyValue('--dressed')),
    'the style of the box',
  );
  assert.deepEqual(asked.sort(), [...files, script, 'petition'].sort());
});
