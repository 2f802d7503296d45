// One endpoint of several that share a database. Where it ends by itself it is started again, as
// systemd does.

import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { end, start, until } from './processes.mjs';

const fromTop = (/** @type {string} */ path) =>
  fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** The build's program. */
export const program =
  process.env.PETITION_ENDPOINT ?? fromTop('build/native/examples/endpoint/petition-endpoint');

export class Replica {
  /** @type {string[]} */
  #args = [];
  #folder;
  #program = program;
  #wanted = false;
  /** @type {import('node:child_process').ChildProcess | undefined} */
  #child;

  /**
   * @param {string} folder of what it writes, and of the key that all share
   * @param {number} port
   * @param {string} database
   * @param {{ petitions?: string, program?: string }} [other]
   */
  constructor(folder, port, database, other = {}) {
    this.#folder = folder;
    this.port = port;
    this.database = database;
    this.use(other);
  }

  /** From the next start on. @param {{ petitions?: string, program?: string }} other */
  use({ petitions = fromTop('examples/petitions'), program: name = program }) {
    this.#program = name;
    this.#args = [
      ...['--port', String(this.port), '--database', this.database, '--replicated', 'yes'],
      ...['--key', join(this.#folder, 'key'), '--petitions', petitions],
      ...['--embed', fromTop('build/embed'), '--partners', fromTop('build/partners')],
      // Whoever measures sends all from one address.
      ...['--requests-of-address', '0', '--connections-of-address', '0'],
    ];
  }

  get url() {
    return `http://127.0.0.1:${this.port}`;
  }

  #run() {
    const log = join(this.#folder, `replica-${this.port}.log`);
    const child = start(this.#program, this.#args, { cwd: this.#folder, log });
    child.once('exit', async () => {
      await pause(1000);
      if (this.#wanted && this.#child === child) this.#run();
    });
    this.#child = child;
  }

  async start() {
    this.#wanted = true;
    this.#run();
    await this.answers();
  }

  async answers() {
    const ask = () =>
      fetch(`${this.url}/health`).then(
        ({ ok }) => ok,
        () => false,
      );
    await until(ask, 60, `the endpoint at port ${this.port}`);
  }

  /** Ends it as a power cut does; it is started again. */
  kill() {
    this.#child?.kill('SIGKILL');
  }

  async stop() {
    this.#wanted = false;
    await end(this.#child);
  }
}
