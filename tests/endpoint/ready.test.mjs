// What is said to whoever watches over the program: whether it lives, and whether to send it
// requests.

import { strict as assert } from 'node:assert';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Agent } from 'node:http';
import { test } from 'node:test';
import { until } from '../browser/deadline.mjs';
import { folderOf, healthData } from './petitions.mjs';
import { startEndpoint } from './endpoint.mjs';
import { holdForWriting } from './other-writer.mjs';
import { form, post, readiness, send, sendRaw } from './request.mjs';
import { newSignature } from './signers.mjs';

test('told to end it says so at once, and answers all that comes until its time is over', async (t) => {
  const endpoint = await startEndpoint(t, { options: ['--drain-seconds', '1'] });
  assert.deepEqual(await readiness(endpoint), [200, 'ready']);
  const kept = new Agent({ keepAlive: true, maxSockets: 1 });
  t.after(() => kept.destroy());
  await send(`${endpoint.url}/ready`, { agent: kept });
  const body = form(newSignature());
  const head =
    'POST /petitions/health-data/signatures HTTP/1.1\r\nHost: a\r\n' +
    `Content-Type: application/x-www-form-urlencoded\r\nContent-Length: ${body.length}\r\n\r\n`;
  const slow = sendRaw(endpoint.port, [head + body.slice(0, 9), '', '', body.slice(9)], 200);
  endpoint.signal('SIGTERM');
  await until(async () => (await readiness(endpoint))[0] === 503, '503', 900);
  // On a connection from before, too, which then is to go elsewhere.
  const { json, headers } = await send(`${endpoint.url}/ready`, { agent: kept });
  assert.deepEqual(json, {
    status: 'not ready',
    reasons: [{ code: 'ending', detail: 'the endpoint is stopping' }],
  });
  assert.equal(headers.connection, 'close');
  const health = await send(`${endpoint.url}/health`, { agent: false });
  assert.deepEqual([health.status, health.json], [200, { status: 'ending' }]);
  assert.equal((await post(endpoint.signatures, newSignature())).status, 201);
  assert.equal((await slow).status, 201);
  assert.equal(await endpoint.ended(), 0);
  assert.equal((await endpoint.rows('select * from submissions')).length, 2);
});

test('a second signal ends the time in which it takes what comes', async (t) => {
  const endpoint = await startEndpoint(t, { options: ['--drain-seconds', '600'] });
  endpoint.signal('SIGTERM');
  await until(async () => (await readiness(endpoint))[0] === 503, '503');
  endpoint.signal('SIGTERM');
  assert.equal(await endpoint.ended(), 0);
});

test('a document missing from the start counts until it is served, one missing later does not', async (t) => {
  const document = (/** @type {string} */ petition) =>
    JSON.stringify({ ...healthData(), petition });
  const petitions = await folderOf(t, {
    'a.json': '{',
    'health-data.json': document('health-data'),
  });
  const endpoint = await startEndpoint(t, { petitions });
  assert.deepEqual(await readiness(endpoint), [503, 'a.json']);
  assert.equal((await post(endpoint.signatures, newSignature())).status, 201);
  await writeFile(join(petitions, 'b.json'), '{');
  await writeFile(join(petitions, 'a.json'), document('a'));
  endpoint.signal('SIGHUP');
  await until(async () => (await readiness(endpoint))[0] === 200, 'the document');
  const { status, json } = await send(`${endpoint.url}/health`);
  assert.deepEqual([status, json], [200, { status: 'incomplete', unserved: ['b.json'] }]);
});

test('the process lives while its database is held by another', async (t) => {
  const endpoint = await startEndpoint(t);
  await holdForWriting(t, endpoint.database);
  assert.deepEqual(await readiness(endpoint), [503, 'database is locked']);
  const { status, json } = await send(`${endpoint.url}/health`);
  assert.deepEqual([status, json], [200, { status: 'ok' }]);
});
