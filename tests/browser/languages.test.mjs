// The box speaks the language of its page, and goes on doing so.

import { strict as assert } from 'node:assert';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { startEndpoint } from '../endpoint/endpoint.mjs';
import { unsignedEndpoint } from '../endpoint/shared.mjs';
import { answers, fillIn, inBox, submit, visit, waitForState } from './box.mjs';
import { once, page } from './browser.mjs';
import { until } from './deadline.mjs';
import { healthData } from './documents.mjs';
import { embed } from './folders.mjs';
import { openPartnerSite } from './partner-site.mjs';
import { snippetOf } from './petition-render.mjs';
import { policy } from './policy.mjs';

/** @param {string} language */
const waitForLanguage = (language) =>
  page.waitForElement(inBox(`.petition-box[lang=${language}] #pb-submit`));

test(
  'a language of the page that changes is followed, as a locale or as a tag, and what was typed stays',
  once('the core chooses the language'),
  async (t) => {
    const site = await openPartnerSite(
      t,
      {
        '/petition': { body: JSON.stringify(healthData()) },
        '/signatures': { body: '{"count":41}' },
      },
      '<section><petition-box src="/petition" endpoint="/signatures"></petition-box></section>',
    );
    await visit(page, site);
    await waitForLanguage('fr');
    await page.fill(inBox('#pb-given_name'), answers.given_name);
    await page.evaluate(() => document.documentElement.setAttribute('lang', 'en-GB'));
    await waitForLanguage('en');
    await page.evaluate(() => document.querySelector('section')?.setAttribute('lang', 'fr_FR'));
    await waitForLanguage('fr');
    await page.on('section', (section) => section.after(...section.childNodes));
    await waitForLanguage('en');
    assert.equal(await page.value(inBox('#pb-given_name')), answers.given_name);
  },
);

test('a reader takes the petition in another of its languages by the keyboard, and keeps what was typed', async (t) => {
  const petition = healthData();
  const site = await openPartnerSite(
    t,
    {
      '/petition': { body: JSON.stringify(petition) },
      '/signatures': { body: '{"count":41}' },
    },
    '<petition-box src="/petition" endpoint="/signatures" lang="fr"></petition-box>',
  );
  await visit(page, site);
  await page.fill(inBox('#pb-given_name'), answers.given_name);
  for (const language of ['de', 'pl', 'fr']) {
    await page.on(inBox(`.languages [lang=${language}]`), (link) => link.focus());
    await page.press('Enter');
    await waitForLanguage(language);
    const title = await page.on(inBox('h2'), (heading) => heading.textContent);
    assert.equal(title, petition.title[language]);
    assert.equal(await page.value(inBox('#pb-given_name')), answers.given_name);
    // Its place is taken by the link to the language before.
    assert.equal(await page.focused(), 'A');
    assert.equal(await page.has(inBox(`.languages [lang=${language}]`)), false);
  }
  assert.equal(new URL(await page.run('location.href')).search, '');
});

test('of an endpoint, the petition comes in the language of its reader alone, and in another once it is wanted', async (t) => {
  const { url } = await unsignedEndpoint();
  const petition = healthData();
  const site = await openPartnerSite(
    t,
    {},
    snippetOf(petition, '--snippet', 'element', '--site', url, '--lang', 'fr'),
    { policy: policy.replace(/'self'/g, `'self' ${url}`) },
  );
  await visit(page, site);
  await waitForLanguage('fr');
  await page.fill(inBox('#pb-given_name'), answers.given_name);
  for (const language of ['pl', 'en']) {
    await page.click(inBox(`.languages [lang=${language}]`));
    await waitForLanguage(language);
    await until(
      async () => (await page.text(inBox('h2'))) === petition.title[language],
      `the title in ${language}`,
    );
    assert.equal(await page.value(inBox('#pb-given_name')), answers.given_name);
  }
  await fillIn(page);
  await submit(page);
  await waitForState(page, 'signed');
  await page.waitForElement(inBox('#pb-share-telegram'));
  const told = await page.on(inBox('#pb-share-telegram'), (link) => link.getAttribute('href'));
  assert.equal(new URL(String(told)).searchParams.get('text'), petition.share.text.en);
  const asked = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .flatMap(({ name }) => /\/petitions\/health-data(?:\?.*)?$/.exec(name) ?? []),
  );
  // What comes after the signature has it from the browser's cache.
  assert.deepEqual([...new Set(asked)].map((address) => address.split('lang=')[1]), ['fr', 'pl', 'en']);
  assert.deepEqual(await page.evaluate(() => Reflect.get(window, 'errors')), []);
});

