// Snippets, as the command line writes them.

import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { embed, fromTop } from './folders.mjs';
import { temporaryFolder } from './temporary-folder.mjs';

const program = process.env.PETITION_RENDER ?? fromTop('build/tests/widget/petition-render');

/**
 * @param {import('./documents.mjs').Json} document
 * @param {string[]} options of petition-render
 * @returns {string} HTML
 */
export function snippetOf(document, ...options) {
  const file = join(temporaryFolder('document'), 'petition.json');
  writeFileSync(file, JSON.stringify(document));
  return execFileSync(program, ['--embed', embed, ...options, file], { encoding: 'utf8' });
}

/** Where the resources of a partner's site are (partner-site.mjs). */
export const places = [
  ['--base', '/embed/'],
  ['--src', '/petition'],
  ['--endpoint', '/signatures'],
  ['--sign-page', '/sign'],
  ['--lang', 'fr'],
].flat();
