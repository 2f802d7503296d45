// How long others wait while many connections send their requests a byte at a time, from one address
// and from many. To be run by hand: node tests/bench/dripping.mjs [CONNECTIONS...]
// The program is build/native's; PETITION_ENDPOINT names another. The client shares the cores.

import { Worker } from 'node:worker_threads';

process.env.PETITION_ENDPOINT ??= new URL(
  '../../build/native/examples/endpoint/petition-endpoint',
  import.meta.url,
).pathname;
const { Endpoint } = await import('../endpoint/endpoint.mjs');
const { post } = await import('../endpoint/request.mjs');
const { signatureOf } = await import('../endpoint/signers.mjs');

const counts = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [1000, 6000];
const signers = 300;
// Those that drip come from others.
const options = ['--proxy', '127.0.0.1', '--proxy', '::1'];
let signer = 0;

/** @param {number[]} sorted @param {number} part */
const quantile = (sorted, part) => sorted[Math.floor((sorted.length - 1) * part)].toFixed(1);

/** @param {string} what @param {InstanceType<typeof Endpoint>} endpoint */
async function measure(what, endpoint) {
  const times = [];
  let refused = 0;
  for (let number = 0; number < signers; ++number) {
    const began = performance.now();
    const { status } = await post(endpoint.signatures, signatureOf(signer++)).catch(() => ({
      status: 0,
    }));
    times.push(performance.now() - began);
    if (status !== 201) refused += 1;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  times.sort((a, b) => a - b);
  console.log(
    `${what.padEnd(32)}p50 ${quantile(times, 0.5)} ms, p99 ${quantile(times, 0.99)} ms, ` +
      `not signed ${refused} of ${signers}`,
  );
}

const endpoint = new Endpoint({ options });
await endpoint.start();
try {
  await measure('alone', endpoint);
  for (const count of counts) {
    for (const from of ['one address', 'many']) {
      const dripper = new Worker(new URL('dripper.mjs', import.meta.url), {
        workerData: { port: endpoint.port, count, from },
      });
      await new Promise((resolve) => setTimeout(resolve, 3000));
      await measure(`${count} drip from ${from}`, endpoint);
      await dripper.terminate();
      await new Promise((resolve) => setTimeout(resolve, 2000));
    }
  }
} finally {
  await endpoint.stop();
}
