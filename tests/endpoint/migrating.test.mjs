// A database of an earlier version becomes one of this, and nothing in it is lost.

import { strict as assert } from 'node:assert';
import { createHash, randomUUID } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fromTop, program } from '../browser/folders.mjs';
import { end, start } from '../browser/processes.mjs';
import { runEndpoint, startEndpoint, Endpoint } from './endpoint.mjs';
import { ask, manySigners, writeFirstVersion } from './first-version.mjs';
import { newFolder } from './petitions.mjs';
import { form, post, send } from './request.mjs';
import { ada, newSignature } from './signers.mjs';

/** @param {string} text */
const quoted = (text) => `'${text.replaceAll("'", "''")}'`;

/** What the first version kept of a decision. @param {Record<string, string>} signature */
const fingerprintOf = (signature) =>
  createHash('sha256')
    .update(
      form({
        petition: 'health-data',
        given_name: signature.given_name,
        family_name: signature.family_name,
        email_address: signature.email_address,
        country: signature.country,
        postal_code: signature.postal_code,
        comment: signature.comment,
        consent_sign: 'given',
        consent_updates: signature.consent_updates === 'given' ? 'given' : '',
      }),
    )
    .digest('hex');

/** @param {Record<string, string>} signature @param {number} at */
const rowsOf = (signature, at) => `
  insert into signatures values (null, 'health-data', ${[
    signature.submission_id,
    signature.given_name,
    signature.family_name,
    signature.email_address,
    signature.country,
    signature.postal_code,
    signature.comment,
    'given',
    'a'.repeat(64),
  ].map(
    quoted,
  )}, ${at - 1000}, ${quoted(signature.consent_updates)}, '${'b'.repeat(64)}', ${at - 500},
    'fr', '1', '0.1.0', ${at});
  insert into submissions values ('${signature.submission_id}', '${fingerprintOf(signature)}', 1, ${at});`;

/** @param {import('node:test').TestContext} t @param {string} sql @returns {Promise<string>} a file */
async function databaseOf(t, sql) {
  const database = join(await newFolder(t), 'signatures.sqlite');
  writeFirstVersion(database, sql);
  return database;
}

test('signatures of the first version are counted, read and known again', async (t) => {
  const at = Date.parse('2026-11-20T12:00:00.250Z');
  const signers = Array.from({ length: 50 }, (_, number) =>
    newSignature({
      email_address: `Signer-${number}@example.org`,
      family_name: `Essai ${number}`,
      consent_updates: number % 2 ? 'given' : 'refused',
    }),
  );
  const thrownAway = newSignature({ email_address: 'Signer-0@example.org' });
  const database = await databaseOf(
    t,
    `begin;${signers.map((signer, number) => rowsOf(signer, at + number)).join('')}
    insert into submissions values ('${thrownAway.submission_id}', '${fingerprintOf(thrownAway)}', 1, ${at});
    insert into statements values ('${'a'.repeat(64)}', 'health-data', '1', 'consent_sign', 'fr', 'Je signe.');
    commit;`,
  );
  const endpoint = await startEndpoint(t, { database });
  assert.deepEqual((await send(endpoint.signatures)).json, { count: 50 });
  const rows = await endpoint.rows('select * from signatures');
  assert.equal(rows.length, 50);
  assert.deepEqual(rows[1], {
    petition: 'health-data',
    submission_id: signers[1].submission_id,
    received_at: '2026-11-20T12:00:00.251Z',
    given_name: ada.given_name,
    family_name: 'Essai 1',
    email_address: 'Signer-1@example.org',
    country: 'FR',
    postal_code: '75011',
    comment: ada.comment,
    answers: JSON.stringify({
      given_name: ada.given_name,
      family_name: 'Essai 1',
      email_address: 'Signer-1@example.org',
      country: 'FR',
      postal_code: '75011',
      comment: ada.comment,
    }),
    consent_sign: 'given',
    consent_sign_text: 'a'.repeat(64),
    consent_sign_at: '2026-11-20T11:59:59.251Z',
    consent_updates: 'given',
    consent_updates_text: 'b'.repeat(64),
    consent_updates_at: '2026-11-20T11:59:59.751Z',
    consents: '{"sign":"given","updates":"given"}',
    language: 'fr',
    document_version: '1',
    box_version: '0.1.0',
    source: '',
  });
  assert.deepEqual(
    await endpoint.rows("select text from statements where consent = 'sign' and hash like 'aaa%'"),
    [{ text: 'Je signe.' }],
  );

  // The same submission again, one of the same content under another id, one thrown away before.
  for (const sent of [
    signers[2],
    { ...signers[3], submission_id: randomUUID(), email_address: 'signer-3@EXAMPLE.org' },
    thrownAway,
  ]) {
    assert.equal((await post(endpoint.signatures, sent)).status, 201);
    assert.deepEqual((await send(endpoint.signatures)).json, { count: 50 });
  }
  assert.equal((await post(endpoint.signatures, { ...signers[4], comment: 'x' })).status, 422);
  assert.deepEqual(
    await endpoint.rows("select name from sqlite_master where name like 'old%'"),
    [],
  );
  assert.deepEqual(await endpoint.rows('pragma foreign_key_check'), []);
});

