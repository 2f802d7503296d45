// Somebody signs on a partner's page, and the signature goes to a server of another origin, which
// speaks its own protocol and knows nothing of petition boxes (standins/).

import { strict as assert } from 'node:assert';
import { test } from 'node:test';
import {
  announced,
  answers,
  errorLink,
  fillIn,
  inBox,
  submit,
  visit,
  waitForState,
} from './box.mjs';
import { once, page } from './browser.mjs';
import { until } from './deadline.mjs';
import { healthData } from './documents.mjs';
import { journeys } from './journeys-abroad.mjs';
import { openPartnerSite } from './partner-site.mjs';
import { policy } from './policy.mjs';
import { contactForm7 } from './standins/contact-form-7.mjs';
import { hubspot } from './standins/hubspot.mjs';
import { listmonk } from './standins/listmonk.mjs';
import { mautic } from './standins/mautic.mjs';
import { speakout } from './standins/speakout.mjs';
import { open } from './standins/standin.mjs';

/** @import { Journey } from './journeys-abroad.mjs' */
/** @import { Json } from './standins/standin.mjs' */

/** @param {Journey} journey @param {string} url of the server @returns {Json} */
const documentOf = ({ endpoint, path = '', fields, subscribes }, url) => ({
  ...healthData(),
  fields: (fields ?? Object.keys(answers)).map((name) => ({ name })),
  consents: subscribes
    ? [{ name: 'sign', statement: 'Je signe, et je m’abonne aux nouvelles.' }]
    : [{ name: 'updates' }],
  endpoint: { ...endpoint, url: url + path, ...(subscribes && { subscribes: 'everyone' }) },
});

/**
 * A partner's site with the box, and the server that its petition sends signatures to.
 * @param {import('node:test').TestContext} t
 * @param {Journey} journey
 * @param {(document: Json) => Json} [changed] the petition's document
 */
async function openSite(t, journey, changed = (document) => document) {
  let url = '';
  const site = await openPartnerSite(
    t,
    { '/petition': () => ({ body: JSON.stringify(changed(documentOf(journey, url))) }) },
    '<petition-box src="/petition" lang="fr"><a href="/sign">Signer ailleurs</a></petition-box>',
    { policy: policy.replace("connect-src 'self'", '$& http://localhost:*') },
  );
  const standin = journey.server(site);
  const opened = await open(t, standin);
  url = opened.url;
  const posts = () => opened.asked.filter(({ method }) => method === 'POST').length;
  return { site, stored: standin.stored, asked: opened.asked, posts };
}

/** Fills in the form, with a yes to updates where they are asked for. @param {Journey} journey */
async function fillInAll({ fields, subscribes }) {
  await fillIn(page, { fields: fields ?? Object.keys(answers) });
  if (!subscribes) await page.click(inBox('#pb-consent_updates'));
}

/** Without what is another one each time, or is no answer. @param {Json} kept @returns {Json} */
const withoutEvidence = ({ submission_id, identifiers, legalConsentOptions, ...kept }) => kept;

/** One for each way in which a browser deals with another origin. */
const transports = ['contact-form-7', 'directus', 'speakout'];

for (const [name, journey] of Object.entries(journeys)) {
  const options = transports.includes(name) ? {} : once('the core writes what is sent');
  test(`a signature reaches ${name} as it was typed`, options, async (t) => {
    const { site, stored, posts } = await openSite(t, journey);
    await visit(page, site);
    await fillInAll(journey);
    await submit(page);
    await waitForState(page, journey.state ?? 'signed');
    assert.deepEqual(stored.map(withoutEvidence), journey.kept);
    assert.equal(posts(), 1);
  });
}

test(
  'the statements that were agreed to reach HubSpot',
  once('the core writes what is sent'),
  async (t) => {
    const { site, stored } = await openSite(t, journeys.hubspot);
    await visit(page, site);
    const statements = await page.on('petition-box', ({ shadowRoot }) =>
      ['sign', 'updates'].map((consent) =>
        shadowRoot
          ?.querySelector(`label[for=pb-consent_${consent}]`)
          ?.textContent?.replace(' (facultatif)', ''),
      ),
    );
    await fillInAll(journeys.hubspot);
    await submit(page);
    await waitForState(page, 'signed');
    assert.deepEqual(stored[0].legalConsentOptions, {
      consent: {
        consentToProcess: true,
        text: statements[0],
        communications: [{ value: true, subscriptionTypeId: 999, text: statements[1] }],
      },
    });
  },
);

