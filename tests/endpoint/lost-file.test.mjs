// No 201 for what is not in the file where an operator looks for it.

import { strict as assert } from 'node:assert';
import { execFile } from 'node:child_process';
import { copyFile, mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { holdForWriting } from './other-writer.mjs';
import { newFolder } from './petitions.mjs';
import { runEndpoint, startEndpoint } from './endpoint.mjs';
import { post, readiness, send } from './request.mjs';
import { newSignature, signatureOf } from './signers.mjs';

const gone = 'the database file was moved, removed or replaced';

test('a database that is moved away takes nothing until it is back', async (t) => {
  const endpoint = await startEndpoint(t);
  await post(endpoint.signatures, signatureOf(1));
  for (const ending of ['', '-wal', '-shm']) {
    await rename(endpoint.database + ending, `${endpoint.database}.away`);
    assert.equal((await post(endpoint.signatures, signatureOf(2))).status, 503, ending);
    assert.deepEqual(await readiness(endpoint), [503, gone], ending);
    assert.equal((await post(endpoint.signatures, signatureOf(1))).status, 503, ending);
    await rename(`${endpoint.database}.away`, endpoint.database + ending);
    assert.deepEqual(await readiness(endpoint), [200, 'ready'], ending);
  }
  assert.equal((await post(endpoint.signatures, signatureOf(2))).status, 201);
  assert.equal((await endpoint.rows('select * from signatures')).length, 2);
  assert.match(endpoint.written, new RegExp(`Signatures cannot be written: ${gone}\n`));
});

test('a database that is removed, or has another in its place, takes nothing any more', async (t) => {
  /** @type {((database: string) => Promise<unknown>)[]} */
  const ways = [
    (database) => rm(database),
    async (database) => {
      await copyFile(database, `${database}.copy`);
      await rename(`${database}.copy`, database);
    },
    (database) => rename(dirname(database), `${dirname(database)}-away`),
  ];
  for (const way of ways) {
    const folder = join(await newFolder(t), 'data');
    await mkdir(folder);
    const database = join(folder, 'signatures.sqlite');
    const endpoint = await startEndpoint(t, { database });
    assert.equal((await post(endpoint.signatures, signatureOf(1))).status, 201);
    await way(database);
    assert.equal((await post(endpoint.signatures, signatureOf(2))).status, 503, String(way));
    assert.deepEqual(await readiness(endpoint), [503, gone], String(way));
  }
});

test('tables that are not as the endpoint made them are told at the start', async (t) => {
  const endpoint = await startEndpoint(t);
  await post(endpoint.signatures, newSignature());
  await endpoint.stop();
  /** @type {[string, RegExp][]} */
  const changes = [
    ['alter table submissions drop column document_hash', /submissions: expected the column document_hash TEXT/],
    ['alter table submissions add column extra text', /submissions: expected no more .* extra/],
    ['alter table people rename column person_key to person', /people: expected .* person_key/],
    ['drop table consents', /consents: expected /],
    ['drop view signatures', /signatures: expected the view/],
    ['create unique index once on submissions (answers)', /expected no more .* unique .* answers/],
    [
      'pragma legacy_alter_table = on; create table x as select * from people; drop table people; alter table x rename to people',
      /people: expected /,
    ],
  ];
  for (const [change, said] of changes) {
    const database = join(await newFolder(t), 'signatures.sqlite');
    await copyFile(endpoint.database, database);
    await copyFile(`${endpoint.database}.key`, `${database}.key`);
    await promisify(execFile)('sqlite3', [database, change]);
    const { status, error } = await runEndpoint(endpoint.argumentsFor({ database }));
    assert.equal(status, 1, change);
    assert.ok(error.startsWith(`cannot open the database ${database}: `), error);
    assert.match(error, said, change);
    assert.equal(error.trimEnd().split('\n').length, 1, error);
  }
});

test('a table that goes while the endpoint runs is no 201', async (t) => {
  const endpoint = await startEndpoint(t);
  for (const table of ['consents', 'people', 'submissions']) {
    await endpoint.run(`pragma legacy_alter_table = on; alter table ${table} rename to away`);
    assert.equal((await post(endpoint.signatures, newSignature())).status, 503, table);
    await endpoint.run(`pragma legacy_alter_table = on; alter table away rename to ${table}`);
    assert.deepEqual((await send(endpoint.signatures)).json, { count: 0 });
  }
  assert.equal((await post(endpoint.signatures, newSignature())).status, 201);
});

test('/ready tells that the database is locked, and that it is not any more', async (t) => {
  const endpoint = await startEndpoint(t);
  const release = await holdForWriting(t, endpoint.database);
  const answers = await Promise.all([readiness(endpoint), readiness(endpoint), readiness(endpoint)]);
  assert.deepEqual(answers, Array(3).fill([503, 'database is locked']));
  // While a signature waits for the lock, nobody who asks has to wait as long.
  const waiting = post(endpoint.signatures, newSignature());
  await new Promise((resolve) => setTimeout(resolve, 1500));
  assert.deepEqual(await readiness(endpoint), [
    503,
    'a transaction does not end: something else holds the database',
  ]);
  await release();
  assert.equal((await waiting).status, 201);
  assert.deepEqual(await readiness(endpoint), [200, 'ready']);
});

test('/ready tells that nothing more can be written, as signatures are told', async (t) => {
  const endpoint = await startEndpoint(t);
  await post(endpoint.signatures, signatureOf(1));
  const limit = (/** @type {string} */ bytes) =>
    promisify(execFile)('prlimit', [`--pid=${endpoint.pid}`, `--fsize=${bytes}:unlimited`]);
  await limit('1024');
  assert.equal((await post(endpoint.signatures, signatureOf(2))).status, 503);
  const [status, reason] = await readiness(endpoint);
  assert.equal(status, 503, reason);
  assert.match(reason, /full|I\/O/);
  await limit('unlimited');
  assert.deepEqual(await readiness(endpoint), [200, 'ready']);
  assert.equal((await post(endpoint.signatures, signatureOf(2))).status, 201);
});
