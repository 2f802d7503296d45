// Requests that are none, or too large.

import { strict as assert } from 'node:assert';
import { test } from 'node:test';
import { startEndpoint } from './endpoint.mjs';
import { form, post, send, sendRaw } from './request.mjs';
import { sharedEndpoint } from './shared.mjs';
import { newSignature } from './signers.mjs';

const path = '/petitions/health-data/signatures';
const body = form(newSignature());
const type = 'Content-Type: application/x-www-form-urlencoded';
const length = `Content-Length: ${body.length}`;

/** @param {string[]} header lines after the first */
const request = (...header) => [`POST ${path} HTTP/1.1`, ...header, '', ''].join('\r\n');

/** @type {Record<string, string>} */
const malformed = {
  'two lengths that differ': request('Host: a', type, length, 'Content-Length: 5') + body,
  'the same length twice': request('Host: a', type, length, length) + body,
  'a list of lengths': request('Host: a', type, `${length}, ${body.length}`) + body,
  'a length and chunks':
    request('Host: a', type, length, 'Transfer-Encoding: chunked') + '0\r\n\r\n',
  'chunks and a length':
    request('Host: a', type, 'Transfer-Encoding: chunked', length) + '0\r\n\r\n',
  'a length with a sign': request('Host: a', type, `Content-Length: +${body.length}`) + body,
  'a negative length': request('Host: a', type, 'Content-Length: -1') + body,
  'a length in hexadecimal': request('Host: a', type, 'Content-Length: 0x10') + body,
  'an empty length': request('Host: a', type, 'Content-Length:') + body,
  'a length beyond 64 bits':
    request('Host: a', type, 'Content-Length: 18446744073709551617') + body,
  'a space before the colon': request('Host: a', type, `Content-Length : ${body.length}`) + body,
  'no host': request(type, length) + body,
  'two hosts': request('Host: a', 'Host: b', type, length) + body,
  'another coding': request('Host: a', type, 'Transfer-Encoding: gzip') + body,
  'another coding before the chunks':
    request('Host: a', type, 'Transfer-Encoding: gzip, chunked') + '0\r\n\r\n',
  'a coding that only looks like chunks':
    request('Host: a', type, 'Transfer-Encoding: xchunked', length) + body,
  'two codings':
    request('Host: a', type, 'Transfer-Encoding: identity', 'Transfer-Encoding: chunked') +
    '0\r\n\r\n',
  'a chunk that is no number': request('Host: a', type, 'Transfer-Encoding: chunked') + 'z\r\n\r\n',
  'a line without a colon': request('Host: a', 'Nonsense', type, length) + body,
  'a null byte in a header': request('Host: a\0b', type, length) + body,
  'bare line feeds': request('Host: a', type, length).replaceAll('\r', '') + body,
  'no version': `POST ${path}\r\nHost: a\r\n\r\n`,
  'a version of the future': `POST ${path} HTTP/3.0\r\nHost: a\r\n\r\n`,
  'a space in the path': `GET /a b HTTP/1.1\r\nHost: a\r\n\r\n`,
  'another protocol': '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n',
};

test('what is no request of HTTP/1.1 is refused, and its connection ends', async (t) => {
  const program = await startEndpoint(t);
  for (const [name, bytes] of Object.entries(malformed)) {
    await t.test(name, async () => {
      const answer = await sendRaw(program.port, [bytes]);
      assert.equal(answer.status, 400, answer.text);
      assert.match(answer.text, /\r\nConnection: close\r\n/);
      assert.match(answer.text, /\r\nContent-Type: application\/problem\+json\r\n/);
      assert.equal(answer.text.match(/HTTP\/1\.1 /g)?.length, 1, 'one answer');
    });
  }
  assert.deepEqual(await program.rows('select * from signatures'), []);
});

