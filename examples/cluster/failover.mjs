// Three nodes of PostgreSQL, one of which takes what is written, and the monitor of pg_auto_failover
// that makes another of them the primary where that one is lost. All listen on loopback only and
// trust whoever comes from there, which is right for a trial on a machine of one's own.

import { execFile } from 'node:child_process';
import { appendFileSync, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { end, ended, isRunning, killTree, makeFolder, start, until } from './processes.mjs';

/** @typedef {import('node:child_process').ChildProcess} ChildProcess */

const host = '127.0.0.1';
const names = ['one', 'two', 'three'];
const trusting = ['--auth', 'trust', '--no-ssl', '--hostname', host];

// How soon a primary that says nothing counts as lost, in ms. As they come (20 s, 30 s, 20 s, 5 s, 2)
// it takes 40 s; a network that drops packets for seconds may want these.
const monitorSettings = {
  'pgautofailover.node_considered_unhealthy_timeout': 3000,
  'pgautofailover.primary_demote_timeout': 3000,
  'pgautofailover.health_check_period': 1000,
  'pgautofailover.health_check_timeout': 1000,
  'pgautofailover.health_check_max_retries': 1,
};

/** @returns {string} the folder of the programs of the newest PostgreSQL with pg_auto_failover */
function programs() {
  const top = '/usr/lib/postgresql';
  const versions = existsSync(top) ? readdirSync(top).sort((a, b) => Number(b) - Number(a)) : [];
  const found = versions.find((version) =>
    existsSync(join(top, version, 'lib', 'pgautofailover.so')),
  );
  if (found === undefined) {
    throw new Error('pg_auto_failover is not installed: examples/install cluster');
  }
  return join(top, found, 'bin');
}

/** Whether this machine has it. */
export function isInstalled() {
  try {
    return Boolean(programs());
  } catch {
    return false;
  }
}

export class Failover {
  #folder;
  #port;
  /** @type {Map<string, ChildProcess>} */
  #children = new Map();

  /** @param {string} folder of all @param {number} port of the monitor; those of the nodes follow it */
  constructor(folder, port) {
    this.#folder = folder;
    this.#port = port;
  }

  get #monitor() {
    return `postgres://autoctl_node@${host}:${this.#port}/pg_auto_failover`;
  }

  /** @param {string} name */
  #portOf(name) {
    return this.#port + 1 + names.indexOf(name);
  }

  /** What they keep outside of their data, they keep here too. */
  get #env() {
    const names = ['HOME', 'XDG_DATA_HOME', 'XDG_CONFIG_HOME', 'XDG_RUNTIME_DIR'];
    const own = [...names, 'PG_REGRESS_SOCK_DIR', 'PGHOST'].map((name) => [name, this.#own]);
    return { ...process.env, ...Object.fromEntries(own), PATH: `${programs()}:/usr/bin:/bin` };
  }

  get #own() {
    return join(this.#folder, 'own');
  }

  /** @param {string} name @param {string[]} words of pg_autoctl */
  #run(name, words) {
    const log = join(this.#folder, `${name}.log`);
    const all = [...words, '--pgdata', join(this.#folder, name)];
    const child = start('pg_autoctl', all, { cwd: this.#folder, log, env: this.#env });
    this.#children.set(name, child);
    return child;
  }

  /** @param {string} name @returns {boolean} */
  #isMade(name) {
    return existsSync(join(this.#folder, name, 'PG_VERSION'));
  }

  async #startMonitor() {
    if (!this.#isMade('monitor')) {
      const port = ['--pgport', String(this.#port)];
      await ended(this.#run('monitor', ['create', 'monitor', ...port, ...trusting]));
      const setting = ['postgresql.listen_addresses', host];
      await ended(this.#run('monitor', ['config', 'set', ...setting]));
      const lines = Object.entries(monitorSettings).map(([name, value]) => `${name} = ${value}\n`);
      appendFileSync(join(this.#folder, 'monitor', 'postgresql.conf'), lines.join(''));
    }
    this.#run('monitor', ['run']);
    await until(() => this.states(), 60, 'the monitor');
  }

  /** @param {string} name of a node that does not run */
  startNode(name) {
    if (this.#isMade(name)) return this.#run(name, ['run']);
    const own = ['--name', name, '--pgport', String(this.#portOf(name)), '--listen', host];
    const database = ['--username', 'petitions', '--dbname', 'petitions'];
    const words = [...own, ...database, '--monitor', this.#monitor, ...trusting, '--run'];
    return this.#run(name, ['create', 'postgres', ...words]);
  }

  /** Starts all, and waits until two have what the primary has. */
  async start() {
    // The name of a socket is short (sys/un.h); PostgreSQL adds its own to the folder's.
    if (this.#own.length > 85) throw new Error(`a shorter path than ${this.#folder} is needed`);
    makeFolder(this.#folder);
    makeFolder(this.#own);
    await this.#startMonitor();
    const [first, ...others] = names;
    const isNew = !this.#isMade(first);
    this.startNode(first);
    // The first makes the database, the others copy it.
    const isSingle = async () => (await this.states())?.get(first) === 'single';
    if (isNew) await until(isSingle, 60, 'a database');
    others.forEach((name) => this.startNode(name));
    // Of those that were there one may be unable to follow, as it was stopped while it was lost.
    await (isNew ? this.becomesWhole() : this.becomesWhole(90, 1));
  }

  /**
   * One primary, and others that have all that it has.
   * @param {number} [seconds]
   * @param {number} [least] of the others
   */
  async becomesWhole(seconds = 90, least = names.length - 1) {
    const whole = async () => {
      const all = [...((await this.states()) ?? new Map()).values()];
      const count = (/** @type {string} */ state) => all.filter((one) => one === state).length;
      if (count('primary') === 1 && count('secondary') >= least) return true;
      // A copy begins with a checkpoint, which takes minutes of leisure unless somebody asks for one.
      await this.#ask('checkpoint', this.address).catch(() => {});
      await pause(200);
      return false;
    };
    await until(whole, seconds, `a primary and ${least} that follow`);
  }

  /** @param {string} sql @param {string} [where] @returns {Promise<string>} what the monitor answers */
  async #ask(sql, where = this.#monitor) {
    const args = ['-X', '-q', '-A', '-t', '-d', where, '-c', sql];
    const { stdout } = await promisify(execFile)('psql', args, { timeout: 5000 });
    return stdout.trim();
  }

  /**
   * @returns {Promise<Map<string, string> | undefined>} of each node: single, primary, secondary and
   *   others; one that is to become something else says so: primary>demoted
   */
  async states() {
    try {
      const lines = await this.#ask(
        `select nodename || '=' || case when reportedstate = goalstate then reportedstate::text
           else reportedstate || '>' || goalstate end from pgautofailover.node`,
      );
      const pairs = lines.split('\n').filter(Boolean);
      return new Map(pairs.map((line) => /** @type {[string, string]} */ (line.split('='))));
    } catch {
      return undefined;
    }
  }

  /** @returns {Promise<string>} the node that takes what is written, or is about to */
  async primary() {
    const find = async () =>
      [...((await this.states()) ?? new Map())].find(([, state]) =>
        /^(.*>)?(wait_primary|primary|single)$/.test(state),
      );
    const [name] = (await until(find, 30, 'a primary')) ?? [];
    return name;
  }

  /** Ends a node as a power cut does. @param {string} name */
  kill(name) {
    const child = this.#children.get(name);
    if (child?.pid !== undefined && isRunning(child)) killTree(child.pid);
  }

  /** The monitor first, or it would take the primary for lost. */
  async stop() {
    await end(this.#children.get('monitor'));
    const nodes = names.map((name) => this.#children.get(name));
    await Promise.all(nodes.map((child) => end(child)));
  }

  /** Of all nodes, for the endpoint, which finds out by itself which of them can write. */
  get address() {
    const hosts = names.map((name) => `${host}:${this.#portOf(name)}`).join(',');
    return `postgresql://petitions@${hosts}/petitions?target_session_attrs=read-write`;
  }
}