test('a first version whose tables were changed is left as it is', async (t) => {
  const database = await databaseOf(t, 'alter table signatures drop column comment;');
  const { status, error } = await runEndpoint(new Endpoint({ database }).argumentsFor({}));
  assert.equal(status, 1);
  assert.match(error, /: signatures: expected the column comment TEXT not null, found none\n$/);
  const version = execFileSync('sqlite3', [database, 'pragma user_version']).toString();
  assert.equal(version, '1\n');
});

test('people and states of the second version are those of the newest', async (t) => {
  const second = readFileSync(
    fromTop('examples/endpoint/sqlite/migrations/002_people.sql'),
    'utf8',
  );
  const tables = second
    .replaceAll(/--.*/g, '')
    .match(/^CREATE (TABLE|INDEX|VIEW) [^;]+;/gm)
    ?.join('\n');
  const database = join(await newFolder(t), 'signatures.sqlite');
  const person = (/** @type {number} */ number, /** @type {string} */ state) => `
    insert into submissions values ('0000000${number}-0000-4000-8000-000000000000', 'health-data',
      x'0${number}', x'aa', ${number}, '${state}', 'fr', '1', '', '', '',
      '{"given_name":"Ann ${number}"}');
    insert into consents values ('0000000${number}-0000-4000-8000-000000000000', 'sign', 'box',
      'sign', '', 'given', 'hash', 0);`;
  execFileSync('sqlite3', [database], {
    input: `begin; ${tables} insert into health values (0);
      insert into migrations values (2, 0); pragma user_version = 2;
      ${person(1, 'counted')} ${person(2, 'counted')} ${person(3, 'uncounted')}
      insert into people select petition, address_key, content_key, id from submissions
        where state = 'counted';
      commit;`,
  });
  const endpoint = await startEndpoint(t, { database });
  assert.deepEqual((await send(endpoint.signatures)).json, { count: 2 });
  assert.deepEqual(
    await endpoint.rows("select id, state from submissions where state = 'invalid'"),
    [{ id: '00000003-0000-4000-8000-000000000000', state: 'invalid' }],
  );
  assert.deepEqual(await endpoint.rows('select hex(person_key) as key from people'), [
    { key: 'AA01' },
    { key: 'AA02' },
  ]);
  assert.deepEqual(await endpoint.rows('select version from migrations order by version'), [
    { version: 2 },
    { version: 3 },
    { version: 4 },
  ]);
});

test('a program killed while it migrates leaves the database as it was, and starts again', async (t) => {
  const people = 8_000;
  const database = await databaseOf(t, manySigners(people));
  const endpoint = new Endpoint({ database });
  const child = start(program, endpoint.argumentsFor({}), { stdio: 'ignore' });
  const log = `${database}-wal`;
  while (child.exitCode === null && !(existsSync(log) && statSync(log).size > 300_000)) {
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  await end(child, 'SIGKILL');
  // Each step is there as a whole or not at all; a busy machine is past the first when it is killed.
  const version = Number(ask(database, 'pragma user_version'));
  assert.ok(version < 3, `version ${version}`);
  const kept = version === 1 ? 'signatures' : 'submissions';
  assert.equal(ask(database, `select count(*) from ${kept}`), String(people));

  t.after(() => endpoint.stop());
  await endpoint.start();
  assert.deepEqual((await send(endpoint.signatures)).json, { count: people });
  assert.equal(
    ask(database, 'select count(*), sum(received_at - 1700000000000) from submissions'),
    `${people}|${(people * (people + 1)) / 2}`,
  );
  assert.equal(ask(database, 'pragma integrity_check'), 'ok');
});
