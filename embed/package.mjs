// Makes build/package: what `npm pack` packs. The modules find the other files beside them, as they
// lie in build/embed.

import { copyFile, cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { manifest } from './manifest.mjs';

const root = new URL('../', import.meta.url);
const served = new URL('build/embed/', root);
const out = new URL('build/package/', root);

const files = [
  'petition-box.css',
  'layouts.css',
  'themes',
  'petition-box.wasm',
  'petition-box.asm.js',
  'petition-box-whole.wasm',
  'petition-box-whole.asm.js',
  'share.js',
  'share.css',
  'petition-box-share.wasm',
  'petition-box-share.asm.js',
  'advice.js',
  'petition-box-advice.wasm',
  'petition-box-advice.asm.js',
  'locales',
  'protocols',
  'petition.schema.json',
  'protocol.schema.json',
  'licences.txt',
];

/**
 * Not minified: a bundler does that, and reads the comments that are for it.
 * @param {string[]} target browsers, as esbuild names them
 */
async function writeModules(target) {
  await build({
    entryPoints: ['petition-box.js', 'define.js'].map((name) =>
      fileURLToPath(new URL(`embed/${name}`, root)),
    ),
    outdir: fileURLToPath(out),
    bundle: true,
    // Whoever imports both modules has one class.
    external: ['./petition-box.js'],
    format: 'esm',
    target,
    legalComments: 'none',
  });
}

/** @param {URL} file */
const read = async (file) => JSON.parse(await readFile(file, 'utf8'));

/** @param {string} name in the package @param {object} content */
const write = (name, content) =>
  writeFile(new URL(name, out), JSON.stringify(content, null, 2) + '\n');

// Name, version and licence have one place: the package.json of the repository.
async function writePackageFile() {
  const { name, version, description, license } = await read(new URL('package.json', root));
  const own = await read(new URL('embed/package/package.json', root));
  await write('package.json', { name, version, description, license, ...own });
}

/** @param {string[]} target browsers, as esbuild names them */
export async function writePackage(target) {
  await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  await cp(new URL('embed/package/', root), out, { recursive: true });
  await Promise.all([
    writeModules(target),
    writePackageFile(),
    manifest().then((content) => write('custom-elements.json', content)),
    copyFile(new URL('LICENSE', root), new URL('LICENSE', out)),
    ...files.map((name) => cp(new URL(name, served), new URL(name, out), { recursive: true })),
  ]);
}
