// How long others wait while many connections send their requests a byte at a time, from one address
// and from many. To be run by hand: node tests/bench/dripping.mjs [CONNECTIONS...]
// The program is build/native's; PETITION_ENDPOINT names another. The client shares the cores.

import { connect } from 'node:net';

process.env.PETITION_ENDPOINT ??= new URL(
  '../../build/native/examples/endpoint/petition-endpoint',
  import.meta.url,
).pathname;
const { Endpoint } = await import('../endpoint/endpoint.mjs');
const { post } = await import('../endpoint/request.mjs');
const { signatureOf } = await import('../endpoint/signers.mjs');

const counts = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [1000, 6000];
const signers = 300;
// Every address of 127/8 but the first is one of its own.
const options = ['--proxy', '127.0.0.1', '--proxy', '::1'];
let signer = 0;

/**
 * @param {number} port
 * @param {number} count
 * @param {(number: number) => string} addressOf
 * @returns {() => void} ends it
 */
function drip(port, count, addressOf) {
  let ended = false;
  /** @type {Set<import('node:net').Socket>} */
  const sockets = new Set();
  /** @param {number} number */
  const open = (number) => {
    const socket = connect({ port, host: '127.0.0.1', localAddress: addressOf(number) });
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('connect', () => socket.write('GET /petitions/health-data HTTP/1.1\r\nHost: '));
    // Whoever is put out comes again.
    socket.on('close', () => {
      sockets.delete(socket);
      if (!ended) setTimeout(() => !ended && open(number), 1000);
    });
  };
  for (let number = 0; number < count; ++number) open(number);
  const timer = setInterval(() => sockets.forEach((socket) => socket.write('a')), 2000);
  return () => {
    ended = true;
    clearInterval(timer);
    sockets.forEach((socket) => socket.destroy());
  };
}

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
    for (const [where, addressOf] of /** @type {const} */ ([
      ['one address', () => '127.1.0.1'],
      ['many', (/** @type {number} */ number) => `127.2.${number >> 7}.${(number & 127) + 1}`],
    ])) {
      const stop = drip(endpoint.port, count, addressOf);
      await new Promise((resolve) => setTimeout(resolve, 3000));
      await measure(`${count} drip from ${where}`, endpoint);
      stop();
      await new Promise((resolve) => setTimeout(resolve, 2000));
    }
  }
} finally {
  await endpoint.stop();
}
