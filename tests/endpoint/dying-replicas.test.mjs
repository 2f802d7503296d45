// The short form of tests/bench/replicas.mjs.

import { test } from 'node:test';
import { signWhileReplicasDie } from './dying-replicas.mjs';

test('while endpoints are killed and answers are lost, each signer is counted once', async (t) => {
  const how = { people: 500, connections: 32, replicas: 2, seconds: 1 };
  t.diagnostic(JSON.stringify(await signWhileReplicasDie(t, how)));
});
