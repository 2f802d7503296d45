// The endpoint keeps and refuses the same answers as the core natively and the module.

import { strict as assert } from 'node:assert';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { entriesOf, keptOf, nameOf, petition, rows } from '../table.mjs';
import { startEndpoint } from './endpoint.mjs';
import { petitionsFolder } from './petitions.mjs';
import { send } from './request.mjs';

/** @param {string} url @param {[string, string[]][]} entries */
function postForm(url, entries) {
  const pairs = entries.flatMap(([name, values]) => values.map((value) => [name, value]));
  return send(url, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
    body: new URLSearchParams(pairs).toString(),
  });
}

test('the endpoint keeps and refuses what the table says', async (t) => {
  const endpoint = await startEndpoint(t, { petitions: await petitionsFolder(t, petition) });
  const signatures = `${endpoint.url}/petitions/${petition.petition}/signatures`;
  for (const row of rows) {
    await t.test(nameOf(row), async () => {
      const id = randomUUID();
      const answer = await postForm(signatures, [...entriesOf(row), ['submission_id', [id]]]);
      if (row.code === undefined) {
        assert.equal(answer.status, 201, answer.text);
        const [{ answers }] = await endpoint.rows(
          `select answers from submissions where id = '${id}'`,
        );
        const kept = JSON.parse(String(answers))[row.field];
        assert.deepEqual([kept ?? []].flat(), keptOf(row));
      } else {
        assert.equal(answer.status, 422, answer.text);
        assert.deepEqual(
          answer.json.errors.map((/** @type {any} */ { pointer, code }) => [pointer, code]),
          [[`#/${row.field}`, `${row.field}.${row.code}`]],
        );
      }
    });
  }
});
