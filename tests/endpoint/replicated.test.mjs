// Whether what one machine alone would have is ever acknowledged, where it is not to be.

import { strict as assert } from 'node:assert';
import { test } from 'node:test';
import { until } from '../browser/deadline.mjs';
import { end } from '../browser/processes.mjs';
import { temporaryFolder } from '../browser/temporary-folder.mjs';
import { Cluster } from './cluster.mjs';
import { runOn } from './database.mjs';
import { runEndpoint, startEndpoint } from './endpoint.mjs';
import { post, readiness, send } from './request.mjs';
import { newSignature, signatureOf } from './signers.mjs';

const alone = 'the database has no synchronous standby';

/** @param {Cluster} cluster @param {string} names of the standbys that have to have what is written */
async function waitFor(cluster, names) {
  await runOn(cluster.address(), `alter system set synchronous_standby_names = '${names}'`);
  await runOn(cluster.address(), 'select pg_reload_conf()');
}

/** @param {Cluster} cluster @param {string} condition of a row of pg_stat_replication or _activity */
const isSo = (cluster, condition) => async () =>
  (await runOn(cluster.address(), `select 1 ${condition}`)).trim() !== '';

test('while there is no synchronous standby nothing is taken, and nothing is lost', async (t) => {
  const cluster = new Cluster(temporaryFolder('cluster'));
  cluster.make();
  // As is usual, the endpoint's role may not see who follows.
  await runOn(cluster.address(), 'create role petitions login');
  // It waits for others all the same.
  await runOn(cluster.address(), "alter role petitions set synchronous_commit = 'local'");
  await runOn(cluster.address(), 'create database petitions owner petitions');
  const database = cluster.address().replace('postgres@/postgres?', 'petitions@/petitions?');
  const endpoint = await startEndpoint(t, { database, options: ['--replicated', 'yes'] });

  const signature = newSignature();
  const refused = await post(endpoint.signatures, signature);
  assert.equal(refused.status, 503);
  assert.equal(refused.headers['retry-after'], '5');
  assert.deepEqual(await readiness(endpoint), [503, alone]);
  assert.deepEqual(await endpoint.rows('select * from submissions'), []);

  // Whoever follows, but is not waited for, does not count.
  const standby = cluster.follow();
  t.after(() => end(standby, 'SIGKILL'));
  const follows = isSo(cluster, "from pg_stat_replication where state = 'streaming'");
  await until(follows, 'the standby');
  assert.equal((await post(endpoint.signatures, signature)).status, 503);

  await waitFor(cluster, 'pg_receivewal');
  const isTaken = async () => (await post(endpoint.signatures, signature)).status === 201;
  await until(isTaken, 'the signature to be taken');
  assert.deepEqual(await readiness(endpoint), [200, 'ready']);

  // A commit that waits is let go, without a warning, once the server is to go on alone.
  process.kill(Number(standby.pid), 'SIGSTOP');
  const second = signatureOf(1);
  const waiting = post(endpoint.signatures, second);
  const waits = isSo(cluster, "from pg_stat_activity where wait_event = 'SyncRep'");
  await until(waits, 'the commit to wait');
  await waitFor(cluster, '');
  assert.equal((await waiting).status, 503);
  assert.equal((await endpoint.rows('select * from submissions')).length, 2);
  assert.deepEqual(await readiness(endpoint), [503, alone]);

  process.kill(Number(standby.pid), 'SIGCONT');
  await waitFor(cluster, 'pg_receivewal');
  const isFound = async () => (await post(endpoint.signatures, second)).status === 201;
  await until(isFound, 'the signature to be found');
  // What another connection has written is counted at the next look.
  const isCounted = async () => (await send(endpoint.signatures)).json.count === 2;
  await until(isCounted, 'both to be counted');
  assert.match(endpoint.written, new RegExp(`Signatures cannot be written: ${alone}`));
});

test('whoever may see that only others follow is not kept waiting for them', async (t) => {
  const cluster = new Cluster(temporaryFolder('cluster'));
  cluster.make();
  const standby = cluster.follow();
  t.after(() => end(standby, 'SIGKILL'));
  const database = cluster.address();
  const follows = isSo(cluster, "from pg_stat_replication where state = 'streaming'");
  await until(follows, 'the standby');
  const endpoint = await startEndpoint(t, { database, options: ['--replicated', 'yes'] });
  await waitFor(cluster, 'other');
  // What is written waits for nobody's yes and is answered at once: nothing of it stays.
  await until(async () => (await readiness(endpoint))[1] === alone, alone);
  assert.deepEqual(await endpoint.rows("select * from tallies where petition = ''"), []);
  assert.equal((await post(endpoint.signatures, newSignature())).status, 503);
  assert.deepEqual(await endpoint.rows('select * from submissions'), []);
});

test('it is for a server only', async () => {
  const { status, error } = await runEndpoint([
    ...['--database', 'signatures.sqlite', '--petitions', 'a', '--embed', 'b'],
    ...['--replicated', 'yes'],
  ]);
  assert.equal(status, 2);
  assert.match(error, /^--replicated yes needs a database of PostgreSQL\n/);
});
