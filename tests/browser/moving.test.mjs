import { strict as assert } from 'node:assert';
import { test } from 'node:test';
import { unsignedEndpoint } from '../endpoint/shared.mjs';
import { answers, fillIn, inBox, submit, waitForState } from './box.mjs';
import { once, page } from './browser.mjs';
import { assertNoErrors, assertSigned, sign } from './home.mjs';

/** @returns the endpoint, with the box added to the page */
async function openWithBox() {
  const endpoint = await unsignedEndpoint();
  await page.goto(`${endpoint.url}/partners/moving.html`);
  await page.click('#add');
  await page.scrollTo('petition-box');
  await waitForState(page, 'editing');
  return endpoint;
}

async function assertKept() {
  for (const [name, typed] of Object.entries(answers)) {
    assert.equal(await page.value(inBox(`#pb-${name}`)), typed);
  }
  const ticked = await page.on(
    inBox('#pb-consent_sign'),
    (/** @type {HTMLInputElement} */ consent) => consent.checked,
  );
  assert.equal(ticked, true);
}

test('a box that a script adds signs', once('homes.test.mjs has such a page'), async () => {
  const endpoint = await openWithBox();
  await sign(page, { language: 'en' });
  await assertSigned(endpoint, [{ language: 'en' }]);
  await assertNoErrors(page);
});

test('what was typed survives a move, and the box signs in its new place', async () => {
  const endpoint = await openWithBox();
  await fillIn(page);
  await page.click('#move');
  await page.waitForElement('#second petition-box');
  await assertKept();
  await submit(page);
  await waitForState(page, 'signed');
  await assertSigned(endpoint, [{ language: 'en' }]);
  await assertNoErrors(page);
});

test('what was typed survives a removal, and the box signs when it is put back', async () => {
  const endpoint = await openWithBox();
  await fillIn(page);
  await page.click('#remove');
  assert.equal(await page.has('petition-box'), false);
  await page.click('#put-back');
  await assertKept();
  await submit(page);
  await waitForState(page, 'signed');
  await assertSigned(endpoint, [{ language: 'en' }]);
  await assertNoErrors(page);
});

test('what is being typed stays when the box shows another petition', async () => {
  await openWithBox();
  await page.fill(inBox('#pb-given_name'), 'Zo');
  await page.on('petition-box', (box) => {
    box.addEventListener('petition-box-ready', () => box.classList.add('again'));
    box.setAttribute('src', '/petitions/health-data-0');
  });
  await page.waitForElement('petition-box.again');
  await waitForState(page, 'editing');
  assert.equal(await page.value(inBox('#pb-given_name')), 'Zo');
});

test('a box that is removed before it has loaded, and put back later, loads then', async () => {
  const endpoint = await unsignedEndpoint();
  await page.goto(`${endpoint.url}/partners/moving.html`);
  await page.evaluate(() => {
    for (const id of ['add', 'remove', 'put-back', 'move']) document.getElementById(id)?.click();
  });
  await sign(page, { language: 'en' });
  await assertSigned(endpoint, [{ language: 'en' }]);
  await assertNoErrors(page);
});
