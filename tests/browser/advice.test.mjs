// Advice beside the form: an address that was likely meant, and whom a signer may complain to.

import { strict as assert } from 'node:assert';
import { test } from 'node:test';
import { answers, fillIn, inBox, submit, visit, waitForState } from './box.mjs';
import { once, page } from './browser.mjs';
import { until } from './deadline.mjs';
import { healthData } from './documents.mjs';
import { openPartnerSite } from './partner-site.mjs';

const snippet =
  '<petition-box src="/petition" endpoint="/signatures" lang="en"><a href="/elsewhere">Sign</a></petition-box>';
const email = inBox('#pb-email_address');
const suggestion = inBox('.field.email_address [role=alert] button');
const authority = inBox('.notice .links a:nth-of-type(3)');

const country = { name: 'country', initial: 'FR' };

/**
 * @param {import('node:test').TestContext} t
 * @param {Record<string, import('./partner-site.mjs').Resource>} [resources]
 * @param {object} [how]
 * @returns {Promise<string[]>} what is sent to the endpoint, once it is
 */
async function openBox(t, resources, how) {
  /** @type {string[]} */
  const sent = [];
  const document = healthData();
  document.fields = [...document.fields.filter((/** @type {any} */ { name }) => name !== 'country'), country];
  const site = await openPartnerSite(
    t,
    {
      '/petition': { body: JSON.stringify(document) },
      '/signatures': (body) => {
        if (body === '') return { body: '{"count":41}' };
        sent.push(body);
        return { status: 201, body: '{"status":"received"}' };
      },
      ...resources,
    },
    snippet,
    how,
  );
  await visit(page, site);
  return sent;
}

/** Types it as a signer does, and goes on to the next field. @param {string} address */
async function give(address) {
  await page.click(email);
  await page.on(email, (/** @type {HTMLInputElement} */ field) => field.select());
  await page.type(address);
  await page.press('Tab');
}

test('a mistyped domain is mended by one press of the keyboard, and the signature has the address that was meant', async (t) => {
  const sent = await openBox(t);
  await fillIn(page);
  await give('zoe@gmial.com');
  await page.waitForElement(suggestion);
  assert.equal(await page.text(inBox('.field.email_address [role=alert]')), 'Did you mean: zoe@gmail.com');
  // It says so, and takes nobody from where they are.
  assert.notEqual(await page.focused(), '#pb-email_address');
  assert.equal(await page.value(email), 'zoe@gmial.com');
  await page.on(suggestion, (button) => button.focus());
  await page.press('Enter');
  await until(async () => (await page.value(email)) === 'zoe@gmail.com', 'the address that was meant');
  assert.equal(await page.focused(), '#pb-email_address');
  assert.equal(await page.has(suggestion), false);
  await submit(page);
  await waitForState(page, 'signed');
  assert.equal(new URLSearchParams(sent[0]).get('email_address'), 'zoe@gmail.com');
});

test('whoever has that address signs with it', once('the core waits for nothing'), async (t) => {
  const sent = await openBox(t);
  await fillIn(page);
  await give('zoe@gmial.com');
  await page.waitForElement(suggestion);
  await submit(page);
  await waitForState(page, 'signed');
  assert.equal(new URLSearchParams(sent[0]).get('email_address'), 'zoe@gmial.com');
});

test('the notice names the authority of the country that is chosen', async (t) => {
  await openBox(t);
  await page.fill(inBox('#pb-given_name'), answers.given_name);
  await page.press('Tab');
  await page.waitForElement(authority);
  assert.match(await page.text(authority), /^CNIL/);
  await page.select(inBox('#pb-country'), 'BE');
  await until(async () => (await page.text(authority)).startsWith('Autorité de protection'), 'that of Belgium');
  await page.select(inBox('#pb-country'), 'JP');
  await until(async () => !(await page.has(authority)), 'none of Japan');
});

for (const [what, resources, how] of /** @type {const} */ ([
  ['advice.js', { '/embed/advice.js': { status: 404, body: '' } }, {}],
  ['its module', { '/embed/petition-box-advice.wasm': { status: 404, body: '' } }, {}],
])) {
  test(`without ${what} the box signs, and nothing is told of it`, once('a file is missing everywhere alike'), async (t) => {
    const told = { type: 'text/javascript', body: 'addEventListener("unhandledrejection", () => (window.rejected = true));' };
    const head = '<script src="/told.js"></script>';
    const sent = await openBox(t, { ...resources, '/told.js': told }, { ...how, head });
    await fillIn(page);
    await give('zoe@gmial.com');
    await submit(page);
    await waitForState(page, 'signed');
    assert.equal(sent.length, 1);
    assert.equal(await page.evaluate(() => 'rejected' in window), false);
  });
}

test('without WebAssembly there is the same advice', once('the browser runs JavaScript'), async (t) => {
  const lockdown = { type: 'text/javascript', body: 'delete globalThis.WebAssembly;' };
  await openBox(t, { '/lockdown.js': lockdown }, { head: '<script src="/lockdown.js"></script>' });
  await give('zoe@ornge.fr');
  await page.waitForElement(suggestion);
  assert.match(await page.text(suggestion), /zoe@orange\.fr/);
});
