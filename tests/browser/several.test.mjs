import { strict as assert } from 'node:assert';
import { test } from 'node:test';
import { unsignedEndpoint } from '../endpoint/shared.mjs';
import { axeRules, findings } from './axe.mjs';
import { once, page } from './browser.mjs';
import { healthData } from './documents.mjs';
import { approach, assertNoErrors, assertSigned, inside, sign } from './home.mjs';
import { openPartnerSite } from './partner-site.mjs';

/** What the page downloads and compiles. @returns the modules, as often as they were asked for */
const downloads = () =>
  page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .flatMap(({ name }) => name.match(/[\w-]+\.wasm$/) ?? []),
  );

test(
  'each of several boxes signs its own petition in its own language, with one module',
  once('each has a core of its own'),
  async () => {
    const endpoint = await unsignedEndpoint();
    const homes = [
      { element: '#clock-fr petition-box', petition: 'town-clock', language: 'fr' },
      { element: '#clock-en petition-box', petition: 'town-clock', language: 'en' },
      { element: '#health-fr petition-box', petition: 'health-data', language: 'fr' },
      { element: '#health-en petition-box', petition: 'health-data', language: 'en' },
    ].map((home, index) => ({ ...home, email_address: `zoe-${index}@example.org` }));
    await page.goto(`${endpoint.url}/partners/several.html`);
    for (const home of homes) await sign(page, home);
    await assertSigned(endpoint, homes);
    // And one each for advice on the answers and for what comes after the signatures.
    assert.deepEqual(await downloads(), [
      'petition-box.wasm',
      'petition-box-advice.wasm',
      'petition-box-share.wasm',
    ]);
    await assertNoErrors(page);
  },
);

test(
  'what is typed into one box stays in that box',
  once('each has a core of its own'),
  async () => {
    const endpoint = await unsignedEndpoint();
    await page.goto(`${endpoint.url}/partners/several.html`);
    const [first, second] = ['#clock-fr petition-box', '#clock-en petition-box'];
    await approach(page, first);
    await approach(page, second);
    await page.fill(inside(first)('#pb-given_name'), 'Zoë');
    assert.equal(await page.value(inside(first)('#pb-given_name')), 'Zoë');
    assert.equal(await page.value(inside(second)('#pb-given_name')), '');
  },
);

test(
  'axe-core finds nothing on a page with several boxes: each form has a name of its own',
  once(axeRules),
  async () => {
    const endpoint = await unsignedEndpoint();
    await page.goto(`${endpoint.url}/partners/several.html`);
    for (const id of ['clock-fr', 'clock-en', 'health-fr', 'health-en']) {
      await approach(page, `#${id} petition-box`);
    }
    assert.deepEqual(await findings(page), []);
  },
);

/**
 * Runs in the page before the box: counts the modules that are compiled. An empty one (8 bytes) only
 * asks whether the page may compile at all.
 */
function countCompilations() {
  const count = { compilations: 0 };
  Object.assign(window, count);
  const counting = (/** @type {any} */ compile) =>
    function (/** @type {any[]} */ ...args) {
      Reflect.set(window, 'compilations', Reflect.get(window, 'compilations') + 1);
      return compile.apply(WebAssembly, args);
    };
  WebAssembly.compile = counting(WebAssembly.compile);
  WebAssembly.compileStreaming = counting(WebAssembly.compileStreaming);
  WebAssembly.instantiateStreaming = counting(WebAssembly.instantiateStreaming);
  WebAssembly.Module = new Proxy(WebAssembly.Module, {
    construct(Module, [bytes]) {
      const more = bytes.byteLength > 8 ? 1 : 0;
      Reflect.set(window, 'compilations', Reflect.get(window, 'compilations') + more);
      return new Module(bytes);
    },
  });
}

test('fifty boxes on a page all show their petition, with one compilation', async (t) => {
  const boxes = Array(50).fill(
    '<petition-box src="/petition" endpoint="/signatures" lang="fr" loading="eager"></petition-box>',
  );
  const site = await openPartnerSite(
    t,
    {
      '/petition': { body: JSON.stringify(healthData()) },
      '/signatures': { body: '{"count":0}' },
      '/count.js': { type: 'text/javascript', body: `(${countCompilations})();` },
    },
    `<script src="/count.js"></script>${boxes.join('')}`,
  );
  await page.goto(site);
  const shown = await page.waitFor('fifty boxes', () => {
    const all = [...document.querySelectorAll('petition-box')];
    return (
      all.every((box) => box.shadowRoot?.querySelector('[data-state=editing] form')) && all.length
    );
  });
  assert.equal(shown, 50);
  assert.equal(await page.evaluate(() => Reflect.get(window, 'compilations')), 1);
  assert.deepEqual(await downloads(), ['petition-box.wasm']);
});
