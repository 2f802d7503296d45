// A link of a newsletter fills in answers by the fragment of the page's address.

import { strict as assert } from 'node:assert';
import { test } from 'node:test';
import { answers, inBox, submit, visit, waitForState } from './box.mjs';
import { page } from './browser.mjs';
import { healthData } from './documents.mjs';
import { openPartnerSite } from './partner-site.mjs';

test('what a link brings stands in the form and nowhere else, and agrees to nothing', async (t) => {
  const site = await openPartnerSite(
    t,
    {
      '/petition': { body: JSON.stringify(healthData()) },
      '/signatures': (sent) => ({
        status: sent ? 201 : 200,
        body: sent ? '{"status":"received"}' : '{"count":41}',
      }),
    },
    '<petition-box src="/petition" endpoint="/signatures" lang="fr"></petition-box>',
  );
  const brought = new URLSearchParams({ ...answers, consent_sign: 'given' });
  await visit(page, `${site}/?from=newsletter#petition-box?${brought}`);
  await waitForState(page, 'editing');
  assert.equal(await page.evaluate(() => location.href), `${site}/?from=newsletter`);
  for (const [name, value] of Object.entries(answers)) {
    assert.equal(await page.value(inBox(`#pb-${name}`)), value);
  }
  const consent = inBox('#pb-consent_sign');
  assert.equal(await page.on(consent, (box) => Reflect.get(box, 'checked')), false);
  await page.click(consent);
  await submit(page);
  await waitForState(page, 'signed');
});
