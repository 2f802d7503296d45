// What is there to read: documents, the count, the box's own files and the partner pages.

import { strict as assert } from 'node:assert';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import * as folders from '../browser/folders.mjs';
import { healthData, newFolder, petitionsFolder } from './petitions.mjs';
import { startEndpoint } from './endpoint.mjs';
import { post, send } from './request.mjs';
import { newPetition, sharedEndpoint } from './shared.mjs';
import { newSignature } from './signers.mjs';

const kept = 'public, max-age=10, stale-while-revalidate=20, stale-if-error=86400';

test('a petition is its document, as its author wrote it', async () => {
  const program = await sharedEndpoint();
  const answer = await send(program.petition);
  assert.equal(answer.status, 200);
  assert.equal(answer.headers['content-type'], 'application/json');
  assert.equal(answer.headers['cache-control'], kept);
  assert.equal(answer.text, await readFile(join(folders.petitions, 'health-data.json'), 'utf8'));
  assert.equal((await send(`${program.url}/petitions/unknown`)).status, 404);
});

/**
 * @param {any} value in the document
 * @param {string[]} languages of the document
 * @param {string} language
 * @returns {any} the same with each text in that one
 */
function inOneLanguage(value, languages, language) {
  if (typeof value !== 'object') return value;
  const inOne = (/** @type {any} */ part) => inOneLanguage(part, languages, language);
  if (Array.isArray(value)) return value.map(inOne);
  const names = Object.keys(value);
  if (names.every((name) => languages.includes(name))) return { [language]: value[language] };
  return Object.fromEntries(names.map((name) => [name, inOne(value[name])]));
}

test('a petition is to be had in one of its languages', async () => {
  const { petition } = await sharedEndpoint();
  const whole = await send(petition);
  const tags = new Set([whole.headers.etag]);
  for (const [wanted, language] of [
    ...whole.json.languages.map((/** @type {string} */ own) => [own, own]),
    ['en-GB', 'en'],
    ['fr_CA', 'fr'],
    ['sv', 'fr'],
  ]) {
    const answer = await send(`${petition}?lang=${wanted}`);
    assert.equal(answer.status, 200);
    assert.equal(answer.headers['content-type'], 'application/json');
    assert.equal(answer.headers['cache-control'], kept);
    assert.deepEqual(answer.json, inOneLanguage(whole.json, whole.json.languages, language));
    assert.ok(answer.body.length * 3 < whole.body.length);
    tags.add(answer.headers.etag);
  }
  assert.equal(tags.size, 1 + whole.json.languages.length);
  for (const none of ['?lang=', '?lang=%22', '?language=en']) {
    assert.equal((await send(petition + none)).text, whole.text, none);
  }
});

test('a petition in one language is its document, whatever is wanted', async (t) => {
  const whole = healthData();
  const french = { ...inOneLanguage(whole, whole.languages, 'fr'), languages: ['fr'] };
  const program = await startEndpoint(t, { petitions: await petitionsFolder(t, french) });
  assert.equal(
    (await send(`${program.petition}?lang=en`)).text,
    (await send(program.petition)).text,
  );
  assert.match((await send(`${program.petition}/frame`)).text, /<petition-box src="\.\.\/health-data" /);
});

test('the count is there, for a short time, and follows the signatures', async () => {
  const petition = await newPetition();
  const answer = await send(petition.signatures);
  assert.equal(answer.headers['content-type'], 'application/json');
  assert.equal(answer.headers['cache-control'], 'public, max-age=10, stale-if-error=86400');
  assert.equal(answer.text, '{"count":0}');
  await post(petition.signatures, newSignature());
  assert.deepEqual((await send(petition.signatures)).json, { count: 1 });
});

test('the box’s files have their types', async () => {
  const program = await sharedEndpoint();
  for (const [name, type] of [
    ['petition-box.js', 'text/javascript; charset=utf-8'],
    ['petition-box.wasm', 'application/wasm'],
    ['petition-box.css', 'text/css; charset=utf-8'],
    ['locales/fr.json', 'application/json'],
    ['petition.schema.json', 'application/json'],
  ]) {
    const answer = await send(`${program.url}/embed/${name}`);
    assert.equal(answer.status, 200, name);
    assert.equal(answer.headers['content-type'], type);
    assert.equal(answer.headers['x-content-type-options'], 'nosniff');
    assert.equal(answer.headers['cross-origin-resource-policy'], 'cross-origin');
    assert.deepEqual(answer.body, await readFile(join(folders.embed, name)));
  }
});

