// The short form of tests/bench/rolling.mjs.

import { test } from 'node:test';
import { signThroughAnUpdate } from './rolling.mjs';

test('while one endpoint after the other gets another document, nothing is refused', async (t) => {
  const found = await signThroughAnUpdate(t, { replicas: 2, connections: 8, between: 500 });
  t.diagnostic(JSON.stringify(found));
});
