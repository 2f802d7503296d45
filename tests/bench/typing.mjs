// What a key costs a visitor's phone: the time of scripts, and the time until the screen shows it,
// beside the same form without any script. To be run by hand, once the tests are built:
// node tests/bench/typing.mjs [KEYS] [ROUNDS]

import { emailField, forms, median, percentile, withSlowPhone } from './slow-phone.mjs';

const keys = Number(process.argv[2] ?? 80);
const rounds = Number(process.argv[3] ?? 3);
const pace = 100; // milliseconds a key, down and up

/** @typedef {import('./slow-phone.mjs').Page} Page */

const pause = (/** @type {number} */ time) => new Promise((resolve) => setTimeout(resolve, time));

/** @param {Page} page */
async function press(page) {
  await page.keyboard.press('a', { delay: pace / 2 });
  await pause(pace / 2);
}

/**
 * @param {Page} page
 * @returns {Promise<{ scripts: number[], paints: number[] }>} milliseconds of each key: of the main
 *   thread's own time in scripts, and from the key to the frame that shows it
 */
async function type(page) {
  const devtools = await page.createCDPSession();
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  const scriptTime = async () => {
    const { metrics } = await devtools.send('Performance.getMetrics');
    return 1000 * (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? NaN);
  };
  await page.evaluate(`(${emailField})().focus()`);
  // The first keys run code that nobody has compiled yet.
  for (let key = 0; key < 20; ++key) await press(page);
  await page.tracing.start({ categories: ['devtools.timeline'] });
  /** @type {number[]} */
  const scripts = [];
  for (let key = 0; key < keys; ++key) {
    const before = await scriptTime();
    await press(page);
    scripts.push((await scriptTime()) - before);
  }
  const trace = JSON.parse(Buffer.from((await page.tracing.stop()) ?? []).toString());
  /** @type {{ name: string, ph: string, args: any }[]} */
  const events = trace.traceEvents;
  // As https://w3c.github.io/event-timing/ has them, which rounds them for pages.
  const paints = events
    .filter(
      ({ name, ph, args }) => name === 'EventTiming' && ph === 'b' && args.data.type === 'keydown',
    )
    .map(({ args }) => args.data.duration);
  if (paints.length !== keys) throw new Error(`${keys} keys, ${paints.length} of them shown`);
  return { scripts, paints };
}

/** @type {Record<string, { scripts: number[], paints: number[] }>} */
const measured = Object.fromEntries(forms.map((form) => [form, { scripts: [], paints: [] }]));
await withSlowPhone(async ({ visit, version }) => {
  for (let round = 0; round < rounds; ++round) {
    for (const form of forms) {
      const page = await visit(form);
      const { scripts, paints } = await type(page);
      measured[form].scripts.push(...scripts);
      measured[form].paints.push(...paints);
      await page.browserContext().close();
    }
  }
  console.log(`${version}, processor 4 times slower, ${rounds} x ${keys} keys in the e-mail field`);
});

const row = (/** @type {string[]} */ ...[first, ...numbers]) =>
  console.log(first.padEnd(24) + numbers.map((number) => number.padStart(14)).join(''));
row('ms a key', 'script p50', 'script p98', 'paint p50', 'paint p98', 'over floor');
const floor = percentile(measured.plain.paints, 0.98);
for (const form of forms) {
  const { scripts, paints } = measured[form];
  const slowest = percentile(paints, 0.98);
  const numbers = [
    median(scripts),
    percentile(scripts, 0.98),
    median(paints),
    slowest,
    slowest - floor,
  ];
  row(form, ...numbers.map((number) => number.toFixed(2)));
}