test(
  'fields and consents of the petition’s own reach HubSpot as the properties that they are',
  once('the core writes what is sent'),
  async (t) => {
    const journey = {
      ...journeys.hubspot,
      server: () =>
        hubspot({
          portal: 1,
          form: 'petition',
          fields: ['firstname', 'lastname', 'email', 'zip', 'job', 'shown'],
        }),
      endpoint: {
        ...journeys.hubspot.endpoint,
        names: { profession: 'job', show_name: 'shown', given_name: 'firstname' },
      },
    };
    const { site, stored } = await openSite(t, journey, (document) => ({
      ...document,
      fields: [...document.fields, { name: 'profession', kind: 'line', label: 'Métier' }],
      consents: [...document.consents, { name: 'show_name' }],
    }));
    await visit(page, site);
    await fillInAll(journey);
    await page.fill(inBox('#pb-profession'), 'Infirmière à Saint-Étienne');
    await page.click(inBox('#pb-consent_show_name'));
    await submit(page);
    await waitForState(page, 'signed');
    const sent = stored[0].fields.map((/** @type {Json} */ { name, value }) => [name, value]);
    assert.deepEqual(sent, [
      ['firstname', answers.given_name],
      ['lastname', answers.family_name],
      ['email', answers.email_address],
      ['zip', answers.postal_code],
      ['job', 'Infirmière à Saint-Étienne'],
      ['shown', 'true'],
    ]);
  },
);

/** Notes what the box tells its page. */
const listen = () =>
  page.evaluate(() => {
    /** @type {Json[]} */
    const heard = [];
    Object.assign(window, { heard });
    for (const name of ['signed', 'sent', 'failed', 'error']) {
      document.addEventListener(`petition-box-${name}`, (event) =>
        heard.push({ name, .../** @type {CustomEvent} */ (event).detail }),
      );
    }
  });

/** @returns {Promise<string>} what the console was told */
const told = async () => (await page.messages()).map(({ text }) => text).join('\n');

/** @returns {Promise<Json[]>} */
const heard = () => page.run('heard');

test('a signature whose answer CORS hides was sent, once, and the signer reads just that', async (t) => {
  const hidden = { ...journeys.speakout, server: () => speakout() };
  const { site, stored, posts } = await openSite(t, hidden);
  await visit(page, site);
  await listen();
  await fillInAll(hidden);
  await submit(page);
  await waitForState(page, 'sent');
  assert.deepEqual(stored, hidden.kept);
  assert.equal(posts(), 1);
  assert.match(await announced(page), /envoyée/);
  assert.deepEqual(
    (await heard()).map(({ name }) => name),
    ['sent'],
  );
  for (const answer of Object.values(answers)) {
    assert.ok(!JSON.stringify(await heard()).includes(answer), answer);
  }
});

test('a signature that the server does not let in is not sent, tried again, and then said not to be', async (t) => {
  const closed = { ...journeys.mautic, server: () => mautic({ form: 1, fields: {} }) };
  const { site, stored, asked, posts } = await openSite(t, closed);
  await visit(page, site);
  await listen();
  await fillInAll(closed);
  await submit(page);
  await waitForState(page, 'trying-again');
  await page.evaluate(() => {
    const { Date: Clock } = window;
    class Ahead extends Clock {
      constructor(/** @type {any[]} */ ...given) {
        // @ts-ignore as many as the page gives
        super(...(given.length > 0 ? given : [Clock.now() + 11 * 60_000]));
      }
    }
    Object.assign(window, { Date: Ahead });
    dispatchEvent(new Event('online'));
  });
  await waitForState(page, 'failed');
  assert.equal(posts(), 0);
  assert.ok(asked.filter(({ method }) => method === 'OPTIONS').length > 1);
  assert.deepEqual(stored, []);
  assert.match(await announced(page), /^Votre signature n’a pas /);
  assert.equal(await page.value(inBox('#pb-email_address')), answers.email_address);
  assert.deepEqual(
    (await heard()).map(({ name }) => name),
    ['error', 'failed'],
  );
});

