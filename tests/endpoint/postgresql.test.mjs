// What only a database that is a server's can do to the endpoint.

import { strict as assert } from 'node:assert';
import { join } from 'node:path';
import { test } from 'node:test';
import { until } from '../browser/deadline.mjs';
import * as folders from '../browser/folders.mjs';
import { temporaryFolder } from '../browser/temporary-folder.mjs';
import { Cluster } from './cluster.mjs';
import { cuttingProxy } from './cutting-proxy.mjs';
import { cluster, keyOf, newPostgresql, runOn } from './database.mjs';
import { runEndpoint, startEndpoint } from './endpoint.mjs';
import { signThroughKills, theDatabase } from './kills.mjs';
import { signAll } from './load.mjs';
import { newFolder } from './petitions.mjs';
import { post, readiness, send } from './request.mjs';
import { newSignature, signatureOf } from './signers.mjs';

/** @typedef {import('./endpoint.mjs').Endpoint} Endpoint */

/** @param {import('node:test').TestContext} t */
const startOnPostgresql = (t, database = newPostgresql()) => startEndpoint(t, { database });

/** @param {string} database @param {Record<string, string>} [other] @returns {string[]} arguments */
const args = (database, other = {}) =>
  Object.entries({
    '--port': '0',
    '--database': database,
    '--petitions': folders.petitions,
    '--embed': folders.embed,
    ...keyOf(database),
    ...other,
  }).flat();

/** @param {string[]} wrong @returns {Promise<string>} what it says on ending with status 1 */
async function complaint(wrong) {
  const { status, out, error } = await runEndpoint(wrong);
  assert.equal(status, 1, error);
  assert.equal(out, '');
  return error;
}

/** Ends its connections as an operator does, and no others. @param {Endpoint} endpoint */
function disconnect({ database }) {
  const name = new URLSearchParams(database.split('?')[1]).get('application_name');
  return runOn(
    database.replace(`&application_name=${name}`, ''),
    `select pg_terminate_backend(pid) from pg_stat_activity where application_name = '${name}'`,
  );
}

test('the key is given to all, and another is refused', async (t) => {
  const endpoint = await startOnPostgresql(t);
  const { database } = endpoint;
  const needed = await runEndpoint(args(database).filter((word) => !/key$/.test(word)));
  assert.equal(needed.status, 2);
  assert.match(needed.error, /^--key is needed with a database of PostgreSQL\n/);
  const folder = await newFolder(t);
  const none = await complaint(args(database, { '--key': join(folder, 'none') }));
  assert.match(none, /: the key .*none cannot be read\n$/);
  const other = await startOnPostgresql(t);
  const key = keyOf(other.database)['--key'];
  assert.match(
    await complaint(args(database, { '--key': key })),
    /: the key .* is not the one that it was made with\n$/,
  );
});

test('a server out of reach is one line, without the password', async () => {
  const database = 'postgresql://ada:geheim@127.0.0.1:1,127.0.0.1:2/petitions?sslmode=disable';
  const error = await complaint(args(database));
  assert.match(
    error,
    /^cannot open the database postgresql:\/\/127\.0\.0\.1,127\.0\.0\.1:1,2\/petitions: .*refused.*\n$/,
  );
  assert.equal(error.trimEnd().split('\n').length, 1, error);
  assert.doesNotMatch(error, /geheim/);
});

test('a database of something else, or of a newer version, is left alone', async () => {
  const database = newPostgresql();
  await runOn(database, 'create table submissions (id integer)');
  assert.match(await complaint(args(database)), /relation "submissions" already exists\n$/);
  const newer = newPostgresql();
  await runOn(newer, 'create table migrations (version integer); insert into migrations values (99)');
  assert.match(await complaint(args(newer)), /it is of a newer version of this program\n$/);
});

test('tables that are not as the endpoint made them are told at the start', async (t) => {
  for (const [change, said] of /** @type {[string, RegExp][]} */ ([
    ['alter table consents rename column how to way', /column "how" /],
    ['alter table submissions add column extra text not null', /"extra" /],
    ['drop view signatures', /"signatures" does not exist/],
    ['alter table people rename column place to seat', /column q\.place /],
  ])) {
    const endpoint = await startOnPostgresql(t);
    await endpoint.stop();
    await endpoint.run(change);
    assert.match(await complaint(args(endpoint.database)), said, change);
  }
});

