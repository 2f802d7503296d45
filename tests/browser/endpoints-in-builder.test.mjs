// Whoever sets a petition up in the builder chooses where signatures go, answers what is asked for
// that, and tries it with a server of another origin (standins/).

import { strict as assert } from 'node:assert';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { startEndpoint } from '../endpoint/endpoint.mjs';
import { answers, fillIn, inBox, submit, visit, waitForState } from './box.mjs';
import { once, page } from './browser.mjs';
import {
  askForSnippet,
  downloaded,
  openBuilder,
  openFile,
  openNewBuilder,
  saidAt,
  writePetition,
} from './builder.mjs';
import { until } from './deadline.mjs';
import { folderWith, healthData } from './documents.mjs';
import { openPartnerSite } from './partner-site.mjs';
import { policy } from './policy.mjs';
import { contactForm7 } from './standins/contact-form-7.mjs';
import { decidim } from './standins/decidim.mjs';
import { proca } from './standins/proca.mjs';
import { open, readableBy } from './standins/standin.mjs';

/** @import { Json } from './standins/standin.mjs' */

const one = once(
  'the builder has no opinion on engines, and the transports are tried with the box',
);

/** @param {string} selector @param {string} part of what is said beside the control */
async function waitForSaid(selector, part) {
  await page.waitForElement(selector);
  await until(async () => (await saidAt(selector)).includes(part), `${selector}: ${part}`);
}

/** Puts a text in the place of another at once. @param {string} control @param {string} text */
const paste = (control, text) =>
  page.on(
    control,
    (/** @type {HTMLTextAreaElement} */ area, pasted) => {
      area.focus();
      area.select();
      document.execCommand('insertText', false, pasted);
    },
    text,
  );

/** @returns {Promise<string>} what became of a test signature */
async function sendTest() {
  await page.waitForElement('#send-test:enabled');
  await page.click('#send-test');
  return page.waitFor(
    'the outcome',
    () =>
      document.querySelector('#test-grounds')?.textContent &&
      document.querySelector('#test-outcome')?.textContent,
  );
}

/** @returns {Promise<string>} the snippet, once there is one */
const snippet = () =>
  page.waitFor(
    'the snippet',
    () => /** @type {HTMLTextAreaElement} */ (document.querySelector('#text')).value,
  );

/** Signs the petition of the snippet on a partner's page. @param {import('node:test').TestContext} t
 * @param {string} url of the site with the box @param {string} text of the snippet */
async function signBy(t, url, text) {
  const own = policy.replaceAll("'self'", `'self' ${url}`);
  const site = await openPartnerSite(t, {}, text, {
    policy: own.replace('connect-src', 'connect-src http://localhost:*'),
  });
  await visit(page, site);
  await fillIn(page);
  await submit(page);
  await waitForState(page, 'signed');
}

/** @returns {Promise<Json>} the endpoint of the document as it is now */
const endpointNow = async () => JSON.parse(await downloaded(page)).endpoint;

test('a number that another place tells is asked for as that place wants it', one, async (t) => {
  const { url } = await open(t, decidim({ 7: 1234 }));
  const sending = await open(t, proca({ page: 42 }));
  await openNewBuilder(page);
  await writePetition(page);
  await page.select('#protocol', 'proca');
  await page.waitForElement('#at-endpoint-page');
  await page.fill('#at-endpoint-url', `${sending.url}/api`);
  await page.fill('#at-endpoint-page', '42');
  await page.select('#count-by', 'decidim');
  await page.waitForElement('#count-initiative');
  await page.fill('#count-url', url);
  await page.fill('#count-initiative', '7');
  const written = {
    url: `${url}/api`,
    encoding: 'urlencoded',
    body: { query: '{initiative(id:7){onlineVotes}}' },
    pointer: '/data/initiative/onlineVotes',
  };
  await until(
    async () => (await endpointNow()).count?.url === written.url,
    'the count in the document',
  );
  assert.deepEqual((await endpointNow()).count, written);

  const petition = await downloaded(page);
  const site = await openPartnerSite(
    t,
    { '/petition': { body: petition } },
    '<petition-box src="/petition" lang="en"></petition-box>',
    { policy: policy.replace("connect-src 'self'", '$& http://localhost:*') },
  );
  await visit(page, site);
  await page.waitForElement(inBox('[data-count="1234"]'));

  // Another place is told by its address and the place in its answer.
  await openNewBuilder(page);
  await openFile(petition);
  await page.waitForElement('#at-endpoint-count-url');
  assert.equal(await page.value('#count-by'), '{}');
  assert.equal(await page.value('#at-endpoint-count-pointer'), written.pointer);
  await page.select('#count-by', '');
  await until(async () => !(await page.has('#at-endpoint-count-url')), 'no question about the count');
});

