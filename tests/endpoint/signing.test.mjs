import { strict as assert } from 'node:assert';
import { test } from 'node:test';
import { healthData, petitionsFolder } from './petitions.mjs';
import { startEndpoint } from './endpoint.mjs';
import { form, post, send } from './request.mjs';
import { newPetition } from './shared.mjs';
import { ada, newSignature, without } from './signers.mjs';

const columns = Object.keys(ada).join(', ');
const json = { 'content-type': 'application/json' };

test('a signature sent as a form is answered 201, and is in the database', async () => {
  const petition = await newPetition();
  const before = Date.now();
  const answer = await post(petition.signatures, newSignature());
  assert.equal(answer.status, 201, answer.text);
  assert.equal(answer.headers['content-type'], 'application/json');
  assert.deepEqual(answer.json, { status: 'received' });
  assert.deepEqual(await petition.rows(columns), [ada]);
  const [row] = await petition.rows('petition, received_at');
  assert.equal(row.petition, petition.id);
  assert.ok(
    Date.parse(String(row.received_at)) >= before &&
      Date.parse(String(row.received_at)) <= Date.now(),
    String(row.received_at),
  );
});

test('a signature sent as JSON is the same', async () => {
  const petition = await newPetition();
  const answer = await send(petition.signatures, {
    method: 'POST',
    headers: json,
    body: JSON.stringify(newSignature()),
  });
  assert.equal(answer.status, 201, answer.text);
  assert.deepEqual(await petition.rows(columns), [ada]);
});

test('what was typed is cleaned and put into its usual form before it is kept', async () => {
  const petition = await newPetition();
  const answer = await post(
    petition.signatures,
    newSignature({
      given_name: '  Zoe\u0308 \u200B',
      email_address: ' zoe@b\u00FCcher.example',
      country: 'NL',
      postal_code: '1234ab',
    }),
  );
  assert.equal(answer.status, 201, answer.text);
  assert.deepEqual(await petition.rows('given_name, email_address, postal_code'), [
    {
      given_name: 'Zo\u00EB',
      email_address: 'zoe@xn--bcher-kva.example',
      postal_code: '1234 AB',
    },
  ]);
});

test('a hostile text is kept as a text', async () => {
  const petition = await newPetition();
  const hostile = '\'); drop table signatures; -- "<script>" =1+1';
  assert.equal((await post(petition.signatures, newSignature({ comment: hostile }))).status, 201);
  assert.deepEqual(await petition.rows('comment'), [{ comment: hostile }]);
});

test('every mistake has its place, its code and a sentence', async () => {
  const petition = await newPetition();
  const answer = await post(petition.signatures, {
    submission_id: 'once',
    given_name: 'see www.example.org',
    family_name: 'x'.repeat(256),
    email_address: 'ada@example',
    country: 'XX',
    language: 'not a tag',
  });
  assert.equal(answer.status, 422);
  assert.equal(answer.headers['content-type'], 'application/problem+json');
  assert.equal(answer.headers['cache-control'], 'no-store');
  const { errors, ...problem } = answer.json;
  assert.deepEqual(problem, {
    type: 'about:blank',
    title: 'Unprocessable Content',
    status: 422,
    detail: 'The signature cannot be taken as it is.',
  });
  assert.deepEqual(
    errors.map((/** @type {any} */ error) => [error.pointer, error.code]),
    [
      ['#/given_name', 'given_name.address'],
      ['#/family_name', 'family_name.too_long'],
      ['#/email_address', 'email_address.format'],
      ['#/country', 'country.format'],
      ['#/consent_sign', 'consent_sign.missing'],
      ['#/language', 'language.format'],
      ['#/submission_id', 'submission_id.format'],
    ],
  );
  for (const error of errors) assert.match(error.detail, /^[A-Z].*\.$/);
  assert.deepEqual(await petition.rows('*'), []);
});

