// Going back to where something was typed: what is not signed is there, what is signed is not.

import { strict as assert } from 'node:assert';
import { test } from 'node:test';
import { startEndpoint } from '../endpoint/endpoint.mjs';
import { petitionsFolder } from '../endpoint/petitions.mjs';
import { answers, fillIn, inBox, submit, visit, waitForState } from './box.mjs';
import { once, page } from './browser.mjs';
import { healthData } from './documents.mjs';
import { openPartnerSite } from './partner-site.mjs';

/** Runs in the page, as a client router does: another view, and the first one anew. */
function goAndComeBack() {
  const box = document.querySelector('petition-box');
  const place = /** @type {Element} */ (box?.parentElement);
  place.replaceChildren(document.createElement('p'));
  const again = document.createElement('petition-box');
  for (const { name, value } of box?.attributes ?? []) again.setAttribute(name, value);
  again.setAttribute('loading', 'eager');
  place.replaceChildren(again);
}

/** @param {import('node:test').TestContext} t */
const site = (t) =>
  openPartnerSite(
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

const typed = () =>
  Promise.all(Object.keys(answers).map((name) => page.value(inBox(`#pb-${name}`))));

test('what was typed is there after a look at another view of the page, until it is signed', async (t) => {
  await visit(page, await site(t));
  await fillIn(page);
  await page.evaluate(goAndComeBack);
  await waitForState(page, 'editing');
  assert.deepEqual(await typed(), Object.values(answers));
  // Whoever agrees does so each time.
  const consent = inBox('#pb-consent_sign');
  assert.equal(await page.on(consent, (box) => Reflect.get(box, 'checked')), false);
  const stored = await page.evaluate(() =>
    JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, history.state]),
  );
  assert.equal(stored, '[{},{},"",null]');
  await page.click(consent);
  await submit(page);
  await waitForState(page, 'signed');
  await page.evaluate(goAndComeBack);
  await waitForState(page, 'editing');
  assert.deepEqual(await typed(), ['', '', '', '']);
});

test(
  'a box of another endpoint learns nothing of it, nor does a second one beside it',
  once('what is kept is data'),
  async (t) => {
    await visit(page, await site(t));
    await page.fill(inBox('#pb-given_name'), answers.given_name);
    await page.evaluate(() => {
      const box = /** @type {HTMLElement} */ (document.querySelector('petition-box'));
      const beside = document.createElement('petition-box');
      for (const { name, value } of box.attributes) beside.setAttribute(name, value);
      beside.setAttribute('loading', 'eager');
      box.before(beside);
    });
    await waitForState(page, 'editing');
    assert.equal(await page.value(inBox('#pb-given_name')), '');
    await page.evaluate(() => {
      const other = document.createElement('petition-box');
      Object.assign(other, { src: '/petition', endpoint: '/elsewhere', loading: 'eager' });
      document.querySelector('main')?.replaceChildren(other);
    });
    await waitForState(page, 'editing');
    assert.equal(await page.value(inBox('#pb-given_name')), '');
  },
);

test('on the page for browsers without script, whoever goes back after signing finds no name', async (t) => {
  // Of its own: what other pages of the same site keep in this tab is kept there, too.
  const document = healthData();
  document.consents = [{ name: 'updates', ask: 'yes_no' }];
  const endpoint = await startEndpoint(t, { petitions: await petitionsFolder(t, document) });
  const at = (/** @type {string} */ selector) => selector;
  const form = `${endpoint.url}/petitions/health-data/sign?lang=fr`;
  await page.goto(form);
  await fillIn(page, { at });
  await page.click('#pb-consent_updates');
  await submit(page, at);
  // Its script waits for its style.
  await page.waitFor(
    'the thanks',
    () => location.pathname.endsWith('/thanks') && document.readyState === 'complete',
  );
  assert.match(await page.text('main'), /Si d’autres personnes se servent de cet appareil/);
  // Not at once: the answer would go with the page that gives it.
  await page.evaluate(() => void setTimeout(() => history.back()));
  // What WebKit is asked while it goes from one page to another, it may never answer.
  await new Promise((resolve) => setTimeout(resolve, 500));
  // A browser brings back what was typed some time after the form is there.
  await page.waitFor(
    'the page before',
    () => location.pathname.endsWith('/sign') && document.readyState === 'complete',
  );
  await page.waitFor('an empty form', () =>
    ['given_name', 'family_name', 'email_address'].every(
      (name) => /** @type {any} */ (document.querySelector(`#pb-${name}`)).value === '',
    ),
  );
  const boxes = await page.evaluate(() =>
    [...document.querySelectorAll('input')].map(({ type, value, checked }) => [
      type,
      value,
      checked,
    ]),
  );
  assert.deepEqual(
    boxes.filter(([type]) => type === 'checkbox' || type === 'radio'),
    [
      ['checkbox', 'given', false],
      ['radio', 'given', false],
      ['radio', 'refused', false],
    ],
  );
  // Who opens the page anew begins anew.
  await page.goto(form);
  assert.deepEqual(await page.evaluate(() => ({ ...sessionStorage })), {});
});
