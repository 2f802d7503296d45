// Documents that cannot be served, beside others that can.

import { strict as assert } from 'node:assert';
import { test } from 'node:test';
import { join } from 'node:path';
import * as folders from '../browser/folders.mjs';
import { folderOf, healthData, newFolder } from './petitions.mjs';
import { runEndpoint, startEndpoint } from './endpoint.mjs';
import { post, send } from './request.mjs';
import { newSignature } from './signers.mjs';

/** @param {Record<string, unknown>} [other] */
const petition = (other = {}) => JSON.stringify({ ...healthData(), ...other });

test('an unfinished petition is told with its mistakes, and the others are served', async (t) => {
  const petitions = await folderOf(t, {
    'a.json': petition({ petition: 'finished' }),
    'b.json': petition({ petition: 'unfinished', title: 7, goal: 'many' }),
    'c.json': '{',
    'd.json': ' '.repeat(300_000),
    'health-data.json': petition(),
  });
  const endpoint = await startEndpoint(t, { petitions });
  assert.equal((await send(`${endpoint.url}/petitions/finished`)).status, 200);
  assert.equal((await send(`${endpoint.url}/petitions/unfinished`)).status, 404);
  assert.equal((await send(`${endpoint.url}/petitions/unfinished/sign`)).status, 404);
  assert.equal((await post(endpoint.signatures, newSignature())).status, 201);
  const health = await send(`${endpoint.url}/health`);
  assert.equal(health.status, 200);
  assert.deepEqual(health.json, { status: 'incomplete', unserved: ['b.json', 'c.json', 'd.json'] });
  const lines = endpoint.written.split('\n');
  for (const begin of [
    'b.json: /title: expected ',
    'b.json: /goal: expected ',
    'c.json: (whole document): expected well-formed JSON',
    'd.json: (whole document): expected a file of at most 256 kB',
  ]) {
    assert.ok(
      lines.some((line) => line.startsWith(`${petitions}/${begin}`)),
      endpoint.written,
    );
  }
});

test('of two documents of one petition neither is served, for which one is signed nobody could tell', async (t) => {
  const petitions = await folderOf(t, {
    'health-data (copy).json': petition({ version: 'old' }),
    'health-data.json': petition(),
    'other.json': petition({ petition: 'other' }),
  });
  const endpoint = await startEndpoint(t, { petitions });
  assert.equal((await send(endpoint.petition)).status, 404);
  assert.equal((await post(endpoint.signatures, newSignature())).status, 404);
  assert.equal((await send(`${endpoint.url}/petitions/other`)).status, 200);
  for (const name of ['health-data (copy).json', 'health-data.json']) {
    const said = `${petitions}/${name}: /petition: expected a name that no other document has, found health-data\n`;
    assert.ok(endpoint.written.includes(said), endpoint.written);
  }
});

test('where no petition can be served it does not start', async (t) => {
  const petitions = await folderOf(t, { 'a.json': '{', 'b.json': petition({ title: 7 }) });
  const { status, out, error } = await runEndpoint([
    ...['--port', '0', '--database', join(await newFolder(t), 'signatures.sqlite')],
    ...['--petitions', petitions, '--embed', folders.embed],
  ]);
  assert.equal(status, 1);
  assert.equal(out, '');
  assert.match(error, /a\.json: .*\n.*b\.json: \/title: expected /);
});
