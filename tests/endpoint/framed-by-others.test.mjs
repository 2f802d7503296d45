// Who may put a page of the endpoint into a frame: nobody, but for the pages that are made for it.

import { strict as assert } from 'node:assert';
import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import * as folders from '../browser/folders.mjs';
import { startEndpoint } from './endpoint.mjs';
import { newFolder } from './petitions.mjs';
import { post, send } from './request.mjs';

test('every page that a browser shows says who may frame it', async (t) => {
  const embed = join(await newFolder(t), 'embed');
  await cp(folders.embed, embed, { recursive: true });
  await mkdir(join(embed, 'demo'));
  await writeFile(join(embed, 'demo', 'index.html'), '<!doctype html><title>A page</title>');
  await writeFile(join(embed, 'demo', 'image.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  const options = ['--origin', 'https://partner.example'];
  const endpoint = await startEndpoint(t, { embed, options });
  const page = { accept: 'text/html' };
  const pages = {
    builder: await send(`${endpoint.url}/embed/builder/`),
    'builder by name': await send(`${endpoint.url}/embed/builder/index.html`),
    'preview of the builder': await send(`${endpoint.url}/embed/builder/preview.html`),
    'a page under /embed': await send(`${endpoint.url}/embed/demo/`),
    'a picture under /embed': await send(`${endpoint.url}/embed/demo/image.svg`),
    form: await send(`${endpoint.petition}/sign`),
    'form with mistakes': await post(endpoint.signatures, {}, page),
    thanks: await send(`${endpoint.petition}/thanks`),
    'another origin': await post(endpoint.signatures, {}, { ...page, origin: 'https://a.example' }),
    'a body of another type': await post(
      endpoint.signatures,
      {},
      { ...page, 'content-type': 'a/b' },
    ),
    'a partner page': await send(`${endpoint.url}/partners/health-data.html`),
  };
  const framed = ['a partner page', 'preview of the builder'];
  for (const [name, { headers }] of Object.entries(pages)) {
    const policy = String(headers['content-security-policy']).split('; ');
    const own = framed.includes(name) ? "'self'" : "'none'";
    assert.ok(policy.includes(`frame-ancestors ${own}`), `${name}: ${policy}`);
    assert.equal(headers['x-content-type-options'], 'nosniff', name);
  }
  const { headers } = await send(`${endpoint.url}/embed/builder/`, {
    headers: { 'if-none-match': String(pages.builder.headers.etag) },
  });
  assert.match(String(headers['content-security-policy']), /frame-ancestors 'none'/);
});
