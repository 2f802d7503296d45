// The programs of the command line, each run to its end.

import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { within } from '../browser/deadline.mjs';
import { fromTop } from '../browser/folders.mjs';

/** @typedef {{ status: number | null, out: string, error: string }} Ended */

export const healthData = fromTop('examples/petitions/health-data.json');
const render = process.env.PETITION_RENDER ?? fromTop('build/tests/widget/petition-render');
const check = process.env.PETITION_CHECK ?? fromTop('build/tests/widget/petition-check');

/**
 * @param {string} program
 * @param {string[]} args
 * @param {string | Buffer} [input] to standard input
 * @returns {Promise<Ended>} status: null where a signal ended it
 */
function run(program, args, input = '') {
  const child = spawn(program, args);
  let out = '';
  let error = '';
  child.stdout.setEncoding('utf8').on('data', (text) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    error += text;
  });
  // It may end before it has read everything.
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  /** @type {Promise<Ended>} */
  const ended = new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, out, error }));
  });
  return within(ended, 30_000, `the end of ${program}`).finally(() => child.kill());
}

/** @param {string[]} args @param {string | Buffer} [input] */
export const petitionRender = (args, input) => run(render, args, input);

/** @param {string[]} args @param {string | Buffer} [input] */
export const petitionCheck = (args, input) => run(check, args, input);

/**
 * @param {import('node:test').TestContext} t at whose end the folder goes
 * @param {Record<string, string | Buffer>} files name to content
 * @returns {Promise<(name: string) => string>} the path of a file
 */
export async function folderWith(t, files) {
  const folder = await mkdtemp(join(tmpdir(), 'petition-command-'));
  t.after(() => rm(folder, { recursive: true }));
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  return (name) => join(folder, name);
}