test(
  'who agrees to news joins the list beside the endpoint, and who does not is not sent there',
  once('the core decides'),
  async (t) => {
    const uuid = '11111111-1111-4111-8111-111111111111';
    const journey = journeys['contact-form-7'];
    const also = { url: '', protocol: 'listmonk', list: uuid, for: 'updates' };
    const { site, stored } = await openSite(t, journey, (document) => ({
      ...document,
      endpoint: { ...document.endpoint, also: [also] },
    }));
    const list = listmonk({ lists: { [uuid]: { optin: true } }, origins: [site] });
    const { url, asked } = await open(t, list);
    also.url = url;
    await visit(page, site);
    await fillIn(page, { fields: Object.keys(answers) });
    await submit(page);
    await waitForState(page, 'signed');
    assert.equal(stored.length, 1);
    await page.evaluate((address) => fetch(address).then(() => true), `${url}/after`);
    assert.deepEqual(
      asked.map(({ path }) => path),
      ['/after'],
    );
    await visit(page, site);
    await fillInAll(journey);
    await submit(page);
    await waitForState(page, 'signed');
    await until(async () => list.stored.length > 0, 'a subscription');
    const { given_name, family_name, email_address } = answers;
    assert.deepEqual(list.stored, [
      { email: email_address, name: `${given_name} ${family_name}`, lists: [uuid] },
    ]);
    assert.equal(stored.length, 2);
  },
);

test(
  'a signature given offline is held, and sent when the network is back',
  once('the core decides'),
  async (t) => {
    const journey = journeys['contact-form-7'];
    const { site, stored, posts } = await openSite(t, journey);
    await visit(page, site);
    await page.evaluate(() => {
      Object.assign(window, { online: false });
      Object.defineProperty(Navigator.prototype, 'onLine', {
        get: () => Reflect.get(window, 'online'),
      });
      const { fetch } = window;
      window.fetch = (...args) =>
        Reflect.get(window, 'online') ? fetch(...args) : Promise.reject(new TypeError('offline'));
    });
    await fillInAll(journey);
    await submit(page);
    await waitForState(page, 'trying-again');
    assert.equal(posts(), 0);
    await page.evaluate(() => {
      Object.assign(window, { online: true });
      dispatchEvent(new Event('online'));
    });
    await waitForState(page, 'signed');
    assert.deepEqual(stored, journey.kept);
  },
);

test(
  'what a foreign server finds wrong stands at our field, in our words',
  once('the core words every answer'),
  async (t) => {
    const strict = {
      ...journeys['contact-form-7'],
      server: () =>
        contactForm7({ 8: { rules: [{ field: 'zip', rule: 'maxlength', threshold: 4 }] } }),
    };
    const { site, stored } = await openSite(t, strict);
    await visit(page, site);
    await fillInAll(strict);
    await submit(page);
    await page.waitForElement(errorLink);
    assert.equal(await page.on(errorLink, (link) => link.getAttribute('href')), '#pb-postal_code');
    assert.doesNotMatch(await page.text(inBox('#pb-errors')), /too long|field/);
    assert.deepEqual(stored, []);
  },
);

test(
  'a form that does not exist is told to whoever set it up, and its signer has the link',
  once('the core words every answer'),
  async (t) => {
    const journey = journeys['contact-form-7'];
    const gone = { ...journey, endpoint: { ...journey.endpoint, form: 999 } };
    const { site } = await openSite(t, gone);
    await visit(page, site);
    await listen();
    await fillInAll(gone);
    await submit(page);
    await waitForState(page, 'failed');
    assert.equal(await page.has(inBox('.says slot')), true);
    assert.match(await told(), /no form of that number/);
    assert.deepEqual(
      (await heard()).map(({ name }) => name),
      ['error', 'failed'],
    );
  },
);

test(
  'a petition that asks what its endpoint cannot keep is not opened, and says where',
  once('the core reads documents'),
  async (t) => {
    const { site } = await openSite(t, journeys.speakout, (document) => ({
      ...document,
      consents: [...document.consents, { name: 'show_name' }],
    }));
    await page.goto(site);
    await until(async () => /\/consents\/1/.test(await told()), 'a word in the console');
    assert.equal(await page.has(inBox('form')), false);
  },
);
