// Many sign at endpoints that are killed one after the other, behind a network that loses answers.

import { strict as assert } from 'node:assert';
import { lossyProxy } from './lossy-proxy.mjs';
import { allCount, killing, startReplicas } from './many-replicas.mjs';
import { Signers } from './signers-again.mjs';

/**
 * @param {import('node:test').TestContext} t
 * @param {{ people: number, connections: number, replicas: number, seconds: number, database?: string }}
 *   how seconds: between two kills, about
 * @returns {Promise<Record<string, number>>} how many there were of each, once each signer was found to
 *   be counted once
 */
export async function signWhileReplicasDie(t, { people, connections, seconds, ...how }) {
  const { replicas, url } = await startReplicas(t, how.replicas, { database: how.database });
  const proxy = await lossyProxy(Number(new URL(url).port), 0.05);
  t.after(() => proxy.end());
  const site = `http://127.0.0.1:${proxy.port}`;
  const began = Date.now();
  const signers = new Signers(`${site}/petitions/health-data/signatures`, connections, { people });
  const stopKilling = killing(replicas, seconds);
  await signers.sign();
  const took = (Date.now() - began) / 1000;
  const kills = await stopKilling();
  const rows = async (/** @type {string} */ query) => (await replicas[0].rows(query))[0];
  assert.deepEqual([...signers.others], []);
  assert.equal(signers.answered.size, people);
  assert.deepEqual(
    await rows(`select count(*) as n, count(distinct email_address) as people,
      (select count(*) from submissions) as submissions from signatures`),
    { n: people, people, submissions: people },
  );
  await allCount(replicas, people);
  const { bytes } = await rows(`select sum(pg_total_relation_size(c.oid)) as bytes
    from pg_class c join pg_namespace n on n.oid = relnamespace
    where relkind = 'r' and nspname = current_schema()`);
  return {
    signers: people,
    'kills of an endpoint': kills,
    'answers cut off': proxy.cuts,
    'sent again': signers.again,
    'each counted once': people,
    'bytes in the database for each': Math.round(Number(bytes) / people),
    seconds: Math.round(took),
  };
}
