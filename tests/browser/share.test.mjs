// What comes after a signature: the ways to tell others, and the next step.

import { strict as assert } from 'node:assert';
import { test } from 'node:test';
import { fillIn, inBox, submit, visit, waitForState } from './box.mjs';
import { once, page } from './browser.mjs';
import { until } from './deadline.mjs';
import { healthData } from './documents.mjs';
import { openPartnerSite } from './partner-site.mjs';

const snippet =
  '<petition-box src="/petition" endpoint="/signatures" lang="en"><a href="/elsewhere">Sign</a></petition-box>';
const share = { text: { fr: 'J’ai signé', en: 'I have signed & you?' } };
const next = {
  reason: { fr: 'Il reste à faire.', en: 'There is more to do.' },
  label: { fr: 'Écrire', en: 'Write a letter' },
  url: 'https://next.example/letter',
};

/**
 * Runs in the page, before the box does: what the page hears of sharing, in `heard`, and stand-ins that
 * tell there what they are given. Nobody is to go elsewhere from a test.
 */
function standIn() {
  /** @type {string[]} */
  const heard = [];
  Object.assign(window, { heard });
  addEventListener('petition-box-shared', (event) => {
    heard.push(/** @type {CustomEvent} */ (event).detail.way);
  });
  // On the way down: what is pressed there the page does not hear.
  addEventListener(
    'click',
    (event) => {
      if (event.composedPath().some((one) => one instanceof HTMLAnchorElement))
        event.preventDefault();
    },
    true,
  );
  window.open = (url) => (heard.push(String(url)), null);
  // Of an origin that is not secure there is none.
  const clipboard = {
    writeText: async (/** @type {string} */ text) => {
      if (Reflect.get(window, 'refuses')) throw new DOMException('', 'NotAllowedError');
      heard.push(text);
    },
  };
  Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
  if (!location.search.includes('device')) {
    Reflect.deleteProperty(Navigator.prototype, 'share');
    return;
  }
  const shareByDevice = async (/** @type {ShareData} */ { text, url }) => {
    const name = Reflect.get(window, 'refuses');
    if (name) throw new DOMException('', name);
    heard.push(`${text} ${url}`);
  };
  Object.defineProperty(navigator, 'share', { value: shareByDevice, configurable: true });
}

/**
 * @param {import('node:test').TestContext} t
 * @param {{ document?: object, query?: string, resources?: Record<string, import('./partner-site.mjs').Resource> }} [how]
 * @returns {Promise<string>} the address of the site, with its box signed
 */
async function signedBox(t, { document = { share, next }, query = '', resources } = {}) {
  const all = {
    '/petition': { body: JSON.stringify({ ...healthData(), ...document }) },
    '/signatures': (/** @type {string} */ sent) =>
      sent === '' ? { body: '{"count":41}' } : { status: 201, body: '{"status":"received"}' },
    '/stand-in.js': { type: 'text/javascript', body: `(${standIn})();` },
    ...resources,
  };
  const head = '<link rel="canonical" href="/clock?utm_source=x" /><script src="/stand-in.js"></script>';
  const site = await openPartnerSite(t, all, snippet, { head });
  await visit(page, site + '/' + query);
  await fillIn(page);
  await submit(page);
  await waitForState(page, 'signed');
  return site;
}

const control = (/** @type {string} */ name) => inBox(`#pb-share-${name}`);
const heard = () => page.evaluate(() => /** @type {string[]} */ (Reflect.get(window, 'heard')));
const errors = () =>
  page.evaluate(() => ['errors', 'violations'].flatMap((name) => Reflect.get(window, name)));

/** @param {...string} expected */
const waitToHear = (...expected) =>
  until(
    async () => JSON.stringify(await heard()) === JSON.stringify(expected),
    `hearing ${expected}`,
  ).catch(async (error) => assert.deepEqual(await heard(), expected, error.message));

