// The short form of tests/bench/failover.mjs: two servers of PostgreSQL, one of which follows the other
// and takes over where that one is lost. What a manager does between them, the test does.

import { strict as assert } from 'node:assert';
import { test } from 'node:test';
import { until } from '../browser/deadline.mjs';
import { temporaryFolder } from '../browser/temporary-folder.mjs';
import { Cluster } from './cluster.mjs';
import { integrityOf, runOn } from './database.mjs';
import { startEndpoint } from './endpoint.mjs';
import { post, readiness, send } from './request.mjs';
import { Signers } from './signers-again.mjs';
import { signatureOf } from './signers.mjs';

const kills = 2;

/** That of both, one of which can write. @param {Cluster[]} servers */
const addressOf = (servers) => {
  const hosts = servers.map(({ folder }) => encodeURIComponent(folder)).join();
  return `postgresql://postgres@/postgres?host=${hosts}&target_session_attrs=read-write`;
};

/** @param {Cluster} primary a commit waits for the other from now on */
async function waitForAnother(primary) {
  await runOn(primary.address(), "alter system set synchronous_standby_names = '*'");
  await runOn(primary.address(), 'select pg_reload_conf()');
}

test('while the primary is killed again and again under load and the other takes over, nothing answered 201 is lost', async (t) => {
  const servers = ['one', 'two'].map((name) => new Cluster(temporaryFolder(name)));
  t.after(() => servers.forEach((server) => server.stop('immediate')));
  let [primary, standby] = servers;
  primary.make({ safe: true });
  await waitForAnother(primary);
  standby.copy(primary);
  const database = addressOf(servers);
  const endpoint = await startEndpoint(t, {
    database,
    options: ['--replicated', 'yes', '--requests-of-address', '0'],
  });
  const isReady = async () => (await readiness(endpoint))[0] === 200;
  await until(isReady, 'the endpoint to take signatures');
  const first = signatureOf(-1);
  assert.equal((await post(endpoint.signatures, first)).status, 201);

  const signing = 16;
  const signers = new Signers(endpoint.signatures, signing);
  const load = signers.sign();
  /** @type {number[]} */
  const seconds = [];
  for (let kill = 0; kill < kills; ++kill) {
    await signers.nextTaken(45_000);
    await new Promise((resolve) => setTimeout(resolve, 200 + 300 * Math.random()));
    const began = Date.now();
    primary.kill();
    standby.promote();
    [primary, standby] = [standby, primary];
    // Until another machine has it again nothing is taken.
    standby.copy(primary);
    seconds.push(((await signers.nextTaken(45_000)) - began) / 1000);
  }
  signers.stop();
  await load;

  const answered = [first.submission_id, ...signers.answered];
  t.diagnostic(
    `${answered.length} were answered 201, ${signers.again} times one was sent again; ` +
      `taken again after ${seconds.map((number) => number.toFixed(1)).join(' and ')} s`,
  );
  assert.deepEqual([...signers.others], []);
  // Whether those whose answer was on its way send again is up to the moment of the kill.
  assert.ok(answered.length > signing * kills, 'it was under load');
  const ids = new Set((await endpoint.rows('select id from submissions')).map(({ id }) => id));
  assert.deepEqual(
    answered.filter((id) => !ids.has(id)),
    [],
  );
  assert.equal(ids.size, answered.length);
  assert.equal(await integrityOf(database), 'ok');
  const isCounted = async () => (await send(endpoint.signatures)).json.count === answered.length;
  await until(isCounted, 'each to be counted once');
});
