// The reference endpoint itself, on a free port, with a database of its own.

import { strict as assert } from 'node:assert';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as folders from './folders.mjs';
import { end, firstMatch, start } from './processes.mjs';
import { temporaryFolder } from './temporary-folder.mjs';

/**
 * Folders other than the example's own.
 * @typedef {{ petitions?: string, partners?: string, embed?: string }} Folders
 */

export class Endpoint {
  #folders;
  #database = join(temporaryFolder('endpoint'), 'signatures.sqlite');
  /** @type {import('node:child_process').ChildProcess | undefined} */
  #process;
  #port = 0;

  /** @param {Folders} other */
  constructor(other) {
    this.#folders = { ...folders, ...other };
  }

  /** Without a slash at its end. */
  get url() {
    return `http://localhost:${this.#port}`;
  }

  /** Starts it; after kill() or stop(), again, on the same port and with the same database. */
  async start() {
    const { program, petitions, partners, embed } = this.#folders;
    const process = start(
      program,
      [
        '--port',
        String(this.#port),
        '--database',
        this.#database,
        '--petitions',
        petitions,
        '--partners',
        partners,
        '--embed',
        embed,
      ],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    this.#process = process;
    const output = /** @type {import('node:stream').Readable} */ (process.stdout);
    const [, port] = await firstMatch(
      process,
      output,
      /Petition Box is at http:\/\/localhost:(\d+)\/\n/,
      'the endpoint',
    );
    this.#port = Number(port);
  }

  /**
   * Stops it as an operator does; an error when it does not end well (a sanitizer's finding is no
   * good end).
   */
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
    const { stdout } = await promisify(execFile)(
      'sqlite3',
      ['-readonly', '-json', this.#database, query],
      { timeout: 10_000 },
    );
    return stdout.trim() === '' ? [] : JSON.parse(stdout);
  }
}

/**
 * @param {import('node:test').TestContext} t at whose end the endpoint stops
 * @param {Folders} [other]
 * @returns {Promise<Endpoint>} which listens
 */
export async function startEndpoint(t, other = {}) {
  const endpoint = new Endpoint(other);
  t.after(() => endpoint.stop());
  await endpoint.start();
  return endpoint;
}
