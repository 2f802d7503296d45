// How a petition begins in the builder, for people who have never met a compiler.

import { strict as assert } from 'node:assert';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { startEndpoint } from '../endpoint/endpoint.mjs';
import { fillIn, inBox, submit, visit, waitForState } from './box.mjs';
import { once, page, pageWith } from './browser.mjs';
import {
  downloaded,
  inPreview,
  openBuilder,
  openNewBuilder,
  texts,
  writePetition,
} from './builder.mjs';
import { folderWith, healthData } from './documents.mjs';
import { openPartnerSite } from './partner-site.mjs';
import { policy } from './policy.mjs';

/** @typedef {import('./page.mjs').Page} Page */

const one = once('the core reads what is pasted, and the form is alike in all engines');

/** A petition as people have it in a letter or on a page: in French, with what it says in the repository. */
function letterOf(/** @type {any} */ { title, addressee, introduction, headings, demands, timeline }) {
  const day = (/** @type {string} */ date) => {
    const [year, month, number] = date.split('-').map(Number);
    const options = /** @type {const} */ ({
      year: 'numeric',
      month: month ? 'long' : undefined,
      day: number ? 'numeric' : undefined,
    });
    return new Date(year, (month || 1) - 1, number || 1).toLocaleDateString('fr', options);
  };
  const events = timeline.map(
    (/** @type {any} */ { date, text }) => `${day(date)}\u00a0: ${text.fr}`,
  );
  return [
    title.fr,
    `\u00c0 l\u2019attention de ${addressee.fr},`,
    ...introduction.map((/** @type {any} */ paragraph) => paragraph.fr),
    headings.demands.fr,
    ...demands.map((/** @type {any} */ demand, /** @type {number} */ at) => `${at + 1}/ ${demand.fr}`),
    headings.timeline.fr,
    ...events,
  ].join('\n\n');
}

/** @param {Page} tab @param {string} control @param {string} text */
async function write(tab, control, text) {
  await tab.fill(control, text);
  await tab.press('Tab');
}

/** What is on the page to be read, outside of the preview. @param {Page} tab */
const readable = (tab) =>
  tab.evaluate(() =>
    [
      document.body.innerText,
      ...Array.from(document.querySelectorAll('[placeholder], [aria-label]'), (part) =>
        ['placeholder', 'aria-label'].map((name) => part.getAttribute(name)).join(' '),
      ),
    ].join('\n'),
  );

