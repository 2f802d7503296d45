// The whole of it on one machine: nginx, three endpoints, and three databases with their monitor.

import { join } from 'node:path';
import { Failover } from './failover.mjs';
import { configure } from './nginx.mjs';
import { end, makeFolder, start, until } from './processes.mjs';
import { Replica } from './replica.mjs';

export class Whole {
  /** @type {import('node:child_process').ChildProcess | undefined} */
  #nginx;

  /** @param {string} folder of all @param {number} port of nginx; the others follow it: 1 to 3, 10 to 13 */
  constructor(folder, port) {
    this.folder = folder;
    this.port = port;
    this.databases = new Failover(join(folder, 'db'), port + 10);
    this.replicas = [1, 2, 3].map(
      (number) => new Replica(folder, port + number, this.databases.address),
    );
  }

  /** Without a slash at its end. */
  get url() {
    return `http://127.0.0.1:${this.port}`;
  }

  async start() {
    makeFolder(this.folder);
    await this.databases.start();
    // The first makes the tables and the key.
    for (const replica of this.replicas) await replica.start();
    await this.#startNginx();
  }

  async #startNginx() {
    const own = join(this.folder, 'nginx');
    makeFolder(own);
    makeFolder(join(own, 'cache'));
    const ports = this.replicas.map(({ port }) => port);
    this.#nginx = start('nginx', configure(own, this.port, ports), {
      cwd: own,
      log: join(own, 'log'),
      env: { ...process.env, PATH: `${process.env.PATH}:/usr/sbin` },
    });
    const answers = () =>
      fetch(`${this.url}/health`).then(
        ({ ok }) => ok,
        () => false,
      );
    await until(answers, 20, 'nginx');
  }

  async stop() {
    await end(this.#nginx, 'SIGQUIT');
    await Promise.all(this.replicas.map((replica) => replica.stop()));
    await this.databases.stop();
  }
}
