// A copy that is made while people sign, and an endpoint that goes on with it elsewhere.

import { strict as assert } from 'node:assert';
import { test } from 'node:test';
import { backUp, integrityOf } from './database.mjs';
import { Endpoint, startEndpoint } from './endpoint.mjs';
import { signAll } from './load.mjs';
import { post } from './request.mjs';
import { signatureOf } from './signers.mjs';

const everybody = Array.from({ length: 1500 }, (_, number) => signatureOf(number));
const before = 300;

test('a copy that is made while people sign has all that was answered before it was begun, and goes on', async (t) => {
  const endpoint = await startEndpoint(t);
  /** @type {Record<string, string>[]} */
  const answered = [];
  /** @type {(value: unknown) => void} */
  let begin = () => {};
  const enough = new Promise((resolve) => (begin = resolve));
  const signing = signAll(endpoint.signatures, everybody, {
    connections: 16,
    answered({ signature, status }) {
      assert.equal(status, 201);
      if (answered.push(signature) === before) begin(undefined);
    },
  });
  await enough;
  const sure = answered.map(({ submission_id }) => submission_id);
  const copy = await backUp(endpoint.database);
  const during = answered.length - sure.length;
  await signing;
  assert.ok(during > 0, 'people signed meanwhile');

  const restored = new Endpoint({ database: copy });
  t.after(() => restored.stop());
  await restored.start();
  assert.equal(await integrityOf(copy), 'ok');
  const ids = (await restored.rows('select id from submissions')).map(({ id }) => String(id));
  assert.deepEqual(
    sure.filter((id) => !ids.includes(id)),
    [],
  );
  const sent = new Set(everybody.map(({ submission_id }) => submission_id));
  assert.ok(ids.every((id) => sent.has(id)) && ids.length <= everybody.length);
  // Of each signature all that belongs to it, and what everybody was shown.
  const counts = async (/** @type {Endpoint} */ of, /** @type {string[]} */ tables) => {
    const columns = tables.map((table) => `(select count(*) from ${table}) as ${table}`);
    const [row] = await of.rows(`select ${columns.join()}`);
    return Object.fromEntries(tables.map((table) => [table, Number(row[table])]));
  };
  const [people, consents] = [ids.length, 2 * ids.length];
  assert.deepEqual(await counts(restored, ['people', 'signatures', 'consents']), {
    people,
    signatures: people,
    consents,
  });
  const shown = ['statements', 'documents'];
  assert.deepEqual(await counts(restored, shown), await counts(endpoint, shown));
  const count = async () => (await (await fetch(restored.signatures)).json()).count;
  assert.equal(await count(), ids.length);

  // Who is in the copy is known, and who is not can sign.
  await post(restored.signatures, { ...answered[0], submission_id: crypto.randomUUID() });
  assert.equal(await count(), ids.length);
  await post(restored.signatures, signatureOf(everybody.length));
  assert.equal(await count(), ids.length + 1);
});