test(
  'a petition for Contact Form 7: its form is read, what is missing is told, and what is sent arrives',
  one,
  async (t) => {
    const petitions = folderWith(healthData());
    const endpoint = await startEndpoint(t, { petitions });
    const wordpress = contactForm7({
      8: {
        rules: [
          { field: 'your-first-name', rule: 'required' },
          { field: 'your-surname', rule: 'required' },
          { field: 'your-email', rule: 'email' },
          { field: 'zip', rule: 'required' },
        ],
        acceptances: [{ name: 'agreed' }],
      },
    });
    const { url } = await open(t, wordpress);
    await openBuilder(page, endpoint.url);
    await page.run('localStorage.clear(), sessionStorage.clear()');
    await openBuilder(page, endpoint.url);
    await writePetition(page);
    await page.select('#protocol', 'contact-form-7');
    await page.waitForElement('#at-endpoint-form');
    await askForSnippet(page);
    await waitForSaid('#at-endpoint-form', 'Answer this');
    await waitForSaid('#at-endpoint-url', 'address where signatures are sent');
    await page.fill('#at-endpoint-url', url);
    await page.fill('#at-endpoint-form', '8');
    await page.click('#endpoint-questions .actions button');
    await page.waitFor('the fields', () =>
      document
        .querySelector('#endpoint-questions [role=status]')
        ?.textContent?.includes('your-first-name, your-surname, your-email, zip. Of its consents'),
    );
    assert.equal(await page.value('#at-endpoint-names-email_address'), 'your-email');
    assert.equal(await page.value('#at-endpoint-names-given_name'), 'your-first-name');

    // Without a name for the postcode, that is told at the field, and there is no snippet.
    await page.fill('#at-endpoint-names-postal_code', '');
    await waitForSaid('[data-at="/=postal_code"] [data-part]', 'contact-form-7 does not know how');
    assert.match(await page.text('#count'), /1 thing to correct/);
    assert.equal(await page.has('#copy:disabled'), true);
    await page.fill('#at-endpoint-names-postal_code', 'zip');
    await page.waitForElement('#copy:enabled');

    assert.match(await sendTest(), /refused\. A consent that the form requires was not given\./);
    assert.match(await page.text('#test-grounds'), /^Status 200, by the rule \/answers\/4 /);
    await page.fill('#at-endpoint-names-sign', 'agreed');
    await page.waitForElement('#copy:enabled');
    await page.waitFor('the consent in the request', () =>
      /** @type {HTMLTextAreaElement} */ (document.querySelector('#request')).value.includes(
        'agreed',
      ),
    );
    assert.equal(await sendTest(), 'The signature was counted.');
    assert.equal(wordpress.stored[0]['your-email'], 'ada.sample@example.org');

    const text = await snippet();
    assert.match(text, /protocol="contact-form-7"/);
    writeFileSync(join(petitions, 'night-train.json'), await downloaded(page));
    await endpoint.stop();
    await endpoint.start();
    await signBy(t, endpoint.url, text);
    assert.deepEqual(
      [wordpress.stored[1]['your-first-name'], wordpress.stored[1].agreed],
      [answers.given_name, '1'],
    );
  },
);

