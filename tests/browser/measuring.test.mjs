// What the README tells those who count visits: its lines are tried as they stand there.

import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fillIn, inBox, submit, visit, waitForState } from './box.mjs';
import { once, page } from './browser.mjs';
import { until } from './deadline.mjs';
import { healthData } from './documents.mjs';
import { fromTop } from './folders.mjs';
import { openPartnerSite } from './partner-site.mjs';

const readme = readFileSync(fromTop('README.md'), 'utf8');

/** @param {string} tool @returns {string} the lines behind "To TOOL:" */
function linesFor(tool) {
  const [, lines] = readme.match(new RegExp(`To ${tool}:\n\n((?: {4}.*\n)+)`)) ?? [];
  assert.ok(lines, `the README has lines for ${tool}`);
  return lines;
}

/** Runs in the page, before the box does: tools that note what they are told, and a clipboard. */
function standIns() {
  /** @type {any[]} */
  const told = [];
  const plausible = (/** @type {any[]} */ ...args) => told.push(args);
  Object.assign(window, { told, plausible, _paq: told });
  const clipboard = { writeText: async () => {} };
  Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
}

const snippet =
  '<petition-box src="/petition" endpoint="/signatures" lang="en"><a href="/elsewhere">Sign</a></petition-box>';

const told = () => page.evaluate(() => /** @type {any[]} */ (Reflect.get(window, 'told')));

for (const [tool, expected] of /** @type {[string, (what: string, way?: string) => any[]][]} */ ([
  ['Matomo', (what, way) => ['trackEvent', 'Petition', what, way ?? null]],
  ['Plausible', (what, way) => [`Petition ${what}`, { props: way ? { way } : {} }]],
])) {
  test(
    `the lines for ${tool} hand on what happens, each thing once, and nothing of who signs`,
    once('events are alike in all engines'),
    async (t) => {
      const site = await openPartnerSite(
        t,
        {
          '/petition': { body: JSON.stringify(healthData()) },
          '/signatures': (sent) =>
            sent === '' ? { body: '{"count":41}' } : { status: 201, body: '{"status":"received"}' },
          '/measure.js': {
            type: 'text/javascript',
            body: `(${standIns})();\n${linesFor(tool)}`,
          },
        },
        snippet,
        { head: '<script src="/measure.js"></script>' },
      );
      await visit(page, site);
      await fillIn(page);
      await submit(page);
      await waitForState(page, 'signed');
      await page.waitForElement(inBox('#pb-share-copy'));
      await page.click(inBox('#pb-share-copy'));
      await until(async () => (await told()).length >= 4, 'four events');
      assert.deepEqual(await told(), [
        expected('seen'),
        expected('begun'),
        expected('signed'),
        expected('shared', 'copy'),
      ]);
    },
  );
}