test('JSON that is no object of texts is refused where it goes wrong', async () => {
  const petition = await newPetition();
  /** @param {string | Buffer} body */
  const sent = (body) => send(petition.signatures, { method: 'POST', headers: json, body });
  const member = await sent(JSON.stringify({ ...newSignature(), country: 7, comment: ['a'] }));
  assert.equal(member.status, 422);
  assert.deepEqual(
    member.json.errors.map((/** @type {any} */ error) => [error.pointer, error.code]),
    [
      ['#/country', 'country.type'],
      ['#/comment', 'comment.type'],
    ],
  );
  const twice = await sent('{"given_name":"Ada","given_name":"Eve"}');
  assert.equal(twice.status, 400);
  assert.match(twice.json.detail, /\/given_name: .*used once/);
  const deep = await sent(`{"comment":${'['.repeat(40)}${']'.repeat(40)}}`);
  assert.equal(deep.status, 400);
  assert.match(deep.json.detail, /16 levels/);
  const notUtf8 = Buffer.from('{"comment":"\xff"}', 'latin1');
  for (const body of ['', '{', '[]', '"text"', notUtf8]) {
    assert.equal((await sent(body)).status, 400, String(body));
  }
  assert.deepEqual(await petition.rows('*'), []);
});

test('other content types are refused', async () => {
  const petition = await newPetition();
  for (const type of ['text/plain', 'multipart/form-data; boundary=x', '']) {
    const answer = await send(petition.signatures, {
      method: 'POST',
      headers: { 'content-type': type },
      body: form(newSignature()),
    });
    assert.equal(answer.status, 415, type);
  }
  const answer = await send(petition.signatures, {
    method: 'POST',
    headers: { 'content-type': 'Application/X-WWW-Form-URLencoded; charset=UTF-8' },
    body: form(newSignature()),
  });
  assert.equal(answer.status, 201, answer.text);
});

test('a petition that is not served is not found, a closed one is gone', async (t) => {
  const petitions = await petitionsFolder(t, healthData(), {
    ...healthData(),
    petition: 'over',
    closes: '2024-01-31',
  });
  const program = await startEndpoint(t, { petitions });
  assert.equal(
    (await post(`${program.url}/petitions/unknown/signatures`, newSignature())).status,
    404,
  );
  const closed = await post(`${program.url}/petitions/over/signatures`, newSignature());
  assert.equal(closed.status, 410);
  assert.equal(closed.headers['content-type'], 'application/problem+json');
  assert.equal((await post(`${program.url}/petitions/over/signatures`, {})).status, 410);
  assert.equal((await post(program.signatures, newSignature())).status, 201);
  assert.deepEqual(await program.rows('select petition from signatures'), [
    { petition: 'health-data' },
  ]);
});

test('a field that the petition does not ask for is not kept', async (t) => {
  const document = healthData();
  document.fields = document.fields.filter((/** @type {any} */ field) => field.name !== 'comment');
  delete document.consents;
  const program = await startEndpoint(t, { petitions: await petitionsFolder(t, document) });
  assert.equal(
    (await post(program.signatures, newSignature({ consent_updates: 'given' }))).status,
    201,
  );
  assert.deepEqual(
    await program.rows('select comment, consent_updates, consent_updates_text from signatures'),
    [{ comment: '', consent_updates: '', consent_updates_text: '' }],
  );
});

test('a field that is optional may be missing, one that is not may not', async () => {
  const petition = await newPetition();
  const signature = newSignature();
  const answer = await post(petition.signatures, without(signature, 'country'));
  assert.deepEqual(
    answer.json.errors.map((/** @type {any} */ error) => error.code),
    ['country.missing'],
  );
  assert.equal(
    (await post(petition.signatures, without(signature, 'comment', 'postal_code'))).status,
    201,
  );
});

test('the count is there again after a restart', async (t) => {
  const program = await startEndpoint(t);
  for (const email of ['a@example.org', 'b@example.org', 'c@example.org']) {
    await post(program.signatures, newSignature({ email_address: email }));
  }
  await program.stop();
  await program.start();
  assert.deepEqual((await send(program.signatures)).json, { count: 3 });
  await post(program.signatures, newSignature({ email_address: 'd@example.org' }));
  assert.deepEqual((await send(program.signatures)).json, { count: 4 });
});
