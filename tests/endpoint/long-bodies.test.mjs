// What the rules take arrives, and what is too long is told at its field.

import { strict as assert } from 'node:assert';
import { test } from 'node:test';
import { startEndpoint } from './endpoint.mjs';
import { navigate, post, send } from './request.mjs';
import { sharedEndpoint } from './shared.mjs';
import { newSignature } from './signers.mjs';

test('a comment of 2,000 characters arrives in whatever script it is written', async (t) => {
  const endpoint = await startEndpoint(t);
  for (const [number, character] of ['e', 'é', '字', 'ক', '🐝'].entries()) {
    const comment = character.repeat(2000);
    const signature = newSignature({ comment, email_address: `a${number}@example.org` });
    const answer = await post(endpoint.signatures, signature);
    assert.equal(answer.status, 201, answer.text);
    const [row] = await endpoint.rows(
      `select comment from signatures where email_address = 'a${number}@example.org'`,
    );
    assert.equal(row.comment, comment);
    const longer = await post(endpoint.signatures, {
      ...newSignature(),
      comment: comment + character,
    });
    assert.equal(longer.status, 422, longer.text);
    assert.deepEqual(
      longer.json.errors.map((/** @type {any} */ { pointer, code }) => [pointer, code]),
      [['#/comment', 'comment.too_long']],
    );
  }
});

test('a body that is longer than any may be names its field, as form, as JSON and as a page', async () => {
  const endpoint = await sharedEndpoint();
  for (const name of ['comment', 'given_name']) {
    const signature = newSignature({ [name]: '字'.repeat(25_000) });
    const asForm = await post(endpoint.signatures, signature);
    const asJson = await send(endpoint.signatures, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(signature),
    });
    for (const answer of [asForm, asJson]) {
      assert.equal(answer.status, 413, answer.text);
      assert.equal(answer.headers['content-type'], 'application/problem+json');
      assert.equal(answer.headers['access-control-allow-origin'], '*');
      assert.deepEqual(
        answer.json.errors.map((/** @type {any} */ { pointer, code }) => [pointer, code]),
        [[`#/${name}`, `${name}.too_long`]],
      );
    }
  }
  const page = await navigate(endpoint.signatures, newSignature({ comment: '字'.repeat(25_000) }));
  assert.match(page.text, /id="pb-comment-error"/);
  assert.match(page.text, /value="ada@example\.org"/);
  assert.equal((await send(`${endpoint.url}/health`)).status, 200);
});

test('a body that is announced as endless is refused before it is read', async () => {
  const endpoint = await sharedEndpoint();
  const answer = await post(endpoint.signatures, newSignature({ comment: 'x'.repeat(3_000_000) }));
  assert.equal(answer.status, 413, answer.text);
});
