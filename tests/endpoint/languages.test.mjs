// In which language a page is, where its address does not say.

import { strict as assert } from 'node:assert';
import { test } from 'node:test';
import { startEndpoint } from './endpoint.mjs';
import { healthData, petitionsFolder } from './petitions.mjs';
import { post, send } from './request.mjs';
import { sharedEndpoint } from './shared.mjs';
import { ada, newSignature, without } from './signers.mjs';

/** @param {string} petition @param {string[]} languages */
const small = (petition, languages) => ({
  petition,
  version: '1',
  languages,
  title: 'A title',
  demands: ['A demand.'],
  fields: [{ name: 'email_address' }],
  controller: {
    name: 'Test Association',
    contact: 'https://example.org/contact',
    purpose: 'Handing it in.',
    retention: 'Two years.',
  },
});

/** @param {string} html */
const languageOf = (html) => html.match(/<html lang="([^"]*)"/)?.[1];

/** @param {string} html @returns {string} where its form is sent */
const actionOf = (html) =>
  (html.match(/<form [^>]*action="([^"]*)"/)?.[1] ?? '').replaceAll('&amp;', '&');

/** @param {string} url of a page @param {string} reference on it */
const absolute = (url, reference) => new URL(reference, url).href;

/**
 * Posts as a browser does that shows the answer.
 * @param {string} url
 * @param {Record<string, string>} fields
 * @param {string} wanted
 */
const navigate = (url, fields, wanted) =>
  post(url, fields, {
    accept: 'text/html',
    'sec-fetch-mode': 'navigate',
    'accept-language': wanted,
  });

test('a page is in the language that the reader wants most, of those of the petition and the box', async (t) => {
  const endpoint = await startEndpoint(t, {
    petitions: await petitionsFolder(
      t,
      healthData(),
      small('third', ['fr', 'eo', 'en']),
      small('regional', ['fr', 'en-GB']),
    ),
  });
  for (const [petition, query, wanted, language] of [
    ['health-data', '', '', 'fr'],
    ['health-data', '', 'en', 'en'],
    ['health-data', '', 'en-GB', 'en'],
    ['health-data', '', 'EN-gb-oed', 'en'],
    ['health-data', '', 'sv, en;q=0.5, fr;q=0.4', 'en'],
    ['health-data', '', 'fr;q=0.4, en;q=0.5', 'en'],
    ['health-data', '', 'fr;q=0.5,en;q=0.5', 'fr'],
    ['health-data', '', 'en;q=0.5,fr;q=0.5', 'en'],
    ['health-data', '', 'sv', 'fr'],
    ['health-data', '', '*', 'fr'],
    ['health-data', '', 'en;q=0, *;q=0.5', 'fr'],
    ['health-data', '', 'en;q=0', 'fr'],
    ['health-data', '', 'en;q=0.000', 'fr'],
    ['health-data', '', 'english', 'fr'],
    ['health-data', '', '"><script>', 'fr'],
    ['health-data', '', ',;,=;q', 'fr'],
    ['health-data', '?lang=fr', 'en', 'fr'],
    ['health-data', '?lang=en', 'fr', 'en'],
    // The box has no words in Esperanto.
    ['third', '', 'eo, en;q=0.5', 'en'],
    ['third', '', 'eo', 'fr'],
    ['regional', '', 'en-GB', 'en'],
  ]) {
    for (const page of ['sign', 'frame', 'thanks']) {
      /** @type {Record<string, string>} */
      const headers = wanted === '' ? {} : { 'accept-language': wanted };
      const answer = await send(`${endpoint.url}/petitions/${petition}/${page}${query}`, {
        headers,
      });
      assert.equal(answer.status, 200, answer.text);
      assert.equal(languageOf(answer.text), language, `${petition}/${page}${query} for ${wanted}`);
      // Where the address says the language, the reader's browser is not asked.
      const varies = query === '' || page === 'thanks';
      assert.equal(/Accept-Language/.test(String(answer.headers.vary)), varies);
    }
  }
});

test('a form\u2019s answer is in the language of the form, whatever the browser wants then', async (t) => {
  const endpoint = await startEndpoint(t);
  const url = `${endpoint.petition}/sign`;
  const page = await send(url, { headers: { 'accept-language': 'en' } });
  const action = absolute(url, actionOf(page.text));
  const again = await navigate(action, without(ada, 'language', 'given_name'), 'fr');
  assert.equal(again.status, 422);
  assert.equal(languageOf(again.text), 'en');
  assert.match(String(again.headers.vary), /Accept-Language/);
  const signed = await navigate(action, without(newSignature(), 'language'), 'fr');
  assert.equal(signed.status, 303);
  const thanks = await send(absolute(action, String(signed.headers.location)), {
    headers: { 'accept-language': 'fr' },
  });
  assert.equal(languageOf(thanks.text), 'en');
  assert.deepEqual(await endpoint.rows('select language from signatures'), [{ language: 'en' }]);
});

test('a form that does not say its language is answered in the reader\u2019s', async () => {
  const endpoint = await sharedEndpoint();
  const mistaken = without(ada, 'given_name');
  for (const [fields, wanted, language] of /** @type {const} */ ([
    [without(mistaken, 'language'), 'en', 'en'],
    [without(mistaken, 'language'), 'sv', 'fr'],
    [{ ...mistaken, language: 'en' }, 'fr', 'en'],
    [{ ...mistaken, language: 'fr' }, 'en', 'fr'],
  ])) {
    const answer = await navigate(endpoint.signatures, fields, wanted);
    assert.equal(answer.status, 422);
    assert.equal(languageOf(answer.text), language);
  }
});

test('a closed petition says so in the reader\u2019s language', async (t) => {
  const petitions = await petitionsFolder(t, { ...healthData(), closes: '2024-01-31' });
  const endpoint = await startEndpoint(t, { petitions });
  const answer = await navigate(endpoint.signatures, without(newSignature(), 'language'), 'en');
  assert.equal(answer.status, 410);
  assert.equal(languageOf(answer.text), 'en');
});