test('of several hosts the one that is there is taken', async (t) => {
  const database = newPostgresql().replace('host=', 'host=%2Fnowhere,');
  const endpoint = await startOnPostgresql(t, database);
  assert.equal((await post(endpoint.signatures, newSignature())).status, 201);
});

test('a connection that is lost is made again, and nobody notices', async (t) => {
  const endpoint = await startOnPostgresql(t);
  const signatures = Array.from({ length: 600 }, (_, number) => signatureOf(number));
  let answers = 0;
  /** @type {Promise<unknown>[]} */
  const cuts = [];
  const outcomes = await signAll(endpoint.signatures, signatures, {
    connections: 20,
    answered: () => {
      if (++answers % 200 === 0) cuts.push(disconnect(endpoint));
    },
  });
  await Promise.all(cuts);
  assert.deepEqual([...new Set(outcomes.map(({ status }) => status))], [201]);
  assert.deepEqual((await send(endpoint.signatures)).json, { count: 600 });
  assert.equal((await endpoint.rows('select * from people')).length, 600);
  assert.deepEqual(await readiness(endpoint), [200, 'ready']);
});

test('a commit whose answer is lost is found again', async (t) => {
  const proxy = await cuttingProxy(t, cluster().folder);
  const direct = newPostgresql();
  const options = direct.slice(direct.indexOf('options='));
  const endpoint = await startOnPostgresql(
    t,
    `postgresql://postgres@127.0.0.1:${proxy.port}/postgres?sslmode=disable&${options}`,
  );
  /** As a box does, which sends it again. @param {Record<string, string>} signature */
  const sign = (signature) =>
    until(
      async () => (await post(endpoint.signatures, signature)).status === 201,
      'the signature to be found',
    );
  for (let number = 0; number < 5; ++number) {
    proxy.cut(1);
    await sign(signatureOf(number));
  }
  assert.equal(proxy.cuts, 5);
  // Twice in a row the endpoint cannot know what has become of it, and gives up.
  const signature = signatureOf(5);
  proxy.cut(2);
  assert.equal((await post(endpoint.signatures, signature)).status, 503);
  await sign(signature);
  assert.deepEqual((await send(endpoint.signatures)).json, { count: 6 });
  assert.equal((await endpoint.rows('select * from submissions')).length, 6);
});

test('a commit that other machines have not confirmed is no 201', async (t) => {
  // It waits for a second machine, which there is not, until the time for a statement is over.
  const folder = temporaryFolder('cluster');
  const own = new Cluster(folder);
  own.make();
  const database = own.address();
  const endpoint = await startOnPostgresql(t, database);
  await runOn(database, "alter system set synchronous_standby_names = 'none'");
  await runOn(database, 'select pg_reload_conf()');
  const signature = newSignature();
  assert.equal((await post(endpoint.signatures, signature)).status, 503);
  assert.equal((await readiness(endpoint))[0], 503);
  await runOn(database, 'alter system reset synchronous_standby_names');
  await runOn(database, 'select pg_reload_conf()');
  await until(
    async () => (await post(endpoint.signatures, signature)).status === 201,
    'the signature to be confirmed',
  );
  assert.equal((await endpoint.rows('select * from signatures')).length, 1);
});

test('while the server is killed again and again under load, nothing answered 201 is lost', async (t) => {
  const own = new Cluster(temporaryFolder('cluster'));
  own.make({ safe: true });
  const endpoint = await startOnPostgresql(t, own.address());
  own.stop('immediate');
  const unconnected = 'there is no connection to the database';
  await until(async () => (await readiness(endpoint))[1] === unconnected, unconnected);
  assert.equal((await post(endpoint.signatures, newSignature())).status, 503);
  own.start();
  await until(async () => (await readiness(endpoint))[0] === 200, 'the connection');

  const [kills, connections] = [2, 100];
  const victim = theDatabase(endpoint, own);
  const found = await signThroughKills(endpoint, { kills, connections, most: 600, victim });
  t.diagnostic(
    `${found.answered} were answered 201; ${found.cut} were not, ` +
      `${found.keptUnanswered} of these kept all the same`,
  );
  assert.deepEqual(found.missing, []);
  assert.deepEqual(found.others, []);
  assert.ok(found.answered > kills && found.cut > kills, 'it was under load');
  const { answered } = found;
  assert.deepEqual(found.rows, [{ rows: answered, ids: answered, people: answered }]);
  assert.equal(found.counted, answered);
  assert.equal(found.integrity, 'ok');
  assert.match(endpoint.written, /Signatures are written again\./);
});
