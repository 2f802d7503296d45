// The endpoint's own pages behind a proxy that serves it below a path, and with a list of origins.

import { strict as assert } from 'node:assert';
import { test } from 'node:test';
import { serveBelowPath } from '../endpoint/path-proxy.mjs';
import { fillIn, inBox, submit, waitForState } from './box.mjs';
import { once, page } from './browser.mjs';
import { load } from './home.mjs';
import { startEndpoint } from '../endpoint/endpoint.mjs';

const inOne = once('addresses are resolved alike everywhere');

test(
  'the page for a frame signs below a path, also where only listed pages may',
  inOne,
  async (t) => {
    const options = ['--origin', 'https://partner.example'];
    const endpoint = await startEndpoint(t, { options });
    const { url, strays } = await serveBelowPath(t, endpoint.url);
    await page.goto(`${url}/petitions/health-data/frame?lang=fr`);
    await load(page);
    await fillIn(page);
    await submit(page, inBox);
    await waitForState(page, 'signed');
    assert.equal((await endpoint.rows('select * from signatures')).length, 1);
    assert.deepEqual(strays, []);
  },
);

test('the page without script signs there, too', inOne, async (t) => {
  const options = ['--origin', 'https://partner.example'];
  const endpoint = await startEndpoint(t, { options });
  const { url, strays } = await serveBelowPath(t, endpoint.url);
  const at = (/** @type {string} */ selector) => selector;
  await page.goto(`${url}/petitions/health-data/sign?lang=fr`);
  await fillIn(page, { at });
  await submit(page, at);
  await page.waitFor('the thanks', () => location.pathname.endsWith('/thanks'));
  assert.equal((await endpoint.rows('select * from signatures')).length, 1);
  assert.deepEqual(strays, []);
});

test('the builder works there, and its snippets lead there', inOne, async (t) => {
  const endpoint = await startEndpoint(t);
  const { url, strays } = await serveBelowPath(t, endpoint.url);
  await page.goto(`${url}/build`);
  await page.waitForElement('#languages [aria-selected=true]');
  assert.equal(await page.waitFor('the page', () => location.href), `${url}/embed/builder/`);
  const site = await page.waitFor('the address in it', () =>
    [...document.querySelectorAll('input')]
      .map(({ value }) => value)
      .find((value) => value.startsWith('http')),
  );
  assert.equal(site, `${url}/`);
  assert.deepEqual(strays, []);
});
