// How many pages the endpoint makes in a second of one core, beside a static file of its own, which
// costs what HTTP costs. Counted is the time of the thread that serves, whatever else the machine
// does. To be run by hand: node tests/bench/pages.mjs [SECONDS] [PROGRAM...]
// The program is build/native's; two programs take turns, and the last column compares them.

import { readFileSync } from 'node:fs';
import { Agent } from 'node:http';

const usual = new URL('../../build/native/examples/endpoint/petition-endpoint', import.meta.url);
const seconds = Number(process.argv[2] ?? 4);
const programs = process.argv.length > 3 ? process.argv.slice(3) : [usual.pathname];
const rounds = 3;
const connections = 4;
process.env.PETITION_ENDPOINT = programs[0];
const { Endpoint } = await import('../endpoint/endpoint.mjs');
const { send } = await import('../endpoint/request.mjs');

/** @typedef {InstanceType<typeof Endpoint>} Program */

const pages = {
  'static file': '/embed/petition-box.css',
  'sign page': '/petitions/health-data/sign?lang=fr',
  'page for a frame': '/petitions/health-data/frame?lang=fr',
  'thank-you page': '/petitions/health-data/thanks?lang=fr',
};

/** @param {number} pid @returns {number} seconds that its first thread has had of a core */
const busy = (pid) => Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1e9;

/** @param {Program} program @param {string} path @returns {Promise<number>} answers a second of one core */
async function answersPerSecond(program, path) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const until = performance.now() + (seconds * 1000) / rounds;
  let answers = 0;
  const ask = async () => {
    while (performance.now() < until) {
      const { status } = await send(`${program.url}${path}`, { agent });
      if (status !== 200) throw new Error(`${status} from ${path}`);
      answers += 1;
    }
  };
  await send(`${program.url}${path}`);
  const before = busy(program.pid);
  await Promise.all(Array.from({ length: connections }, ask));
  const took = busy(program.pid) - before;
  agent.destroy();
  return answers / took;
}

/** @param {number[]} numbers */
const median = (numbers) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1];

const endpoints = programs.map((program) => new Endpoint({ program }));
try {
  for (const endpoint of endpoints) await endpoint.start();
  console.log(
    `${'a second of one core'.padEnd(24)}${programs.map((_, i) => `program ${i + 1}  to file`).join('    ')}`,
  );
  const files = endpoints.map(() => 0);
  for (const [what, path] of Object.entries(pages)) {
    /** @type {number[][]} */
    const measured = endpoints.map(() => []);
    for (let round = 0; round < rounds; ++round) {
      for (const [at, endpoint] of endpoints.entries()) {
        measured[at].push(await answersPerSecond(endpoint, path));
      }
    }
    const numbers = measured.map(median);
    if (what === 'static file') files.splice(0, files.length, ...numbers);
    const columns = numbers.map(
      (number, at) =>
        `${number.toFixed(0).padStart(9)}${(number / files[at]).toFixed(3).padStart(9)}`,
    );
    const compared = numbers.length === 2 ? `${(numbers[1] / numbers[0]).toFixed(2)}x` : '';
    console.log(`${what.padEnd(24)}${columns.join('    ')}    ${compared}`);
  }
} finally {
  for (const endpoint of endpoints) await endpoint.stop();
}
