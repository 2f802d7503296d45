// The whole journey in each language of the box, and from one language to the next.

import { strict as assert } from 'node:assert';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { unsignedEndpoint } from '../endpoint/shared.mjs';
import { axeRules, findings } from './axe.mjs';
import { answers, errorLink, fillIn, inBox, submit, visit, waitForState } from './box.mjs';
import { isTheOne, once, page } from './browser.mjs';
import { healthData } from './documents.mjs';
import { embed } from './folders.mjs';
import { handedOnTo, openPartnerSite } from './partner-site.mjs';

/** @typedef {import('node:test').TestContext} TestContext */

const all = readdirSync(join(embed, 'locales')).flatMap(
  (name) => name.match(/^([\w-]+)\.json$/)?.[1] ?? [],
);
/** Two that are written from right to left, and three with much that others have not. */
const spoken = isTheOne ? all : ['ar', 'fi', 'he', 'hu', 'mt'];

/** @param {TestContext} t */
async function openSite(t) {
  const endpoint = await unsignedEndpoint();
  const site = await openPartnerSite(
    t,
    {
      '/petition': { body: JSON.stringify(healthData()) },
      '/signatures': handedOnTo(endpoint),
    },
    '<petition-box src="/petition" endpoint="/signatures"></petition-box>',
  );
  return { endpoint, site };
}

/** @param {string} tag */
async function speak(tag) {
  await page.on('petition-box', (box, lang) => box.setAttribute('lang', lang), tag);
  await page.waitForElement(inBox(`.petition-box[lang="${tag}"]`));
}

/** Runs in the page. @param {Element} box @returns {string[]} what is wider than its place, or no words */
function faultsIn({ shadowRoot }) {
  const parts = [document.documentElement, ...(shadowRoot?.querySelectorAll('*') ?? [])];
  const wide = parts
    .filter((part) => part.clientWidth > 1 && part.scrollWidth > part.clientWidth)
    .filter((part) => !part.matches('input, select, textarea, .unseen'))
    .map((part) => `${part.localName}#${part.id} is too wide: ${part.textContent?.slice(0, 60)}`);
  const text = shadowRoot?.querySelector('.petition-box')?.textContent ?? '';
  return [...wide, ...(text.match(/\{\{.{0,20}|undefined|\b[a-z]+\.[a-z_]+\.[a-z_]+\b/g) ?? [])];
}

/** @param {string} where */
async function assertFaultless(where) {
  for (const width of [1280, 320]) {
    await page.resize(width, 900);
    assert.deepEqual(await page.on('petition-box', faultsIn), [], `${where} at ${width} pixels`);
  }
}

test('in each language a mistake is mended, the second question answered, and the petition signed', async (t) => {
  const { endpoint, site } = await openSite(t);
  for (const tag of spoken) {
    await endpoint.run(`${endpoint.deletion} from submissions`);
    await visit(page, site);
    await speak(tag);
    await assertFaultless(`${tag}, the form`);
    await page.click(inBox('.submit'));
    await page.waitForElement(errorLink);
    await assertFaultless(`${tag}, with errors`);
    await fillIn(page);
    await page.click(inBox('.submit'));
    await page.waitForElement(inBox('#pb-question-heading:focus'));
    await assertFaultless(`${tag}, the second question`);
    await page.click(inBox('#pb-question [data-press=accept]'));
    await waitForState(page, 'signed');
    await assertFaultless(`${tag}, signed`);
    const news = await endpoint.rows('select consent_updates as news from signatures');
    assert.deepEqual(news, [{ news: 'given' }], tag);
  }
});

test('from each language to the next, what was typed stays, and the focus with it', async (t) => {
  const { site } = await openSite(t);
  await visit(page, site);
  await fillIn(page);
  await page.on(inBox('#pb-postal_code'), (field) => field.focus());
  for (const tag of [...spoken, 'fr']) {
    await speak(tag);
    for (const [name, answer] of Object.entries(answers)) {
      assert.equal(await page.value(inBox(`#pb-${name}`)), answer, `${tag}: ${name}`);
    }
    const ticked = (/** @type {HTMLInputElement} */ box) => box.checked;
    assert.equal(await page.on(inBox('#pb-consent_sign'), ticked), true, tag);
    assert.equal(await page.focused(), '#pb-postal_code', tag);
  }
});

test('axe-core finds nothing in any language, wide and narrow', once(axeRules), async (t) => {
  const { site } = await openSite(t);
  await visit(page, site);
  await submit(page);
  await page.waitForElement(errorLink);
  for (const tag of spoken) {
    await speak(tag);
    for (const width of [320, 1280]) {
      await page.resize(width, 900);
      assert.deepEqual(await findings(page), [], `${tag} at ${width} pixels`);
    }
  }
});
