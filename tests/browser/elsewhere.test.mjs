// Snippets with a form, of a petition whose document sends signatures to a Contact Form 7: before the
// script, and without one.

import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { answers, fillIn, inBox, submit, visit, waitForState } from './box.mjs';
import { cannot, once, page, pageWith } from './browser.mjs';
import { healthData } from './documents.mjs';
import { embed } from './folders.mjs';
import { openPartnerSite } from './partner-site.mjs';
import { places, snippetOf } from './petition-render.mjs';
import { policy } from './policy.mjs';
import { contactForm7 } from './standins/contact-form-7.mjs';
import { proca } from './standins/proca.mjs';
import { open } from './standins/standin.mjs';

/** @import { TestContext } from 'node:test' */
/** @import { Json } from './standins/standin.mjs' */

const names = {
  given_name: 'given',
  family_name: 'family',
  email_address: 'mail',
  postal_code: 'zip',
  sign: 'agreed',
  updates: 'news',
};

const { given_name, family_name, email_address, postal_code } = answers;
const sent = {
  given: given_name,
  family: family_name,
  mail: email_address,
  zip: postal_code,
  agreed: '1',
};

/** @param {Json} endpoint */
const documentAt = (endpoint) => ({
  ...healthData(),
  fields: ['given_name', 'family_name', 'email_address', 'postal_code'].map((name) => ({ name })),
  consents: [{ name: 'sign' }, { name: 'updates' }],
  endpoint,
});

/**
 * A WordPress, and a partner's page with the snippet of that kind.
 * @param {TestContext} t
 * @param {string} kind
 * @param {Json} [resources] of the partner's site
 */
async function openSite(t, kind, resources = {}) {
  const standin = contactForm7(
    { 8: { rules: [{ rule: 'email', field: 'mail' }], acceptances: [{ name: 'agreed' }] } },
    { pages: { '/sign/': 'wpcf7-f8-p86-o1' } },
  );
  const { url, asked } = await open(t, standin);
  const document = documentAt({
    protocol: 'contact-form-7',
    url,
    form: 8,
    page: `${url}/sign/`,
    unit_tag: 'wpcf7-f8-p86-o1',
    names,
  });
  const site = await openPartnerSite(
    t,
    { '/petition': { body: JSON.stringify(document) }, ...resources },
    snippetOf(document, '--snippet', kind, ...places),
    { policy: policy.replace("connect-src 'self'", `$& ${url}`) },
  );
  return { site, url, asked, stored: standin.stored };
}

const description = () => ({
  body: readFileSync(join(embed, 'protocols', 'contact-form-7.json'), 'utf8'),
});

const thanks = (/** @type {import('./page.mjs').Page} */ shown) =>
  shown.waitFor('the thanks of the site', () =>
    document.querySelector('.wpcf7-response-output')?.textContent?.startsWith('Thank you'),
  );

for (const kind of ['plain', 'pre-rendered']) {
  test(
    `with JavaScript off the ${kind} snippet signs at a page of WordPress, which says thank you`,
    once('browsers send forms alike'),
    async (t) => {
      const { site, url, stored } = await openSite(t, kind);
      const quiet = await pageWith({ javascript: false });
      await quiet.goto(site);
      const inForm = kind === 'plain' ? '.petition-box' : inBox('.petition-box');
      const control = (/** @type {string} */ name) => `${inForm} [name="${name}"]`;
      for (const name of ['given', 'family', 'mail', 'zip']) {
        await quiet.fill(control(name), /** @type {any} */ (sent)[name]);
      }
      await quiet.click(control('agreed'));
      await quiet.click(`${inForm} [type=submit]`);
      await thanks(quiet);
      assert.equal(await quiet.evaluate(() => location.href), `${url}/sign/`);
      assert.deepEqual(stored, [
        {
          form: 8,
          status: 'mail_sent',
          _wpcf7: '8',
          _wpcf7_unit_tag: 'wpcf7-f8-p86-o1',
          ...sent,
        },
      ]);
    },
  );
}

