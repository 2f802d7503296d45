// Which pages of other sites may read answers.

import { strict as assert } from 'node:assert';
import { test } from 'node:test';
import { startEndpoint } from './endpoint.mjs';
import { post, send } from './request.mjs';
import { sharedEndpoint } from './shared.mjs';
import { newSignature } from './signers.mjs';

/** @typedef {import('./endpoint.mjs').Endpoint} Endpoint */

/**
 * One answer of each kind, refusals included.
 * @param {Endpoint} program
 * @param {Record<string, string>} headers
 */
async function answersOf(program, headers) {
  const { url, petition, signatures } = program;
  return {
    document: await send(petition, { headers }),
    count: await send(signatures, { headers }),
    script: await send(`${url}/embed/petition-box.js`, { headers }),
    signed: await post(signatures, newSignature(), headers),
    refused: await post(signatures, {}, headers),
    tooLarge: await post(signatures, { comment: 'x'.repeat(50_000) }, headers),
    wrongType: await post(signatures, {}, { ...headers, 'content-type': 'text/plain' }),
    wrongMethod: await send(signatures, { method: 'DELETE', headers }),
    missing: await send(`${url}/petitions/unknown`, { headers }),
    malformed: await send(petition, {
      headers: { ...headers, 'transfer-encoding': 'identity, chunked' },
      method: 'POST',
      body: '',
    }),
  };
}

test('pages of every origin may read every answer, and when to try again', async () => {
  const program = await sharedEndpoint();
  for (const [name, { status, headers }] of Object.entries(
    await answersOf(program, { origin: 'https://partner.example' }),
  )) {
    assert.equal(headers['access-control-allow-origin'], '*', `${name} ${status}`);
    assert.equal(headers['access-control-expose-headers'], 'Retry-After', name);
    assert.doesNotMatch(String(headers.vary), /Origin/, name);
  }
});

test('with a list of origins only their pages may', async (t) => {
  const options = ['--origin', 'https://partner.example', '--origin', 'https://other.example'];
  const program = await startEndpoint(t, { options });
  for (const [origin, allowed] of [
    ['https://partner.example', 'https://partner.example'],
    ['https://other.example', 'https://other.example'],
    ['https://partner.example.evil.example', undefined],
    ['null', undefined],
  ]) {
    for (const [name, { status, headers }] of Object.entries(
      await answersOf(program, { origin: String(origin) }),
    )) {
      assert.equal(
        headers['access-control-allow-origin'],
        allowed,
        `${name} ${status} to ${origin}`,
      );
      assert.match(String(headers.vary), /Origin/, name);
    }
  }
});

test('a browser that asks first is told what it may send', async () => {
  const program = await sharedEndpoint();
  const headers = {
    origin: 'https://partner.example',
    'access-control-request-method': 'POST',
    'access-control-request-headers': 'content-type',
  };
  const asked = await send(program.signatures, { method: 'OPTIONS', headers });
  assert.equal(asked.status, 204);
  assert.equal(asked.headers['access-control-allow-origin'], '*');
  assert.equal(asked.headers['access-control-allow-methods'], 'GET, HEAD, POST, OPTIONS');
  assert.equal(asked.headers['access-control-allow-headers'], 'Content-Type, Idempotency-Key');
  assert.equal(asked.headers['access-control-max-age'], '86400');
  assert.equal(asked.headers['content-length'], undefined);
  assert.equal(
    (await send(program.petition, { method: 'OPTIONS', headers })).headers.allow,
    'GET, HEAD, OPTIONS',
  );
  assert.equal((await send(`${program.url}/nowhere`, { method: 'OPTIONS', headers })).status, 404);
});

test('a method that is not there is refused with those that are', async () => {
  const program = await sharedEndpoint();
  for (const method of ['PUT', 'DELETE', 'PATCH', 'TRACE']) {
    const answer = await send(program.signatures, { method });
    assert.equal(answer.status, 405, method);
    assert.equal(answer.headers.allow, 'GET, HEAD, POST, OPTIONS');
  }
  const answer = await send(program.petition, { method: 'POST' });
  assert.equal(answer.status, 405);
  assert.equal(answer.headers.allow, 'GET, HEAD, OPTIONS');
  assert.equal(answer.json.title, 'Method Not Allowed');
});
