// The reference endpoint itself, on a free port, with a database of its own.

import { strict as assert } from 'node:assert';
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as folders from './folders.mjs';
import { end, firstMatch, start } from './processes.mjs';

/**
 * Folders other than the example's own.
 * @typedef {{ petitions?: string, partners?: string, embed?: string }} Folders
 */

export class Endpoint {
  #folders;
  #home;
  /** @type {import('node:child_process').ChildProcess | undefined} */
  #process;
  #port = 0;

  /** @param {string} home folder of the database @param {Folders} other */
  constructor(home, other) {
    this.#home = home;
    this.#folders = { ...folders, ...other };
  }

  /** Without a slash at its end. */
  get url() {
    return `http://localhost:${this.#port}`;
  }

  get #database() {
    return join(this.#home, 'signatures.sqlite');
  }

  /** Starts it; after kill() or stop(), again, on the same port and with the same database. */
  async start() {
    const { program, petitions, partners, embed } = this.#folders;
    const process = start(program, [
      '--port', String(this.#port),
      '--database', this.#database,
      '--petitions', petitions,
      '--partners', partners,
      '--embed', embed,
    ], { stdio: ['ignore', 'pipe', 'inherit'] });
    this.#process = process;
    const output = /** @type {import('node:stream').Readable} */ (process.stdout);
    const [, port] = await firstMatch(process, output, /Petition Box is at http:\/\/localhost:(\d+)\/\n/, 'the endpoint');
    this.#port = Number(port);
  }

  /** Stops it as an operator does; an error when it does not end well (a sanitizer's finding is no good end). */
  async stop() {
    if (this.#process === undefined) return;
    const status = await end(this.#process);
    this.#process = undefined;
    assert.equal(status, 0, 'the exit status of the endpoint');
  }

  /** Ends it as a power cut does. */
  async kill() {
    if (this.#process !== undefined) await end(this.#process, 'SIGKILL');
    this.#process = undefined;
  }

  /** @param {string} query SQL that only reads @returns {Promise<Record<string, unknown>[]>} */
  async rows(query) {
    const { stdout } = await promisify(execFile)('sqlite3', ['-readonly', '-json', this.#database, query], { timeout: 10_000 });
    return stdout.trim() === '' ? [] : JSON.parse(stdout);
  }
}

/**
 * @param {import('node:test').TestContext} t at whose end the endpoint stops and its database goes
 * @param {Folders} [other]
 * @returns {Promise<Endpoint>} which listens
 */
export async function startEndpoint(t, other = {}) {
  const home = await mkdtemp(join(tmpdir(), 'petition-box-endpoint-'));
  const endpoint = new Endpoint(home, other);
  t.after(async () => {
    await endpoint.stop().finally(() => rm(home, { recursive: true }));
  });
  await endpoint.start();
  return endpoint;
}
