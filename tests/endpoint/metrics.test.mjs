// What Prometheus is told.

import { strict as assert } from 'node:assert';
import { connect } from 'node:net';
import { test } from 'node:test';
import { until } from '../browser/deadline.mjs';
import { Endpoint, runEndpoint } from './endpoint.mjs';
import { parseExposition, valueOf } from './exposition.mjs';
import { signAll } from './load.mjs';
import { holdForWriting } from './other-writer.mjs';
import { post, readiness, send, sendRaw } from './request.mjs';
import { newSignature, signatureOf } from './signers.mjs';

const endpoint = new Endpoint({
  options: ['--metrics', '127.0.0.1:0', '--requests-of-address', '1', '--drain-seconds', '2'],
});
let url = '';

test.before(async () => {
  await endpoint.start();
  url = endpoint.written.match(/^Its metrics are at (\S+)$/m)?.[1] ?? '';
});
test.after(() => endpoint.stop());

const scrape = async () => {
  const { status, headers, text } = await send(url, { agent: false });
  assert.equal(status, 200);
  assert.equal(headers['content-type'], 'text/plain; version=0.0.4; charset=utf-8');
  return parseExposition(text);
};

test('signatures are told by what has become of them, requests by route and status', async () => {
  const before = await scrape();
  assert.equal(valueOf(before, 'signatures_total', { outcome: 'kept' }), 0);
  await signAll(endpoint.signatures, [1, 2, 3].map(signatureOf), { connections: 1 });
  assert.equal((await post(endpoint.signatures, signatureOf(3))).status, 201);
  assert.equal((await post(endpoint.signatures, { email_address: 'x' })).status, 422);
  const page = { accept: 'text/html' };
  assert.equal((await post(endpoint.signatures, newSignature(), page)).status, 303);
  await send(endpoint.signatures, { method: 'POST', body: '{' });
  const sender = { 'x-forwarded-for': '192.0.2.1' };
  for (let request = 0; request < 10; ++request) await send(endpoint.url, { headers: sender });
  await send(endpoint.signatures, { method: 'POST', headers: sender, body: 'a=b' });
  await send(`${endpoint.petition}/sign`);
  await send(`${endpoint.url}/nowhere`);
  await send(endpoint.signatures);
  const after = await scrape();
  const outcome = (/** @type {string} */ name) =>
    valueOf(after, 'signatures_total', { outcome: name });
  const outcomes = ['kept', 'refused', 'malformed', 'limited', 'failed'];
  assert.deepEqual(outcomes.map(outcome), [5, 1, 1, 1, 0]);
  const requests = (/** @type {string} */ route, /** @type {string} */ status) =>
    valueOf(after, 'requests_total', { route, status });
  assert.equal(requests('signatures', '201'), 4);
  assert.equal(requests('signatures', '303'), 1);
  assert.equal(requests('signatures', '429'), 1);
  assert.equal(requests('sign', '200'), 1);
  assert.equal(requests('none', '404'), 1);
  assert.equal(requests('count', '200'), 1);
  const durations = { route: 'signatures' };
  assert.equal(valueOf(after, 'request_duration_seconds', durations, '_count'), 7);
  assert.equal(valueOf(after, 'transaction_signatures', {}, '_sum'), 5);
  assert.equal(valueOf(after, 'pages_kept'), 1);
  assert.equal(valueOf(after, 'signatures_waiting'), 0);
  const counted = { petition: 'health-data' };
  assert.equal(valueOf(after, 'signers', counted), (await send(endpoint.signatures)).json.count);
  assert.equal(valueOf(after, 'build_info', { version: '0.1.0' }), 1);
  const age = Date.now() / 1000 - Number(valueOf(after, 'start_time_seconds'));
  assert.ok(age > 0 && age < 60, String(age));
});

test('what the store does not take is counted, and requests that were broken off', async (t) => {
  const release = await holdForWriting(t, endpoint.database);
  assert.equal((await post(endpoint.signatures, signatureOf(9))).status, 503);
  await release();
  const broken = connect(endpoint.port, '127.0.0.1');
  broken.write('POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\n', () =>
    broken.resetAndDestroy(),
  );
  await until(
    async () => valueOf(await scrape(), 'requests_abandoned_total') === 1,
    'the request to be given up',
  );
  const metrics = await scrape();
  assert.equal(valueOf(metrics, 'store_errors_total'), 1);
  assert.equal(valueOf(metrics, 'signatures_total', { outcome: 'failed' }), 1);
});

test('all else at that address is nothing, and visitors have no metrics', async () => {
  assert.equal((await send(new URL('/', url).href, { agent: false })).status, 404);
  assert.equal((await send(url, { method: 'POST', agent: false })).status, 404);
  assert.equal((await send(`${endpoint.url}/metrics`)).status, 404);
});

test('a scraper that says nothing holds up neither the next nor the end', async () => {
  const port = Number(new URL(url).port);
  const silent = sendRaw(port, ['GET /metr']);
  await scrape();
  assert.equal((await silent).text, '');
  endpoint.signal('SIGTERM');
  // While others learn that it ends, its last figures can be had.
  await until(async () => (await readiness(endpoint))[0] === 503, '503', 900);
  await scrape();
  const stuck = sendRaw(port, ['']);
  await stuck;
  assert.equal(await endpoint.ended(), 0);
});

test('an address without a port, or in use, is one clear line', async () => {
  const args = endpoint.argumentsFor({ options: ['--metrics', 'localhost'] });
  assert.match((await runEndpoint(args)).error, /^--metrics: expected an IP address and a port /);
});
