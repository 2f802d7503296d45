// The short form of tests/bench/crash.mjs.

import { strict as assert } from 'node:assert';
import { test } from 'node:test';
import { startEndpoint } from './endpoint.mjs';
import { signThroughKills } from './kills.mjs';

test('killed while many sign, it has lost none that was answered 201, and doubles none that is sent again', async (t) => {
  const endpoint = await startEndpoint(t);
  const kills = 5;
  const connections = 400;
  const found = await signThroughKills(endpoint, { kills, connections, most: 1000 });
  t.diagnostic(
    `${found.answered} were answered 201; ${found.cut} were cut off, ` +
      `${found.keptUnanswered} of these kept all the same`,
  );
  assert.deepEqual(found.missing, []);
  assert.deepEqual(found.others, []);
  assert.ok(found.answered > kills && found.cut > (kills * connections) / 2, 'it was under load');
  const { answered } = found;
  assert.deepEqual(found.rows, [{ rows: answered, ids: answered, people: answered }]);
  assert.equal(found.counted, answered);
  assert.equal(found.integrity, 'ok');
});
