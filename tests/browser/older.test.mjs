// What the build's oldest browsers do without: each taken away from the stylesheets, by itself.

import { strict as assert } from 'node:assert';
import { test } from 'node:test';
import { unsignedEndpoint } from '../endpoint/shared.mjs';
import { fillIn, inBox, submit, visit, waitForState } from './box.mjs';
import { once, page as lightPage, pageWith } from './browser.mjs';
import { contrastsOf } from './contrast.mjs';
import { healthData } from './documents.mjs';
import { serveWithout } from './older.mjs';
import { openPartnerSite, stalled } from './partner-site.mjs';
import { places, snippetOf } from './petition-render.mjs';

/** @typedef {import('./page.mjs').Page} Page */

const inOne = once('what is taken away is taken from the stylesheet, for any of them');

const itself = (/** @type {string} */ selector) => selector;

/**
 * What has to be seen of a page of the endpoint.
 * @typedef {object} Shown
 * @property {string} name
 * @property {string} path
 * @property {(selector: string) => string} at
 * @property {string[]} texts
 * @property {string[]} fields
 */

/** @type {Shown[]} */
const pages = [
  {
    name: 'the box',
    path: '/partners/health-data.html',
    at: inBox,
    texts: ['h2', 'time', '.notice a', '.submit', '.jump', '.consent label'],
    fields: ['#pb-given_name', '#pb-country', '#pb-comment', '#pb-consent_sign'],
  },
  {
    name: 'the page without script',
    path: '/petitions/health-data/sign?lang=fr',
    at: itself,
    texts: ['h1', '.petition-box h2', '.notice a', '.submit', 'time'],
    fields: ['#pb-given_name', '#pb-country', '#pb-comment', '#pb-consent_sign'],
  },
  {
    name: 'the page for a frame',
    path: '/petitions/health-data/frame?lang=fr&accent=%23ffe100',
    at: inBox,
    texts: ['h2', 'time', '.notice a', '.submit'],
    fields: ['#pb-given_name', '#pb-country', '#pb-consent_sign'],
  },
  {
    name: 'the builder',
    path: '/embed/builder/',
    at: itself,
    texts: ['h1', '.hint', 'label', '.top a', '#open'],
    fields: ['[data-at="/title"]', '[data-at="/goal"]', '#open'],
  },
];

/** Runs in the page. @param {HTMLElement} field */
function ringOf(field) {
  const { outlineStyle, outlineWidth } = getComputedStyle(field);
  return { style: outlineStyle, width: parseFloat(outlineWidth) };
}

/** @param {Page} page @param {Shown} what */
async function assertVisible(page, { name, at, texts, fields }) {
  for (const selector of texts) {
    const [contrast] = await page.on(at(selector), contrastsOf, 'color');
    assert.ok(contrast >= 4.5, `${name}, ${selector}: ${contrast.toFixed(2)}`);
  }
  for (const selector of fields) {
    const [contrast] = await page.on(at(selector), contrastsOf, 'border-top-color');
    assert.ok(contrast >= 3, `${name}, border of ${selector}: ${contrast.toFixed(2)}`);
    const width = await page.on(at(selector), (field) => getComputedStyle(field).borderTopWidth);
    assert.equal(width, '1px', `${name}, ${selector}`);
  }
  const [field] = fields;
  await page.click(at(field));
  assert.deepEqual(await page.on(at(field), ringOf), { style: 'solid', width: 3 }, name);
  const [ring] = await page.on(at(field), contrastsOf, 'outline-color');
  assert.ok(ring >= 3, `${name}, focus ring: ${ring.toFixed(2)}`);
}

for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
  test(
    `without light-dark() and color-mix() everything can be seen, ${colorScheme}`,
    inOne,
    async (t) => {
      const page = colorScheme === 'light' ? lightPage : await pageWith({ colorScheme });
      const endpoint = await unsignedEndpoint();
      const site = await serveWithout(t, endpoint.url, /\b(light-dark|color-mix)\(/g);
      for (const what of pages) {
        await page.goto(site + what.path);
        await page.waitForElement(what.at(what.fields[0]));
        await assertVisible(page, what);
      }
    },
  );
}

