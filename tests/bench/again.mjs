// Whether a test of the browsers fails once in a while: all files in one browser, many times in a row,
// while the other processor is kept busy, by another engine or by nothing of use. To be run by hand:
// node tests/bench/again.mjs [FILE…] [--times 10] [--engine chromium|firefox|webkit]…

import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { fromTop } from '../browser/folders.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    times: { type: 'string', default: '10' },
    engine: { type: 'string', multiple: true, default: ['chromium', 'firefox', 'webkit'] },
  },
});

const folder = fromTop('tests/browser');
const files = readdirSync(folder).filter((name) => name.endsWith('.test.mjs'));
const wanted = positionals.map((path) => `${basename(path, '.test.mjs')}.test.mjs`);
const unknown = wanted.filter((name) => !files.includes(name));
if (unknown.length > 0) throw new Error(`no test files ${unknown.join(', ')} in ${folder}`);

/** How often each test has failed, by engine and name. @type {Map<string, number>} */
const failures = new Map();

/**
 * Runs the files once in an engine, and prints what the tests that failed have said.
 * @param {string} engine
 * @returns {Promise<string>} how many tests passed and failed
 */
function run(engine) {
  const child = spawn(
    process.execPath,
    ['--test-reporter=tap', `${folder}/journeys.mjs`, ...wanted],
    {
      env: { ASAN_OPTIONS: 'detect_leaks=0', ...process.env, ENGINE: engine },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  let said = '';
  child.stdout.on('data', (chunk) => (said += chunk));
  return new Promise((resolve) =>
    child.on('close', (status) => {
      const failed = said.split(/^(?=# Subtest: )/m).filter((test) => /^not ok/m.test(test));
      if (status !== 0 && failed.length === 0) failed.push(`status ${status}: ${said}`);
      for (const test of failed) {
        const name = `${engine}: ${test.match(/^# Subtest: (.*)/)?.[1] ?? 'the run'}`;
        failures.set(name, (failures.get(name) ?? 0) + 1);
        console.log(test);
        process.exitCode = 1;
      }
      resolve(said.match(/^# (?:pass|fail) \d+/gm)?.join(', ') ?? 'no tests');
    }),
  );
}

const waiting = Array.from({ length: Number(values.times) }, () => values.engine).flat();

/** Runs what waits, and keeps its processor busy from then on. */
async function lane() {
  for (let engine = waiting.shift(); engine; engine = waiting.shift()) {
    const began = performance.now();
    const result = await run(engine);
    const seconds = Math.round((performance.now() - began) / 1000);
    console.log(`${engine.padEnd(10)}${result}${seconds.toString().padStart(6)} s`);
  }
  return new Worker('for (;;);', { eval: true });
}

const burning = await Promise.all([lane(), lane()]);
for (const [name, times] of failures) console.log(`${times} of ${values.times} failed: ${name}`);
if (failures.size === 0) console.log(`none failed in ${values.times} times`);
await Promise.all(burning.map((worker) => worker.terminate()));
