// What one address may have of the endpoint, and what is left for the others. Every address of 127/8
// but the first is one of its own here; the first is the proxy in front.

import { strict as assert } from 'node:assert';
import { once } from 'node:events';
import { connect } from 'node:net';
import { after, before, test } from 'node:test';
import { until } from '../browser/deadline.mjs';
import { Endpoint } from './endpoint.mjs';
import { post, send } from './request.mjs';
import { newSignature } from './signers.mjs';

/** In a second; ten times as many at once. */
const rate = 1;
const most = 64;
const proxies = ['127.0.0.1', '::1', '10.0.0.0/8', '2001:db8:f::/48'];
const endpoint = new Endpoint({
  options: [
    ...['--requests-of-address', `${rate}`, '--most-connections', `${most}`],
    ...proxies.flatMap((network) => ['--proxy', network]),
  ],
});
before(() => endpoint.start());
after(() => endpoint.stop());

/** @param {string} list what the proxy says of the client @param {Record<string, string>} [more] */
const ask = (list, more = {}) =>
  send(endpoint.signatures, { headers: { 'x-forwarded-for': list, ...more } });

/**
 * @param {() => Promise<import('./request.mjs').Got>} request
 * @returns {Promise<number>} how many are answered
 */
async function taken(request) {
  let count = 0;
  while ((await request()).status !== 429) {
    count += 1;
    assert.ok(count < 20 * rate, 'it is never too much');
  }
  return count;
}

test('too many requests of an address are answered 429, and others are served on', async () => {
  assert.ok((await taken(() => ask('192.0.2.1'))) >= 10 * rate);
  const json = await ask('192.0.2.1');
  assert.equal(json.headers['content-type'], 'application/problem+json');
  assert.equal(json.headers['retry-after'], '5');
  assert.equal(json.json.retry_after, 5);
  assert.equal(json.headers['access-control-allow-origin'], '*');
  assert.equal(json.headers['access-control-expose-headers'], 'Retry-After');
  assert.equal(json.headers['cache-control'], 'no-store');
  const page = await ask('192.0.2.1', { accept: 'text/html' });
  assert.equal(page.status, 429);
  assert.equal(page.headers['retry-after'], '5');
  assert.match(page.text, /<h1>/);
  const sender = { 'x-forwarded-for': '192.0.2.1' };
  const posted = await post(endpoint.signatures, newSignature(), sender);
  assert.equal(posted.status, 429);
  assert.deepEqual((await send(endpoint.signatures)).json, { count: 0 });
  assert.equal((await ask('192.0.2.2')).status, 200);
  // Nor is the proxy itself ever too many.
  for (let request = 0; request < 15 * rate; ++request)
    assert.equal((await send(endpoint.signatures)).status, 200);
});

test('who asks is read from the right, as far as proxies are known', async () => {
  await taken(() => ask('192.0.2.3'));
  for (const same of [
    '192.0.2.3',
    '198.51.100.1, 192.0.2.3',
    'unknown,192.0.2.3:4711',
    '192.0.2.3, 10.1.2.3',
    '192.0.2.3,\t127.0.0.1, 2001:db8:f::1',
    '::ffff:192.0.2.3',
  ])
    assert.equal((await ask(same)).status, 429, same);
  for (const other of [
    '192.0.2.3, 198.51.100.1',
    '192.0.2.3, 10.1.2.3, 198.51.100.2',
    '192.0.2.3, 2001:db8:f1::1',
    '192.0.2.3, unknown',
    '10.1.2.3',
    'unknown',
    ',',
  ])
    assert.equal((await ask(other)).status, 200, other);
});

test('of IPv6 the first 56 bits are one address', async () => {
  await taken(() => ask('2001:db8:0:1200::1'));
  for (const same of ['2001:db8:0:12ff::2', '[2001:db8:0:1234::3]:443'])
    assert.equal((await ask(same)).status, 429, same);
  assert.equal((await ask('2001:db8:0:1300::1')).status, 200);
});

test('what anybody but a proxy says of itself is not believed', async () => {
  /** @param {number} number */
  const pretend = async (number) => {
    const socket = connect({ port: endpoint.port, host: '127.0.0.1', localAddress: '127.0.0.2' });
    const header = `Host: a\r\nX-Forwarded-For: 192.0.2.${number}\r\nConnection: close`;
    socket.write(`GET /build HTTP/1.1\r\n${header}\r\n\r\n`);
    let text = '';
    socket.on('data', (chunk) => {
      text += chunk;
    });
    await once(socket, 'close');
    return /** @type {any} */ ({ status: Number(text.split(' ')[1]) });
  };
  let number = 100;
  await taken(() => pretend(number++));
});

/** @param {(number: number) => string} addressOf @param {number} count of connections that drip */
function drip(addressOf, count) {
  const sockets = Array.from({ length: count }, (_, number) => {
    const localAddress = addressOf(number);
    const socket = connect({ port: endpoint.port, host: '127.0.0.1', localAddress });
    socket.on('error', () => {});
    socket.on('connect', () => socket.write('GET /petitions/health-data HTTP/1.1\r\nHost: '));
    return socket;
  });
  const timer = setInterval(() => sockets.forEach((socket) => socket.write('a')), 100);
  return () => {
    clearInterval(timer);
    sockets.forEach((socket) => socket.destroy());
  };
}

test('connections that drip leave room, from one address and from many', async () => {
  for (const [where, addressOf] of /** @type {const} */ ([
    ['one', () => '127.1.0.1'],
    ['many', (/** @type {number} */ number) => `127.2.0.${number % 250}`],
  ])) {
    const stop = drip(addressOf, 4 * most);
    await new Promise((resolve) => setTimeout(resolve, 300));
    for (let reader = 0; reader < 5; ++reader)
      assert.equal((await send(endpoint.signatures)).status, 200, where);
    stop();
  }
});

test('whoever sends request after request and reads nothing keeps nobody from connecting', async () => {
  const requests = 'GET /petitions/health-data/sign HTTP/1.1\r\nHost: a\r\n\r\n'.repeat(200);
  const sockets = Array.from({ length: most - 4 }, (_, number) => {
    const localAddress = `127.3.0.${number + 1}`;
    const socket = connect({ port: endpoint.port, host: '127.0.0.1', localAddress });
    socket.on('error', () => {});
    socket.pause();
    socket.write(requests);
    return socket;
  });
  await Promise.all(sockets.map((socket) => once(socket, 'connect')));
  const answers = await Promise.all(Array.from({ length: 20 }, () => send(endpoint.signatures)));
  assert.deepEqual([...new Set(answers.map(({ status }) => status))], [200]);
  sockets.forEach((socket) => socket.destroy());
});

test('no address is in what it writes', async () => {
  await until(async () => endpoint.written !== '', 'what it writes');
  assert.doesNotMatch(endpoint.written, /192\.0\.2|127\.[123]\.|2001:db8/);
});