test('what a client has already is not sent again', async () => {
  const program = await sharedEndpoint();
  for (const path of [
    '/embed/petition-box.wasm',
    '/petitions/health-data',
    '/petitions/health-data?lang=en',
    '/partners/health-data.html',
  ]) {
    const first = await send(program.url + path);
    const etag = String(first.headers.etag);
    assert.match(etag, /^"[0-9a-f]{32}"$/);
    for (const known of [etag, `"other", W/${etag}`, '*']) {
      const answer = await send(program.url + path, { headers: { 'if-none-match': known } });
      assert.equal(answer.status, 304, known);
      assert.equal(answer.body.length, 0);
      assert.equal(answer.headers.etag, etag);
      assert.equal(answer.headers['content-length'], undefined);
      // Who may read the answer must not change with it.
      for (const name of ['access-control-allow-origin', 'content-security-policy'])
        assert.equal(answer.headers[name], first.headers[name], `${name} of ${path}`);
    }
    assert.equal(
      (await send(program.url + path, { headers: { 'if-none-match': '"other"' } })).status,
      200,
    );
  }
});

test('HEAD says what GET would', async () => {
  const program = await sharedEndpoint();
  for (const path of [
    '/',
    '/petitions/health-data',
    '/petitions/health-data/signatures',
    '/petitions/health-data/sign',
    '/petitions/health-data/thanks',
    '/embed/petition-box.js',
    '/nowhere',
    '/health',
  ]) {
    const [got, head] = [
      await send(program.url + path),
      await send(program.url + path, { method: 'HEAD' }),
    ];
    assert.equal(head.status, got.status);
    assert.equal(head.body.length, 0);
    assert.deepEqual({ ...head.headers, date: '' }, { ...got.headers, date: '' });
  }
});

