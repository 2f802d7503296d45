import { strict as assert } from 'node:assert';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { test } from 'node:test';
import { emptyProject, files, repository } from './project.mjs';

const { folder, installed } = emptyProject();
const { resolve } = createRequire(join(folder, 'index.js'));
/** @param {string} path @returns {any} */
const json = (path) => JSON.parse(readFileSync(path, 'utf8'));

/** What the package promises: a name to import, and the file it stands for. */
const promised = new Map([
  ['petition-box', 'petition-box.js'],
  ['petition-box/define', 'define.js'],
  ...[
    'petition-box.css',
    'layouts.css',
    'themes/paper.css',
    'themes/plain.css',
    'themes/poster.css',
    'petition-box.wasm',
    'petition-box.asm.js',
    'locales/en.json',
    'locales/fr.json',
    'petition.schema.json',
    'licences.txt',
    'custom-elements.json',
    'package.json',
  ].map((file) => /** @type {const} */ ([`petition-box/${file}`, file])),
]);

for (const [name, file] of promised) {
  test(`${name} is ${file} of the package`, () => {
    assert.equal(relative(installed, resolve(name)), file);
  });
}

test('no other file of the package can be imported', () => {
  const reachable = new Set(promised.values());
  const others = files.filter((file) => !reachable.has(file) && !file.startsWith('locales/'));
  assert.ok(others.includes('README.md') && others.includes('petition-box.d.ts'), others.join());
  for (const file of [...others, 'define.js', 'petition-box.js']) {
    assert.throws(() => resolve(`petition-box/${file}`), { code: 'ERR_PACKAGE_PATH_NOT_EXPORTED' });
  }
});

test('what package.json points to is there', () => {
  const own = json(resolve('petition-box/package.json'));
  const { exports, main, types, customElements, sideEffects } = own;
  const pointed = [
    main,
    types,
    customElements,
    ...sideEffects,
    ...Object.values(exports).flatMap((target) =>
      typeof target === 'string' ? target : Object.values(target),
    ),
  ].filter((path) => !path.includes('*'));
  for (const path of pointed) assert.ok(existsSync(join(installed, path)), path);
});

test('the package installs nothing else, and runs nothing when it is installed', () => {
  const packages = readdirSync(join(folder, 'node_modules'));
  assert.deepEqual(
    packages.filter((name) => !name.startsWith('.')),
    ['petition-box'],
  );
  assert.equal('scripts' in json(resolve('petition-box/package.json')), false);
});

test('name, version and licence are those of the repository', () => {
  const { name, version, license } = json(resolve('petition-box/package.json'));
  const own = json(join(repository, 'package.json'));
  assert.deepEqual(
    { name, version, license },
    {
      name: own.name,
      version: own.version,
      license: own.license,
    },
  );
  assert.ok(files.includes('LICENSE') && files.includes('README.md'));
});

test('the files that the element loads are those that are served', () => {
  for (const file of ['petition-box.css', 'petition-box.wasm', 'petition-box.asm.js']) {
    const served = readFileSync(join(repository, 'build/embed', file));
    assert.ok(readFileSync(resolve(`petition-box/${file}`)).equals(served), file);
  }
});

test('the licences of what is in the module lie beside every copy of it', () => {
  const { version } = json(join(repository, 'package.json'));
  const served = ['', version, 'builder'].map((name) => join(repository, 'build/embed', name));
  for (const copy of [installed, ...served]) {
    const text = readFileSync(join(copy, 'licences.txt'), 'utf8');
    for (const work of ['musl', 'compiler-rt', 'libc++', 'Emscripten', 'LLVM Exceptions']) {
      assert.ok(text.includes(work), `${work} in ${copy}`);
    }
    assert.match(text, /Permission is hereby granted/);
    assert.match(text, /Apache License/);
  }
});
