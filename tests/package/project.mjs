// A project with nothing in it but the package, installed as npm installs it, without a network.

import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromTop } from '../browser/folders.mjs';
import { temporaryFolder } from '../browser/temporary-folder.mjs';

export const repository = fromTop('');

/** @param {string} folder where npm runs @param {string[]} args @returns {string} what it prints */
function npm(folder, ...args) {
  const cache = join(temporaryFolder('npm'), 'cache');
  return execFileSync('npm', [...args, '--offline', '--ignore-scripts', '--cache', cache], {
    cwd: folder,
    encoding: 'utf8',
    timeout: 120_000,
  });
}

const tarballs = temporaryFolder('tarball');

const [{ filename, files: packed }] = JSON.parse(
  npm(tarballs, 'pack', fromTop('build/package'), '--json'),
);

/** Paths of the files in the package, as npm packs it. @type {string[]} */
export const files = packed.map((/** @type {{ path: string }} */ file) => file.path);

const first = temporaryFolder('project');
writeFileSync(join(first, 'package.json'), '{ "private": true, "type": "module" }\n');
npm(first, 'install', '--no-audit', '--no-fund', join(tarballs, filename));

/** @returns {{ folder: string, installed: string }} the project, and the package's folder in it */
export function emptyProject() {
  const folder = temporaryFolder('project');
  cpSync(first, folder, { recursive: true, verbatimSymlinks: true });
  return { folder, installed: join(folder, 'node_modules/petition-box') };
}

/**
 * Writes a file of the project.
 * @param {string} folder of the project
 * @param {string} name with the folders it lies in
 * @param {string} text
 */
export function write(folder, name, text) {
  mkdirSync(join(folder, name, '..'), { recursive: true });
  writeFileSync(join(folder, name), text);
}
