import { strict as assert } from 'node:assert';
import { test } from 'node:test';
import { startEndpoint } from '../endpoint/endpoint.mjs';
import { announced, answers, fillIn, inBox, submit, visit, waitForState } from './box.mjs';
import { once, page } from './browser.mjs';
import { folderWith, healthData, hostileText } from './documents.mjs';
import { openPartnerSite } from './partner-site.mjs';

const snippet = '<petition-box src="/petition" endpoint="/signatures" lang="fr"></petition-box>';

/**
 * A site whose endpoint answers every signature alike.
 * @param {import('node:test').TestContext} t @param {number} status @param {unknown} body
 */
const siteThatAnswers = (t, status, body) =>
  openPartnerSite(
    t,
    {
      '/petition': { body: JSON.stringify(healthData()) },
      '/signatures': (sent) =>
        sent === ''
          ? { body: '{"count":0}' }
          : { status, type: 'application/problem+json', body: JSON.stringify(body) },
    },
    snippet,
  );

test('a closed petition says so and has no form', once('the core words every answer'), async (t) => {
  const endpoint = await startEndpoint(t, {
    petitions: folderWith({ ...healthData(), closes: '2024-01-31' }),
  });
  await page.goto(endpoint.url);
  await waitForState(page, 'closed');
  assert.equal(await page.has(inBox('form')), false);
  assert.match(await page.text(inBox('#pb-status')), /^Cette pétition est close .*31 janvier 2024/);
});

test('a petition that closes while it is being signed says so', once('the core words every answer'), async (t) => {
  const site = await siteThatAnswers(t, 410, { title: 'closed' });
  await visit(page, site);
  await fillIn(page);
  await submit(page);
  await waitForState(page, 'closed');
  assert.match(await announced(page), /^Cette pétition est close /);
});

test('what the endpoint refuses is said at the field, in the box’s own words', async (t) => {
  const error = { pointer: '#/email_address', code: 'email_address.format', detail: 'nope' };
  const site = await siteThatAnswers(t, 422, { errors: [error] });
  await visit(page, site);
  await fillIn(page);
  await submit(page);
  await waitForState(page, 'refused');
  assert.equal(await page.focused(), '#pb-errors');
  assert.equal(
    await page.on(inBox('#pb-email_address'), (field) => field.getAttribute('aria-invalid')),
    'true',
  );
  assert.equal(await page.value(inBox('#pb-email_address')), answers.email_address);
  assert.doesNotMatch(await page.text(inBox('.petition-box')), /nope|email_address/);
});

test('a refusal that the box has never heard of is worded all the same', once('the core words every answer'), async (t) => {
  const error = { pointer: `#/${hostileText}`, code: hostileText, detail: hostileText };
  const site = await siteThatAnswers(t, 422, { errors: [error] });
  await visit(page, site);
  await fillIn(page);
  await submit(page);
  await waitForState(page, 'failed');
  assert.match(await announced(page), /^Votre signature n’a pas été reçue/);
  assert.equal(await page.has(inBox('img, script')), false);
  assert.equal(await page.evaluate(() => 'hacked' in window), false);
});

test('a signature that no repetition will bring through is said to have failed, with everything kept', once('the core words every answer'), async (t) => {
  const site = await siteThatAnswers(t, 403, { title: 'forbidden' });
  await visit(page, site);
  await fillIn(page);
  await submit(page);
  await waitForState(page, 'failed');
  assert.match(await announced(page), /^Votre signature n’a pas été reçue /);
  assert.equal(await page.value(inBox('#pb-given_name')), answers.given_name);
});

test('a signature that is to be confirmed by e-mail says so', once('the core words every answer'), async (t) => {
  const site = await siteThatAnswers(t, 202, { status: 'to_be_confirmed' });
  await visit(page, site);
  await fillIn(page);
  await submit(page);
  await waitForState(page, 'to-confirm');
  assert.match(await announced(page), /^Encore une étape Ouvrez le courriel .* zoe@example\.org/);
  await page.click(inBox('.edit'));
  await waitForState(page, 'editing');
  assert.equal(await page.value(inBox('#pb-given_name')), answers.given_name);
  const consent = inBox('#pb-consent_sign');
  assert.equal(await page.on(consent, (box) => Reflect.get(box, 'checked')), false);
});
