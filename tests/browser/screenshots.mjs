// Pictures of every state of the gallery, and of each theme, in build/screenshots/, to be looked at:
// node tests/browser/screenshots.mjs [chromium|firefox|webkit]…

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { startEndpoint } from '../endpoint/endpoint.mjs';
import { folderWith } from './documents.mjs';
import { engines, open } from './engines.mjs';
import { fromTop } from './folders.mjs';
import { names, openState, themes } from './gallery.mjs';
import { nightTrain } from './night-train.mjs';

const folder = fromTop('build/screenshots');
const wanted = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(engines);
const widths = [390, 1280];

mkdirSync(folder, { recursive: true });

for (const name of wanted) {
  for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
    test(`${name}, ${colorScheme}`, async (t) => {
      const endpoint = await startEndpoint(t);
      const browser = await open(name, { colorScheme });
      t.after(() => browser.close());
      const { page } = browser;
      const draw = async (/** @type {string} */ state) => {
        for (const width of widths) {
          await page.resize(width, 900);
          await page.screenshot(join(folder, `${name}-${width}-${colorScheme}-${state}.png`));
        }
      };

      for (const state of names) {
        await openState(page, endpoint.url, state);
        await draw(state);
      }
      await openState(page, endpoint.url, 'errors', { lang: 'ar' });
      await draw('errors-ar');
      for (const theme of themes) {
        for (const state of ['empty', 'long', 'errors', 'asked', 'signed']) {
          await openState(page, endpoint.url, state, { theme });
          await draw(`${theme}-${state}`);
        }
      }

      const asking = await startEndpoint(t, { petitions: folderWith(nightTrain) });
      await page.goto(`${asking.url}/petitions/night-train/sign`);
      await draw('night-train');
    });
  }
}