test(
  'the consents of a form are read from a page of the site, beside what the petition says, and taken over',
  one,
  async (t) => {
    const wordpress = contactForm7(
      {
        7: { rules: [], acceptances: [{ name: 'agreed', statement: 'Another form.' }] },
        8: {
          rules: ['your-first-name', 'your-surname', 'your-email', 'zip'].map((field) => ({
            field,
            rule: 'required',
          })),
          acceptances: [
            {
              name: 'acceptance-118',
              statement: 'I <strong>sign</strong> &amp; agree that my&nbsp;opinion is kept.',
            },
            { name: 'consent-news', statement: 'Send me news.', optional: true },
          ],
        },
      },
      { pages: { '/other/': 'wpcf7-f7-p80-o1', '/trains/sign/': 'wpcf7-f8-p86-o1' } },
    );
    const { url } = await open(t, wordpress);
    await openNewBuilder(page);
    await writePetition(page);
    await page.click('[data-at="/=updates"][data-part]');
    await page.select('#protocol', 'contact-form-7');
    await page.waitForElement('#at-endpoint-form');
    await page.fill('#at-endpoint-url', url);
    await page.fill('#at-endpoint-form', '8');
    await page.click('#endpoint-questions .actions button');
    const sign = '[data-consent="acceptance-118"]';
    const news = '[data-consent="consent-news"]';
    await page.waitForElement(sign);
    const statement = 'I sign & agree that my\u00a0opinion is kept.';
    assert.equal(await page.on(`${sign} blockquote`, (one) => one.textContent), statement);
    assert.match(await page.text(`${sign} .hint`), /takes nobody who does not agree/);
    assert.match(await page.text(`${news} .hint`), /also takes those who do not agree/);
    assert.match(await page.text(`${news} q`), /news/);
    assert.equal(await page.has('[data-consent="agreed"]'), false);
    await page.waitForElement('#copy:enabled');
    const { sign: meant, updates, email_address: mail } = (await endpointNow()).names;
    assert.deepEqual([meant, updates, mail], ['acceptance-118', 'consent-news', 'your-email']);

    await page.click(`${sign} [data-take]`);
    await page.waitForElement(`${sign} .done`);
    assert.equal(await page.value('#at-consents--sign-statement'), statement);
    assert.equal(await page.has(`${sign} [data-take]`), false);
    await page.click(`${news} [data-take]`);
    await page.waitForElement(`${news} .done`);
    const { consents } = JSON.parse(await downloaded(page));
    assert.deepEqual(consents, [
      { name: 'sign', statement: { en: statement } },
      { name: 'updates', statement: { en: 'Send me news.' } },
    ]);
    await page.click('#undo');
    await page.waitForElement(`${news} [data-take]`);

    // Who says no would be refused where only a yes is taken.
    await page.select(`${sign} select`, 'updates');
    await page.waitForElement(`${sign} .warning`);
    const named = (/** @type {string} */ name) => page.value(`#at-endpoint-names-${name}`);
    assert.deepEqual([await named('sign'), await named('updates')], ['', 'acceptance-118']);
    // What was seen there is nothing to another endpoint.
    await page.select('#protocol', 'speakout');
    await page.waitFor('no consents', () => !document.querySelector('#form-consents'));
  },
);

test(
  'what was answered for one protocol is there again when it is chosen again, and in no other document',
  one,
  async () => {
    const endpoint = await openNewBuilder(page);
    await writePetition(page);
    await page.select('#protocol', 'proca');
    await page.waitForElement('#at-endpoint-page');
    await page.fill('#at-endpoint-url', 'https://proca.example/api');
    await page.fill('#at-endpoint-page', '42');
    await page.waitForElement('#copy:enabled');
    const proca = { protocol: 'proca', url: 'https://proca.example/api', page: 42 };
    assert.deepEqual(await endpointNow(), proca);
    await page.select('#protocol', '');
    await page.waitForElement('#protocol:not([aria-invalid])');
    assert.equal(await endpointNow(), undefined);
    await page.select('#protocol', 'proca');
    assert.deepEqual(await endpointNow(), proca);
    // Undone and kept like everything else.
    await page.click('#undo');
    assert.notEqual(await page.value('#protocol'), 'proca');
    await page.click('#redo');
    await openBuilder(page, endpoint.url);
    await page.waitForElement('#at-endpoint-page');
    assert.equal(await page.value('#protocol'), 'proca');
    assert.equal(await page.value('#at-endpoint-page'), '42');
  },
);

