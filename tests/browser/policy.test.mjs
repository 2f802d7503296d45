import { strict as assert } from 'node:assert';
import { test } from 'node:test';
import { unsignedEndpoint } from '../endpoint/shared.mjs';
import { fillIn, submit, visit, waitForState } from './box.mjs';
import { page } from './browser.mjs';
import { healthData } from './documents.mjs';
import { openPartnerSite } from './partner-site.mjs';
import { policy } from './policy.mjs';

/** @param {string | null} header @returns {string[]} the directives of a policy, in one order */
const directives = (header) =>
  (header ?? '')
    .split(';')
    .map((directive) => directive.trim())
    .filter(Boolean)
    .sort();

test('the partner page has the strict policy, and the box works under it', async () => {
  const endpoint = await unsignedEndpoint();
  const answer = await fetch(endpoint.url);
  const sent = directives(answer.headers.get('content-security-policy'));
  for (const directive of directives(policy)) {
    assert.ok(sent.includes(directive), `${directive} in ${sent.join('; ')}`);
  }
  await visit(page, endpoint.url);
  await fillIn(page);
  await submit(page);
  await waitForState(page, 'signed');
  const complaints = (await page.messages()).filter(
    ({ kind, text }) => kind !== 'other' && /policy|trusted/i.test(text),
  );
  assert.deepEqual(complaints, []);
});

test('from the first line of the page to the signature nothing breaks the policy and no error is thrown', async (t) => {
  const site = await openPartnerSite(
    t,
    {
      '/petition': { body: JSON.stringify(healthData()) },
      '/signatures': (sent) =>
        sent === ''
          ? { body: '{"count":41}' }
          : { status: 201, body: '{"status":"received"}' },
    },
    '<petition-box src="/petition" endpoint="/signatures" lang="fr"></petition-box>',
  );
  await visit(page, site);
  await fillIn(page);
  await submit(page);
  await waitForState(page, 'signed');
  assert.deepEqual(
    await page.evaluate(() => [Reflect.get(window, 'violations'), Reflect.get(window, 'errors')]),
    [[], []],
  );
});

test('the record of violations is no empty promise: an inline script is in it', async (t) => {
  const site = await openPartnerSite(t, {}, '<script>window.hacked = 1</script>');
  await page.goto(site);
  const violations = await page.waitFor(
    'a violation',
    () => Reflect.get(window, 'violations').length > 0 && Reflect.get(window, 'violations').join(),
  );
  assert.match(violations, /script-src/);
  assert.equal(await page.evaluate(() => 'hacked' in window), false);
});
