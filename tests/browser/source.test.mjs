// The campaign's word for the way on which a signer came: a parameter of the page's address.

import { strict as assert } from 'node:assert';
import { test } from 'node:test';
import { startEndpoint } from '../endpoint/endpoint.mjs';
import { petitionsFolder } from '../endpoint/petitions.mjs';
import { fillIn, inBox, submit, waitForState } from './box.mjs';
import { cannot, page, pageWith } from './browser.mjs';
import { healthData } from './documents.mjs';
import { openPartnerSite } from './partner-site.mjs';
import { snippetOf } from './petition-render.mjs';
import { policy } from './policy.mjs';

const document = { ...healthData(), source_parameter: 'utm_source' };
const query = '?given_name=Eve&utm_source=May%20%26%20June&utm_source=second&utm_medium=mail';

/** @param {import('node:test').TestContext} t */
const start = async (t) => startEndpoint(t, { petitions: await petitionsFolder(t, document) });

/** @typedef {Awaited<ReturnType<typeof start>>} Endpoint */

/**
 * A partner's page of another origin.
 * @param {import('node:test').TestContext} t
 * @param {Endpoint} endpoint
 * @param {string} kind of snippet
 */
const openPage = (t, endpoint, kind) =>
  openPartnerSite(
    t,
    {},
    snippetOf(document, '--snippet', kind, '--site', `${endpoint.url}/`, '--lang', 'fr'),
    { policy: policy.replace(/'self'/g, `'self' ${endpoint.url}`) },
  );

/** @param {Endpoint} endpoint */
const kept = (endpoint) => endpoint.rows('select given_name, source from signatures');

for (const kind of ['element', 'pre-rendered']) {
  test(`the source in the address of a page goes along with the snippet ${kind}`, async (t) => {
    const endpoint = await start(t);
    await page.goto((await openPage(t, endpoint, kind)) + query);
    await waitForState(page, 'editing');
    await fillIn(page);
    await submit(page);
    await waitForState(page, 'signed');
    assert.deepEqual(await kept(endpoint), [{ given_name: 'Zoë', source: 'May & June' }]);
  });
}

test('a frame is told the source, and nothing else of the address around it', async (t) => {
  const endpoint = await start(t);
  const at = (/** @type {string} */ selector) => `iframe >>> ${inBox(selector)}`;
  await page.goto((await openPage(t, endpoint, 'frame')) + query);
  await page.waitFor('the frame being told', () =>
    window.document.querySelector('iframe')?.src.endsWith('&utm_source=May%20%26%20June'),
  );
  await waitForState(page, 'editing', at);
  await fillIn(page, { at });
  await submit(page, at);
  await waitForState(page, 'signed', at);
  assert.deepEqual(await kept(endpoint), [{ given_name: 'Zoë', source: 'May & June' }]);
});

test('without script the page to sign has it', { skip: cannot.javascript }, async (t) => {
  const endpoint = await start(t);
  const at = (/** @type {string} */ selector) => selector;
  const plain = await pageWith({ javascript: false });
  await plain.goto(`${endpoint.petition}/sign${query}&lang=fr`);
  await fillIn(plain, { at, given: { email_address: 'zoe@example' } });
  await submit(plain, at);
  await plain.waitForElement('#pb-email_address[aria-invalid=true]');
  await plain.waitForLoad();
  await plain.fill('#pb-email_address', 'zoe@example.org');
  await submit(plain, at);
  await plain.waitFor('the thanks', () => location.pathname.endsWith('/thanks'));
  assert.deepEqual(await kept(endpoint), [{ given_name: 'Zoë', source: 'May & June' }]);
});
