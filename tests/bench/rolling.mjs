// Whether anything is refused during an update: three endpoints of one database, behind nginx, are
// replaced one after the other while many sign, by another build of the program with a document that
// was changed: a field more, and other words beside a consent.
//   node tests/bench/rolling.mjs [--before PROGRAM] [PROGRAM]
// The first program is build/native's unless given, such as the endpoint of an earlier commit, built in
// a worktree of it; the second is that of build/tests unless given.

import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const of = (/** @type {string} */ build) => {
  const path = `../../build/${build}/examples/endpoint/petition-endpoint`;
  return fileURLToPath(new URL(path, import.meta.url));
};
const { values, positionals } = parseArgs({
  options: { before: { type: 'string' } },
  allowPositionals: true,
});
if (values.before !== undefined) process.env.PETITION_ENDPOINT = values.before;
process.env.PETITION_ENDPOINT ??= of('native');
const { temporaryFolder } = await import('../browser/temporary-folder.mjs');
const { Cluster } = await import('../endpoint/cluster.mjs');
const { signThroughAnUpdate } = await import('../endpoint/rolling.mjs');

const [next = of('tests')] = positionals;

test('three endpoints are updated while many sign', async (t) => {
  const cluster = new Cluster(temporaryFolder('cluster'));
  cluster.make({ safe: true });
  const database = cluster.address();
  const how = { replicas: 3, connections: 32, between: 5000, next, database };
  for (const [what, number] of Object.entries(await signThroughAnUpdate(t, how))) {
    console.log(`${what.padEnd(32)}${String(number).padStart(10)}`);
  }
});
