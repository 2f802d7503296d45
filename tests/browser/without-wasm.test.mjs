// Where WebAssembly is missing (iOS in Lockdown Mode), forbidden, broken, or fails while it runs.

import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { answers, fillIn, inBox, submit, visit, waitForState } from './box.mjs';
import { once, page } from './browser.mjs';
import { healthData } from './documents.mjs';
import { embed } from './folders.mjs';
import { openPartnerSite } from './partner-site.mjs';
import { policy } from './policy.mjs';

const snippet =
  '<petition-box src="/petition" endpoint="/signatures" lang="fr"><a href="/elsewhere">Signer</a></petition-box>';
const withoutWasm = { head: '<script src="/lockdown.js"></script>' };

/** @returns {Record<string, import('./partner-site.mjs').Resource>} and, in `signed`, what was sent */
function resources(/** @type {string[]} */ signed = []) {
  return {
    '/lockdown.js': { type: 'text/javascript', body: 'delete globalThis.WebAssembly;' },
    '/petition': { body: JSON.stringify(healthData()) },
    '/signatures': (sent) => {
      if (sent === '') return { body: '{"count":41}' };
      signed.push(sent);
      return { status: 201, body: '{"status":"received"}' };
    },
  };
}

/** @returns {Promise<string[]>} the names of the files of the box that were fetched */
const fetched = () =>
  page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter(({ name }) => name.includes('/embed/'))
      .map(({ name }) => name.slice(name.lastIndexOf('/') + 1)),
  );

const recordErrors = {
  type: 'text/javascript',
  body: `window.told = [];
    addEventListener('petition-box-error', ({ detail }) => told.push(detail.reason));`,
};

test('without WebAssembly the box signs all the same, and does not ask for the module', async (t) => {
  /** @type {string[]} */
  const signed = [];
  const site = await openPartnerSite(t, resources(signed), snippet, withoutWasm);
  await visit(page, site);
  assert.equal(await page.evaluate(() => 'WebAssembly' in globalThis), false);
  await fillIn(page);
  await submit(page);
  await waitForState(page, 'signed');
  assert.equal(new URLSearchParams(signed[0]).get('family_name'), answers.family_name);
  const files = await fetched();
  assert.ok(
    files.includes('petition-box.asm.js') && !files.includes('petition-box.wasm'),
    `${files}`,
  );
});

test('with WebAssembly the other form of it is never loaded', async (t) => {
  const site = await openPartnerSite(t, resources(), snippet);
  await visit(page, site);
  const files = await fetched();
  assert.ok(
    files.includes('petition-box.wasm') && !files.includes('petition-box.asm.js'),
    `${files}`,
  );
});

test(
  'several boxes without WebAssembly do not disturb one another',
  once('the script is the same'),
  async (t) => {
    const site = await openPartnerSite(
      t,
      resources(),
      `<div>${snippet}</div><div>${snippet}</div>`,
      withoutWasm,
    );
    await visit(page, site);
    const second = 'div:nth-of-type(2) petition-box >>> #pb-given_name';
    await page.waitForElement(second);
    await page.fill(inBox('#pb-given_name'), 'Zoë');
    await page.fill(second, 'Ada');
    assert.equal(await page.value(inBox('#pb-given_name')), 'Zoë');
    assert.equal(await page.value(second), 'Ada');
  },
);

test('a page whose policy forbids WebAssembly signs all the same', async (t) => {
  const strict = policy.replace(" 'wasm-unsafe-eval'", '');
  assert.notEqual(strict, policy);
  const site = await openPartnerSite(t, resources(), snippet, { policy: strict });
  await visit(page, site);
  await fillIn(page);
  await submit(page);
  await waitForState(page, 'signed');
});

