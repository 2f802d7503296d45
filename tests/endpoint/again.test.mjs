// Sending again is safe: the same signature counts once, and an address counts once.

import { strict as assert } from 'node:assert';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { healthData, petitionsFolder } from './petitions.mjs';
import { startEndpoint } from './endpoint.mjs';
import { post, send } from './request.mjs';
import { newPetition } from './shared.mjs';
import { ada, newSignature, signatureOf, without } from './signers.mjs';

/** @typedef {import('./request.mjs').Got} Got */

const ids = 'submission_id';

/** @param {Got} answer @returns {string} all of it that a client sees, the moment excepted */
const seen = ({ status, headers, text }) =>
  JSON.stringify([status, { ...headers, date: '' }, text]);

test('the same id with the same content has the first answer again, and counts once', async () => {
  const petition = await newPetition();
  const signature = newSignature();
  const first = await post(petition.signatures, signature);
  assert.equal(first.status, 201, first.text);
  await post(petition.signatures, signatureOf(1));
  const again = await post(petition.signatures, signature);
  assert.equal(seen(again), seen(first));
  const asJson = await send(petition.signatures, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(signature),
  });
  assert.equal(seen(asJson), seen(first));
  assert.deepEqual((await send(petition.signatures)).json, { count: 2 });
});

test('the first answer comes again after a restart, too', async (t) => {
  const program = await startEndpoint(t);
  const signature = newSignature();
  const first = await post(program.signatures, signature);
  await program.stop();
  await program.start();
  assert.equal(seen(await post(program.signatures, signature)), seen(first));
  assert.deepEqual(await program.rows(`select ${ids} from signatures`), [
    { submission_id: signature.submission_id },
  ]);
});

test('what differs between two tries of a box does not make another signature', async () => {
  const petition = await newPetition();
  const signature = newSignature({ consent_sign_at: '1700000000000', box_version: '0.1.0' });
  const first = await post(petition.signatures, signature);
  const again = await post(petition.signatures, {
    ...signature,
    consent_sign_at: '1700000000001',
    language: 'en',
  });
  assert.equal(seen(again), seen(first));
});

test('the same id with other content is refused', async () => {
  const petition = await newPetition();
  const signature = newSignature();
  await post(petition.signatures, signature);
  /** @type {Record<string, string>[]} */
  const others = [{ given_name: 'Eve' }, { consent_updates: 'given' }, { comment: '' }];
  for (const other of others) {
    const answer = await post(petition.signatures, { ...signature, ...other });
    assert.equal(answer.status, 422, answer.text);
    assert.deepEqual(
      answer.json.errors.map((/** @type {any} */ error) => [error.pointer, error.code]),
      [['#/submission_id', 'submission_id.reused']],
    );
  }
  assert.deepEqual(await petition.rows('given_name, consent_updates, comment'), [
    { given_name: ada.given_name, consent_updates: 'refused', comment: ada.comment },
  ]);
});

test('the same id sent many times at one moment counts once', async () => {
  const petition = await newPetition();
  const signature = newSignature();
  const answers = await Promise.all(
    Array.from({ length: 50 }, () => post(petition.signatures, signature)),
  );
  assert.deepEqual([...new Set(answers.map(seen))].length, 1, answers[0].text);
  assert.equal(answers[0].status, 201);
  assert.deepEqual((await send(petition.signatures)).json, { count: 1 });
  assert.deepEqual(await petition.rows(ids), [{ submission_id: signature.submission_id }]);
});

test('the header Idempotency-Key does the same as the id in the body', async () => {
  const petition = await newPetition();
  const signature = without(newSignature(), 'submission_id');
  const id = randomUUID();
  for (const key of [id, `"${id.toUpperCase()}"`]) {
    const answer = await post(petition.signatures, signature, { 'idempotency-key': key });
    assert.equal(answer.status, 201, answer.text);
  }
  assert.deepEqual(await petition.rows(ids), [{ submission_id: id }]);
  assert.equal(
    (await post(petition.signatures, signature, { 'idempotency-key': 'once' })).status,
    422,
  );
});

