// Whether each of many signers is counted once, whatever happens to the endpoints: three share a
// database behind nginx, one is killed every few seconds, and some answers are cut off.
//   node tests/bench/replicas.mjs [SIGNERS]
// The program is build/native's; PETITION_ENDPOINT names another.

import { test } from 'node:test';

process.env.PETITION_ENDPOINT ??= new URL(
  '../../build/native/examples/endpoint/petition-endpoint',
  import.meta.url,
).pathname;
const { temporaryFolder } = await import('../browser/temporary-folder.mjs');
const { Cluster } = await import('../endpoint/cluster.mjs');
const { signWhileReplicasDie } = await import('../endpoint/dying-replicas.mjs');

const people = Number(process.argv[2] ?? 20_000);

test(`${people} sign at three endpoints, one of which is killed every 3 s`, async (t) => {
  const cluster = new Cluster(temporaryFolder('cluster'));
  cluster.make({ safe: true });
  const found = await signWhileReplicasDie(t, {
    people,
    connections: 64,
    replicas: 3,
    seconds: 3,
    database: cluster.address(),
  });
  for (const [what, number] of Object.entries(found)) {
    console.log(`${what.padEnd(32)}${String(number).padStart(10)}`);
  }
});