test(
  'an endpoint that puts everybody on a list is chosen only with a statement that says so',
  one,
  async () => {
    await openNewBuilder(page);
    await writePetition(page);
    await page.select('#protocol', 'action-network');
    await page.waitForElement('#at-endpoint-petition');
    await page.fill('#at-endpoint-url', 'https://actionnetwork.org');
    await page.fill('#at-endpoint-petition', 'abc');
    await askForSnippet(page);
    await page.waitFor('two mistakes', () =>
      document.querySelector('#count')?.textContent?.startsWith('2 things'),
    );
    await page.click('[data-at="/subscribes"]');
    await page.fill('#at-consents--sign-statement', 'I sign, and join the mailing list.');
    await page.waitForElement('#copy:enabled');
    assert.match(await page.text('#setup-steps'), /puts everybody who signs on your mailing list/);
    // It takes no form without the box: there is a link, and that is said.
    await page.click('#kind-plain');
    await page.waitFor('the reason', () =>
      document.querySelector('#no-snippet')?.textContent?.includes('no form that works without'),
    );
    await page.waitForElement('#copy:enabled');
    const snippet = await page.value('#snippet textarea');
    assert.match(snippet, /<a [^>]*href="[^"]*\/sign\?lang=/);
    assert.doesNotMatch(snippet, /<form/);
  },
);

test('only what can keep a petition is offered, and of names for consents these alone', one, async () => {
  await openNewBuilder(page);
  await writePetition(page);
  const offered = await page.run(
    `Array.from(document.querySelectorAll('#protocol option'), ({ value }) => value).join()`,
  );
  assert.match(offered, /,nextcloud-forms,/);
  assert.doesNotMatch(offered, /listmonk/);
  await page.select('#protocol', 'nextcloud-forms');
  await page.waitForElement('#at-endpoint-yes-sign');
  assert.ok(await page.run(`document.querySelector('#at-endpoint-names-given_name') !== null`));
  assert.ok(await page.run(`document.querySelector('#at-endpoint-yes-given_name') === null`));
});

test('a draft that names what only takes consents keeps that, and is told', one, async () => {
  const endpoint = { protocol: 'listmonk', url: 'https://lists.example', list: 'x' };
  await openNewBuilder(page);
  await openFile(JSON.stringify({ ...healthData(), endpoint }));
  await page.waitFor(
    'the choice',
    () =>
      /** @type {HTMLSelectElement} */ (document.querySelector('#protocol')).value === 'listmonk',
  );
  await askForSnippet(page);
  await waitForSaid('#protocol', 'only takes a list beside the petition');
});

test('what a page of Proca is called is shown, or why it cannot be', one, async (t) => {
  const { url } = await open(t, proca({ page: 42 }));
  await openNewBuilder(page);
  await page.select('#protocol', 'proca');
  await page.waitForElement('#at-endpoint-page');
  const look = '#endpoint-questions .actions button';
  const said = (/** @type {string} */ part) =>
    page.waitFor(
      part,
      (wanted) =>
        document.querySelector('#endpoint-questions [role=status]')?.textContent?.includes(wanted),
      part,
    );
  await page.click(look);
  await said('Answer the questions above first.');
  await page.fill('#at-endpoint-url', `${url}/api`);
  await page.fill('#at-endpoint-page', '42');
  await page.click(look);
  await said('Found: night-train/en, Example Association.');
  await page.fill('#at-endpoint-url', 'http://localhost:9/api');
  await page.click(look);
  await said('No answer can be read here');
});

test(
  'a test signature to the reference endpoint is sent and told like any other',
  one,
  async () => {
    const endpoint = await openNewBuilder(page);
    await openFile(JSON.stringify(healthData()));
    await page.waitForElement('#copy:enabled');
    assert.match(
      await page.value('#request'),
      new RegExp(`^POST ${endpoint.signatures}\\n.*given_name=Ada`, 's'),
    );
    assert.equal(await sendTest(), 'The signature was counted.');
    const rows = await endpoint.rows('select given_name from signatures');
    assert.deepEqual(rows, [{ given_name: 'Ada' }]);
  },
);

