// Folders as they are on a server: with links, pipes, and files that nobody may read.

import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { chmod, cp, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { test } from 'node:test';
import * as folders from '../browser/folders.mjs';
import { folderOf, healthData, newFolder, petitionsFolder } from './petitions.mjs';
import { runEndpoint, startEndpoint } from './endpoint.mjs';
import { send } from './request.mjs';

const skip = process.getuid?.() === 0 ? 'root may read every file' : false;

/**
 * What else than files may lie in a folder.
 * @param {import('node:test').TestContext} t
 * @param {string} folder
 * @param {string} ending of the names
 */
async function addOddities(t, folder, ending = '') {
  await symlink('circle-b' + ending, join(folder, 'circle-a' + ending));
  await symlink('circle-a' + ending, join(folder, 'circle-b' + ending));
  await symlink('self' + ending, join(folder, 'self' + ending));
  await symlink('gone', join(folder, 'broken' + ending));
  await symlink('/etc/hostname', join(folder, 'outside' + ending));
  await symlink('../'.repeat(20) + 'etc/hostname', join(folder, 'climbing' + ending));
  execFileSync('mkfifo', [join(folder, 'pipe' + ending)]);
  const socket = createServer().listen(join(folder, 'socket' + ending));
  t.after(() => socket.close());
}

test('links out of a folder are not served, and nothing in it keeps the endpoint down', async (t) => {
  const partners = await newFolder(t);
  await mkdir(join(partners, 'inner'));
  await writeFile(join(partners, 'inner', 'page.html'), 'a page');
  await symlink('inner/page.html', join(partners, 'same.html'));
  await symlink(partners, join(partners, 'round'));
  await symlink('..', join(partners, 'inner', 'up'));
  await symlink('/etc', join(partners, 'etc'));
  await symlink('same.html', join(partners, 'twice.html'));
  await addOddities(t, partners);
  await addOddities(t, join(partners, 'inner'));
  const endpoint = await startEndpoint(t, { partners });
  for (const path of ['inner/page.html', 'same.html', 'twice.html']) {
    assert.equal((await send(`${endpoint.url}/partners/${path}`)).text, 'a page', path);
  }
  for (const [name, reason] of [
    ['circle-a', 'a loop of links'],
    ['circle-b', 'a loop of links'],
    ['self', 'a loop of links'],
    ['broken', 'a link to nothing'],
    ['outside', 'a link out of the folder'],
    ['climbing', 'a link out of the folder'],
    ['pipe', 'neither a file nor a folder'],
    ['socket', 'neither a file nor a folder'],
    ['etc', 'a link out of the folder'],
    ['etc/hostname', ''],
    ['round', 'a link to a folder'],
    ['round/same.html', ''],
    ['inner/outside', 'a link out of the folder'],
    ['inner/up', 'a link to a folder'],
    ['inner/up/same.html', ''],
    ['../../../etc/hostname', ''],
  ]) {
    const { status } = await send(endpoint.url, { path: `/partners/${name}` });
    assert.equal(status, 404, name);
    const said = `${join(partners, name)}: not served: ${reason}\n`;
    assert.equal(endpoint.written.includes(said), reason !== '', said + endpoint.written);
  }
});

test('what is compressed beside a file lies in the folder, too', async (t) => {
  const folder = await newFolder(t);
  const embed = join(folder, 'embed');
  await cp(folders.embed, embed, { recursive: true });
  await writeFile(join(folder, 'secret'), 'a secret');
  await writeFile(join(embed, 'a.css'), 'a {}');
  await symlink('../secret', join(embed, 'a.css.br'));
  await symlink('a.css.gz', join(embed, 'a.css.gz'));
  const endpoint = await startEndpoint(t, { embed });
  const headers = { 'accept-encoding': 'br, gzip' };
  const answer = await send(`${endpoint.url}/embed/a.css`, { headers });
  assert.equal(answer.text, 'a {}');
  assert.match(endpoint.written, /a\.css\.br: not served: a link out of the folder\n/);
  assert.match(endpoint.written, /a\.css\.gz: not served: a loop of links\n/);
});

test('hidden files are not served', async (t) => {
  const partners = await folderOf(t, { '.htpasswd': 'a secret', 'a.html': 'a page' });
  await mkdir(join(partners, '.git'));
  await writeFile(join(partners, '.git', 'config'), 'a secret');
  const endpoint = await startEndpoint(t, { partners });
  for (const name of ['.htpasswd', '.git/config', '%2ehtpasswd']) {
    assert.equal((await send(endpoint.url, { path: `/partners/${name}` })).status, 404, name);
  }
  assert.equal((await send(`${endpoint.url}/partners/a.html`)).text, 'a page');
});

test('files that nobody may read are told, and the others served', { skip }, async (t) => {
  const partners = await folderOf(t, { 'a.html': 'a page', 'b.html': 'another' });
  await mkdir(join(partners, 'closed'));
  await chmod(join(partners, 'a.html'), 0);
  await chmod(join(partners, 'closed'), 0);
  const endpoint = await startEndpoint(t, { partners });
  assert.equal((await send(`${endpoint.url}/partners/b.html`)).text, 'another');
  assert.equal((await send(`${endpoint.url}/partners/a.html`)).status, 404);
  assert.match(endpoint.written, /a\.html: not served: /);
  assert.match(endpoint.written, /closed: not served: /);
  await chmod(join(partners, 'closed'), 0o700);
});

test('a file that is too large is told, and the others served', async (t) => {
  const partners = await folderOf(t, { 'a.html': 'a page', 'b.html': ' '.repeat(9_000_000) });
  const endpoint = await startEndpoint(t, { partners });
  assert.equal((await send(`${endpoint.url}/partners/a.html`)).text, 'a page');
  assert.match(endpoint.written, /b\.html: not served: it cannot be read, or has more than 8 MB\n/);
});

test('oddities among the petitions and the catalogues do not keep it down either', async (t) => {
  const petitions = await petitionsFolder(t, healthData());
  await addOddities(t, petitions, '.json');
  const outside = await folderOf(t, {
    'other.json': JSON.stringify({ ...healthData(), petition: 'other' }),
  });
  await symlink(join(outside, 'other.json'), join(petitions, 'other.json'));
  const embed = join(await newFolder(t), 'embed');
  await cp(folders.embed, embed, { recursive: true });
  await addOddities(t, join(embed, 'locales'));
  for (const tag of ['ja', 'ko', 'vi'])
    await symlink(`${tag}.json`, join(embed, 'locales', `${tag}.json`));
  execFileSync('mkfifo', [join(embed, 'locales', 'th.json')]);
  const endpoint = await startEndpoint(t, { petitions, embed });
  assert.equal((await send(endpoint.petition)).status, 200);
  assert.equal((await send(`${endpoint.url}/petitions/other`)).status, 404);
  for (const name of ['circle-a', 'self', 'broken', 'outside', 'climbing', 'pipe', 'socket']) {
    assert.ok(
      endpoint.written.includes(`${join(petitions, name)}.json: `),
      name + endpoint.written,
    );
  }
  assert.match(endpoint.written, /locales\/ja\.json: not served: a loop of links\n/);
  assert.doesNotMatch(endpoint.written, /root:|localhost\.localdomain/);
});

test('a petition is served from a link to another file of its folder', async (t) => {
  const petitions = await folderOf(t, { 'data.txt': JSON.stringify(healthData()) });
  await symlink('data.txt', join(petitions, 'health-data.json'));
  const endpoint = await startEndpoint(t, { petitions });
  assert.equal(
    (await send(endpoint.petition)).text,
    await readFile(join(petitions, 'data.txt'), 'utf8'),
  );
});

test('a folder of nothing but a loop of links is said to hold no petition', async (t) => {
  const petitions = await newFolder(t);
  await symlink('a.json', join(petitions, 'a.json'));
  const { status, error } = await runEndpoint([
    ...['--port', '0', '--database', join(await newFolder(t), 'signatures.sqlite')],
    ...['--petitions', petitions, '--embed', folders.embed],
  ]);
  assert.equal(status, 1, error);
  assert.match(error, /a\.json: .*expected a file of this folder, found a loop of links\n/);
});

test('an address is found by its percent-encoding, and leads nowhere else', async (t) => {
  const partners = await folderOf(t, { 'Café du coin.html': 'a page', 'a+b.html': 'sum' });
  await mkdir(join(partners, 'inner'));
  await writeFile(join(partners, 'inner', 'a.html'), 'inner');
  const endpoint = await startEndpoint(t, { partners });
  for (const [path, text] of [
    ['/partners/Caf%C3%A9%20du%20coin.html', 'a page'],
    ['/partners/Caf%c3%a9%20du%20coin%2Ehtml', 'a page'],
    ['/partners/a+b.html', 'sum'],
    ['/partners/a%2Bb.html', 'sum'],
    ['/%70artners/inner/%61.html', 'inner'],
  ]) {
    assert.equal((await send(endpoint.url, { path })).text, text, path);
  }
  assert.equal((await send(endpoint.url, { path: '/petitions/health%2Ddata' })).status, 200);
  for (const path of [
    '/partners/inner%2Fa.html',
    '/partners/inner%2fa.html',
    '/partners/inner%5Ca.html',
    '/partners/inner\\a.html',
    '/partners/inner//a.html',
    '/partners//inner/a.html',
    '//partners/inner/a.html',
    '/partners/./inner/a.html',
    '/partners/inner/../inner/a.html',
    '/partners/inner/%2e%2e/inner/a.html',
    '/partners/..%2f..%2fetc%2fhostname',
    '/partners/%2e%2e/%2e%2e/etc/hostname',
    '/partners/inner/a.html%00',
    '/partners/inner/a.html%00.css',
    '/partners/inner/a.html%',
    '/partners/inner/a.html%4',
    '/partners/inner/a.html%zz',
    '/partners/inner/%2561.html',
    '/partners/INNER/a.html',
    '/PARTNERS/inner/a.html',
    '/partners/inner/A.html',
    '/partners/inner/a.html/',
    '/partners/inner/a.html.',
    '/partners/inner/a.html;x',
    '/partners/inner',
    '/partners/inner/',
  ]) {
    assert.equal((await send(endpoint.url, { path })).status, 404, path);
  }
});
