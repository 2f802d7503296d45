// The reference endpoint as a process of its own, with a database in a folder of its own.

import { strict as assert } from 'node:assert';
import { within } from '../browser/deadline.mjs';
import * as folders from '../browser/folders.mjs';
import { end, firstMatch, start } from '../browser/processes.mjs';
import { deletionOn, keyOf, newDatabase, rowsOf, runOn, sequenceOf } from './database.mjs';
import { endpoints } from './request.mjs';

/**
 * @typedef {import('node:test').TestContext} TestContext
 * @typedef {import('node:child_process').ChildProcess} ChildProcess
 * @typedef {{
 *   program?: string,
 *   petitions?: string,
 *   embed?: string,
 *   partners?: string,
 *   database?: string,
 *   options?: string[],
 *   env?: Record<string, string>,
 * }} Settings
 */

/**
 * Runs it where it is expected to end by itself.
 * @param {string[]} args
 * @param {Record<string, string>} [env] besides that of the test
 * @returns {Promise<{ status: number | null, out: string, error: string }>}
 */
export async function runEndpoint(args, env = {}) {
  const child = start(folders.program, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  let out = '';
  let error = '';
  child.stdout?.on('data', (chunk) => {
    out += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    error += chunk;
  });
  try {
    await within(
      new Promise((resolve) => child.once('close', resolve)),
      45_000,
      'the end of the program',
    );
  } finally {
    await end(child);
  }
  return { status: child.exitCode, out, error };
}

export class Endpoint {
  #settings;
  /** @type {ChildProcess | undefined} */
  #child;
  /** All that it has written, on both outputs, over all its lives. */
  written = '';
  port = 0;
  database;

  /** @param {Settings} [settings] */
  constructor(settings = {}) {
    this.#settings = { ...folders, ...settings };
    this.database = settings.database ?? newDatabase();
  }

  get pid() {
    return /** @type {number} */ (this.#child?.pid);
  }

  /** Without a slash at its end. */
  get url() {
    return `http://localhost:${this.port}`;
  }

  get petition() {
    return `${this.url}/petitions/health-data`;
  }

  get signatures() {
    return `${this.petition}/signatures`;
  }

  /** Starts it; after its end, again, on the same port and with the same database. */
  async start() {
    const child = start(this.#settings.program, this.argumentsFor({}), {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...this.#settings.env },
    });
    this.#child = child;
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk) => {
        this.written += chunk;
      });
    const output = /** @type {import('node:stream').Readable} */ (child.stdout);
    const [, port] = await firstMatch(
      child,
      output,
      /Petition Box is at http:\/\/localhost:(\d+)\/\n/,
      'the endpoint',
    ).catch(async ({ message }) => {
      // What it has said of that may come after its end.
      await new Promise((resolve) => setTimeout(resolve, 100));
      throw new Error(`${message}; in all: ${this.written}`);
    });
    output.resume();
    this.port = Number(port);
    endpoints.add(this.url);
  }

  /** Those of its command line, with other settings. @param {Settings} settings */
  argumentsFor(settings) {
    const { petitions, embed, partners, options = [] } = { ...this.#settings, ...settings };
    const folders = { '--petitions': petitions, '--embed': embed, '--partners': partners };
    const database = settings.database ?? this.database;
    const all = { '--port': String(this.port), '--database': database, ...folders };
    return [...Object.entries({ ...all, ...keyOf(database) }).flat(), ...options];
  }

  /** Other folders or options, from the next start on. @param {Settings} settings */
  use(settings) {
    this.#settings = { ...this.#settings, ...settings };
  }

  /** @param {NodeJS.Signals} name */
  signal(name) {
    process.kill(this.pid, name);
  }

  /** @returns {Promise<number | null>} its exit status, once it has ended; null: by a signal */
  async ended() {
    const child = /** @type {ChildProcess} */ (this.#child);
    if (child.exitCode === null && child.signalCode === null) {
      await within(
        new Promise((resolve) => child.once('exit', resolve)),
        30_000,
        'the end of the endpoint',
      );
    }
    return child.exitCode;
  }

  /**
   * Stops it as an operator does; an error when it does not end well (a sanitizer's finding is no
   * good end).
   */
  async stop() {
    if (this.#child === undefined) return;
    const status = await end(this.#child);
    this.#child = undefined;
    assert.equal(status, 0, `the exit status of the endpoint, which wrote: ${this.written}`);
  }

  /** Ends it as a power cut does. */
  async kill() {
    if (this.#child !== undefined) await end(this.#child, 'SIGKILL');
    this.#child = undefined;
  }

  /** @param {string} query SQL that only reads @returns {Promise<Record<string, unknown>[]>} */
  rows(query) {
    return rowsOf(this.database, query);
  }

  /** Changes the database behind the endpoint's back. @param {string} statement of SQL */
  run(statement) {
    return runOn(this.database, statement);
  }

  /** The words of SQL that begin a deletion with all that belongs to the rows. */
  get deletion() {
    return deletionOn(this.database);
  }

  /** The column of SQL in whose order rows have come. */
  get sequence() {
    return sequenceOf(this.database);
  }
}

/**
 * @param {TestContext} t at whose end the endpoint stops
 * @param {Settings} [settings]
 * @returns {Promise<Endpoint>} which listens
 */
export async function startEndpoint(t, settings = {}) {
  const endpoint = new Endpoint(settings);
  t.after(() => endpoint.stop());
  await endpoint.start();
  return endpoint;
}
