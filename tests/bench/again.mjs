// Whether a test of the browsers fails once in a while: each file many times in a row, while the other
// processor is kept busy, by another file or by nothing of use. To be run by hand:
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

/**
 * @param {string} file @param {string} engine
 * @returns {Promise<string[]>} the tests that failed, each with what it said
 */
function failures(file, engine) {
  const child = spawn(process.execPath, ['--test-reporter=tap', `${folder}/${file}`], {
    env: { ASAN_OPTIONS: 'detect_leaks=0', ...process.env, ENGINE: engine },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (chunk) => (said += chunk));
  return new Promise((resolve) =>
    child.on('close', (status) => {
      const failed = said.split(/^(?=# Subtest: )/m).filter((test) => /^not ok/m.test(test));
      resolve(status !== 0 && failed.length === 0 ? [`status ${status}: ${said}`] : failed);
    }),
  );
}

/** @type {string[]} */
const table = [];

/** @param {string} file @param {string} engine */
async function runAgain(file, engine) {
  let failed = 0;
  const began = performance.now();
  for (let time = 1; time <= Number(values.times); ++time) {
    const found = await failures(file, engine);
    failed += found.length > 0 ? 1 : 0;
    console.log(`${file} ${engine} ${time}: ${found.length > 0 ? 'FAILED' : 'passed'}`);
    for (const test of found) console.log(test);
  }
  const seconds = Math.round((performance.now() - began) / 1000);
  const what = `${failed} of ${values.times} failed`;
  table.push(`${file.padEnd(36)}${engine.padEnd(10)}${what.padStart(20)}${seconds.toFixed().padStart(8)} s`);
  if (failed > 0) process.exitCode = 1;
}

const waiting = (wanted.length > 0 ? wanted : files).flatMap((file) =>
  values.engine.map((engine) => ({ file, engine })),
);

/** Runs what waits, and keeps its processor busy from then on. */
async function lane() {
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    await runAgain(next.file, next.engine);
  }
  return new Worker('for (;;);', { eval: true });
}

const burning = await Promise.all([lane(), lane()]);
console.log(`\n${table.sort().join('\n')}`);
await Promise.all(burning.map((worker) => worker.terminate()));
