import { strict as assert } from 'node:assert';
import { test } from 'node:test';
import { answers, fillIn, inBox, submit, visit, waitForState } from './box.mjs';
import { page } from './browser.mjs';
import { startEndpoint } from './endpoint.mjs';

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
  assert.deepEqual(await endpoint.rows('select email_address from signatures'), [{ email_address: answers.email_address }]);
});

test('a second press while the signature is on its way does not sign twice', async (t) => {
  const endpoint = await startEndpoint(t);
  await visit(page, endpoint.url);
  await fillIn(page);
  await page.on(inBox('form [type=submit]'), (button) => {
    button.click();
    button.click();
  });
  await waitForState(page, 'signed');
  assert.equal((await endpoint.rows('select * from signatures')).length, 1);
});
