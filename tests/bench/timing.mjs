// Whether the time of an answer tells that somebody has signed: the area under the curve (0.5: it
// tells nothing, 1: everything) between answers to people who have signed and to new ones, who take
// turns. To be run by hand: node tests/bench/timing.mjs [PEOPLE]
// The program is build/native's; PETITION_ENDPOINT names another.

import { randomUUID } from 'node:crypto';
import { Agent } from 'node:http';

process.env.PETITION_ENDPOINT ??= new URL(
  '../../build/native/examples/endpoint/petition-endpoint',
  import.meta.url,
).pathname;
const { Endpoint } = await import('../endpoint/endpoint.mjs');
const { form, send } = await import('../endpoint/request.mjs');
const { newSignature } = await import('../endpoint/signers.mjs');

const people = Number(process.argv[2] ?? 2000);
const endpoint = new Endpoint();
const agent = new Agent({ keepAlive: true, maxSockets: 1 });

/** @param {string} email_address @param {string} given_name @returns {Promise<number>} ms */
async function timeOf(email_address, given_name) {
  const body = form(newSignature({ email_address, given_name }));
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const began = performance.now();
  const { status, text } = await send(endpoint.signatures, {
    method: 'POST',
    headers,
    body,
    agent,
  });
  const took = performance.now() - began;
  if (status !== 201) throw new Error(text);
  return took;
}

/** @param {number[]} ones @param {number[]} others @returns {number} how often one is the greater */
function areaUnderCurve(ones, others) {
  const sorted = [...others].sort((a, b) => a - b);
  /** @param {number} value @param {boolean} inclusive */
  const below = (value, inclusive) => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle] < value || (inclusive && sorted[middle] === value)) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const wins = ones.map((value) => (below(value, false) + below(value, true)) / 2);
  return wins.reduce((sum, win) => sum + win, 0) / ones.length / others.length;
}

const median = (/** @type {number[]} */ times) =>
  [...times].sort((a, b) => a - b)[times.length >> 1];

await endpoint.start();
try {
  const known = Array.from({ length: people }, () => `${randomUUID()}@example.org`);
  for (const address of known) await timeOf(address, 'Ada');
  for (const address of known.slice(0, people / 2)) await timeOf(address, 'Bob');
  /** @type {Record<string, number[]>} */
  const times = { new: [], again: [], third: [] };
  for (let i = 0; i < people; ++i) {
    // Whoever comes first in a turn is drawn.
    const turns = /** @type {[string, string, string][]} */ ([
      ['new', `${randomUUID()}@example.org`, 'Ada'],
      ['again', known[i], 'Ada'],
      ['third', known[i % (people / 2)], `Eve ${i}`],
    ]);
    turns.sort(() => Math.random() - 0.5);
    for (const [kind, address, name] of turns) times[kind].push(await timeOf(address, name));
  }
  for (const kind of ['again', 'third']) {
    const area = areaUnderCurve(times[kind], times.new);
    console.log(
      `${kind.padEnd(6)} median ${median(times[kind]).toFixed(3)} ms, new ${median(times.new).toFixed(3)} ms, ` +
        `area under the curve ${Math.max(area, 1 - area).toFixed(3)} (${people} each)`,
    );
  }
} finally {
  await endpoint.stop();
  agent.destroy();
}
