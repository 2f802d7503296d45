// Pictures of the box in each language in build/screenshots/languages/, to be looked at, and what is
// wider than its place at 320 px: node tests/browser/language-screenshots.mjs [TAG]…

import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { errorLink, fillIn, inBox, submit, visit, waitForState } from './box.mjs';
import { healthData } from './documents.mjs';
import { open } from './engines.mjs';
import { embed, fromTop } from './folders.mjs';
import { openPartnerSite } from './partner-site.mjs';

/** @typedef {import('./page.mjs').Page} Page */

const folder = fromTop('build/screenshots/languages');
const spoken = readdirSync(join(embed, 'locales'))
  .filter((name) => name.endsWith('.json'))
  .map((name) => name.slice(0, -'.json'.length));
const languages = process.argv.length > 2 ? process.argv.slice(2) : spoken;
const widths = [1280, 320];

/** Runs in the page. @param {Element} box @returns {string[]} what is wider than its place */
function tooWide({ shadowRoot }) {
  const all = [document.documentElement, ...(shadowRoot?.querySelectorAll('*') ?? [])];
  return all
    .filter((one) => one.clientWidth > 1 && one.scrollWidth > one.clientWidth)
    .filter((one) => !one.matches('input, select, textarea, .unseen'))
    .map(({ localName, id, className, scrollWidth, clientWidth, textContent }) => {
      const name = `${localName}${id && `#${id}`}${className && `.${className}`}`;
      return `${name}: ${scrollWidth} in ${clientWidth} px: ${textContent?.trim().slice(0, 60)}`;
    });
}

/** @param {Page} page @param {string} state that the box is in */
async function draw(page, state) {
  for (const width of widths) {
    await page.resize(width, 900);
    for (const tag of languages) {
      await page.on('petition-box', (box, lang) => box.setAttribute('lang', lang), tag);
      await page.waitForElement(inBox(`.petition-box[lang="${tag}"]`));
      await page.screenshot(join(folder, `${tag}-${width}-${state}.png`));
      if (width > 320) continue;
      for (const found of await page.on('petition-box', tooWide)) {
        console.error(`${tag}, ${state}: ${found}`);
        process.exitCode = 1;
      }
    }
  }
}

test('the box in each language', async (t) => {
  mkdirSync(folder, { recursive: true });
  const site = await openPartnerSite(
    t,
    {
      '/petition': { body: JSON.stringify(healthData()) },
      '/signatures': (sent) =>
        sent === '' ? { body: '{"count":12345}' } : { status: 201, body: '{"status":"received"}' },
    },
    '<petition-box src="/petition" endpoint="/signatures"></petition-box>',
  );
  const browser = await open('chromium');
  t.after(() => browser.close());
  const { page } = browser;
  await visit(page, site);
  await draw(page, 'editing');
  await submit(page);
  await page.waitForElement(errorLink);
  await draw(page, 'errors');
  await fillIn(page);
  await page.click(inBox('.submit'));
  await waitForState(page, 'asked');
  await draw(page, 'asked');
  await page.click(inBox('[data-press=decline]'));
  await waitForState(page, 'signed');
  await draw(page, 'signed');
});