test('a compressed variant is sent to those who take it', async (t) => {
  const embed = await newFolder(t);
  await cp(folders.embed, embed, { recursive: true });
  const script = await readFile(join(embed, 'petition-box.js'));
  await writeFile(join(embed, 'petition-box.js.br'), brotliCompressSync(script));
  await writeFile(join(embed, 'petition-box.js.gz'), gzipSync(script));
  const program = await startEndpoint(t, { embed });
  const url = `${program.url}/embed/petition-box.js`;
  const etags = new Set();
  for (const [accepted, encoding] of [
    ['gzip, deflate, br', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0, gzip;q=0.5', 'gzip'],
    ['', undefined],
    ['identity', undefined],
    ['*;q=0', undefined],
  ]) {
    const answer = await send(url, {
      headers: accepted === '' ? {} : { 'accept-encoding': String(accepted) },
    });
    assert.equal(answer.headers['content-encoding'], encoding, accepted);
    assert.equal(answer.headers['content-type'], 'text/javascript; charset=utf-8');
    assert.equal(answer.headers.vary, 'Accept-Encoding');
    if (encoding === 'br') assert.deepEqual(brotliDecompressSync(answer.body), script);
    etags.add(answer.headers.etag);
  }
  assert.equal(etags.size, 3);
  assert.equal((await send(`${url}.br`)).status, 404);
  await program.stop();
  await writeFile(join(embed, 'alone.css'), '');
  await program.start();
  assert.equal((await send(`${program.url}/embed/alone.css`)).headers.vary, undefined);
});

test('what a page loads is sent compressed', async () => {
  const program = await sharedEndpoint();
  for (const [name, file] of [
    ['embed/petition-box.js', join(folders.embed, 'petition-box.js')],
    ['embed/petition-box.wasm', join(folders.embed, 'petition-box.wasm')],
    ['embed/petition-box.css', join(folders.embed, 'petition-box.css')],
    ['embed/locales/fr.json', join(folders.embed, 'locales/fr.json')],
    ['petitions/health-data', join(folders.petitions, 'health-data.json')],
  ]) {
    const plain = await readFile(file);
    for (const [coding, decompress] of /** @type {const} */ ([
      ['br', brotliDecompressSync],
      ['gzip', gunzipSync],
    ])) {
      const headers = { 'accept-encoding': coding };
      const answer = await send(`${program.url}/${name}`, { headers });
      assert.equal(answer.headers['content-encoding'], coding, name);
      assert.ok(answer.body.length < plain.length, name);
      assert.deepEqual(decompress(answer.body), plain);
    }
  }
});

test('what has a version in its address is kept for ever, and nothing else of the box', async () => {
  const program = await sharedEndpoint();
  const { version } = JSON.parse(
    await readFile(new URL('../../package.json', import.meta.url), 'utf8'),
  );
  const kept = async (/** @type {string} */ path) =>
    (await send(`${program.url}/embed/${path}`)).headers['cache-control'];
  assert.equal(await kept(`${version}/petition-box.js`), 'public, max-age=31536000, immutable');
  assert.equal(await kept(`${version}/locales/fr.json`), 'public, max-age=31536000, immutable');
  assert.equal(await kept('petition-box.js'), 'no-cache');
  assert.equal(await kept('builder/index.html'), 'no-cache');
});

test('nothing outside the folders is served', async () => {
  const program = await sharedEndpoint();
  for (const path of [
    '/embed/',
    '/embed',
    '/embed/locales',
    '/embed/../petition-box.js',
    '/embed/%2e%2e/build.mjs',
    '/embed/..%2fbuild.mjs',
    '/embed//etc/passwd',
    '/partners/../petitions/health-data.json',
    '/partners/',
    '/petitions',
    '/petitions/',
    '/petitions//signatures',
    '/petitions/health-data/',
    '/petitions/health-data.json',
    '/embed/locales/fr.json/',
    '/%00',
    '//',
    '/nowhere',
  ]) {
    assert.equal((await send(program.url, { path })).status, 404, path);
  }
});

test('a partner page may send signatures to the endpoint that its snippet names, and nowhere else', async (t) => {
  const partners = await newFolder(t);
  const box =
    '<petition-box src="/petitions/bees" endpoint="https://other.example:8443/in"></petition-box>';
  const plain = '<form method="post" action="https://plain.example/in"></form>';
  await writeFile(join(partners, 'box.html'), `<!doctype html>${box}`);
  await writeFile(join(partners, 'plain.html'), `<!doctype html>${plain}`);
  const program = await startEndpoint(t, { partners });
  for (const [page, host] of [
    ['box', 'https://other.example:8443'],
    ['plain', 'https://plain.example'],
  ]) {
    const { headers } = await send(`${program.url}/partners/${page}.html`);
    const policy = String(headers['content-security-policy']).split('; ');
    for (const directive of ['connect-src', 'form-action']) {
      assert.ok(policy.includes(`${directive} 'self' ${host}`), policy.join('; '));
    }
    assert.ok(policy.includes("script-src 'self' 'wasm-unsafe-eval'"));
  }
});

test('what is no host is no place to send to, however long it is', async (t) => {
  const partners = await newFolder(t);
  const long = 'a'.repeat(1_000_000);
  await writeFile(
    join(partners, 'long.html'),
    `<!doctype html><petition-box src="https://${long}/a" endpoint='https://${'b'.repeat(300)}'
     data-src=HTTPS://Other.example/a title="https://elsewhere.example"></petition-box>
     <a href="https://link.example/action=">https://text.example</a> src=" https://spaced.example"
     src="https://${'c.'.repeat(100_000)}"`,
  );
  const program = await startEndpoint(t, { partners });
  const page = await send(`${program.url}/partners/long.html`);
  assert.equal(page.status, 200);
  const policy = String(page.headers['content-security-policy']).split('; ');
  assert.ok(policy.includes("connect-src 'self' https://other.example"), policy.join('; '));
});

test('a partner page runs the box and nothing else', async () => {
  const program = await sharedEndpoint();
  for (const path of ['/partners/health-data.html', '/partners/health-data.en.html']) {
    const answer = await send(program.url + path);
    assert.equal(answer.status, 200, path);
    assert.equal(answer.headers['content-type'], 'text/html; charset=utf-8');
    const policy = String(answer.headers['content-security-policy']).split('; ');
    for (const directive of [
      "default-src 'none'",
      "script-src 'self' 'wasm-unsafe-eval'",
      "style-src 'self'",
      "connect-src 'self'",
      "form-action 'self'",
      "base-uri 'none'",
      "frame-src 'self'",
      "frame-ancestors 'self'",
      "require-trusted-types-for 'script'",
    ])
      assert.ok(policy.includes(directive), `${directive} in ${policy.join('; ')}`);
    assert.equal(answer.headers['referrer-policy'], 'same-origin');
    assert.equal(answer.headers['x-content-type-options'], 'nosniff');
    assert.equal(answer.headers['access-control-allow-origin'], undefined);
  }
});

test('it says that it is well', async () => {
  const program = await sharedEndpoint();
  const answer = await send(`${program.url}/health`);
  assert.equal(answer.status, 200);
  assert.equal(answer.headers['cache-control'], 'no-store');
  assert.deepEqual(answer.json, { status: 'ok' });
});

test('it is at both of the names that localhost can mean', async () => {
  const program = await sharedEndpoint();
  for (const host of ['127.0.0.1', '[::1]']) {
    assert.equal((await send(`http://${host}:${program.port}/health`)).status, 200, host);
  }
});