test('without them any accent can be read, and be read on', inOne, async (t) => {
  const endpoint = await unsignedEndpoint();
  const site = await serveWithout(t, endpoint.url, /\b(light-dark|color-mix)\(/g);
  await visit(lightPage, site);
  for (const accent of ['#8a1c4a', '#ffe100', 'whitesmoke', 'hsl(0 0% 47%)', '#00f']) {
    await lightPage.on('petition-box', (box, colour) => box.setAttribute('accent', colour), accent);
    const contrasts = await lightPage.on(inBox('.petition-box'), contrastsOf, 'color', [
      'time',
      '.notice a',
      '.submit',
      '.jump',
    ]);
    assert.ok(Math.min(...contrasts) >= 4.5, `${accent}: ${contrasts}`);
  }
});

test(
  'without contain-intrinsic-inline-size the box has a width in a float and in a centred column',
  inOne,
  async (t) => {
    const endpoint = await unsignedEndpoint();
    const site = await serveWithout(t, endpoint.url, /\bcontain-intrinsic-inline-size\b/g);
    for (const { path, at, box } of [
      { path: '/', at: inBox, box: 'petition-box' },
      { path: '/petitions/health-data/sign?lang=fr', at: itself, box: '.petition-box' },
    ]) {
      await lightPage.goto(site + path);
      await lightPage.waitForElement(at('.petition-box[data-state=editing]'));
      for (const [screen, least] of [
        [1280, 560],
        [390, 280],
      ]) {
        await lightPage.resize(screen, 900);
        for (const layout of [
          { float: 'left' },
          { display: 'flex', flexDirection: 'column', alignItems: 'center' },
        ]) {
          const [width, room] = await lightPage.on(
            box,
            (element, style) => {
              const around = document.createElement('div');
              element.before(around);
              around.append(element);
              Object.assign(around.style, style);
              const { width } = element.getBoundingClientRect();
              around.replaceWith(element);
              return [width, document.documentElement.clientWidth];
            },
            layout,
          );
          assert.ok(width >= least && width <= room, `${path}: ${width} px of ${room}`);
        }
      }
    }
  },
);

test(
  'without templates that become shadow roots a box that came with the page is its link, and then the box',
  inOne,
  async (t) => {
    const snippet = snippetOf(healthData(), ...places).replace('shadowrootmode', 'data-unknown');
    const resources = {
      '/petition': { body: JSON.stringify(healthData()) },
      '/signatures': { body: '{"count":41}' },
    };
    const stalling = { ...resources, '/embed/petition-box-running.js': stalled };
    await lightPage.goto(await openPartnerSite(t, stalling, snippet));
    assert.ok((await lightPage.text('petition-box a')).length > 0);
    assert.equal(await lightPage.on('petition-box a', (link) => link.getClientRects().length), 1);
    await visit(lightPage, await openPartnerSite(t, resources, snippet));
    assert.equal(await lightPage.on('petition-box a', (link) => link.getClientRects().length), 0);
    await assertVisible(lightPage, pages[0]);
  },
);

/** Runs in the page, before the box does. */
function takeAway() {
  Reflect.deleteProperty(AbortSignal, 'timeout');
  Reflect.deleteProperty(WebAssembly, 'compileStreaming');
  Reflect.deleteProperty(WebAssembly, 'instantiateStreaming');
  Reflect.deleteProperty(ShadowRoot.prototype, 'adoptedStyleSheets');
  Reflect.deleteProperty(Document.prototype, 'adoptedStyleSheets');
  Reflect.deleteProperty(window, 'CSSStyleSheet');
  Reflect.deleteProperty(window, 'requestIdleCallback');
  Reflect.deleteProperty(Object, 'hasOwn');
  Reflect.deleteProperty(Array.prototype, 'at');
  Reflect.deleteProperty(Array.prototype, 'findLast');
  Reflect.deleteProperty(String.prototype, 'at');
  Reflect.deleteProperty(String.prototype, 'replaceAll');
  Reflect.deleteProperty(window, 'structuredClone');
}

test(
  'without what iOS 15 has not the petition is shown in its style, and signed',
  inOne,
  async (t) => {
    /** @type {string[]} */
    const signed = [];
    const site = await openPartnerSite(
      t,
      {
        '/older.js': { type: 'text/javascript', body: `(${takeAway})();` },
        '/petition': { body: JSON.stringify(healthData()) },
        '/signatures': (sent) => {
          if (sent !== '') signed.push(sent);
          return sent === ''
            ? { body: '{"count":41}' }
            : { status: 201, body: '{"status":"received"}' };
        },
      },
      '<petition-box src="/petition" endpoint="/signatures" lang="fr"></petition-box>',
      { head: '<script src="/older.js"></script>' },
    );
    await visit(lightPage, site);
    await lightPage.waitFor('the style', () => {
      const button = document.querySelector('petition-box')?.shadowRoot?.querySelector('.submit');
      return button && getComputedStyle(button).backgroundColor === 'rgb(11, 95, 92)';
    });
    await fillIn(lightPage);
    await submit(lightPage);
    await waitForState(lightPage, 'signed');
    assert.equal(signed.length, 1);
  },
);
