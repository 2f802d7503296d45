// The configuration of nginx in the examples: what it keeps, what it passes on, and what it gives
// while there is no endpoint.

import { strict as assert } from 'node:assert';
import { rename } from 'node:fs/promises';
import { test } from 'node:test';
import { startEndpoint } from './endpoint.mjs';
import { freePort, startNginx } from './nginx.mjs';
import { healthData } from './petitions.mjs';
import { navigate, post, send } from './request.mjs';
import { newSignature } from './signers.mjs';

/** @param {string} url @param {Record<string, string>} [headers] */
async function get(url, headers) {
  const { status, text, headers: got } = await send(url, { headers });
  return { status, text, from: got['x-cache'], etag: String(got.etag) };
}

/** As the endpoint says it, so that a box tries again and does not take it for a lost network. */
async function isToComeAgain(/** @type {string} */ signatures) {
  const { status, headers } = await post(signatures, newSignature());
  assert.equal(status, 503);
  assert.match(String(headers['retry-after']), /^\d+$/);
  assert.equal(headers['access-control-allow-origin'], '*');
  assert.match(String(headers['access-control-expose-headers']), /retry-after/i);
}

test('nginx gives readers what it keeps, takes signatures, and goes on while no endpoint answers', async (t) => {
  const endpoint = await startEndpoint(t);
  const site = await startNginx(t, endpoint.port);
  const petition = `${site}/petitions/health-data`;

  const first = await get(`${petition}/sign?lang=en`);
  assert.deepEqual([first.status, first.from], [200, 'MISS']);
  const same = ['?lang=en', '?fbclid=1&lang=en', '?lang=en&utm_source=a', '?lang=en&lang=fr'];
  for (const rest of same) {
    const { text, from } = await get(`${petition}/sign${rest}`);
    assert.deepEqual([from, text], ['HIT', first.text], rest);
  }
  const head = await send(`${petition}/sign?lang=en`, { method: 'HEAD' });
  assert.deepEqual([head.headers['x-cache'], head.text], ['HIT', '']);
  const known = await get(`${petition}/sign?lang=en`, { 'if-none-match': first.etag });
  assert.deepEqual([known.status, known.text], [304, '']);

  // Other readers have other pages.
  const inFrench = await get(`${petition}/sign?lang=fr&lang=en`);
  assert.deepEqual([inFrench.from, / lang="fr"/.test(inFrench.text)], ['MISS', true]);
  for (const language of ['fr', 'en', 'fr', 'en']) {
    const { text } = await get(`${petition}/sign`, { 'accept-language': language });
    assert.match(text, new RegExp(`<html lang="${language}"`));
  }
  for (const coding of ['br', 'gzip', 'br', 'identity']) {
    const { headers } = await send(petition, { headers: { 'accept-encoding': coding } });
    assert.equal(headers['content-encoding'] ?? 'identity', coding);
  }
  const { title } = healthData();
  for (const [from, rest, titles] of /** @type {const} */ ([
    ['MISS', '?lang=en', { en: title.en }],
    ['MISS', '?lang=fr', { fr: title.fr }],
    ['HIT', '?fbclid=1&lang=en', { en: title.en }],
    ['MISS', '', title],
    ['HIT', '?fbclid=1', title],
  ])) {
    const document = await get(petition + rest);
    assert.deepEqual([document.from, JSON.parse(document.text).title], [from, titles], rest);
  }
  assert.equal((await get(`${petition}/signatures`)).text, '{"count":0}');
  const kept = Date.now();

  const signature = newSignature();
  const signatures = `${petition}/signatures`;
  for (const _ of [1, 2]) assert.equal((await post(signatures, signature)).status, 201);
  const thanks = await navigate(
    `${petition}/signatures?lang=en`,
    newSignature({ given_name: 'Eve', email_address: 'eve@example.org' }),
  );
  assert.equal(thanks.status, 303);
  assert.match(String(thanks.headers.location), /^thanks\?lang=en/);
  for (const _ of [1, 2]) {
    const page = await send(`${petition}/${thanks.headers.location}`);
    assert.deepEqual([page.status, page.headers['x-cache']], [200, 'MISS']);
  }
  assert.equal((await send(endpoint.signatures)).text, '{"count":2}');
  const refused = await post(signatures, { ...signature, email_address: '' });
  assert.equal(refused.status, 422);
  assert.equal(refused.headers['access-control-allow-origin'], '*');

  // What was kept is too old, and there is nobody to ask.
  await endpoint.stop();
  await new Promise((resolve) => setTimeout(resolve, kept + 11_000 - Date.now()));
  for (const path of ['sign?lang=en', 'signatures']) {
    const { status, from } = await get(`${petition}/${path}`);
    assert.equal(status, 200, path);
    assert.match(String(from), /^(STALE|UPDATING)$/, path);
  }
  await isToComeAgain(signatures);
  await endpoint.start();
  assert.equal((await post(signatures, newSignature())).status, 201);
});

test('what has no database, or is away, is asked again at once, and serves readers meanwhile', async (t) => {
  const endpoint = await startEndpoint(t);
  const site = await startNginx(t, endpoint.port, await freePort());
  const signatures = `${site}/petitions/health-data/signatures`;
  const taken = async () => assert.equal((await post(signatures, newSignature())).status, 201);
  for (const _ of [1, 2, 3]) await taken();
  await rename(endpoint.database, `${endpoint.database}.away`);
  for (const _ of [1, 2, 3]) await isToComeAgain(signatures);
  for (const lang of ['fr', 'en', 'de']) {
    const { status } = await send(`${site}/petitions/health-data/sign?lang=${lang}`);
    assert.equal(status, 200, lang);
  }
  await rename(`${endpoint.database}.away`, endpoint.database);
  for (const _ of [1, 2, 3]) await taken();
});
