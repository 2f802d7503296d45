// Pictures of the builder in each language that it has words in, in build/screenshots/builder/, to be
// looked at, and what is wider than its place: node tests/browser/builder-screenshots.mjs [TAG]…

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { sharedEndpoint } from '../endpoint/shared.mjs';
import { page } from './browser.mjs';
import { languages, openNewBuilder, readBuilderIn, tooWide } from './builder.mjs';
import { fromTop } from './folders.mjs';

const folder = fromTop('build/screenshots/builder');
const tags = process.argv.length > 2 ? process.argv.slice(2) : languages();

/** @param {string} tag @param {string} what */
async function draw(tag, what) {
  await page.screenshot(join(folder, `${tag}-${what}.png`));
  for (const found of await page.evaluate(tooWide)) {
    console.error(`${tag}, ${what}: ${found}`);
    process.exitCode = 1;
  }
}

/** With a draft of the example, for another system, of which what is missing is told. */
async function begin() {
  await openNewBuilder(page);
  await page.click('#begin-example');
  await page.waitForElement('#at-demands-0');
  await page.select('#protocol', 'contact-form-7');
  await page.waitForElement('#setup');
  await page.on('#ask', (button) => button.click());
  await page.waitForElement('#summary[open]');
}

test('the builder in each language', async () => {
  mkdirSync(folder, { recursive: true });
  const { url } = await sharedEndpoint();
  await begin();
  for (const tag of tags) {
    await page.resize(1280, 900);
    await readBuilderIn(page, url, tag);
    await page.on('#ask', (button) => button.click());
    await draw(tag, 'desktop');
    await page.resize(390, 900);
    for (const view of ['write', 'preview', 'snippet']) {
      await page.click(`#view-${view}`);
      await draw(tag, `phone-${view}`);
    }
  }
});
