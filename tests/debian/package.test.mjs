// What is in the Debian package. It is made of the programs that the tests build, and not installed:
// tests/bench/debian does that.

import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { temporaryFolder } from '../browser/temporary-folder.mjs';

const build = process.env.PETITION_BUILD ?? 'build/tests';
const folder = temporaryFolder('debian');
const root = join(folder, 'root');

/** @param {string} program @param {string[]} args @returns {string} */
const run = (program, ...args) => execFileSync(program, args, { encoding: 'utf8' });

/** Path to mode and owner. @type {Map<string, string>} */
const contents = new Map();
let deb = '';

before(() => {
  // What it depends on is found out by a program that only those who build packages have.
  const settings = { CPACK_DEBIAN_PACKAGE_SHLIBDEPS: 'OFF', CPACK_DEBIAN_COMPRESSION_TYPE: 'none' };
  const words = Object.entries(settings).flatMap(([name, value]) => ['-D', `${name}=${value}`]);
  run('cpack', '-G', 'DEB', '--config', join(build, 'CPackConfig.cmake'), '-B', folder, ...words);
  const [name] = readdirSync(folder).filter((file) => file.endsWith('.deb'));
  deb = join(folder, name);
  for (const line of run('dpkg-deb', '--contents', deb).trim().split('\n')) {
    const [mode, owner, , , , path] = line.split(/\s+/);
    contents.set(path.replace(/^\./, ''), `${mode} ${owner}`);
  }
  run('dpkg-deb', '--extract', deb, root);
  run('dpkg-deb', '--control', deb, join(folder, 'control'));
});

test('programs, what is served, the service and its options are in it, and all are of root', () => {
  const files = {
    '/usr/bin/petition-endpoint': '-rwxr-xr-x root/root',
    '/usr/bin/petition-render': '-rwxr-xr-x root/root',
    '/usr/bin/petition-check': '-rwxr-xr-x root/root',
    '/usr/lib/systemd/system/petition-endpoint.service': '-rw-r--r-- root/root',
    '/usr/share/doc/petition-box/copyright': '-rw-r--r-- root/root',
    '/usr/share/doc/petition-box/health-data.json': '-rw-r--r-- root/root',
    '/usr/share/petition-box/embed/petition-box.js': '-rw-r--r-- root/root',
    '/usr/share/petition-box/embed/locales/fr.json': '-rw-r--r-- root/root',
    '/etc/petition-box/endpoint.toml': '-rw-r--r-- root/root',
    '/etc/petition-box/petitions/': 'drwxr-xr-x root/root',
  };
  for (const [path, expected] of Object.entries(files)) assert.equal(contents.get(path), expected);
  const tops = /^\/(usr\/(bin|lib\/systemd|share\/(doc\/)?petition-box)|etc\/petition-box)\//;
  const others = [...contents.keys()].filter((path) => !path.endsWith('/') && !tops.test(path));
  assert.deepEqual(others, []);
});

test('its options are kept through updates, and name what is in it', () => {
  const conffiles = readFileSync(join(folder, 'control', 'conffiles'), 'utf8');
  assert.equal(conffiles, '/etc/petition-box/endpoint.toml\n');
  const service = contents.has('/usr/lib/systemd/system/petition-endpoint.service');
  assert.ok(service);
  const options = readFileSync(join(root, 'etc/petition-box/endpoint.toml'), 'utf8');
  const named = [...options.matchAll(/^(?:petitions|embed) = "(.*)"$/gm)].map(([, path]) => path);
  assert.equal(named.length, 2);
  for (const path of named) assert.ok(contents.has(`${path}/`), path);
});

test('the program takes these options', () => {
  const program = join(root, 'usr/bin/petition-endpoint');
  const config = join(root, 'etc/petition-box/endpoint.toml');
  const found = (() => {
    try {
      return run(program, '--config', config, '--petitions', '/none');
    } catch (error) {
      return String(/** @type {{ stderr: string }} */ (error).stderr);
    }
  })();
  assert.match(found, /"cannot read the folder \/none: No such file or directory"/);
});
