// What is kept of a signer cannot be found out by guessing without the key, which lies apart.

import { strict as assert } from 'node:assert';
import { createHash, createHmac } from 'node:crypto';
import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { until } from '../browser/deadline.mjs';
import { newFolder } from './petitions.mjs';
import { runEndpoint, startEndpoint } from './endpoint.mjs';
import { post, send } from './request.mjs';
import { newSignature } from './signers.mjs';

test('the key is made once, for its owner only, and another is refused', async (t) => {
  const endpoint = await startEndpoint(t);
  const path = `${endpoint.database}.key`;
  const key = await readFile(path, 'utf8');
  assert.match(key, /^[0-9a-f]{64}\n$/);
  assert.equal((await stat(path)).mode & 0o777, 0o600);
  await endpoint.stop();
  await endpoint.start();
  assert.equal(await readFile(path, 'utf8'), key);
  await endpoint.stop();
  /** @type {[() => Promise<unknown>, RegExp][]} */
  const wrongs = [
    [() => rm(path), /: the key .*\.key cannot be read\n$/],
    [() => writeFile(path, 'short'), /\.key: expected a key of 64 hexadecimal digits\n$/],
    [() => writeFile(path, '0'.repeat(64)), /\.key is not the one that it was made with\n$/],
  ];
  for (const [spoil, said] of wrongs) {
    await spoil();
    const { status, error } = await runEndpoint(endpoint.argumentsFor({}));
    assert.equal(status, 1, error);
    assert.match(error, said);
  }
  await writeFile(path, key);
  await endpoint.start();
});

test('the key lies where the option says', async (t) => {
  const key = join(await newFolder(t), 'apart');
  const endpoint = await startEndpoint(t, { options: ['--key', key] });
  assert.match(await readFile(key, 'utf8'), /^[0-9a-f]{64}\n$/);
  await assert.rejects(stat(`${endpoint.database}.key`));
});

test('no plain hash of what was typed is in the file, and after an erasure nothing of it', async (t) => {
  const endpoint = await startEndpoint(t);
  const signature = newSignature();
  await post(endpoint.signatures, signature);
  const key = Buffer.from((await readFile(`${endpoint.database}.key`, 'utf8')).trim(), 'hex');
  const keyed = (/** @type {string} */ use, /** @type {string} */ text) =>
    createHmac('sha256', key).update(`${use}\0${text}`).digest().subarray(0, 16);
  const [row] = await endpoint.rows(
    'select hex(address_key) a, hex(content_key) c from submissions',
  );
  assert.equal(row.a, keyed('address', 'ada@example.org').toString('hex').toUpperCase());

  await endpoint.run(
    'pragma foreign_keys = on; pragma secure_delete = on; delete from submissions',
  );
  await endpoint.stop();
  const file = await readFile(endpoint.database);
  for (const trace of [
    'ada@example.org',
    signature.family_name,
    signature.submission_id,
    Buffer.from(String(row.a), 'hex'),
    Buffer.from(String(row.c), 'hex'),
    createHash('sha256').update('ada@example.org').digest('hex'),
  ]) {
    assert.equal(file.includes(trace), false, String(trace));
  }
});

test('sent again after an erasure, a signature is a new one', async (t) => {
  const endpoint = await startEndpoint(t);
  const signature = newSignature();
  await post(endpoint.signatures, signature);
  await endpoint.run('pragma foreign_keys = on; delete from submissions');
  assert.equal((await post(endpoint.signatures, { ...signature, comment: '' })).status, 201);
  // What another process changed is counted within a second.
  const isCounted = async () => (await send(endpoint.signatures)).json.count === 1;
  await until(isCounted, 'the new signature counted');
});
