// The box without its text, for a page that has it, and as a button for a narrow column.

import { strict as assert } from 'node:assert';
import { test } from 'node:test';
import { unsignedEndpoint } from '../endpoint/shared.mjs';
import { fillIn, inBox, submit, visit, waitForState } from './box.mjs';
import { once, page } from './browser.mjs';
import { healthData } from './documents.mjs';
import { handedOnTo, openPartnerSite } from './partner-site.mjs';
import { snippetOf } from './petition-render.mjs';

/** @param {import('node:test').TestContext} t @param {string} kind @param {string} layout */
async function openSite(t, kind, layout) {
  const endpoint = await unsignedEndpoint();
  const places = [
    '--base',
    '/embed/',
    '--src',
    '/petition',
    '--endpoint',
    '/signatures',
    '--sign-page',
    '/sign',
  ];
  const snippet = snippetOf(
    healthData(),
    '--snippet',
    kind,
    ...places,
    '--no-integrity',
    '--layout',
    layout,
  );
  return openPartnerSite(
    t,
    {
      '/petition': { body: JSON.stringify(healthData()) },
      '/signatures': handedOnTo(endpoint),
      '/page.css': { type: 'text/css', body: 'a { color: red; background: yellow; padding: 0 }' },
      '/sign': { type: 'text/html', body: '<title>Sign</title><h1>Sign</h1>' },
    },
    `<link rel="stylesheet" href="/page.css">${snippet}`,
  );
}

/** @param {string[]} selectors @returns {Promise<string[]>} those of which something is seen */
async function seen(...selectors) {
  const all = [];
  for (const selector of selectors) {
    const height = await page.on(inBox(selector), (e) => e.getBoundingClientRect().height);
    if (Number(height) > 0) all.push(selector);
  }
  return all;
}

const parts = [
  '.head',
  '.title',
  '.introduction',
  '.demands',
  '.timeline',
  '.bar',
  '.jump',
  '.signing',
];

test(
  'the form alone has the title, who asks whom, and is signed',
  once('what is shown is a matter of style'),
  async (t) => {
    await visit(page, await openSite(t, 'element', 'form'));
    await page.resize(1280, 900);
    assert.deepEqual(await seen(...parts), ['.head', '.title', '.signing']);
    const cut = await page.on(inBox('.signing'), (form) => form.scrollHeight - form.clientHeight);
    assert.equal(cut, 0);
    await fillIn(page);
    await submit(page);
    await waitForState(page, 'signed');
  },
);

test('a button is the title, the number and the link of the page, on every width', async (t) => {
  await visit(page, await openSite(t, 'element', 'button'));
  for (const width of [1280, 320]) {
    await page.resize(width, 600);
    assert.deepEqual(await seen(...parts), ['.title', '.bar'], `${width}`);
    const { wide, colour } = await page.on('petition-box a', (link) => {
      const { width, right } = link.getBoundingClientRect();
      return {
        wide: width > 0 && right <= innerWidth,
        colour: getComputedStyle(link).backgroundColor,
      };
    });
    assert.ok(wide, `${width}`);
    // The page's rules for links are not its own.
    assert.notEqual(colour, 'rgb(255, 255, 0)');
  }
  await page.click('petition-box a');
  await page.waitFor('the page of the link', () => location.pathname === '/sign');
});
