// Where the script finds its files, wherever it was put itself.

import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { unsignedEndpoint } from '../endpoint/shared.mjs';
import { serveBelowPath } from '../endpoint/path-proxy.mjs';
import { waitForState } from './box.mjs';
import { once, page } from './browser.mjs';
import { healthData } from './documents.mjs';
import { embed, fromTop } from './folders.mjs';
import { assertSigned, sign } from './home.mjs';
import { boxFile, openPartnerSite } from './partner-site.mjs';

const script = readFileSync(join(embed, 'petition-box.js'), 'utf8');
const { version } = JSON.parse(readFileSync(fromTop('package.json'), 'utf8'));

/** The page's usual script. */
const nothing = { type: 'text/javascript', body: '' };

/** Everything may run and be asked for. */
const policy = "default-src * blob: data: 'unsafe-inline' 'wasm-unsafe-eval'";

/**
 * What such a script may ask for, each engine decides where it has no address of its own.
 * @type {Record<string, { body: string, resource?: string, hasNoAddress?: boolean }>} by what an
 *   optimizer does
 */
const optimized = {
  'put into the page': { body: `<script type="module">${script}</script>` },
  'combined with others': {
    body: '<script type="module" src="/cache/js/all.js"></script>',
    resource: `window.first = 1;\n{${script}}\n`,
  },
  'copied by its own name': {
    body: '<script type="module" src="/cache/js/petition-box.js"></script>',
    resource: script,
  },
  'delayed as a blob': {
    body: '<script type="module" src="/cache/js/delay.js"></script>',
    resource: `const { default: text } = await import('/cache/js/text.js');
      const blob = new Blob([text], { type: 'text/javascript' });
      await import(URL.createObjectURL(blob));`,
    hasNoAddress: true,
  },
  'written into an address': {
    body: `<script type="module" src="data:text/javascript,${encodeURIComponent(script)}"></script>`,
    hasNoAddress: true,
  },
};

for (const [what, { body, resource = '', hasNoAddress }] of Object.entries(optimized)) {
  const asked = once('it is a question about an address', hasNoAddress);
  test(
    `a script that was ${what} finds its files on the site of the petition`,
    asked,
    async (t) => {
      const endpoint = await unsignedEndpoint();
      const site = await openPartnerSite(
        t,
        {
          '/embed/petition-box.js': nothing,
          '/cache/js/all.js': { type: 'text/javascript', body: resource },
          '/cache/js/petition-box.js': { type: 'text/javascript', body: resource },
          '/cache/js/delay.js': { type: 'text/javascript', body: resource },
          '/cache/js/text.js': {
            type: 'text/javascript',
            body: `export default ${JSON.stringify(script)};`,
          },
        },
        `<petition-box src="${endpoint.petition}" endpoint="${endpoint.signatures}" lang="fr"></petition-box>${body}`,
        { policy },
      );
      await page.goto(site);
      await sign(page);
      await assertSigned(endpoint, [{}]);
      assert.deepEqual(await page.evaluate(() => Reflect.get(window, 'errors')), []);
    },
  );
}

test(
  'a site below a path has the files below it, too',
  once('it is a question about an address'),
  async (t) => {
    const endpoint = await unsignedEndpoint();
    const { url: address } = await serveBelowPath(t, endpoint.url);
    const site = await openPartnerSite(
      t,
      { '/embed/petition-box.js': nothing },
      `<petition-box src="${address}/petitions/health-data" endpoint="${endpoint.signatures}" lang="fr"></petition-box>
     <script type="module">${script}</script>`,
      { policy },
    );
    await page.goto(site);
    await waitForState(page, 'editing');
    const files = await page.evaluate(() =>
      performance.getEntriesByType('resource').map(({ name }) => name),
    );
    assert.ok(files.includes(`${address}/embed/${version}/petition-box.wasm`), `${files}`);
  },
);

test(
  'a page that was open before a new build shows its box with the files of its own',
  once('it is a question about an address'),
  async (t) => {
    const endpoint = await unsignedEndpoint();
    let built = false;
    const changing = (/** @type {string} */ name, /** @type {string} */ next) => () =>
      built ? { body: next } : boxFile(`/embed/${name}`);
    const kept = (/** @type {string} */ name) => () => boxFile(`/embed/${name}`);
    const site = await openPartnerSite(
      t,
      {
        '/embed/petition-box.wasm': changing('petition-box.wasm', 'another'),
        '/embed/petition-box.css': changing('petition-box.css', '.petition-box { display: none }'),
        '/embed/locales/fr.usual.json': changing('locales/fr.usual.json', '{}'),
        [`/embed/${version}/petition-box.wasm`]: kept('petition-box.wasm'),
        [`/embed/${version}/petition-box.css`]: kept('petition-box.css'),
        [`/embed/${version}/locales/fr.usual.json`]: kept('locales/fr.usual.json'),
        '/far.css': { type: 'text/css', body: '.far { height: 9000px }' },
        '/petition': { body: JSON.stringify(healthData()) },
      },
      `<p class="far"></p><petition-box src="/petition" endpoint="${endpoint.signatures}" lang="fr"></petition-box>`,
      { head: '<link rel="stylesheet" href="/far.css">', policy },
    );
    await page.goto(site);
    await page.waitFor(
      'the script of the box',
      () => document.querySelector('petition-box:defined') !== null,
    );
    built = true;
    await sign(page);
    await assertSigned(endpoint, [{}]);
  },
);
