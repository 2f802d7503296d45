// Text that is no text: refused with its name, never altered and never lost.

import { strict as assert } from 'node:assert';
import { test } from 'node:test';
import { startEndpoint } from './endpoint.mjs';
import { form, post, sendRaw } from './request.mjs';
import { sharedEndpoint } from './shared.mjs';
import { newSignature } from './signers.mjs';

const path = '/petitions/health-data/signatures';

/** @param {number} port @param {string} body */
async function postBytes(port, body, type = 'application/x-www-form-urlencoded') {
  const head = [
    `POST ${path} HTTP/1.1`,
    'Host: a',
    `Content-Type: ${type}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ].join('\r\n');
  return sendRaw(port, [`${head}\r\n\r\n${body}`]);
}

/** @param {string} name @param {string} value percent-encoded @param {object} [others] */
const formWith = (name, value, others = {}) =>
  `${form(newSignature({ [name]: '', ...others }))}`.replace(`${name}=`, `${name}=${value}`);

test('a form whose letters are not UTF-8 is refused by field, and nothing of it is stored', async (t) => {
  const endpoint = await startEndpoint(t);
  for (const value of ['Fran%E7ois', 'Andr%E9', 'Zo%C3', '%C0%AF', '%ED%A0%80', '%F4%90%80%80']) {
    for (const name of ['given_name', 'comment', 'document_version']) {
      const answer = await postBytes(endpoint.port, formWith(name, value));
      assert.equal(answer.status, 422, answer.text);
      assert.match(answer.text, new RegExp(`"pointer":"#/${name}","code":"${name}.encoding"`));
    }
  }
  const named = await postBytes(endpoint.port, `${form(newSignature())}&Pr%E9nom=x`);
  assert.equal(named.status, 422, named.text);
  assert.match(named.text, /\.encoding"/);
  assert.deepEqual(await endpoint.rows('select * from signatures'), []);
});

test('after the end of a JSON text comes nothing', async () => {
  const endpoint = await sharedEndpoint();
  const text = JSON.stringify(newSignature());
  for (const rest of ['\0', '\0garbage', ' \0 ', '\0' + text, 'x', '{}']) {
    const answer = await postBytes(endpoint.port, text + rest, 'application/json');
    assert.equal(answer.status, 400, answer.text);
  }
  assert.equal((await postBytes(endpoint.port, `${text}\r\n `, 'application/json')).status, 201);
});

test('the longest comment there may be arrives, in any script', async () => {
  const endpoint = await sharedEndpoint();
  for (const character of ['\u65e5', '\u0995', '\u{1f58a}']) {
    const name = character.repeat(255);
    const signature = newSignature({
      given_name: name,
      family_name: name,
      comment: character.repeat(2000),
    });
    const answer = await post(endpoint.signatures, signature);
    assert.equal(answer.status, 201, answer.text);
  }
});

test('a body of thousands of names is refused before any is looked at', async () => {
  const endpoint = await sharedEndpoint();
  const many = Array.from({ length: 2300 }, (_, i) => `n${i}`);
  const inForm = await postBytes(endpoint.port, many.map((name) => `${name}=`).join('&'));
  assert.equal(inForm.status, 400, inForm.text);
  const object = JSON.stringify(Object.fromEntries(many.map((name) => [name, ''])));
  for (const json of [object, `{"comment":[${'1,'.repeat(5000)}1]}`]) {
    const answer = await postBytes(endpoint.port, json, 'application/json');
    assert.equal(answer.status, 400, answer.text);
    assert.ok(answer.text.length < 1500, 'the names are not repeated');
  }
});

test('the moment of a consent is a number, or the signature is refused', async () => {
  const endpoint = await sharedEndpoint();
  const answer = await post(endpoint.signatures, newSignature({ consent_sign_at: '12abc' }));
  assert.equal(answer.status, 422, answer.text);
  assert.match(answer.text, /consent_sign_at\.format/);
});