test('the same request without the mistake is taken, in chunks too', async (t) => {
  const program = await startEndpoint(t);
  const close = 'Connection: close';
  assert.equal(
    (await sendRaw(program.port, [request('Host: a', type, length, close) + body])).status,
    201,
  );
  const chunks = `${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`;
  assert.equal(
    (
      await sendRaw(program.port, [
        request('Host: a', type, 'Transfer-Encoding: chunked', close) + chunks,
      ])
    ).status,
    201,
  );
  assert.deepEqual((await send(program.signatures)).json, { count: 1 });
});

test('HTTP/1.0, whole addresses and one request after the other are taken', async () => {
  const program = await sharedEndpoint();
  const old = await sendRaw(program.port, ['GET /health HTTP/1.0\r\n\r\n']);
  assert.match(old.text, /^HTTP\/1\.1 200|^HTTP\/1\.0 200/);
  const whole = await sendRaw(program.port, [
    `GET http://example.org/health HTTP/1.1\r\nHost: example.org\r\nConnection: close\r\n\r\n`,
  ]);
  assert.equal(whole.status, 200, whole.text);
  const two =
    'GET /health HTTP/1.1\r\nHost: a\r\n\r\nGET /health HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n';
  assert.equal((await sendRaw(program.port, [two])).text.match(/\{"status":"ok"\}/g)?.length, 2);
});

test('a client that waits for leave to send its body gets it', async () => {
  const program = await sharedEndpoint();
  const head = request('Host: a', type, length, 'Expect: 100-continue', 'Connection: close');
  const answer = await sendRaw(program.port, [head, body], 200);
  assert.match(answer.text, /^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 201 /);
});

const mostBytes = 64 * 1024;

test('a body has at most 64 kB', async () => {
  const program = await sharedEndpoint();
  const rest = form({ ...newSignature(), comment: '' }).length;
  const fits = await post(
    program.signatures,
    newSignature({ comment: 'x'.repeat(mostBytes - rest) }),
  );
  assert.equal(fits.status, 422, fits.text);
  for (const size of [mostBytes - rest + 1, 100_000, 5_000_000]) {
    const answer = await post(program.signatures, newSignature({ comment: 'x'.repeat(size) }));
    assert.equal(answer.status, 413, answer.text);
    assert.equal(answer.headers['content-type'], 'application/problem+json');
    assert.equal(answer.headers.connection, 'close');
  }
  const chunk = `8000\r\n${'x'.repeat(0x8000)}\r\n`;
  const chunks = await sendRaw(program.port, [
    request('Host: a', type, 'Transfer-Encoding: chunked') + chunk + chunk + chunk,
  ]);
  assert.equal(chunks.status, 413, chunks.text);
});

test('a header has at most 8 kB', async () => {
  const program = await sharedEndpoint();
  assert.equal(
    (await send(`${program.url}/health`, { headers: { cookie: 'x'.repeat(7000) } })).status,
    200,
  );
  const answer = await sendRaw(program.port, [
    `GET /health HTTP/1.1\r\nHost: a\r\nCookie: ${'x'.repeat(9000)}\r\n\r\n`,
  ]);
  assert.equal(answer.status, 431, answer.text);
  const long = await sendRaw(program.port, [
    `GET /${'x'.repeat(9000)} HTTP/1.1\r\nHost: a\r\n\r\n`,
  ]);
  assert.equal(long.status, 431, long.text);
});

test('random bytes do not end it', async () => {
  const program = await sharedEndpoint();
  let seed = 7;
  const next = () => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return seed;
  };
  for (let round = 0; round < 60; ++round) {
    const bytes = [...(request('Host: a', type, length) + body)];
    for (let change = 0; change < 4; ++change)
      bytes[next() % bytes.length] = String.fromCharCode(next() % 256);
    await sendRaw(program.port, [
      `${bytes.join('')}\r\n\r\n`,
      'GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n',
    ]);
  }
  assert.equal((await send(`${program.url}/health`)).status, 200);
});
