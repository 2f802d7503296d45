// The page of the builder in the languages that it has words in, and in one that is written from right
// to left.

import { strict as assert } from 'node:assert';
import { cpSync, existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { startEndpoint } from '../endpoint/endpoint.mjs';
import { once, page } from './browser.mjs';
import { languages, openNewBuilder, readBuilderIn, tooWide } from './builder.mjs';
import { embed } from './folders.mjs';
import { temporaryFolder } from './temporary-folder.mjs';

const one = once('the words are the same in all engines');

/** @param {string} tag @returns {string} a folder of the box's files, with a builder that speaks the language */
function embedWith(tag) {
  const folder = temporaryFolder('embed');
  cpSync(embed, folder, { recursive: true });
  const words = join(folder, 'builder/locales', `${tag}.json`);
  // What stands for its words until it has some.
  if (!existsSync(words)) cpSync(join(folder, 'builder/locales/en.json'), words);
  writeFileSync(join(folder, 'builder/languages.json'), JSON.stringify([{ tag, name: tag }]));
  // What was compressed before says something else.
  for (const end of ['br', 'gz']) rmSync(join(folder, `builder/languages.json.${end}`));
  return folder;
}

test('in each of its languages the page lies within the screen of a phone', one, async () => {
  const endpoint = await openNewBuilder(page);
  await page.resize(320, 900);
  for (const tag of languages()) {
    await readBuilderIn(page, endpoint.url, tag);
    assert.deepEqual(await page.evaluate(tooWide), [], tag);
  }
  await page.run('localStorage.clear() ?? 1');
});

test('what a description says is told in the language of the page', one, async () => {
  const endpoint = await openNewBuilder(page);
  await readBuilderIn(page, endpoint.url, 'fr');
  await page.select('#protocol', 'contact-form-7');
  await page.waitForElement('#at-endpoint-form');
  assert.equal(await page.text('[for=at-endpoint-form]'), 'Num\u00e9ro du formulaire');
  assert.match(await page.text('#setup-steps'), /^Dans le formulaire, une balise/);
  // One of somebody's own has its languages in itself.
  await page.select('#protocol', '{}');
  const label = { en: 'Number of the form', fr: 'Le num\u00e9ro' };
  const own = {
    protocol: 'own',
    options: {
      a: { kind: 'text', label },
      b: { kind: 'text', label: { en: 'The key of the list' } },
    },
    request: { url: '${url}', encoding: 'urlencoded', body: {} },
    answers: [{ outcome: 'counted' }],
  };
  await page.fill('#at-endpoint-protocol', JSON.stringify(own));
  await page.waitForElement('#at-endpoint-a');
  assert.equal(await page.text('[for=at-endpoint-a]'), 'Le num\u00e9ro');
  assert.equal(await page.text('[for=at-endpoint-b]'), 'The key of the list');
  await page.run('localStorage.clear() ?? 1');
});

test('in a language that is written from right to left the page is turned', one, async (t) => {
  const endpoint = await startEndpoint(t, { embed: embedWith('ar') });
  await readBuilderIn(page, endpoint.url, 'ar');
  const directions = () =>
    page.evaluate(() =>
      ['html', '#at-title', '#at-controller-contact', '#reading'].map((part) => {
        const element = document.querySelector(part);
        return element && getComputedStyle(element).direction;
      }),
    );
  assert.deepEqual(await directions(), ['rtl', 'rtl', 'ltr', 'rtl']);
  for (const width of [320, 1280]) {
    await page.resize(width, 900);
    assert.deepEqual(await page.evaluate(tooWide), [], `${width} pixels`);
  }
  // The next tab is at the left.
  await page.on('#kind-element', (tab) => tab.focus());
  await page.press('ArrowLeft');
  await page.waitForElement('#kind-pre-rendered[aria-selected=true]');
  await page.press('ArrowRight');
  await page.waitForElement('#kind-element[aria-selected=true]');
  // A text is written as its language is, whatever that of the page.
  await page.click('#add-language');
  await page.fill('#language-tag', 'fr');
  await page.press('Enter');
  await page.waitForElement('#language-fr[aria-selected=true]');
  assert.deepEqual((await directions()).slice(0, 2), ['rtl', 'ltr']);
  await page.run('localStorage.clear() ?? 1');
});
