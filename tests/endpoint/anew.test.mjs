// SIGHUP: what is served is read anew, while it is served on.

import { strict as assert } from 'node:assert';
import { createHash } from 'node:crypto';
import { cp, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { until } from '../browser/deadline.mjs';
import * as folders from '../browser/folders.mjs';
import { startEndpoint } from './endpoint.mjs';
import { signAll } from './load.mjs';
import { folderOf, healthData, newFolder } from './petitions.mjs';
import { form, post, send, sendRaw } from './request.mjs';
import { newSignature, signatureOf } from './signers.mjs';

/** @typedef {import('./endpoint.mjs').Endpoint} Endpoint */

/** @param {Record<string, unknown>} [other] */
const petition = (other = {}) => JSON.stringify({ ...healthData(), ...other });

const anew = 'The petitions and pages were read anew.\n';

/** @param {Endpoint} endpoint @returns {number} how often it has said so */
const times = ({ written }) => written.split(anew).length - 1;

/** Has it read all anew. @param {Endpoint} endpoint @returns {Promise<string>} what it said */
async function readAnew(endpoint) {
  const [before, said] = [times(endpoint), endpoint.written.length];
  endpoint.signal('SIGHUP');
  await until(async () => times(endpoint) > before, 'what is served to be read anew');
  return endpoint.written.slice(said);
}

test('petitions that are new, changed or gone are so after SIGHUP', async (t) => {
  const petitions = await folderOf(t, {
    'health-data.json': petition(),
    'gone.json': petition({ petition: 'gone' }),
  });
  const endpoint = await startEndpoint(t, { petitions });
  await writeFile(
    join(petitions, 'health-data.json'),
    petition({ version: '2', title: 'Changed' }),
  );
  await writeFile(join(petitions, 'new.json'), petition({ petition: 'new' }));
  await rm(join(petitions, 'gone.json'));
  assert.equal((await send(endpoint.petition)).json.version, '1');
  await readAnew(endpoint);
  assert.equal((await send(endpoint.petition)).json.title, 'Changed');
  assert.match((await send(`${endpoint.petition}/sign`)).text, /Changed/);
  assert.equal((await send(`${endpoint.url}/petitions/gone/sign`)).status, 404);
  const signatures = `${endpoint.url}/petitions/new/signatures`;
  assert.equal((await post(signatures, newSignature())).status, 201);
  assert.deepEqual((await send(signatures)).json, { count: 1 });
  await writeFile(join(petitions, 'gone.json'), petition({ petition: 'gone' }));
  await rm(join(petitions, 'new.json'));
  await readAnew(endpoint);
  assert.equal((await send(`${endpoint.url}/petitions/gone`)).status, 200);
  await writeFile(join(petitions, 'new.json'), petition({ petition: 'new' }));
  await readAnew(endpoint);
  assert.deepEqual((await send(signatures)).json, { count: 1 }, 'the signatures are still there');
});

test('catalogues, the box\u2019s files and the partner pages are read anew, too', async (t) => {
  const embed = join(await newFolder(t), 'embed');
  await cp(folders.embed, embed, { recursive: true });
  const partners = await folderOf(t, { 'a.html': 'before' });
  const endpoint = await startEndpoint(t, { embed, partners });
  const english = { 'accept-language': 'en' };
  const before = await send(`${endpoint.petition}/sign`, { headers: english });
  assert.match(before.text, /<html lang="en"/);
  await rm(join(embed, 'locales', 'en.json'));
  await writeFile(join(embed, 'new.css'), 'a {}');
  await writeFile(join(partners, 'a.html'), 'after');
  await readAnew(endpoint);
  const after = await send(`${endpoint.petition}/sign`, { headers: english });
  assert.match(after.text, /<html lang="fr"/);
  assert.equal((await send(`${endpoint.url}/embed/new.css`)).text, 'a {}');
  assert.equal((await send(`${endpoint.url}/partners/a.html`)).text, 'after');
});

test('what cannot be read then is told, and the former stays served', async (t) => {
  const petitions = await folderOf(t, {
    'health-data.json': petition(),
    'other.json': petition({ petition: 'other' }),
  });
  const embed = join(await newFolder(t), 'embed');
  await cp(folders.embed, embed, { recursive: true });
  const partners = await folderOf(t, { 'a.html': 'a page' });
  const endpoint = await startEndpoint(t, { petitions, embed, partners });

  await writeFile(join(petitions, 'health-data.json'), '{');
  await writeFile(join(petitions, 'other.json'), petition({ petition: 'other', version: '2' }));
  const said = await readAnew(endpoint);
  assert.match(said, /health-data\.json: .*expected well-formed JSON/);
  assert.match(said, /health-data\.json: the petition is served as it was before\n/);
  assert.equal((await send(endpoint.petition)).json.version, '1');
  assert.equal((await post(endpoint.signatures, newSignature())).status, 201);
  assert.equal((await send(`${endpoint.url}/petitions/other`)).json.version, '2');

  await writeFile(join(petitions, 'health-data.json'), petition({ version: '3' }));
  await writeFile(join(petitions, 'other.json'), petition({ version: '4' }));
  assert.match(await readAnew(endpoint), /other\.json: \/petition: expected a name that no other/);
  assert.equal((await send(endpoint.petition)).json.version, '1', 'neither of two');
  assert.equal((await send(`${endpoint.url}/petitions/other`)).json.version, '2');

  for (const folder of [petitions, embed, partners]) await rename(folder, `${folder}-away`);
  const all = await readAnew(endpoint);
  for (const folder of [petitions, embed, partners]) {
    assert.ok(all.includes(`cannot read the folder ${folder}`), all);
    await rename(`${folder}-away`, folder);
  }
  assert.equal((await send(`${endpoint.url}/petitions/other`)).json.version, '2');
  assert.equal((await send(`${endpoint.url}/partners/a.html`)).text, 'a page');
  assert.equal((await send(`${endpoint.url}/embed/petition-box.js`)).status, 200);

  await mkdir(join(embed, 'locales'), { recursive: true });
  await writeFile(join(embed, 'locales', 'fr.json'), '{"sign": 7}');
  assert.match(await readAnew(endpoint), /fr\.json: \/sign: expected a text/);
  assert.match((await send(`${endpoint.petition}/sign?lang=fr`)).text, /Prénom/);
});

test('a request ends with what it began with', async (t) => {
  const petitions = await folderOf(t, {
    'health-data.json': petition(),
    'other.json': petition({ petition: 'other' }),
  });
  const endpoint = await startEndpoint(t, { petitions });
  const body = form(newSignature());
  const head =
    'POST /petitions/health-data/signatures HTTP/1.1\r\nHost: a\r\nConnection: close\r\n' +
    `Content-Type: application/x-www-form-urlencoded\r\nContent-Length: ${body.length}\r\n\r\n`;
  const slow = sendRaw(endpoint.port, [head + body.slice(0, 9), '', '', '', body.slice(9)], 500);
  await new Promise((resolve) => setTimeout(resolve, 300));
  await rm(join(petitions, 'health-data.json'));
  await readAnew(endpoint);
  assert.equal((await send(endpoint.petition)).status, 404);
  const answer = await slow;
  assert.equal(answer.status, 201, answer.text);
  assert.equal((await endpoint.rows('select * from submissions')).length, 1);
});

test('what was agreed to before counts after, and what is agreed to after is kept', async (t) => {
  const petitions = await folderOf(t, { 'health-data.json': petition() });
  const endpoint = await startEndpoint(t, { petitions });
  /** @returns {Promise<string>} the hash of the statement beside the box */
  const shown = async () => {
    const { text } = await send(`${endpoint.petition}/sign?lang=en`);
    const statement = String(text.match(/<label for="pb-consent_sign">([^<]*)</)?.[1]);
    return createHash('sha256').update(statement.replaceAll('&#39;', "'")).digest('hex');
  };
  const before = await shown();
  const { controller } = healthData();
  await writeFile(
    join(petitions, 'health-data.json'),
    petition({ version: '2', controller: { ...controller, name: 'Another Association' } }),
  );
  await readAnew(endpoint);
  const after = await shown();
  assert.notEqual(after, before);
  for (const [number, hash] of [before, after].entries()) {
    const signature = { ...signatureOf(number), consent_sign_text: hash };
    assert.equal((await post(endpoint.signatures, signature)).status, 201);
    assert.equal(
      (await endpoint.rows(`select * from statements where hash = '${hash}'`)).length,
      1,
    );
  }
});

test('no signature is lost while all is read anew, again and again', async (t) => {
  const petitions = await folderOf(t, { 'health-data.json': petition() });
  const endpoint = await startEndpoint(t, { petitions });
  const signatures = Array.from({ length: 1500 }, (_, number) => signatureOf(number));
  let answers = 0;
  const outcomes = await signAll(endpoint.signatures, signatures, {
    connections: 50,
    answered: () => {
      if (++answers % 100 === 0) endpoint.signal('SIGHUP');
    },
  });
  assert.deepEqual([...new Set(outcomes.map(({ status }) => status))], [201]);
  await until(async () => times(endpoint) > 0, 'what is served to be read anew');
  const kept = await endpoint.rows('select submission_id as id from signatures');
  assert.deepEqual(
    kept.map(({ id }) => String(id)).sort(),
    signatures.map(({ submission_id }) => submission_id).sort(),
  );
  await readAnew(endpoint);
  assert.deepEqual((await send(endpoint.signatures)).json, { count: signatures.length });
});

test('many signals at once are obeyed, and then the end', async (t) => {
  const endpoint = await startEndpoint(t);
  for (let signal = 0; signal < 20; ++signal) endpoint.signal('SIGHUP');
  await until(async () => times(endpoint) > 0, 'what is served to be read anew');
  assert.equal((await send(endpoint.petition)).status, 200);
  endpoint.signal('SIGHUP');
  endpoint.signal('SIGTERM');
  endpoint.signal('SIGHUP');
  endpoint.signal('SIGTERM');
  assert.equal(await endpoint.ended(), 0);
  assert.match(endpoint.written, /\nStopped\.\n$/);
});

test('signals to end that come together end it, too', async (t) => {
  for (let attempt = 0; attempt < 3; ++attempt) {
    const endpoint = await startEndpoint(t);
    for (const name of /** @type {const} */ (['SIGTERM', 'SIGINT', 'SIGTERM', 'SIGINT']))
      endpoint.signal(name);
    assert.equal(await endpoint.ended(), 0);
  }
});