for (const [what, lockdown, name, body] of [
  [
    'module that is not there',
    false,
    'petition-box.wasm',
    { status: 404, type: 'text/plain', body: '' },
  ],
  [
    'module that was tampered with',
    false,
    'petition-box.wasm',
    { type: 'application/wasm', body: '\0asm\x01\0\0\0' },
  ],
  [
    'translation that was tampered with',
    true,
    'petition-box.asm.js',
    { type: 'text/javascript', body: 'window.hacked = 1; export const instantiate = () => ({});' },
  ],
  [
    'second script that was tampered with',
    false,
    'petition-box-running.js',
    {
      type: 'text/javascript',
      body: 'window.hacked = 1; export class Core {} export class Host {}',
    },
  ],
]) {
  test(`a ${what} leaves the page's own link, and the page is told`, async (t) => {
    const site = await openPartnerSite(
      t,
      { ...resources(), [`/embed/${name}`]: /** @type {any} */ (body), '/errors.js': recordErrors },
      // At once: that a browser finds out what is near is for other tests.
      snippet.replace('<petition-box', '$& loading="eager"'),
      { head: `<script src="/errors.js"></script>${lockdown ? withoutWasm.head : ''}` },
    );
    await page.goto(site);
    const told = await page.waitFor('the event petition-box-error', () =>
      Reflect.get(window, 'told').join(),
    );
    assert.equal(told, 'module');
    assert.equal(await page.text('petition-box a'), 'Signer');
    assert.equal(await page.evaluate(() => 'hacked' in window), false);
  });
}

test(
  'a module that comes late is loaded by asking again',
  once('arrival.test.mjs asks again in each'),
  async (t) => {
    let there = false;
    const site = await openPartnerSite(
      t,
      {
        ...resources(),
        '/embed/petition-box.wasm': () =>
          there
            ? { type: 'application/wasm', body: readFileSync(join(embed, 'petition-box.wasm')) }
            : { status: 503, type: 'text/plain', body: '' },
        '/errors.js': recordErrors,
      },
      snippet,
      { head: '<script src="/errors.js"></script>' },
    );
    await page.goto(site);
    await page.waitFor(
      'the event petition-box-error',
      () => Reflect.get(window, 'told').length > 0,
    );
    there = true;
    await page.on('petition-box', (box) => Reflect.get(box, 'load').call(box));
    await waitForState(page, 'editing');
  },
);

test(
  'when the core fails while somebody types, the form stays with its values and posts by itself',
  once('the script is the same'),
  async (t) => {
    /** @type {string[]} */
    const signed = [];
    const site = await openPartnerSite(
      t,
      {
        ...resources(signed),
        '/errors.js': recordErrors,
        '/trap.js': {
          type: 'text/javascript',
          body: `const { Instance } = WebAssembly;
          WebAssembly.Instance = function (...args) {
            const { exports } = new Instance(...args);
            const trap = () => { throw new WebAssembly.RuntimeError('unreachable'); };
            return { exports: { ...exports, petition_box_update: () =>
              window.trapping ? trap() : exports.petition_box_update() } };
          };`,
        },
      },
      snippet,
      { head: '<script src="/errors.js"></script><script src="/trap.js"></script>' },
    );
    await visit(page, site);
    await page.fill(inBox('#pb-given_name'), 'Zoë');
    await page.evaluate(() => Reflect.set(window, 'trapping', true));
    await page.fill(inBox('#pb-family_name'), 'D’Essai');
    await page.waitFor('the event petition-box-error', () =>
      Reflect.get(window, 'told').includes('core'),
    );
    assert.equal(await page.value(inBox('#pb-given_name')), 'Zoë');
    await page.fill(inBox('#pb-email_address'), 'zoe@example.org');
    await page.click(inBox('#pb-consent_sign'));
    await submit(page);
    await page.waitFor('the page of the answer', () => location.pathname === '/signatures');
    const sent = new URLSearchParams(signed[0]);
    assert.equal(sent.get('given_name'), 'Zoë');
    assert.equal(sent.get('family_name'), 'D’Essai');
    assert.equal(sent.get('consent_sign'), 'given');
  },
);
