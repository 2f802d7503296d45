// What a first visit costs on a phone, with its network slow and with none to wait for: when the e-mail
// field is drawn, how long the page cannot answer, and whether anything moves, beside the same form
// without any script. To be run by hand, once the tests are built: node tests/bench/loading.mjs [RUNS]

import { emailField, forms, median, withSlowPhone } from './slow-phone.mjs';

const runs = Number(process.argv[2] ?? 7);

/** Lighthouse's Slow 4G: milliseconds, and bytes a second. */
const slow4G = { latency: 150, download: 1.6e6 / 8, upload: 750e3 / 8 };
const networks = { loopback: null, 'Slow 4G': slow4G };

/** @typedef {import('./slow-phone.mjs').Page} Page */

/**
 * @typedef {object} Visit
 * @property {number} drawn milliseconds until the frame that draws the e-mail field
 * @property {number} blocked milliseconds of all tasks beyond the first 50 of each
 * @property {number} shifted https://wicg.github.io/layout-instability/: the sum, not windowed
 */

/**
 * Runs in the page, before it.
 * @param {() => HTMLInputElement | null} emailField
 */
function observe(emailField) {
  /** @type {Visit} */
  const visit = { drawn: 0, blocked: 0, shifted: 0 };
  Object.assign(window, { visit });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) visit.blocked += duration - 50;
  }).observe({ type: 'longtask', buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) visit.shifted += Reflect.get(entry, 'value');
  }).observe({ type: 'layout-shift', buffered: true });
  const look = () => {
    if (!emailField()?.checkVisibility({ visibilityProperty: true })) {
      requestAnimationFrame(look);
      return;
    }
    // What is asked for in a frame comes after it.
    setTimeout(() => (visit.drawn = performance.now()));
  };
  look();
}

/** @param {Page} page @param {typeof slow4G | null} network */
async function prepare(page, network) {
  await page.emulateNetworkConditions(network);
  await page.evaluateOnNewDocument(`(${observe})(${emailField})`);
}

/** @param {Page} page @returns {Promise<Visit>} once nothing more comes */
async function seen(page) {
  await page.waitForNetworkIdle({ idleTime: 1000 });
  return page.evaluate(() => Reflect.get(window, 'visit'));
}

/** @type {Record<string, Record<string, Visit[]>>} by network and form */
const visits = {};
await withSlowPhone(async ({ visit, version }) => {
  for (const [name, network] of Object.entries(networks)) {
    visits[name] = Object.fromEntries(forms.map((form) => [form, []]));
    for (let run = 0; run < runs; ++run) {
      for (const form of forms) {
        const page = await visit(form, (page) => prepare(page, network));
        visits[name][form].push(await seen(page));
        await page.browserContext().close();
      }
    }
  }
  console.log(`${version}, processor 4 times slower, medians of ${runs} first visits`);
});

const row = (/** @type {string[]} */ ...[first, ...rest]) =>
  console.log(first.padEnd(24) + rest.map((one) => one.padStart(16)).join(''));
for (const [network, byForm] of Object.entries(visits)) {
  /** @param {string} form */
  const drawn = (form) => median(byForm[form].map((visit) => visit.drawn));
  row(network, 'e-mail field, ms', '/ plain', '/ pre-rendered', 'blocked, ms', 'most shifted');
  for (const form of forms) {
    const time = drawn(form);
    row(
      form,
      time.toFixed(0),
      (time / drawn('plain')).toFixed(2),
      (time / drawn('pre-rendered')).toFixed(2),
      median(byForm[form].map(({ blocked }) => blocked)).toFixed(0),
      Math.max(...byForm[form].map(({ shifted }) => shifted)).toFixed(3),
    );
  }
}