test('name fields change places with the language, and the one that is typed into keeps the focus', async (t) => {
  const site = await openPartnerSite(
    t,
    {
      '/petition': { body: JSON.stringify(healthData()) },
      '/signatures': { body: '{"count":41}' },
    },
    '<petition-box src="/petition" endpoint="/signatures" lang="fr"></petition-box>',
  );
  await visit(page, site);
  const names = () =>
    page.on('petition-box', ({ shadowRoot }) =>
      Array.from(shadowRoot?.querySelectorAll('[name$=_name]') ?? [], ({ id }) => id.slice(3)),
    );
  for (const name of ['given_name', 'family_name']) {
    await page.fill(inBox(`#pb-${name}`), 'Ilona');
    assert.deepEqual(await names(), ['given_name', 'family_name']);
    for (const [lang, order] of [
      ['hu', ['family_name', 'given_name']],
      ['fr', ['given_name', 'family_name']],
    ]) {
      await page.on('petition-box', (box, tag) => box.setAttribute('lang', String(tag)), lang);
      await waitForLanguage(String(lang));
      assert.deepEqual(await names(), order);
      assert.equal(await page.focused(), `#pb-${name}`);
      assert.equal(await page.value(inBox(`#pb-${name}`)), 'Ilona');
    }
  }
});

test(
  'a page whose language is written as a locale fetches the words of that language alone',
  once('the script asks for them'),
  async (t) => {
    const site = await openPartnerSite(
      t,
      {
        '/petition': { body: JSON.stringify(healthData()) },
        '/signatures': { body: '{"count":41}' },
      },
      '<petition-box src="/petition" endpoint="/signatures" lang="fr_FR"></petition-box>',
    );
    await visit(page, site);
    const words = await page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .map(({ name }) => name.split('/').pop())
        .filter((name) => name?.endsWith('.json')),
    );
    assert.deepEqual(words, ['fr.usual.json']);
  },
);

test(
  'in a language that the browser does not know, dates are in digits',
  once('the script asks the browser'),
  async (t) => {
    const site = await openPartnerSite(
      t,
      {
        '/petition': { body: JSON.stringify({ ...healthData(), closes: '2099-12-31' }) },
        '/signatures': { body: '{"count":12345}' },
      },
      '<petition-box src="/petition" endpoint="/signatures" lang="is"></petition-box>',
    );
    await visit(page, site);
    await page.waitForElement(inBox('progress[value="12345"]'));
    const knows = await page.evaluate(() => Intl.NumberFormat.supportedLocalesOf('is').length > 0);
    const text = await page.text(inBox('.petition-box'));
    const [date, count] = knows ? ['31. desember 2099', '12.345'] : ['2099-12-31', '12\u202f345'];
    assert.ok(text.includes(date) && text.includes(count), text);
    await page.on('petition-box', (box) => box.setAttribute('lang', 'bs'));
    await waitForLanguage('bs');
    assert.doesNotMatch(await page.text(inBox('.petition-box')), /M\d/);
  },
);

test(
  'on a page with the box in each language, every box speaks its own',
  once('the core chooses the language'),
  async (t) => {
    const endpoint = await startEndpoint(t);
    await page.goto(`${endpoint.url}/partners/languages.html`);
    const tags = await page.evaluate(() =>
      Array.from(document.querySelectorAll('petition-box'), ({ lang }) => lang),
    );
    const files = readdirSync(join(embed, 'locales'));
    assert.deepEqual(
      tags.sort(),
      files.flatMap((name) => name.match(/^([\w-]+)\.json$/)?.[1] ?? []).sort(),
    );
    for (const tag of tags) {
      const box = `petition-box[lang="${tag}"]`;
      await page.scrollTo(box);
      await page.waitForElement(`${box} >>> .petition-box[lang="${tag}"] #pb-submit`);
    }
  },
);