test('without an id each request gets one', async () => {
  const petition = await newPetition();
  for (const number of [1, 2]) {
    const answer = await post(petition.signatures, without(signatureOf(number), 'submission_id'));
    assert.equal(answer.status, 201, answer.text);
  }
  const [first, second] = (await petition.rows(ids)).map(({ submission_id: id }) => String(id));
  for (const id of [first, second])
    assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  assert.notEqual(first, second);
});

test('a refused signature is not remembered: mended, it is taken under the same id', async () => {
  const petition = await newPetition();
  const signature = newSignature();
  assert.equal(
    (await post(petition.signatures, { ...signature, email_address: 'ada@' })).status,
    422,
  );
  assert.equal((await post(petition.signatures, signature)).status, 201);
});

test('who has signed before is not counted again, and nobody can tell from the answer', async () => {
  const petition = await newPetition();
  const people = Array.from({ length: 5 }, (_, number) => signatureOf(number));
  for (const known of people) await post(petition.signatures, known);
  /** The same person, writing a little otherwise. @param {Record<string, string>} known */
  const asBefore = ({ given_name, family_name, email_address }) =>
    newSignature({
      given_name: given_name.toUpperCase(),
      family_name,
      email_address: email_address.toUpperCase(),
    });
  const answers = [];
  for (const [number, known] of people.entries()) {
    answers.push(await post(petition.signatures, asBefore(known)));
    answers.push(await post(petition.signatures, signatureOf(people.length + number)));
  }
  assert.equal(answers[0].status, 201, answers[0].text);
  assert.deepEqual([...new Set(answers.map(seen))], [seen(answers[0])]);
  assert.deepEqual((await send(petition.signatures)).json, { count: 2 * people.length });
  assert.deepEqual(
    await petition.rows('given_name'),
    Array(2 * people.length).fill({ given_name: ada.given_name }),
  );
});

test('its request sent again has the first answer again, like any other', async () => {
  const petition = await newPetition();
  await post(petition.signatures, newSignature());
  const repeated = newSignature({ comment: '' });
  const first = await post(petition.signatures, repeated);
  await post(petition.signatures, signatureOf(1));
  assert.equal(seen(await post(petition.signatures, repeated)), seen(first));
  assert.equal((await post(petition.signatures, { ...repeated, comment: 'other' })).status, 422);
});

test('one address may sign each petition', async (t) => {
  const petitions = await petitionsFolder(t, healthData(), { ...healthData(), petition: 'second' });
  const program = await startEndpoint(t, { petitions });
  await post(program.signatures, newSignature());
  const second = `${program.url}/petitions/second/signatures`;
  await post(second, newSignature());
  assert.deepEqual((await send(second)).json, { count: 1 });
  assert.deepEqual(await program.rows('select petition from signatures'), [
    { petition: 'health-data' },
    { petition: 'second' },
  ]);
});

test('an id of one petition is not the same signature on another', async (t) => {
  const petitions = await petitionsFolder(t, healthData(), { ...healthData(), petition: 'second' });
  const program = await startEndpoint(t, { petitions });
  const signature = newSignature();
  await post(program.signatures, signature);
  assert.equal((await post(`${program.url}/petitions/second/signatures`, signature)).status, 422);
});

test('where a petition does not ask for an address, every signature counts', async (t) => {
  const document = healthData();
  document.fields = document.fields.filter(
    (/** @type {any} */ field) => field.name !== 'email_address',
  );
  delete document.consents;
  const program = await startEndpoint(t, { petitions: await petitionsFolder(t, document) });
  for (const count of [1, 2]) {
    await post(program.signatures, newSignature());
    assert.deepEqual((await send(program.signatures)).json, { count });
  }
});

test('one that was kept has its answer again after the petition closed, another is refused', async (t) => {
  const open = await petitionsFolder(t, healthData());
  const program = await startEndpoint(t, { petitions: open });
  const signature = newSignature();
  const first = await post(program.signatures, signature);
  await program.stop();
  program.use({ petitions: await petitionsFolder(t, { ...healthData(), closes: '2024-01-31' }) });
  await program.start();
  assert.equal(seen(await post(program.signatures, signature)), seen(first));
  assert.equal(
    (await post(program.signatures, newSignature({ email_address: 'b@example.org' }))).status,
    410,
  );
  assert.equal((await post(program.signatures, { ...signature, comment: 'other' })).status, 422);
});