/** What nobody here has heard of: it takes JSON, and names what is wrong in its own way. */
function guestBook() {
  /** @type {Json[]} */
  const stored = [];
  return {
    stored,
    /** @param {import('./standins/standin.mjs').Asked} asked */
    answer(asked) {
      const headers = readableBy(asked.origin, { 'access-control-allow-headers': 'content-type' });
      if (asked.method === 'OPTIONS') return { status: 204, headers };
      const { who, mail, zip, ok } = JSON.parse(asked.body.toString() || '{}');
      if (asked.path !== '/book/7/pages') return { status: 404, headers };
      if (!ok || !who || !zip) return { status: 403, headers, body: { fault: 'incomplete' } };
      if (!mail.endsWith('@example.org')) {
        return { status: 409, headers, body: { fault: { where: 'mail' } } };
      }
      stored.push({ who, mail, zip });
      return { status: 201, headers, body: { page: stored.length } };
    },
  };
}

/** Written by widget/wire/PROTOCOLS.md alone. */
const described = {
  protocol: 'guest-book',
  title: 'Guest book',
  options: { book: { kind: 'integer', label: { en: 'Number of the book' } } },
  request: {
    url: '${url}/book/${options.book}/pages',
    encoding: 'json',
    body: {
      who: '${given_name} ${family_name}',
      mail: { $eval: 'email_address' },
      zip: { $eval: 'postal_code' },
      ok: { $eval: "consents.sign == 'given'" },
    },
  },
  answers: [
    { status: 201, has: ['/page'], outcome: 'counted' },
    { status: 409, has: ['/fault/where'], outcome: 'refused' },
    { status: 404, outcome: 'set_up_wrongly', because: { en: 'There is no such book.' } },
  ],
  errors: { list: '/fault', field: '/where', names: { mail: 'email_address' } },
};

test(
  'a protocol that nobody here knows is described in the builder, tried, and signed with',
  one,
  async (t) => {
    const petitions = folderWith(healthData());
    const endpoint = await startEndpoint(t, { petitions });
    const book = guestBook();
    const { url } = await open(t, book);
    await openBuilder(page, endpoint.url);
    await page.run('localStorage.clear(), sessionStorage.clear()');
    await openBuilder(page, endpoint.url);
    await writePetition(page);
    await page.select('#protocol', '{}');
    await page.waitForElement('#at-endpoint-protocol');
    await askForSnippet(page);
    await waitForSaid('#at-endpoint-protocol', 'the name of the protocol');
    await page.fill('#at-endpoint-protocol', '{ "protocol" }');
    await waitForSaid('#at-endpoint-protocol', 'in line 1, column ');
    const wrong = { ...described, answers: [{ outcome: 'ok' }] };
    await paste('#at-endpoint-protocol', JSON.stringify(wrong));
    await waitForSaid('#at-endpoint-protocol', '/answers/0/outcome: Expected counted, ');
    await paste('#at-endpoint-protocol', JSON.stringify(described));
    await page.waitForElement('#at-endpoint-book');
    await page.fill('#at-endpoint-url', url);
    await page.fill('#at-endpoint-book', '8');
    await page.waitForElement('#copy:enabled');
    assert.match(await page.value('#request'), /^POST .*\/book\/8\/pages\n/);
    assert.match(await sendTest(), /something is set up wrongly\. There is no such book\.$/);
    await page.fill('#at-endpoint-book', '7');
    await page.waitFor('the other request', () =>
      /** @type {HTMLTextAreaElement} */ (document.querySelector('#request')).value.includes(
        '/book/7/',
      ),
    );
    assert.equal(await sendTest(), 'The signature was counted.');
    const text = await snippet();
    writeFileSync(join(petitions, 'night-train.json'), await downloaded(page));
    await endpoint.stop();
    await endpoint.start();
    await signBy(t, endpoint.url, text);
    const { given_name, family_name, email_address: mail, postal_code: zip } = answers;
    assert.deepEqual(book.stored, [
      { who: 'Ada Sample', mail: 'ada.sample@example.org', zip: '1000' },
      { who: `${given_name} ${family_name}`, mail, zip },
    ]);
  },
);