test('after the thanks come the ways to tell others, in the order of the keyboard, with the page’s own address', async (t) => {
  const site = await signedBox(t);
  await page.waitForElement(control('next'));
  assert.equal(await page.focused(), '#pb-status');
  const order = [];
  for (let i = 0; i < 10; ++i) {
    await page.press('Tab');
    order.push(await page.focused());
  }
  const ways = 'copy email whatsapp telegram mastodon bluesky linkedin facebook x next';
  assert.deepEqual(
    order,
    ways.split(' ').map((name) => `#pb-share-${name}`),
  );
  const href = (/** @type {string} */ name) =>
    page.on(control(name), (link) => String(link.getAttribute('href')));
  const told = new URL(await href('telegram')).searchParams;
  assert.equal(told.get('url'), `${site}/clock`);
  assert.equal(told.get('text'), share.text.en);
  assert.equal(await href('next'), next.url);
  assert.deepEqual(await errors(), []);
});

test('the page hears once of a press, by which way, and nothing of who', async (t) => {
  const site = await signedBox(t);
  await page.waitForElement(control('facebook'));
  await page.click(control('facebook'));
  await page.click(control('copy'));
  await waitToHear('facebook', `${site}/clock`, 'copy');
  await page.waitForElement(inBox('.copied:not(:empty)'));
  await page.click(control('mastodon'));
  await page.waitForElement(control('server'));
  await until(async () => (await page.focused()) === '#pb-share-server', 'asking the server');
  await page.type('nowhere');
  await page.press('Enter');
  await page.waitForElement(control('server-error'));
  assert.equal(await page.value(control('server')), 'nowhere');
  await page.fill(control('server'), '@ada@social.example');
  await page.press('Enter');
  const text = encodeURIComponent(`${share.text.en}\n${site}/clock`);
  await waitToHear(
    'facebook',
    `${site}/clock`,
    'copy',
    `https://social.example/share?text=${text}`,
    'mastodon',
  );
  // The form of the box has heard nothing of it.
  await waitForState(page, 'signed');
  assert.deepEqual(await errors(), []);
});

test('a browser that shares by itself has one button for it', async (t) => {
  const site = await signedBox(t, { query: '?device' });
  await page.waitForElement(control('device'));
  const refuse = (/** @type {string} */ name) =>
    page.evaluate((one) => Object.assign(window, { refuses: one }) && 0, name);
  await refuse('AbortError');
  await page.click(control('device'));
  await refuse('');
  await page.click(control('device'));
  await waitToHear(`${share.text.en} ${site}/clock`, 'device');
  await refuse('NotAllowedError');
  await page.click(control('device'));
  await until(async () => !(await page.has(control('device'))), 'the button going');
  assert.equal(await page.focused(), '#pb-share-copy');
  await page.click(control('copy'));
  await page.waitForElement(control('address'));
  assert.equal(await page.value(control('address')), `${site}/clock`);
  await waitToHear(`${share.text.en} ${site}/clock`, 'device');
});

test('nothing is asked of anybody else', once('what is asked for is the same everywhere'), async (t) => {
  const site = await signedBox(t);
  await page.waitForElement(control('email'));
  const asked = await page.evaluate(() =>
    performance.getEntriesByType('resource').map(({ name }) => name),
  );
  assert.ok(asked.some((name) => name.includes('petition-box-share.')));
  assert.deepEqual(
    asked.filter((name) => !name.startsWith(`${site}/`)),
    [],
  );
});

test('what comes after a signature comes back when the box is drawn anew', once('the patcher is the same'), async (t) => {
  await signedBox(t);
  await page.waitForElement(control('mastodon'));
  await page.click(control('mastodon'));
  await page.waitForElement(control('server'));
  await page.fill(control('server'), 'social.example');
  // What other hands have taken away is there again with the next change.
  await page.on(inBox('.signing'), (section) => section.remove());
  await page.on('petition-box', (box) => box.setAttribute('heading', '3'));
  await page.waitForElement(control('server'));
  assert.equal(await page.value(control('server')), 'social.example');
});

for (const missing of ['share.js', 'locales/share/en.json', 'petition-box-share.wasm', 'share.css']) {
  test(`without ${missing} the thanks stay as they are`, once('a file is missing everywhere alike'), async (t) => {
    const resources = { [`/embed/${missing}`]: { status: 404, body: '' } };
    await signedBox(t, { resources });
    await new Promise((resolve) => setTimeout(resolve, 500));
    assert.equal(await page.focused(), '#pb-status');
    assert.match(await page.text(inBox('#pb-status')), /Thank you/);
    assert.deepEqual(await errors(), []);
  });
}
