// The number that is shown is the number that is in the file, whoever has changed it.

import { strict as assert } from 'node:assert';
import { test } from 'node:test';
import { until } from '../browser/deadline.mjs';
import { isPostgresql } from './database.mjs';
import { startEndpoint } from './endpoint.mjs';
import { post, send } from './request.mjs';
import { holdForWriting } from './other-writer.mjs';
import { newSignature, signatureOf } from './signers.mjs';

/**
 * @param {import('./endpoint.mjs').Endpoint} endpoint
 * @param {number} count
 */
const counts = (endpoint, count) =>
  until(
    async () => (await send(endpoint.signatures)).json.count === count,
    `the count ${count}`,
  );

test('what an operator erases, withdraws or takes back is not counted, without anybody signing', async (t) => {
  const endpoint = await startEndpoint(t);
  for (const number of [1, 2, 3]) await post(endpoint.signatures, signatureOf(number));
  const where = (/** @type {number} */ number) =>
    `where answers ->> 'email_address' = 'signer-${number}@example.org'`;
  await endpoint.run(`${endpoint.deletion} from submissions ${where(1)}`);
  await counts(endpoint, 2);
  assert.deepEqual(
    await endpoint.rows(
      'select (select count(*) from people) p, (select count(*) from consents) c',
    ),
    [{ p: 2, c: 4 }],
  );
  await endpoint.run(`update submissions set state = 'withdrawn' ${where(2)}`);
  await counts(endpoint, 1);
  await endpoint.run(`update submissions set state = 'counted' ${where(2)}`);
  await counts(endpoint, 2);
  await endpoint.run(`${endpoint.deletion} from submissions`);
  await counts(endpoint, 0);
});

test('what a second process takes on the same file is counted by both', async (t) => {
  const endpoint = await startEndpoint(t);
  const second = await startEndpoint(t, { database: endpoint.database });
  for (const number of [1, 2, 3]) await post(endpoint.signatures, signatureOf(number));
  for (const number of [3, 4, 5, 6]) await post(second.signatures, signatureOf(number));
  await counts(endpoint, 6);
  await counts(second, 6);
});

test('a signature that could not be written is not counted', async (t) => {
  const endpoint = await startEndpoint(t);
  await post(endpoint.signatures, signatureOf(1));
  const release = await holdForWriting(t, endpoint.database);
  assert.equal((await post(endpoint.signatures, signatureOf(2))).status, 503);
  assert.deepEqual((await send(endpoint.signatures)).json, { count: 1 });
  await release();
  assert.equal((await post(endpoint.signatures, newSignature())).status, 201);
  assert.deepEqual((await send(endpoint.signatures)).json, { count: 2 });
});

const onlySqlite = { skip: isPostgresql && 'by what SQLite alone has' };

test('nor is one that somebody else has put aside', onlySqlite, async (t) => {
  const endpoint = await startEndpoint(t);
  await post(endpoint.signatures, signatureOf(1));
  await endpoint.run(`create trigger away before insert on submissions
    begin select raise(ignore); end`);
  assert.equal((await post(endpoint.signatures, signatureOf(3))).status, 503);
  await endpoint.run(`drop trigger away;
    create trigger away before insert on people begin select raise(abort, 'no'); end`);
  assert.equal((await post(endpoint.signatures, signatureOf(4))).status, 503);
  await endpoint.run('drop trigger away');
  assert.deepEqual((await send(endpoint.signatures)).json, { count: 1 });
  assert.equal((await post(endpoint.signatures, newSignature())).status, 201);
  assert.deepEqual((await send(endpoint.signatures)).json, { count: 2 });
});
