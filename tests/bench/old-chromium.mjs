// A signature in a Chromium of October 2023, which has neither light-dark() nor relative colours that can be
// relied on. To be run by hand, after
//   npm install --prefix /tmp/old-chromium --ignore-scripts @sparticuz/chromium@119.0.2
// as: node tests/bench/old-chromium.mjs /tmp/old-chromium
// What it looked like is in build/screenshots/.

import { strict as assert } from 'node:assert';
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import puppeteer from 'puppeteer-core';
import { fillIn, inBox, submit, visit, waitForState } from '../browser/box.mjs';
import { contrastsOf } from '../browser/contrast.mjs';
import { fromTop } from '../browser/folders.mjs';
import { Page } from '../browser/page.mjs';
import { tab } from '../browser/puppeteer.mjs';
import { startEndpoint } from '../endpoint/endpoint.mjs';

const load = createRequire(resolve(process.argv[2] ?? '', 'package.json'));
const folder = fromTop('build/screenshots');
mkdirSync(folder, { recursive: true });

/** @param {'light' | 'dark'} colorScheme */
async function open(colorScheme) {
  const chromium = load('@sparticuz/chromium');
  const browser = await puppeteer.launch({
    executablePath: await chromium.executablePath(),
    args: [...chromium.args, '--no-sandbox'],
    headless: 'shell',
  });
  const opened = await browser.newPage();
  await opened.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: colorScheme }]);
  return tab(browser, opened);
}

for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
  test(`a petition is read and signed in an old Chromium, ${colorScheme}`, async (t) => {
    const endpoint = await startEndpoint(t);
    const opened = await open(colorScheme);
    t.after(() => opened.close());
    console.log(`Chromium ${opened.version}`);
    const page = new Page(opened);
    await page.resize(1280, 900);
    await visit(page, endpoint.url);
    for (const accent of ['', '#ffe100', '#8a1c4a', 'oklch(0.9 0.18 100)']) {
      await page.on('petition-box', (box, colour) => box.setAttribute('accent', colour), accent);
      const selectors = ['time', '.notice a', '.submit', '.jump'];
      const contrasts = await page.on(inBox('.petition-box'), contrastsOf, 'color', selectors);
      assert.ok(Math.min(...contrasts) >= 4.5, `${accent}: ${contrasts}`);
      const [border] = await page.on(inBox('#pb-given_name'), contrastsOf, 'border-top-color');
      assert.ok(border >= 3, `the border of a field: ${border.toFixed(2)}`);
    }
    for (const width of [390, 1280]) {
      await page.resize(width, 900);
      await page.screenshot(join(folder, `chromium-119-${width}-${colorScheme}.png`));
    }
    await fillIn(page);
    await submit(page);
    await waitForState(page, 'signed');
    assert.equal((await endpoint.rows('select * from signatures')).length, 1);
  });
}
