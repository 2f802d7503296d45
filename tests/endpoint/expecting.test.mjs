// Clients that ask before they send a body, and what else a request says of itself.

import { strict as assert } from 'node:assert';
import { test } from 'node:test';
import { startEndpoint } from './endpoint.mjs';
import { form, send, sendRaw } from './request.mjs';
import { sharedEndpoint } from './shared.mjs';
import { newSignature, signatureOf } from './signers.mjs';

const path = '/petitions/health-data/signatures';
const type = 'Content-Type: application/x-www-form-urlencoded';
const expect = 'Expect: 100-continue';
const close = 'Connection: close';

/** @param {string[]} lines the first one, and headers */
const head = (...lines) => [...lines, '', ''].join('\r\n');

/** @param {string} text */
const statuses = (text) => [...text.matchAll(/^HTTP\/1\.[01] (\d+)/gm)].map(([, code]) => code);

test('leave to send a body is given to those who can wait for it, and where it will be read', async (t) => {
  const options = ['--origin', 'https://partner.example'];
  const endpoint = await startEndpoint(t, { options });
  let number = 0;
  /** @type {[string, (length: string) => string, string[]][]} */
  const cases = [
    [
      'HTTP/1.1',
      (l) => head(`POST ${path} HTTP/1.1`, 'Host: a', type, l, expect, close),
      ['100', '201'],
    ],
    [
      'in capitals',
      (l) => head(`POST ${path} HTTP/1.1`, 'Host: a', type, l, 'expect: 100-Continue', close),
      ['100', '201'],
    ],
    ['HTTP/1.0', (l) => head(`POST ${path} HTTP/1.0`, 'Host: a', type, l, expect), ['201']],
    [
      'HTTP/1.0 that expects more',
      (l) => head(`POST ${path} HTTP/1.0`, type, l, 'Expect: more'),
      ['201'],
    ],
    [
      'another expectation',
      (l) => head(`POST ${path} HTTP/1.1`, 'Host: a', type, l, 'Expect: more', close),
      ['417'],
    ],
    [
      'one more expectation',
      (l) => head(`POST ${path} HTTP/1.1`, 'Host: a', type, l, 'Expect: 100-continue, more', close),
      ['417'],
    ],
    [
      'a body that is too large',
      () => head(`POST ${path} HTTP/1.1`, 'Host: a', type, 'Content-Length: 100000', expect, close),
      ['413'],
    ],
    [
      'no petition',
      (l) => head('POST /petitions/none/signatures HTTP/1.1', 'Host: a', type, l, expect, close),
      ['404'],
    ],
    [
      'no POST',
      (l) => head('POST /petitions/health-data HTTP/1.1', 'Host: a', type, l, expect, close),
      ['405'],
    ],
    [
      'another origin',
      (l) =>
        head(
          `POST ${path} HTTP/1.1`,
          'Host: a',
          type,
          l,
          expect,
          'Origin: https://evil.example',
          close,
        ),
      ['403'],
    ],
    ['no host', (l) => head(`POST ${path} HTTP/1.1`, type, l, expect, close), ['400']],
  ];
  for (const [name, ask, expected] of cases) {
    const body = form(signatureOf(number++));
    const { text } = await sendRaw(
      endpoint.port,
      [ask(`Content-Length: ${body.length}`), body],
      100,
    );
    assert.deepEqual(statuses(text), expected, `${name}: ${text}`);
    if (text.startsWith('HTTP/1.1')) assert.match(text, /\r\nConnection: close\r\n/, name);
  }
  const chunks = head(
    `POST ${path} HTTP/1.1`,
    'Host: a',
    type,
    'Transfer-Encoding: chunked',
    expect,
    close,
  );
  const body = form(newSignature());
  const chunked = `${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`;
  assert.deepEqual(statuses((await sendRaw(endpoint.port, [chunks, chunked], 100)).text), [
    '100',
    '201',
  ]);
  assert.equal((await endpoint.rows('select * from signatures')).length, 5);
});