test('a form of another endpoint is taken over in place, and what was typed is signed by the script', async (t) => {
  /** @type {() => void} */
  let letGo = () => {};
  const held = new Promise((resolve) => (letGo = () => resolve(undefined)));
  t.after(letGo);
  const { site, asked, stored } = await openSite(t, 'pre-rendered', {
    '/embed/protocols/contact-form-7.json': async () => (await held, description()),
  });
  await page.goto(site);
  // The browser knows them by the names of the other endpoint.
  for (const name of ['given_name', 'family_name', 'email_address', 'postal_code']) {
    await page.fill(inBox(`#pb-${name}`), /** @type {any} */ (answers)[name]);
  }
  for (const name of ['sign', 'updates']) await page.click(inBox(`#pb-consent_${name}`));
  await page.on(inBox('form'), (form) => Reflect.set(form, 'marked', true));
  letGo();
  await page.waitForElement(inBox('form[method=dialog]'));
  assert.equal(await page.on(inBox('form'), (form) => Reflect.get(form, 'marked')), true);
  assert.deepEqual(
    await page.on(inBox('form'), (form) =>
      Array.from(form.querySelectorAll('[name]'), (control) => control.getAttribute('name')),
    ),
    [
      'language',
      'document_version',
      'submission_id',
      'given_name',
      'family_name',
      'email_address',
      'postal_code',
      'consent_sign',
      'consent_updates',
    ],
  );
  await submit(page);
  await waitForState(page, 'signed');
  assert.deepEqual(
    asked.filter(({ method }) => method === 'POST').map(({ path }) => path),
    ['/wp-json/contact-form-7/v1/contact-forms/8/feedback'],
  );
  assert.deepEqual(stored, [
    { form: 8, status: 'mail_sent', _wpcf7_unit_tag: 'petition-box', ...sent, news: '1' },
  ]);
});

test('where there is no form without script, the link is in its place until the script comes', async (t) => {
  const standin = proca({ page: 42 });
  const { url } = await open(t, standin);
  const document = documentAt({ protocol: 'proca', url: `${url}/api`, page: 42 });
  const site = await openPartnerSite(
    t,
    { '/petition': { body: JSON.stringify(document) } },
    snippetOf(document, '--snippet', 'pre-rendered', ...places),
    { policy: policy.replace("connect-src 'self'", `$& ${url}`) },
  );
  if (!cannot.javascript) {
    const quiet = await pageWith({ javascript: false });
    await quiet.goto(site);
    assert.equal(await quiet.on('petition-box a', (link) => link.getClientRects().length), 1);
    assert.equal(await quiet.has(inBox('input')), false);
  }
  await visit(page, site);
  await page.waitForElement(inBox('#pb-given_name'));
  await fillIn(page);
  await submit(page);
  await waitForState(page, 'signed');
  assert.equal(standin.stored.length, 1);
});

test(
  'when its module fails, the form of another endpoint sends nothing to the page',
  once('the form is the same'),
  async (t) => {
    const { site, asked, stored } = await openSite(t, 'element');
    await visit(page, site);
    await fillIn(page);
    await page.evaluate(() => {
      // As after a trap: nobody hears of the form.
      const root = document.querySelector('petition-box')?.shadowRoot;
      root?.querySelector('form')?.addEventListener('submit', (event) => event.stopPropagation());
      root
        ?.querySelector('[type=submit]')
        ?.addEventListener('click', (event) => event.stopPropagation());
    });
    await page.click(inBox('form [type=submit]'));
    assert.equal(await page.value(inBox('#pb-given_name')), given_name);
    assert.deepEqual(stored, []);
    assert.equal(asked.filter(({ method }) => method === 'POST').length, 0);
    assert.equal(await page.evaluate(() => location.pathname), '/');
  },
);
