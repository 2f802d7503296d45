// A database that cannot be written.

import { strict as assert } from 'node:assert';
import { test } from 'node:test';
import { holdForWriting } from './other-writer.mjs';
import { startEndpoint } from './endpoint.mjs';
import { navigate, post, send } from './request.mjs';
import { ada, newSignature } from './signers.mjs';

test('where nothing can be written, the answer is to come back later; then all goes on', async (t) => {
  const program = await startEndpoint(t);
  const release = await holdForWriting(t, program.database);
  const signature = newSignature();
  const [answer, page] = await Promise.all([
    post(program.signatures, signature),
    navigate(program.signatures, newSignature({ email_address: 'b@example.org' })),
  ]);
  assert.equal(answer.status, 503, answer.text);
  assert.equal(answer.headers['retry-after'], '5');
  assert.equal(answer.json.retry_after, 5);
  assert.equal(answer.json.status, 503);
  assert.equal(answer.headers['access-control-expose-headers'], 'Retry-After');
  assert.equal(page.status, 503);
  assert.match(page.text, /data-state="failed"/);
  assert.match(page.text, /value="b@example\.org"/);
  assert.deepEqual((await send(program.signatures)).json, { count: 0 });
  assert.match(program.written, /\nSignatures cannot be written: database is locked\n/);
  for (const text of [ada.family_name, signature.submission_id, 'example.org'])
    assert.ok(!program.written.includes(text), program.written);

  await release();
  assert.equal((await post(program.signatures, signature)).status, 201);
  assert.deepEqual((await send(program.signatures)).json, { count: 1 });
  assert.match(program.written, /: database is locked\nSignatures are written again\.\n$/);
});

test('a database that was waited for answers as if nothing had been', async (t) => {
  const program = await startEndpoint(t);
  const release = await holdForWriting(t, program.database);
  const answer = post(program.signatures, newSignature());
  await new Promise((resolve) => setTimeout(resolve, 500));
  assert.deepEqual((await send(program.signatures)).json, { count: 0 });
  await release();
  assert.equal((await answer).status, 201);
});
