// Every page of examples/partners signs, whatever site it stands for. Pages with more to show have a
// file of their own.

import { strict as assert } from 'node:assert';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { unsignedEndpoint } from '../endpoint/shared.mjs';
import { once, page } from './browser.mjs';
import { partners } from './folders.mjs';
import { approach, assertNoErrors, assertSigned, sign } from './home.mjs';

/** @typedef {import('./home.mjs').Home & { name: string, site: string, differs?: boolean }} NamedHome */

/** @type {NamedHome[]} */
const homes = [
  { name: 'health-data', site: 'an ordinary site', differs: true },
  { name: 'health-data.en', site: 'an ordinary site in English', language: 'en' },
  { name: 'right-to-left', site: 'a site in a language that is read from right to left' },
  { name: 'quirks', site: 'a site without a doctype', differs: true },
  {
    name: 'wrapped',
    site: 'a site that removes unknown elements',
    element: '[data-petition-box] >>> petition-box',
  },
  { name: 'two-versions', site: 'a site with two copies of the script' },
  { name: 'no-viewport', site: 'a site without a viewport tag' },
];

for (const home of homes) {
  test(`${home.site} signs`, once('its page has nothing of an engine', home.differs), async () => {
    const endpoint = await unsignedEndpoint();
    await page.goto(`${endpoint.url}/partners/${home.name}.html`);
    await sign(page, home);
    await assertSigned(endpoint, [home]);
    await assertNoErrors(page);
  });
}

test('two copies of the script are two, and one of them defines the element', async () => {
  const endpoint = await unsignedEndpoint();
  await page.goto(`${endpoint.url}/partners/two-versions.html`);
  await approach(page);
  const copies = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .map(({ name }) => new URL(name).pathname)
      .filter((path) => path.endsWith('/petition-box.js')),
  );
  assert.equal(copies.length, 2, copies.join(', '));
  assert.equal(new Set(copies).size, 2, copies.join(', '));
});

test('the list of pages has them all', once('it is a question about files'), async () => {
  const endpoint = await unsignedEndpoint();
  await page.goto(`${endpoint.url}/partners/index.html`);
  const listed = await page.on('main', (main) =>
    [...main.querySelectorAll('a')].map((link) => link.pathname.replace('/partners/', '')),
  );
  const unlisted = ['index.html', 'sandboxed-box.html', 'state.html'];
  const pages = readdirSync(partners).filter((name) => name.endsWith('.html'));
  assert.deepEqual(listed.sort(), pages.filter((name) => !unlisted.includes(name)).sort());
});
