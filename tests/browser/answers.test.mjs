// What a visitor reads of answers that no petition endpoint gives, and of a clock that is wrong.

import { strict as assert } from 'node:assert';
import { test } from 'node:test';
import { announced, answers, fillIn, inBox, submit, visit, waitForState } from './box.mjs';
import { once, page } from './browser.mjs';
import { healthData } from './documents.mjs';
import { openPartnerSite } from './partner-site.mjs';

/** @typedef {import('./partner-site.mjs').Resource} Resource */

const snippet =
  '<petition-box src="/petition" endpoint="/signatures?key=secret" lang="fr">' +
  '<a href="/sign">Signer ailleurs</a></petition-box>';

const login = { type: 'text/html', body: '<!doctype html><title>Log in</title>' };

/**
 * @param {import('node:test').TestContext} t
 * @param {import('./partner-site.mjs').Answer} answer to every signature
 */
const siteThatAnswers = (t, answer) =>
  openPartnerSite(
    t,
    {
      '/petition': { body: JSON.stringify(healthData()) },
      '/signatures': (sent) => (sent === '' ? { body: '{"count":0}' } : answer),
      '/login': login,
    },
    snippet,
  );

/** Signs, and waits until that has failed. @param {string} site @returns {Promise<object>} why */
async function signInVain(site) {
  await visit(page, site);
  await page.evaluate(() =>
    document.addEventListener('petition-box-failed', (event) =>
      Object.assign(window, { failure: event.detail }),
    ),
  );
  await fillIn(page);
  await submit(page);
  await waitForState(page, 'failed');
  return page.evaluate(() => /** @type {any} */ (window).failure);
}

for (const [what, status, answer] of /** @type {const} */ ([
  ['a page in the place of an answer', '200', login],
  ['no words at all', '204', { status: 204, body: '' }],
  ['a redirection to a page', '200', { status: 302, headers: { location: '/login' }, body: '' }],
])) {
  test(`whoever is answered with ${what} reads that it is not certain, at first sight`, once('the core reads every answer'), async (t) => {
    const site = await siteThatAnswers(t, answer);
    assert.deepEqual(await signInVain(site), { status, address: '/signatures' });
    assert.match(await announced(page), /^Il n’est pas certain que votre signature ait été reçue /);
    assert.equal(await page.value(inBox('#pb-given_name')), answers.given_name);
    const offered = await page.on(
      inBox('.says slot'),
      (/** @type {HTMLSlotElement} */ slot) => slot.assignedElements().length,
    );
    assert.equal(offered, 1);
  });
}

test('whoever is redirected to where the page may not look reads that nothing was received', once('every engine shows a redirection alike'), async (t) => {
  const elsewhere = { location: 'http://127.0.0.1:9/login' };
  const site = await siteThatAnswers(t, { status: 301, headers: elsewhere, body: '' });
  assert.deepEqual(await signInVain(site), { status: '0', address: '/signatures' });
  assert.match(await announced(page), /^Votre signature n’a pas été reçue /);
});

test('a post that is sent on as a post arrives', once('every engine follows a redirection alike'), async (t) => {
  const site = await openPartnerSite(
    t,
    {
      '/petition': { body: JSON.stringify(healthData()) },
      '/signatures': { status: 308, headers: { location: '/new' }, body: '' },
      '/new': (sent) =>
        sent.includes('given_name=')
          ? { status: 201, body: '{"status":"received"}' }
          : { body: '{"count":0}' },
    },
    snippet,
  );
  await visit(page, site);
  await fillIn(page);
  await submit(page);
  await waitForState(page, 'signed');
});

test('whoever has a clock that is 400 days ahead signs all the same', once('the core asks no clock'), async (t) => {
  const closes = new Date(Date.now() + 30 * 864e5).toISOString().slice(0, 10);
  const site = await openPartnerSite(
    t,
    {
      '/petition': { body: JSON.stringify({ ...healthData(), closes, time_zone: 'Europe/Paris' }) },
      '/signatures': (sent) =>
        sent === ''
          ? { body: '{"count":0}' }
          : { status: 201, body: '{"status":"received"}' },
      '/ahead.js': {
        type: 'text/javascript',
        body: '{ const { now } = Date; Date.now = () => now() + 400 * 864e5; }',
      },
    },
    snippet,
    { head: '<script src="/ahead.js"></script>' },
  );
  await visit(page, site);
  assert.match(
    await page.text(inBox('.last-day')),
    /^Ouverte jusqu’au \d+ \S+ \d{4} inclus \(heure d’Europe centrale\)$/,
  );
  await fillIn(page);
  await submit(page);
  await waitForState(page, 'signed');
});

test('what was typed into a petition that closes meanwhile stays to be read', once('the core decides'), async (t) => {
  const site = await siteThatAnswers(t, { status: 410, body: '{}' });
  await visit(page, site);
  await fillIn(page);
  await submit(page);
  await waitForState(page, 'closed');
  assert.equal(await page.value(inBox('#pb-email_address')), answers.email_address);
  assert.equal(await page.has(inBox('form [type=submit]')), false);
});
