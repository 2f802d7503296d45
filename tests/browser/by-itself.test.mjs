// Forms that are in the page before any script, and sign by themselves.

import { strict as assert } from 'node:assert';
import { test } from 'node:test';
import { unsignedEndpoint } from '../endpoint/shared.mjs';
import { fillIn, submit, waitForState } from './box.mjs';
import { cannot, page, pageWith } from './browser.mjs';
import { until } from './deadline.mjs';
import { assertNoErrors, assertSigned, inside, load, sign } from './home.mjs';

/** @typedef {import('./page.mjs').Page} Page */

/**
 * @typedef {object} Home
 * @property {string} name of the page
 * @property {string} language
 * @property {string} element the path of the box
 * @property {(selector: string) => string} at a path inside the form
 * @property {string} body the path of what the endpoint's thanks will stand in
 */

/** @type {Home} */
const plain = {
  name: 'plain',
  language: 'en',
  element: '.petition-box',
  // Nothing in it goes by an id.
  at: (selector) => selector.replace(/^#pb-(\w+)$/, '[name=$1]'),
  body: 'body',
};
/** @type {Home} */
const preRendered = {
  name: 'pre-rendered',
  language: 'fr',
  element: 'petition-box',
  at: inside('petition-box'),
  body: 'body',
};
/** @type {Home} */
const framed = {
  name: 'frame',
  language: 'fr',
  element: 'iframe >>> petition-box',
  at: inside('iframe >>> petition-box'),
  body: 'iframe >>> body',
};

/**
 * Signs as a browser does without any script, up to the endpoint's thanks.
 * @param {Page} page
 * @param {import('../endpoint/endpoint.mjs').Endpoint} endpoint
 * @param {Home} home
 */
async function signByPost(page, endpoint, { name, at, body }) {
  await page.goto(`${endpoint.url}/partners/${name}.html`);
  await fillIn(page, { at });
  await submit(page, at);
  const path = () => page.on(body, () => location.pathname).catch(() => 'on its way');
  await until(async () => (await path()).endsWith('/thanks'), 'the thanks');
}

test('the plain form signs on a page without any script', async () => {
  const endpoint = await unsignedEndpoint();
  await signByPost(page, endpoint, plain);
  await assertSigned(endpoint, [plain]);
});

for (const home of [preRendered, framed]) {
  test(`the whole box of ${home.name}.html signs once its script has come`, async () => {
    const endpoint = await unsignedEndpoint();
    await page.goto(`${endpoint.url}/partners/${home.name}.html`);
    await page.waitForElement(home.element);
    await load(page, home.element);
    await sign(page, home);
    await assertSigned(endpoint, [home]);
    await assertNoErrors(page);
  });
}

test('the whole box that is in the page shows the number of signatures, once it is known', async () => {
  const endpoint = await unsignedEndpoint();
  await page.goto(`${endpoint.url}/partners/pre-rendered.html`);
  const shown = () => page.on(inside()('.progress'), (line) => getComputedStyle(line).visibility);
  await load(page);
  await until(async () => (await shown()) === 'visible', 'the number of signatures');
});

for (const home of [plain, preRendered, framed]) {
  test(`with JavaScript off ${home.name}.html signs`, { skip: cannot.javascript }, async () => {
    const endpoint = await unsignedEndpoint();
    const page = await pageWith({ javascript: false });
    await signByPost(page, endpoint, home);
    await assertSigned(endpoint, [home]);
  });
}

test(
  'with JavaScript off the box that is in the page is painted, with all of its petition',
  { skip: cannot.javascript },
  async () => {
    const endpoint = await unsignedEndpoint();
    const page = await pageWith({ javascript: false });
    await page.goto(`${endpoint.url}/partners/pre-rendered.html`);
    await waitForState(page, 'editing');
    const height = await page.on(inside()('.petition-box'), (box) => box.clientHeight);
    assert.ok(height > 1000, `${height} px high`);
    const panel = await page.on(
      inside()('.demands'),
      (demands) => getComputedStyle(demands).backgroundColor,
    );
    assert.notEqual(panel, 'rgba(0, 0, 0, 0)', 'the stylesheet is not there');
  },
);
