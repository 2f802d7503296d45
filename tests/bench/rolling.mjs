// Whether anything is refused during an update: three endpoints of one database, behind nginx, are
// replaced one after the other while many sign, by another build of the program with a document that
// was changed: a field more, and other words beside a consent.
//   node tests/bench/rolling.mjs [PROGRAM]
// The first program is build/native's (PETITION_ENDPOINT names another), the second that of build/tests
// unless given: the endpoint of another commit, built elsewhere.

import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const of = (/** @type {string} */ build) => {
  const path = `../../build/${build}/examples/endpoint/petition-endpoint`;
  return fileURLToPath(new URL(path, import.meta.url));
};
process.env.PETITION_ENDPOINT ??= of('native');
const { temporaryFolder } = await import('../browser/temporary-folder.mjs');
const { Cluster } = await import('../endpoint/cluster.mjs');
const { signThroughAnUpdate } = await import('../endpoint/rolling.mjs');

const next = process.argv[2] ?? of('tests');

test('three endpoints are updated while many sign', async (t) => {
  const cluster = new Cluster(temporaryFolder('cluster'));
  cluster.make({ safe: true });
  const database = cluster.address();
  const how = { replicas: 3, connections: 32, between: 5000, next, database };
  for (const [what, number] of Object.entries(await signThroughAnUpdate(t, how))) {
    console.log(`${what.padEnd(32)}${String(number).padStart(10)}`);
  }
});
