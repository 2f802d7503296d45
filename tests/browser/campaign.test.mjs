// What a campaign says of itself: its picture, who asks, and the number.

import { strict as assert } from 'node:assert';
import { test } from 'node:test';
import { inBox, visit } from './box.mjs';
import { once, page } from './browser.mjs';
import { until } from './deadline.mjs';
import { healthData, inTwoLanguages } from './documents.mjs';
import { openPartnerSite } from './partner-site.mjs';
import { places, snippetOf } from './petition-render.mjs';

const svg = (/** @type {number} */ width, /** @type {number} */ height) => ({
  type: 'image/svg+xml',
  body: `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"/>`,
});

const campaign = {
  ...inTwoLanguages(healthData()),
  organiser: { name: 'Association Exemple', url: 'https://example.org/', logo: '/logo.svg' },
  picture: { src: '/picture.svg', alt: 'Un essai', width: 1600, height: 900, focus: [0.5, 0] },
  show_count_from: 100,
};

/** Of what has moved by itself, in an engine that tells it. */
const shifts = {
  type: 'text/javascript',
  body: `window.shifts = [];
    // What moves in the first frame of the whole page is a matter of how the page came.
    document.addEventListener('DOMContentLoaded', () =>
      requestAnimationFrame(() => setTimeout(() => (window.whole = performance.now()))),
    );
    if (PerformanceObserver.supportedEntryTypes.includes('layout-shift')) {
      new PerformanceObserver((list) => shifts.push(...list.getEntries())).observe({
        type: 'layout-shift',
        buffered: true,
      });
    }`,
};

/** Each part that has moved since all of the page was there: one that comes in pieces is laid out in pieces. */
const moved = () =>
  page.evaluate(() => {
    const whole = Reflect.get(window, 'whole');
    return Reflect.get(window, 'shifts')
      .filter((/** @type {PerformanceEntry} */ { startTime }) => startTime > whole)
      .flatMap((/** @type {any} */ { sources }) =>
        sources.map((/** @type {any} */ { node, currentRect }) => [
          String(node?.outerHTML ?? node?.data).slice(0, 100),
          JSON.stringify(currentRect),
        ]),
      );
  });

const tops = () =>
  page.on(inBox('.petition-box'), (box) =>
    ['.title', '.introduction', '.demands', 'form'].map(
      (part) => box.querySelector(part)?.getBoundingClientRect().top,
    ),
  );

for (const kind of ['element', 'pre-rendered']) {
  for (const count of [1240, 7]) {
    test(`nothing moves when the pictures and the number come: ${count}, ${kind}`, async (t) => {
      /** @type {() => void} */
      let letGo = () => {};
      const held = new Promise((resolve) => (letGo = () => resolve(undefined)));
      t.after(letGo);
      // A page waits for the pictures that it came with.
      if (kind === 'pre-rendered') setTimeout(letGo, 1_000);
      const site = await openPartnerSite(
        t,
        {
          '/shifts.js': shifts,
          '/petition': { body: JSON.stringify(campaign) },
          '/signatures': async () => (await held, { body: JSON.stringify({ count }) }),
          '/picture.svg': async () => (await held, svg(1600, 900)),
          '/logo.svg': async () => (await held, svg(100, 300)),
        },
        snippetOf(campaign, '--snippet', kind, ...places),
        { head: '<script src="/shifts.js"></script>' },
      );
      await visit(page, site);
      const before = await tops();
      letGo();
      const has = (/** @type {string} */ part) => () =>
        page.on(
          inBox(part),
          (image) => /** @type {HTMLImageElement} */ (image).naturalWidth > 0,
        );
      await until(has('.picture'), 'the picture');
      await until(has('.logo'), 'the logo');
      await page.waitForElement(inBox('.progress:not([data-waiting])'));
      assert.deepEqual(await tops(), before);
      if (kind === 'pre-rendered') assert.deepEqual(await moved(), []);
      const said = await page.text(inBox('.progress'));
      assert.match(said, count === 7 ? /^Soyez parmi / : /1\s240 signatures.*2\s000/s);
    });
  }
}

test('of a tall picture the part stays in view that the document says', once('the core decides'), async (t) => {
  const picture = { ...campaign.picture, height: 9000 };
  const site = await openPartnerSite(
    t,
    {
      '/petition': { body: JSON.stringify({ ...campaign, picture }) },
      '/signatures': { body: '{"count":1240}' },
      '/picture.svg': svg(1600, 9000),
      '/logo.svg': svg(100, 300),
    },
    snippetOf(campaign, '--snippet', 'element', ...places),
  );
  await visit(page, site);
  const { position, ratio } = await page.on(inBox('.picture'), (image) => ({
    position: getComputedStyle(image).objectPosition,
    ratio: image.clientHeight / image.clientWidth,
  }));
  assert.equal(position, '50% 0%');
  assert.ok(ratio < 2, String(ratio));
});
