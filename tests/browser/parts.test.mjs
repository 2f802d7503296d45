// The parts that a page may style: those that the README names, wherever the box stands.

import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fillIn, inBox, submit, visit, waitForState } from './box.mjs';
import { once, page } from './browser.mjs';
import { healthData } from './documents.mjs';
import { fromTop } from './folders.mjs';
import { inside } from './home.mjs';
import { openPartnerSite } from './partner-site.mjs';
import { places, snippetOf } from './petition-render.mjs';

/** What each stands for. @type {Record<string, string[]>} */
const meant = {
  box: ['.petition-box'],
  title: ['.title'],
  demands: ['.demands'],
  timeline: ['.timeline'],
  bar: ['.bar'],
  form: ['.signing'],
  progress: ['.progress'],
  button: ['.jump', '.submit'],
};

/** How each snippet is named by the page, and where its box is. */
const snippets = {
  element: { place: 'petition-box', at: inBox },
  wrapped: { place: '[data-petition-box]', at: inside('[data-petition-box] >>> petition-box') },
  'pre-rendered': { place: 'petition-box', at: inBox },
};

/**
 * A petition with the page's own rule for each part, which tells its name.
 * @param {import('node:test').TestContext} t
 * @param {string} kind @param {string} place @param {{ script?: boolean }} [has]
 */
function openSite(t, kind, place, { script = true } = {}) {
  const rules = Object.keys(meant).map((part) => `${place}::part(${part}) { --told: ${part} }`);
  return openPartnerSite(
    t,
    {
      '/petition': { body: JSON.stringify(healthData()) },
      '/signatures': { body: '{"count":41}' },
      '/page.css': { type: 'text/css', body: rules.join('\n') },
      ...(script ? {} : { '/embed/petition-box.js': { type: 'text/javascript', body: '' } }),
    },
    snippetOf(healthData(), '--snippet', kind, ...places, '--no-integrity'),
    { head: '<link rel="stylesheet" href="/page.css">' },
  );
}

/** @param {string} path of the box @returns {Promise<string[]>} by the elements that are parts, what they are told */
const told = (path) =>
  page.on(path, (box) =>
    [box, ...box.querySelectorAll('[part]')].map(
      (part) => `.${part.classList[0]} ${getComputedStyle(part).getPropertyValue('--told').trim()}`,
    ),
  );

const expected = Object.entries(meant)
  .flatMap(([part, selectors]) => selectors.map((selector) => `${selector} ${part}`))
  .sort();

test('the README names each part, and no other', () => {
  const readme = readFileSync(fromTop('README.md'), 'utf8');
  const [, table] = readme.split('| part | of |\n');
  const named = [...table.split('\n\n')[0].matchAll(/^\| `([a-z]+)` \|/gm)].map(([, name]) => name);
  assert.deepEqual(named, Object.keys(meant));
});

for (const [kind, { place, at }] of Object.entries(snippets)) {
  test(`a page reaches each part of the snippet ${kind}`, async (t) => {
    const site = await openSite(t, kind, place);
    if (kind === 'wrapped') {
      await page.goto(site);
      await page.scrollTo(place);
      await waitForState(page, 'editing', at);
    } else {
      await visit(page, site);
    }
    assert.deepEqual((await told(at('.petition-box'))).sort(), expected);
  });
}

test(
  'and of the pre-rendered one before any script',
  once('it is a question about the snippet'),
  async (t) => {
    await page.goto(await openSite(t, 'pre-rendered', 'petition-box', { script: false }));
    assert.deepEqual((await told(inBox('.petition-box'))).sort(), expected);
  },
);

test('a page styles the element by what the box is at', async (t) => {
  const site = await openPartnerSite(
    t,
    {
      '/petition': { body: JSON.stringify(healthData()) },
      '/signatures': (sent) =>
        sent === '' ? { body: '{"count":41}' } : { status: 201, body: '{"status":"received"}' },
    },
    '<petition-box src="/petition" endpoint="/signatures" lang="fr"></petition-box>',
  );
  const states = () =>
    page.on('petition-box', (box) =>
      ['loading', 'editing', 'signed'].filter((state) => box.matches(`:state(${state})`)),
    );
  await visit(page, site);
  assert.deepEqual(await states(), ['editing']);
  await fillIn(page);
  await submit(page);
  await waitForState(page, 'signed');
  assert.deepEqual(await states(), ['signed']);
});
