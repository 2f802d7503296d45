import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** @type {string[]} */
const folders = [];

process.on('exit', () =>
  folders.forEach((folder) => rmSync(folder, { recursive: true, force: true, maxRetries: 3 })),
);

/**
 * @param {string} what it is for
 * @returns {string} a new folder, removed when the test process ends
 */
export function temporaryFolder(what) {
  const folder = mkdtempSync(join(tmpdir(), `petition-box-${what}-`));
  folders.push(folder);
  return folder;
}