/** Words of compilers: names of parts, pointers, keys of words, marks of code. */
const ofCompilers =
  /\bJSON\b|pointer|pointeur|expected|attendu|\bfound\b|trouv\u00e9e? \u00ab|mailto:|[a-z]_[a-z]|\bschema|syntax|undefined|\bnull\b|NaN|endpoint|[{}]|(^|\s)\/[a-z]+\/|\b[a-z]+\.[a-z]+\.hint|\bmistake\.|\[object/im;

test(
  'in a French browser the text of the first petition becomes a petition with picture, timeline, second question and share text, is put on a page, and is signed',
  one,
  async (t) => {
    const first = healthData();
    const petitions = folderWith(first);
    const endpoint = await startEndpoint(t, { petitions });
    const tab = await pageWith({ language: 'fr' });
    await openBuilder(tab, endpoint.url);
    const seen = { 'at first': await readable(tab) };
    const look = async (/** @type {string} */ when) =>
      Object.assign(seen, { [when]: await readable(tab) });
    assert.equal(await tab.evaluate(() => document.documentElement.lang), 'fr');
    await tab.click('#begin-pasted');
    await tab.on(
      '#pasted',
      (/** @type {HTMLTextAreaElement} */ field, text) => {
        field.value = text;
        field.dispatchEvent(new Event('input', { bubbles: true }));
      },
      letterOf(first),
    );
    await look('with the text');
    await tab.click('#paste-form [type=submit]');
    await tab.waitForElement('#at-timeline-2-date');
    assert.equal(await tab.has('[aria-invalid]'), false);
    await tab.on('#ask', (button) => button.click());
    await tab.waitForElement('#at-controller-name[aria-invalid]');
    await look('asked for the snippet');
    await tab.click('#summary summary');
    await write(tab, '#at-picture-src', '/partners/town-clock.svg');
    await look('with half a picture');
    await write(tab, '#at-picture-alt', 'Une horloge arr\u00eat\u00e9e.');
    await write(tab, '#at-picture-width', '1 600');
    await write(tab, '#at-picture-height', 'neuf cents');
    await look('with a wrong number');
    await write(tab, '#at-picture-height', '900');
    await write(tab, '#at-controller-name', 'le Cercle de l\u2019horloge (fictif)');
    await write(tab, '#at-controller-contact', 'contact');
    await look('with half a contact');
    await write(tab, '#at-controller-contact', 'contact@horloge.example');
    await write(tab, '#at-controller-privacy_policy', 'horloge.example/rgpd');
    await write(tab, '#at-controller-purpose', '\u00e0 compter les signatures.');
    await write(tab, '#at-controller-retention', 'jusqu\u2019\u00e0 leur remise.');
    await tab.click('[data-at="/=postal_code"] [data-part]');
    await write(tab, '#at-goal', '20 000');
    await write(tab, '#at-timeline-0-date', 'un jour');
    await look('with a wrong date');
    await write(tab, '#at-timeline-0-date', '21/12/2019');
    await write(tab, '#at-share-text', first.share.text.fr);
    await tab.click('[data-at="/=updates"]');
    await tab.waitForElement('[data-at="/second_question"][data-part]');
    await tab.click('[data-at="/second_question"][data-part]');
    await tab.waitForElement('#copy:enabled');
    assert.equal(await tab.text('#count'), 'Pr\u00eate');
    await look('complete');
    for (const state of ['mistakes', 'asked', 'signed']) {
      await tab.click(`#state-${state}`);
      await tab.waitForElement(`iframe#screen >>> [data-reached=${state}]`);
    }
    await tab.waitForElement(inPreview('[data-share]'));
    const written = JSON.parse(await downloaded(tab));
    assert.equal(written.title.fr, first.title.fr);
    assert.equal(written.addressee.fr, first.addressee.fr);
    for (const part of ['introduction', 'demands']) {
      const inFrench = (/** @type {any[]} */ texts) => texts.map(({ fr }) => fr);
      assert.deepEqual(inFrench(written[part]), inFrench(first[part]));
    }
    for (const part of ['demands', 'timeline']) {
      assert.equal(written.headings[part].fr, first.headings[part].fr);
    }
    assert.deepEqual(
      written.timeline.map((/** @type {any} */ { date, text }) => [date, text.fr]),
      first.timeline.map((/** @type {any} */ { date, text }, /** @type {number} */ at) => [
        at === 0 ? '2019-12-21' : date,
        text.fr,
      ]),
    );
    assert.equal(written.goal, 20000);
    assert.equal(written.picture.width, 1600);
    assert.equal(written.share.text.fr, first.share.text.fr);
    assert.equal(written.controller.contact, 'mailto:contact@horloge.example');
    assert.equal(written.controller.privacy_policy, 'https://horloge.example/rgpd');
    for (const [when, text] of Object.entries(seen)) {
      const lines = text.split('\n').filter((line) => ofCompilers.test(line));
      assert.deepEqual(lines, [], when);
    }

    writeFileSync(join(petitions, `${written.petition}.json`), JSON.stringify(written));
    const snippet = await tab.value('#text');
    await endpoint.stop();
    await endpoint.start();
    const own = policy.replaceAll("'self'", `'self' ${endpoint.url}`);
    const site = await openPartnerSite(t, {}, snippet, { policy: own });
    await visit(tab, site);
    await tab.waitForElement(inBox('.picture'));
    await fillIn(tab);
    await submit(tab);
    await waitForState(tab, 'signed');
    const rows = await endpoint.rows('select petition, language from signatures');
    assert.deepEqual(rows, [{ petition: written.petition, language: 'fr' }]);
  },
);

test('an example is opened to be changed, and its name in addresses is its own', one, async () => {
  await openNewBuilder(page);
  await page.click('#begin-example');
  await page.waitForElement('#language-fr');
  await page.waitForElement('#copy:enabled');
  assert.equal(await page.has('#begin'), false);
  const { petition } = JSON.parse(await downloaded(page));
  assert.notEqual(petition, 'health-data');
});

test(
  'a row that was removed comes back with one press, or goes in one language alone',
  one,
  async () => {
    await openNewBuilder(page);
    await writePetition(page);
    await page.click('[data-at="/demands"] [data-remove]');
    await page.waitForElement('#bring-back');
    assert.equal(await page.has('#remove-here'), false);
    await page.click('#bring-back');
    await page.waitForElement('#at-demands-0');
    assert.equal(await page.value('#at-demands-0'), texts['#at-demands-0']);
    await page.click('#add-language');
    await page.fill('#language-tag', 'French');
    await page.press('Enter');
    await page.waitForElement('#language-fr[aria-selected=true]');
    await page.fill('#at-demands-0', 'Tous les jours.');
    await page.click('[data-at="/demands"] [data-remove]');
    await page.click('#remove-here');
    await page.waitForElement('#at-demands-0');
    assert.equal(await page.value('#at-demands-0'), '');
    assert.deepEqual(JSON.parse(await downloaded(page)).demands, [{ en: texts['#at-demands-0'] }]);
  },
);

test('several paragraphs that are pasted are a row each', one, async () => {
  await openNewBuilder(page);
  await page.on('#at-demands-0', (field) => {
    const data = new DataTransfer();
    data.setData('text/plain', 'Run it.\n\n2/ Run it every day.');
    field.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  });
  await page.waitForElement('#at-demands-1');
  assert.equal(await page.value('#at-demands-0'), 'Run it.');
  assert.equal(await page.value('#at-demands-1'), 'Run it every day.');
});

test('the builder speaks the language that was chosen, and keeps to it', one, async () => {
  const endpoint = await openNewBuilder(page);
  assert.equal(await page.text('[for=at-title]'), 'Title');
  await page.fill('#at-title', 'Kept');
  await page.on('#reading', (/** @type {HTMLSelectElement} */ select) => {
    select.value = 'fr';
    select.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await page.waitFor('French', () => document.documentElement.lang === 'fr' && document.title);
  await openBuilder(page, endpoint.url);
  assert.equal(await page.text('[for=at-title]'), 'Titre');
  assert.match(await page.text('#language-en'), /^anglais$/);
  await page.run('localStorage.clear() ?? 1');
});

test('a reader whose language nothing here speaks begins in English', one, async () => {
  const endpoint = await openNewBuilder(page);
  const tab = await pageWith({ language: 'ja' });
  await openBuilder(tab, endpoint.url);
  assert.equal(await tab.text('[for=at-title]'), 'Title');
  assert.equal(await tab.text('#languages'), 'English');
});

test(
  'on a phone one thing is shown at a time, and what is missing leads back to writing',
  one,
  async () => {
    await openNewBuilder(page);
    await page.resize(390, 800);
    const shown = () =>
      page.evaluate(() =>
        ['.editor', 'aside', '.snippets'].filter(
          (part) => document.querySelector(part)?.getClientRects().length,
        ),
      );
    assert.deepEqual(await shown(), ['.editor']);
    await page.click('#view-preview');
    assert.deepEqual(await shown(), ['aside']);
    await page.waitFor('the preview', () => {
      const { width = 0 } = document.querySelector('#screen')?.getBoundingClientRect() ?? {};
      return width > 300 && width <= 390;
    });
    await page.click('#view-snippet');
    assert.deepEqual(await shown(), ['.snippets']);
    await page.click('#ask');
    await page.waitForElement('#at-title[aria-invalid]');
    assert.deepEqual(await shown(), ['.editor']);
  },
);

test('a snippet is chosen by where it goes, with what to do there', one, async () => {
  await openNewBuilder(page);
  await writePetition(page);
  for (const [situation, beginning] of [
    ['fastest', '<script type="module"'],
    ['no_script', '<link rel="stylesheet"'],
    ['markdown', '['],
    ['not_read', '<iframe'],
    ['cleans', '<script type="module"'],
  ]) {
    await page.on(
      '#situation',
      (/** @type {HTMLSelectElement} */ select, value) => {
        select.value = value;
        select.dispatchEvent(new Event('change', { bubbles: true }));
      },
      situation,
    );
    await page.waitFor(
      situation,
      (start) =>
        /** @type {HTMLTextAreaElement} */ (document.querySelector('#text')).value.startsWith(
          start,
        ),
      beginning,
    );
    assert.ok(await page.text('#recipe'));
  }
  assert.match(await page.value('#text'), /<div data-petition-box/);
});

test('what was given away has another version once its texts change', one, async () => {
  await openNewBuilder(page);
  await writePetition(page);
  const version = async () => JSON.parse(await downloaded(page)).version;
  assert.equal(await version(), '1');
  await page.fill('#at-title', 'Keep the day train');
  await page.waitForElement('#copy:enabled');
  assert.equal(await version(), '2');
  assert.equal(await version(), '2');
});
