import { strict as assert } from 'node:assert';
import { test } from 'node:test';
import { startEndpoint } from '../endpoint/endpoint.mjs';
import { answers, counter, fillIn, inBox, submit, visit, waitForState } from './box.mjs';
import { once, page } from './browser.mjs';
import { healthData } from './documents.mjs';
import { handedOnTo, openPartnerSite } from './partner-site.mjs';

test('a signature given while the endpoint is down is sent when it is back, exactly once', async (t) => {
  const endpoint = await startEndpoint(t);
  await visit(page, endpoint.url);
  await fillIn(page);
  await endpoint.kill();
  await submit(page);
  await waitForState(page, 'trying-again');
  assert.equal(await page.value(inBox('#pb-email_address')), answers.email_address);
  await endpoint.start();
  await waitForState(page, 'signed');
  assert.deepEqual(await endpoint.rows('select email_address from signatures'), [
    { email_address: answers.email_address },
  ]);
});

test('a signature whose answer is lost on the way is sent again, and counted once', async (t) => {
  const endpoint = await startEndpoint(t);
  const store = handedOnTo(endpoint);
  let losing = true;
  const site = await openPartnerSite(
    t,
    {
      '/petition': { body: JSON.stringify(healthData()) },
      '/signatures': async (sent) => {
        const answer = await store(sent);
        return sent !== '' && losing ? null : answer;
      },
    },
    '<petition-box src="/petition" endpoint="/signatures" lang="fr"></petition-box>',
  );
  await visit(page, site);
  await fillIn(page);
  await submit(page);
  await waitForState(page, 'trying-again');
  losing = false;
  await waitForState(page, 'signed');
  await page.waitForElement(counter(1));
  assert.equal((await endpoint.rows('select * from signatures')).length, 1);
});

test('a second press of any button does not sign twice', once('the core decides'), async (t) => {
  const endpoint = await startEndpoint(t);
  await visit(page, endpoint.url);
  await fillIn(page);
  await page.on(inBox('.petition-box'), (box) => {
    for (const button of ['.submit', '#pb-question [data-press=decline]', '.submit']) {
      const found = /** @type {HTMLElement} */ (box.querySelector(button));
      found.click();
      found.click();
    }
  });
  await waitForState(page, 'signed');
  assert.equal((await endpoint.rows('select * from signatures')).length, 1);
});
