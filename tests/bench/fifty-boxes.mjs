// What a further box on the same page costs in memory: fifty boxes beside one.
// To be run by hand: node tests/bench/fifty-boxes.mjs [chromium|firefox|webkit]…
// Only Chromium tells a page how much memory it takes, and only an isolated page; what the instances
// of the module hold is known everywhere.

import { test } from 'node:test';
import { until } from '../browser/deadline.mjs';
import { healthData } from '../browser/documents.mjs';
import { engines, open } from '../browser/engines.mjs';
import { openPartnerSite } from '../browser/partner-site.mjs';

const wanted = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(engines);
const isolated = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
};
const box =
  '<petition-box src="/petition" endpoint="/signatures" lang="fr" loading="eager"></petition-box>';

/** Runs in the page before the box: keeps the memory of each instance. */
function recordMemories() {
  /** @type {WebAssembly.Memory[]} */
  const memories = [];
  Object.assign(window, { memories });
  WebAssembly.Instance = new Proxy(WebAssembly.Instance, {
    construct(Instance, [module, imports]) {
      const instance = new Instance(module, imports);
      // The box first tries an empty module, which has no memory.
      const { memory } = /** @type {{ memory?: WebAssembly.Memory }} */ (instance.exports);
      if (memory) memories.push(memory);
      return instance;
    },
  });
}

/** @param {number} count @returns {import('../browser/partner-site.mjs').Answer} */
const pageWith = (count) => ({
  type: 'text/html; charset=utf-8',
  headers: isolated,
  body: `<!doctype html>
<html lang="fr">
<meta charset="utf-8">
<title>${count}</title>
<script src="/record-memories.js"></script>
<script type="module" src="/embed/petition-box.js"></script>
${box.repeat(count)}`,
});

/**
 * @param {import('../browser/page.mjs').Page} page with that many boxes
 * @param {number} count
 * @returns {Promise<{ instances: number, all: number | null }>} bytes: what the module's instances
 *   hold, and what the whole page takes, where the browser tells
 */
async function measure(page, count) {
  await until(
    () =>
      page.evaluate(
        (wanted) =>
          [...document.querySelectorAll('petition-box')].filter((box) =>
            box.shadowRoot?.querySelector('[data-state=editing] form'),
          ).length === wanted,
        count,
      ),
    `${count} boxes`,
  );
  const tells = await page.evaluate(() => {
    const ask = Reflect.get(performance, 'measureUserAgentSpecificMemory');
    if (ask === undefined) return false;
    ask
      .call(performance)
      .then((/** @type {{ bytes: number }} */ { bytes }) => Object.assign(window, { bytes }));
    return true;
  });
  // It waits for the garbage to be collected.
  const all = tells
    ? await until(() => page.evaluate(() => Reflect.get(window, 'bytes')), 'the memory', 120_000)
    : null;
  const instances = await page.evaluate(() =>
    Reflect.get(window, 'memories').reduce(
      (/** @type {number} */ sum, /** @type {WebAssembly.Memory} */ { buffer }) =>
        sum + buffer.byteLength,
      0,
    ),
  );
  return { instances, all };
}

const kilobytes = (/** @type {number} */ bytes) => `${Math.round(bytes / 1000)} kB`;

for (const name of wanted) {
  test(name, async (t) => {
    const site = await openPartnerSite(
      t,
      {
        '/1': pageWith(1),
        '/50': pageWith(50),
        '/record-memories.js': { type: 'text/javascript', body: `(${recordMemories})();` },
        '/petition': { body: JSON.stringify(healthData()) },
        '/signatures': { body: '{"count":0}' },
      },
      '',
    );
    const { page, version, close } = await open(name);
    t.after(close);
    await page.goto(`${site}/1`);
    const one = await measure(page, 1);
    await page.goto(`${site}/50`);
    const fifty = await measure(page, 50);
    console.log(`${name} ${version}`);
    console.log(
      `  instance of the module, each further  ${kilobytes((fifty.instances - one.instances) / 49)}`,
    );
    if (one.all !== null && fifty.all !== null) {
      console.log(`  page with one box                     ${kilobytes(one.all)}`);
      console.log(`  page with fifty                       ${kilobytes(fifty.all)}`);
      console.log(
        `  each further box                      ${kilobytes((fifty.all - one.all) / 49)}`,
      );
    }
  });
}
