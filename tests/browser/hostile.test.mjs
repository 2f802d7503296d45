import { strict as assert } from 'node:assert';
import { test } from 'node:test';
import { inBox, visit, waitForState } from './box.mjs';
import { once, page } from './browser.mjs';
import {
  healthData,
  hostileLink,
  hostileText,
  withHostileLinks,
  withHostileTexts,
} from './documents.mjs';
import { nightTrain } from './night-train.mjs';
import { openPartnerSite } from './partner-site.mjs';

const snippet = '<petition-box src="/petition" endpoint="/signatures" lang="fr"></petition-box>';

/** @param {import('node:test').TestContext} t @param {unknown} document */
const siteWith = (t, document) =>
  openPartnerSite(
    t,
    {
      '/petition': { body: JSON.stringify(document) },
      '/signatures': { body: '{"count":0}' },
    },
    snippet,
  );

/**
 * Gives an image time to fail and its onerror to run, then looks for what hostile text would have
 * done.
 */
async function assertNothingRan() {
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 200)));
  assert.equal(await page.evaluate(() => 'hacked' in window), false);
  assert.deepEqual(
    await page.evaluate(() => [Reflect.get(window, 'violations'), Reflect.get(window, 'errors')]),
    [[], []],
  );
  assert.equal(await page.has(inBox('img, script, [onerror]')), false);
}

for (const document of [healthData(), nightTrain]) {
  const other = once('every text is set as a text', document !== nightTrain);
  test(
    `hostile text is shown as text and runs nothing, in ${document.petition}`,
    other,
    async (t) => {
      const site = await siteWith(t, withHostileTexts(document));
      await visit(page, site);
      const shown = await page.text(inBox('.petition-box'));
      const asked = document.fields.filter((/** @type {any} */ field) => field.label);
      const texts = document.demands.length + asked.length;
      assert.ok(shown.split(hostileText).length > texts, `hostile text as text in: ${shown}`);
      await assertNothingRan();
    },
  );
}

test(
  'a document with a script for a link is refused calmly',
  once('the core reads the documents'),
  async (t) => {
    const site = await siteWith(t, withHostileLinks(healthData()));
    await page.goto(site);
    await waitForState(page, 'unavailable');
    assert.ok(!(await page.text(inBox('.petition-box'))).includes(hostileLink));
    await assertNothingRan();
  },
);

test(
  'every link of the box is https, http or mailto',
  once('the core reads the documents'),
  async (t) => {
    const site = await siteWith(t, healthData());
    await visit(page, site);
    const schemes = await page.on(inBox('.petition-box'), (root) =>
      [...root.querySelectorAll('a[href]')].map(
        (link) => /** @type {HTMLAnchorElement} */ (link).protocol,
      ),
    );
    assert.ok(schemes.length > 0);
    for (const scheme of schemes) assert.match(scheme, /^(https?|mailto):$/);
  },
);
