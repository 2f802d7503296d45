// Petition documents for the endpoint to serve.

import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { petitions } from '../browser/folders.mjs';

/** @typedef {import('node:test').TestContext} TestContext */

/** @returns {any} the example petition, new at each call */
export const healthData = () =>
  JSON.parse(readFileSync(join(petitions, 'health-data.json'), 'utf8'));

/** @param {TestContext} t at whose end the folder goes @returns {Promise<string>} */
export async function newFolder(t) {
  const folder = await mkdtemp(join(tmpdir(), 'petition-endpoint-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/**
 * @param {TestContext} t at whose end the folder goes
 * @param {Record<string, string>} files name to content
 * @returns {Promise<string>}
 */
export async function folderOf(t, files) {
  const folder = await newFolder(t);
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  return folder;
}

/** @param {TestContext} t @param {any[]} documents */
export const petitionsFolder = (t, ...documents) =>
  folderOf(
    t,
    Object.fromEntries(
      documents.map((document) => [`${document.petition}.json`, JSON.stringify(document)]),
    ),
  );