test('what is asked for is a path or a whole address, and its host is the one that is meant', async () => {
  const endpoint = await sharedEndpoint();
  for (const [target, status] of /** @type {[string, string][]} */ ([
    ['/health', '200'],
    ['/health?x=/y', '200'],
    ['http://a/health', '200'],
    ['HTTP://a/health?x', '200'],
    ['https://petitions.example.org/health', '200'],
    ['http://a/petitions/health-data?x=http://b/', '200'],
    ['http://a?x=/health', 'the first page'],
    ['http://a', 'the first page'],
    ['health', '400'],
    ['*', '400'],
    ['a:80', '400'],
    ['?x', '400'],
    ['//a/health', '404'],
  ])) {
    const { text } = await sendRaw(endpoint.port, [
      head(`GET ${target} HTTP/1.1`, 'Host: a', close),
    ]);
    const first = statuses(
      (await sendRaw(endpoint.port, [head('GET / HTTP/1.1', 'Host: a', close)])).text,
    );
    assert.deepEqual(statuses(text), status === 'the first page' ? first : [status], target);
  }
  const { text } = await sendRaw(endpoint.port, [head('OPTIONS * HTTP/1.1', 'Host: a', close)]);
  assert.deepEqual(statuses(text), ['204']);
});

test('of a header that has one value there is one', async (t) => {
  const endpoint = await startEndpoint(t);
  const body = form(newSignature());
  for (const twice of [
    [type, 'Content-Type: application/json'],
    [type, 'Origin: https://a.example', 'Origin: https://b.example'],
    [type, 'Idempotency-Key: a', 'Idempotency-Key: b'],
    [type, 'Sec-Fetch-Site: same-origin', 'Sec-Fetch-Site: cross-site'],
    [type, 'Sec-Fetch-Mode: cors', 'Sec-Fetch-Mode: navigate'],
    [type, 'Expect: 100-continue', 'Expect: more'],
  ]) {
    const { text } = await sendRaw(endpoint.port, [
      head(`POST ${path} HTTP/1.1`, 'Host: a', ...twice, `Content-Length: ${body.length}`, close) +
        body,
    ]);
    assert.deepEqual(statuses(text), ['400'], twice.join(', '));
  }
  assert.deepEqual(await endpoint.rows('select * from signatures'), []);
});

test('lists may come in pieces', async () => {
  const endpoint = await sharedEndpoint();
  const headers = /** @type {any} */ ({
    accept: ['application/json;q=0.1', 'text/html'],
    'accept-encoding': ['identity', 'gzip'],
  });
  const page = await send(endpoint.signatures, { method: 'POST', headers, body: 'x' });
  assert.equal(page.headers['content-type'], 'text/html; charset=utf-8');
  const file = await send(`${endpoint.url}/embed/petition-box.css`, { headers });
  assert.equal(file.headers['content-encoding'], 'gzip');
});

test('every address tells its methods, and HEAD is GET without its body', async () => {
  const endpoint = await sharedEndpoint();
  for (const [at, methods] of [
    ['/health', 'GET, HEAD, OPTIONS'],
    ['/build', 'GET, HEAD, OPTIONS'],
    ['/', 'GET, HEAD, OPTIONS'],
    ['/page.css', 'GET, HEAD, OPTIONS'],
    ['/embed/petition-box.js', 'GET, HEAD, OPTIONS'],
    ['/petitions/health-data/sign', 'GET, HEAD, OPTIONS'],
    ['/petitions/health-data/frame', 'GET, HEAD, OPTIONS'],
    ['/petitions/health-data/signatures', 'GET, HEAD, POST, OPTIONS'],
  ]) {
    const told = await send(endpoint.url + at, { method: 'OPTIONS' });
    assert.deepEqual([told.status, told.headers.allow, told.text], [204, methods, ''], at);
    const refused = await send(endpoint.url + at, { method: 'DELETE' });
    assert.deepEqual([refused.status, refused.headers.allow], [405, methods], at);
    const [got, headed] = [
      await send(endpoint.url + at),
      await send(endpoint.url + at, { method: 'HEAD' }),
    ];
    assert.equal(headed.text, '');
    assert.deepEqual(
      [headed.status, { ...headed.headers, date: '' }],
      [got.status, { ...got.headers, date: '' }],
    );
  }
});
