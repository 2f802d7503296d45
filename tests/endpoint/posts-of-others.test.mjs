// Whose pages may send signatures, where the endpoint was given a list of origins.

import { strict as assert } from 'node:assert';
import { test } from 'node:test';
import { folderOf } from './petitions.mjs';
import { runEndpoint, startEndpoint } from './endpoint.mjs';
import { form, post, send, sendRaw } from './request.mjs';
import { signatureOf } from './signers.mjs';
import * as folders from '../browser/folders.mjs';
import { join } from 'node:path';

const listed = 'https://partner.example';
let number = 0;

/** @param {import('node:test').TestContext} t */
const withList = (t) => startEndpoint(t, { options: ['--origin', listed] });

test('with a list of origins the forms of other pages are refused, and nothing is stored', async (t) => {
  const endpoint = await withList(t);
  for (const origin of [
    'https://evil.example',
    'http://partner.example',
    'https://partner.example:8443',
    'https://partner.example.evil.example',
    'https://evilpartner.example',
    'null',
    `${listed}, https://evil.example`,
    `http://localhost:${endpoint.port + 1}`,
    'http://localhost',
    'file://',
  ]) {
    for (const accept of ['application/json', 'text/html']) {
      const answer = await post(endpoint.signatures, signatureOf(number++), { origin, accept });
      assert.equal(answer.status, 403, `${origin}: ${answer.text}`);
      assert.equal(answer.headers['access-control-allow-origin'], undefined);
      if (accept === 'text/html') {
        assert.match(answer.text, /<h1>This page cannot take signatures<\/h1>/);
        assert.match(String(answer.headers['content-security-policy']), /frame-ancestors 'none'/);
      } else {
        assert.equal(answer.headers['content-type'], 'application/problem+json');
        assert.equal(answer.json.title, 'Forbidden');
      }
    }
  }
  assert.deepEqual(await endpoint.rows('select * from signatures'), []);
  assert.deepEqual(await endpoint.rows('select * from submissions'), []);
});

test('what a page says of its origin is text on the refusal', async (t) => {
  const endpoint = await withList(t);
  const answer = await post(
    endpoint.signatures,
    {},
    {
      origin: 'https://<script>alert(1)</script>',
      accept: 'text/html',
    },
  );
  assert.equal(answer.status, 403);
  assert.doesNotMatch(answer.text, /<script/);
});

test('the listed pages, the pages of the endpoint itself and programs may sign', async (t) => {
  const endpoint = await withList(t);
  const own = `localhost:${endpoint.port}`;
  for (const headers of /** @type {Record<string, string>[]} */ ([
    {},
    { origin: listed },
    { origin: listed, 'sec-fetch-site': 'cross-site' },
    { origin: `http://${own}` },
    { origin: `http://${own}`, 'sec-fetch-site': 'same-origin' },
    // Behind a proxy that speaks TLS, and passes the name of the host.
    { origin: 'https://petitions.example.org', host: 'petitions.example.org' },
    { origin: 'https://petitions.example.org', host: 'Petitions.Example.ORG' },
    { origin: 'https://petitions.example.org', host: 'petitions.example.org:443' },
    { origin: 'https://petitions.example.org:8443', host: 'petitions.example.org:8443' },
    // Behind one that does not; today's browsers say it themselves.
    { origin: 'https://petitions.example.org', 'sec-fetch-site': 'same-origin' },
  ])) {
    const answer = await post(endpoint.signatures, signatureOf(number++), headers);
    assert.equal(answer.status, 201, `${JSON.stringify(headers)}: ${answer.text}`);
  }
});

test('nobody is taken for the endpoint by what a proxy may add, or by half a name', async (t) => {
  const endpoint = await withList(t);
  for (const headers of /** @type {Record<string, string>[]} */ ([
    { origin: 'https://evil.example', 'x-forwarded-host': 'evil.example' },
    { origin: 'https://evil.example', forwarded: 'host=evil.example' },
    { origin: 'https://evil.example', host: 'evil.example.org' },
    { origin: 'https://example', host: 'evil.example' },
    { origin: 'https://petitions.example.org:8443', host: 'petitions.example.org' },
    { origin: 'http://petitions.example.org', host: 'petitions.example.org:443' },
    {
      origin: 'https://petitions.example.org',
      host: 'petitions.example.org',
      'sec-fetch-site': 'same-site',
    },
    { origin: 'null', host: 'null' },
    { origin: 'null', 'sec-fetch-site': 'cross-site' },
  ])) {
    const answer = await post(endpoint.signatures, signatureOf(number++), headers);
    assert.equal(answer.status, 403, JSON.stringify(headers));
  }
  const body = form(signatureOf(number++));
  const { status } = await sendRaw(endpoint.port, [
    `POST ${endpoint.signatures} HTTP/1.1\r\nHost: evil.example\r\nOrigin: http://evil.example\r\n` +
      'Content-Type: application/x-www-form-urlencoded\r\nConnection: close\r\n' +
      `Content-Length: ${body.length}\r\n\r\n${body}`,
  ]);
  assert.equal(status, 403, 'the host of a whole address is the one that is meant');
});

test('without a list every page may sign', async (t) => {
  const endpoint = await startEndpoint(t);
  for (const origin of ['https://anywhere.example', 'null']) {
    assert.equal((await post(endpoint.signatures, signatureOf(number++), { origin })).status, 201);
  }
});

test('pages of other origins may read what everybody may, as a document', async (t) => {
  const endpoint = await withList(t);
  const headers = { origin: 'https://evil.example' };
  for (const url of [
    endpoint.petition,
    endpoint.signatures,
    `${endpoint.url}/embed/petition-box.js`,
  ]) {
    assert.equal((await send(url, { headers })).status, 200);
  }
});

test('what no browser would send as an origin is told at the start', async (t) => {
  const folder = await folderOf(t, {});
  for (const wrong of [
    'https://partner.example/',
    'https://Partner.example',
    'https://partner.example:443',
    'http://partner.example:80',
    'https://partner.example/path',
    'https://',
    'partner.example',
    'null',
    '*',
    'https://*.partner.example',
    'https://b\u00fccher.example',
    'https://a@partner.example',
  ]) {
    const { status, error } = await runEndpoint([
      ...['--database', join(folder, 'signatures.sqlite'), '--petitions', folders.petitions],
      ...['--embed', folders.embed, '--origin', wrong],
    ]);
    assert.equal(status, 2, wrong);
    assert.match(error, /^--origin: expected an origin such as https:\/\/example\.org, found /);
  }
});
