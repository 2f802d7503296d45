import { strict as assert } from 'node:assert';
import { test } from 'node:test';
import { startEndpoint } from '../endpoint/endpoint.mjs';
import { unsignedEndpoint } from '../endpoint/shared.mjs';
import { announced, answers, counter, fillIn, inBox, submit, visit, waitForState } from './box.mjs';
import { once, page } from './browser.mjs';

const signatures = `select ${Object.keys(answers).join(', ')}, country, petition, language from signatures`;

test('a visitor signs: the signature is counted, announced, in the database, and still there after a restart', async (t) => {
  const endpoint = await startEndpoint(t);
  await visit(page, endpoint.url);
  await page.waitForElement(counter(0));
  assert.equal(await announced(page), '');
  await fillIn(page);
  await page.select(inBox('#pb-country'), 'BE');
  await page.fill(inBox('#pb-postal_code'), '1000');
  await page.fill(inBox('#pb-comment'), 'Pour mes enfants.\nEt pour moi.');
  await submit(page);
  await waitForState(page, 'signed');

  await page.waitForElement(counter(1));
  // Once: "|" would stand before what is said again.
  assert.match(await announced(page), /^Merci, Zoë [^|]*$/);
  const expected = [
    { ...answers, country: 'BE', postal_code: '1000', petition: 'health-data', language: 'fr' },
  ];
  assert.deepEqual(await endpoint.rows(signatures), expected);
  assert.deepEqual(await endpoint.rows('select comment from signatures'), [
    { comment: 'Pour mes enfants.\nEt pour moi.' },
  ]);

  await endpoint.stop();
  await endpoint.start();
  await visit(page, endpoint.url);
  await page.waitForElement(counter(1));
  assert.deepEqual(await endpoint.rows(signatures), expected);
});

test('the partner’s page hears that somebody signed, and nothing of who', async () => {
  const endpoint = await unsignedEndpoint();
  await visit(page, endpoint.url);
  await page.evaluate(() => {
    Object.assign(window, { heard: null });
    document.querySelector('petition-box')?.addEventListener('petition-box-signed', (event) => {
      Object.assign(window, { heard: JSON.stringify(/** @type {CustomEvent} */ (event).detail) });
    });
  });
  await fillIn(page);
  await submit(page);
  await waitForState(page, 'signed');
  const heard = await page.waitFor('the event petition-box-signed', () =>
    String(Reflect.get(window, 'heard') ?? ''),
  );
  for (const answer of Object.values(answers)) {
    assert.ok(!heard.includes(answer), `${answer} is in ${heard}`);
  }
  const left = await page.evaluate(() =>
    JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, location.href]),
  );
  for (const answer of Object.values(answers)) {
    assert.ok(!left.includes(answer), `${answer} is in ${left}`);
  }
});

test('the consent to updates goes with the signature only when it is ticked', once('the core says what is sent'), async () => {
  const endpoint = await unsignedEndpoint();
  for (const ticked of [false, true]) {
    await visit(page, endpoint.url);
    await fillIn(page, { given: { email_address: `${ticked}@example.org` } });
    if (ticked) await page.click(inBox('#pb-consent_updates'));
    await submit(page);
    await waitForState(page, 'signed');
  }
  assert.deepEqual(
    await endpoint.rows(
      'select email_address, consent_sign, consent_updates from signatures order by email_address',
    ),
    [
      { email_address: 'false@example.org', consent_sign: 'given', consent_updates: 'refused' },
      { email_address: 'true@example.org', consent_sign: 'given', consent_updates: 'given' },
    ],
  );
});
