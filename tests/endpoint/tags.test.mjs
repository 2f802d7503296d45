// What a client says that it has already, as proxies and web servers rewrite it.

import { strict as assert } from 'node:assert';
import { test } from 'node:test';
import { send } from './request.mjs';
import { sharedEndpoint } from './shared.mjs';

test('an entity tag is known in every form that it comes back in, and in no other', async () => {
  const endpoint = await sharedEndpoint();
  const url = `${endpoint.url}/embed/petition.schema.json`;
  const etag = String((await send(url)).headers.etag);
  const opaque = etag.slice(1, -1);
  const known = [
    etag,
    `W/${etag}`,
    `"${opaque}-gzip"`,
    `W/"${opaque}-gzip"`,
    `"${opaque}-br"`,
    `"${opaque}-zstd"`,
    '*',
    `"other", ${etag}`,
    `"other",${etag}`,
    `${etag}, "other"`,
    `"a,b" , W/"c", ,, ${etag}`,
    `"", ${etag}`,
  ];
  const unknown = [
    '"other"',
    '""',
    'W/""',
    '"',
    ',',
    opaque,
    `"a${opaque}"`,
    `"${opaque}a"`,
    `"${opaque.slice(0, -1)}"`,
    `"${opaque.toUpperCase()}x"`,
    `"-gzip"`,
    `"${opaque}-gzip-gzip"`,
    `"${opaque}-identity"`,
    `"${opaque}`,
    `${opaque}"`,
    `"a, b", "${opaque}x"`,
    `"x${etag}x"`,
    '"*"',
  ];
  for (const [tags, status] of /** @type {const} */ ([
    [known, 304],
    [unknown, 200],
  ]))
    for (const tag of tags) {
      const answer = await send(url, { headers: { 'if-none-match': tag } });
      assert.equal(answer.status, status, tag);
      assert.equal(answer.headers.etag, etag);
    }
});

test('a list of entity tags in several headers is one list', async () => {
  const endpoint = await sharedEndpoint();
  const etag = String((await send(endpoint.petition)).headers.etag);
  const headers = /** @type {any} */ ({ 'if-none-match': ['"other"', etag] });
  assert.equal((await send(endpoint.petition, { headers })).status, 304);
});
