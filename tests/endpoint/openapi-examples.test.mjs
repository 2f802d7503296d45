// The examples in the description of the endpoint: a mock that is made from it answers with them.

import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fromTop } from '../browser/folders.mjs';
import { api, assertAccepts, operations, resolved } from './description.mjs';

/** @param {any} media @returns {unknown[]} */
const examplesOf = (media) =>
  media.examples === undefined
    ? [media.example]
    : Object.values(media.examples).map((example) => resolved(example).value);

test('every answer has a schema, and an example that it accepts', () => {
  for (const { name, operation } of operations) {
    for (const [status, response] of Object.entries(operation.responses)) {
      for (const [type, media] of Object.entries(response.content ?? {})) {
        const where = `${name} ${status} ${type}`;
        assert.ok(media.schema, where);
        for (const example of examplesOf(media)) {
          assert.notEqual(example, undefined, where);
          assertAccepts(media.schema, example, where);
        }
      }
      for (const [header, about] of Object.entries(response.headers ?? {})) {
        const { schema, example } = resolved(about);
        assertAccepts(schema, example, `${name} ${status} ${header}`);
      }
    }
  }
});

test('a problem\u2019s example is of its own status', () => {
  for (const { name, operation } of operations) {
    for (const [status, response] of Object.entries(operation.responses)) {
      const media = response.content?.['application/problem+json'];
      if (media !== undefined) assert.equal(media.example.status, Number(status), name);
    }
  }
});

test('a signature\u2019s example is one that its schema accepts', () => {
  const { content } = api.paths['/petitions/{petition}/signatures'].post.requestBody;
  for (const [type, media] of Object.entries(content)) {
    for (const example of examplesOf(media)) assertAccepts(media.schema, example, type);
  }
});

test('a petition is described as the box\u2019s own schema describes it', () => {
  const text = readFileSync(fromTop('embed/petition.schema.json'), 'utf8');
  const { $schema: _, ...schema } = JSON.parse(
    text.replaceAll('"#/$defs/', '"#/components/schemas/Petition/$defs/'),
  );
  assert.deepEqual(api.components.schemas.Petition, schema);
});
