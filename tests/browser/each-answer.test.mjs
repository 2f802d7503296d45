// Whatever a petition asks: each answer is in the database, as given, refused or not answered.

import { strict as assert } from 'node:assert';
import { test } from 'node:test';
import { startEndpoint } from '../endpoint/endpoint.mjs';
import { inBox, waitForState } from './box.mjs';
import { cannot, page as scripted, pageWith } from './browser.mjs';
import { folderWith } from './documents.mjs';
import { approach } from './home.mjs';
import { nightTrain, partner } from './night-train.mjs';
import { openPartnerSite } from './partner-site.mjs';
import { snippetOf } from './petition-render.mjs';
import { policy } from './policy.mjs';

/** @typedef {import('./page.mjs').Page} Page */

const yes = '#pb-consent_updates';
const no = '#pb-consent_updates-no';
const ofPartner = `#pb-consent_${partner.name}`;

const typed = {
  given_name: 'Ada',
  family_name: 'Example',
  phone_number: '+33 1 99 00 12 34',
  postal_code: '75011',
  field_source: '12',
};
const clicked = ['#pb-profession-midwife', '#pb-trains_you_take', '#pb-i_am_of_age'];

const kept = {
  ...typed,
  phone_number: '+33199001234',
  profession: 'midwife',
  trains_you_take: ['by_day'],
  i_am_of_age: 'yes',
  day_of_your_last_jou: '2024-02-02',
};

/**
 * Answers what is required, and more.
 * @param {Page} page
 * @param {(selector: string) => string} at
 * @param {Record<string, string>} more what is typed
 * @param {string[]} clicks of what is optional
 */
async function answer(page, at, more, clicks) {
  for (const [name, text] of Object.entries({ ...typed, ...more })) {
    await page.fill(at(`#pb-${name}`), text);
  }
  await fillInDate(page, at('#pb-day_of_your_last_jou'));
  for (const place of [...clicked, '#pb-consent_sign', ...clicks]) await page.click(at(place));
}

/**
 * The second of February in 2024, in whatever order a browser asks for its parts.
 * @param {Page} page @param {string} path
 */
async function fillInDate(page, path) {
  const focus = () => page.on(path, (date) => date.focus());
  await focus();
  await page.type('02022024');
  if ((await page.value(path)) === '') {
    // It does not go on to the next part by itself.
    await focus();
    for (const part of ['02', '02', '2024']) {
      await page.type(part);
      await page.press('Tab');
    }
  }
  assert.equal(await page.value(path), kept.day_of_your_last_jou);
}

/** @param {import('node:test').TestContext} t @returns a partner's page with the petition, and its endpoint */
async function openSite(t) {
  const endpoint = await startEndpoint(t, { petitions: folderWith(nightTrain) });
  const options = ['--snippet', 'element', '--site', endpoint.url, '--lang', 'en'];
  const site = await openPartnerSite(t, {}, snippetOf(nightTrain, ...options), {
    policy: policy.replaceAll("'self'", `'self' ${endpoint.url}`),
  });
  return { endpoint, site };
}

/** @param {import('../endpoint/endpoint.mjs').Endpoint} endpoint */
const signatures = async (endpoint) =>
  (await endpoint.rows('select answers, consents from signatures')).map(
    ({ answers, consents }) => ({
      answers: JSON.parse(String(answers)),
      consents: JSON.parse(String(consents)),
    }),
  );

/** @param {string} updates @param {string} society */
const consents = (updates, society) => ({ sign: 'given', updates, [partner.name]: society });

test('each answer to what a petition asks is in the database as given, refused or not answered', async (t) => {
  const { endpoint, site } = await openSite(t);
  /** @type {[Record<string, string>, string[]][]} */
  const signers = [
    [
      { email_address: 'given@example.org', organization: 'the Union' },
      ['#pb-trains_you_take-by_night', yes, ofPartner],
    ],
    [{ email_address: 'refused@example.org' }, [yes, no, ofPartner, ofPartner]],
    [{ email_address: 'none@example.org' }, []],
  ];
  for (const [more, clicks] of signers) {
    await scripted.goto(site);
    await approach(scripted);
    await answer(scripted, inBox, more, clicks);
    await scripted.click(inBox('.submit'));
    await waitForState(scripted, 'signed');
  }
  const [given, refused, none] = signers.map(([more]) => ({ ...kept, ...more }));
  assert.deepEqual(await signatures(endpoint), [
    {
      answers: { ...given, trains_you_take: ['by_day', 'by_night'] },
      consents: consents('given', 'given'),
    },
    { answers: refused, consents: consents('refused', 'refused') },
    { answers: none, consents: consents('none', 'none') },
  ]);
});

test(
  'so it is without script, where a box that is not ticked was not answered',
  { skip: cannot.javascript },
  async (t) => {
    const { endpoint, site } = await openSite(t);
    const page = await pageWith({ javascript: false });
    const signers = [
      [{ email_address: 'given@example.org' }, [yes, ofPartner]],
      [{ email_address: 'refused@example.org', organization: 'the Union' }, [no]],
      [{ email_address: 'none@example.org' }, []],
    ];
    for (const [more, clicks] of /** @type {[Record<string, string>, string[]][]} */ (signers)) {
      await page.goto(site);
      await page.click('petition-box a');
      await page.waitForElement('#pb-given_name');
      await answer(page, (selector) => selector, more, clicks);
      await page.click('.submit');
      await page.waitFor('the thanks', () => location.pathname.endsWith('/thanks'));
    }
    const [given, refused, none] = signers.map(([more]) => ({ ...kept, ...more }));
    assert.deepEqual(await signatures(endpoint), [
      { answers: given, consents: consents('given', 'given') },
      { answers: refused, consents: consents('refused', 'none') },
      { answers: none, consents: consents('none', 'none') },
    ]);
  },
);
