// A cluster of PostgreSQL of the tests' own, which listens in its folder only. Where the tests run as
// root, who may not run it, Debian's user for it does.

import { execFileSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { start } from '../browser/processes.mjs';

/** @param {string} name of a program of the server, which Debian leaves out of PATH @returns {string} */
function programOf(name) {
  const paths = (process.env.PATH ?? '').split(':');
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian) : [];
  const newest = versions.sort((a, b) => Number(b) - Number(a));
  const folders = [...paths, ...newest.map((version) => join(debian, version, 'bin'))];
  const found = folders.find((folder) => existsSync(join(folder, name)));
  if (found === undefined) throw new Error('PostgreSQL is not installed: examples/install tests');
  return join(found, name);
}

/** @returns {{ uid?: number, gid?: number }} who runs it */
function owner() {
  if (process.getuid?.() !== 0) return {};
  const id = (/** @type {string} */ what) =>
    Number(execFileSync('id', [what, 'postgres']).toString());
  return { uid: id('-u'), gid: id('-g') };
}

/** @param {string} path of a folder that is made, for who runs it */
function makeFolder(path) {
  mkdirSync(path, { recursive: true });
  const { uid, gid } = owner();
  if (uid !== undefined && gid !== undefined) chownSync(path, uid, gid);
}

/** @param {number} pid @param {NodeJS.Signals | 0} name @returns {boolean} whether it is there */
function signal(pid, name) {
  try {
    return process.kill(pid, name);
  } catch {
    return false;
  }
}

/** @param {number} ms */
const pause = (ms) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);

export class Cluster {
  /** @param {string} folder where its socket is */
  constructor(folder) {
    this.folder = folder;
  }

  get #data() {
    return join(this.folder, 'data');
  }

  /** @param {string} name @param {string[]} args */
  #run(name, args) {
    execFileSync(programOf(name), args, { ...owner(), cwd: this.folder, stdio: 'ignore' });
  }

  /**
   * Makes it and starts it.
   * @param {{ safe?: boolean, lasting?: boolean }} [how] safe: what it has said to be written survives
   *   a power cut; it is faster without. lasting: it runs on when this process has ended
   */
  make({ safe = false, lasting = false } = {}) {
    // Before its folder goes.
    if (!lasting) process.prependListener('exit', () => this.isThere && this.kill());
    makeFolder(this.folder);
    this.#run('initdb', [
      ...['-D', this.#data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8'],
      ...['--no-locale', '--no-sync'],
    ]);
    this.settings = safe ? [] : ['fsync=off', 'full_page_writes=off'];
    this.start();
  }

  /**
   * Makes it a copy of another, safe, which follows that one from then on and is only read; what it
   * was before is gone.
   * @param {Cluster} primary
   */
  copy(primary) {
    process.prependListener('exit', () => this.isThere && this.kill());
    makeFolder(this.folder);
    rmSync(this.#data, { recursive: true, force: true });
    this.#run('pg_basebackup', [
      ...['-D', this.#data, '-h', primary.folder, '-U', 'postgres'],
      ...['--write-recovery-conf', '--checkpoint=fast', '--no-sync'],
    ]);
    this.start();
  }

  /** It takes over: what it has followed until now is gone. */
  promote() {
    this.#run('pg_ctl', ['-D', this.#data, '-w', 'promote']);
  }

  start() {
    const settings = [
      ...['listen_addresses=', `unix_socket_directories=${this.folder}`, 'max_connections=200'],
      ...(this.settings ?? []),
    ];
    const options = settings.map((setting) => `-c ${setting}`).join(' ');
    const log = join(this.folder, 'log');
    this.#run('pg_ctl', ['-D', this.#data, '-w', '-l', log, '-o', options, 'start']);
  }

  /**
   * Starts what a standby is to the server: it has all that is written, on a disk, before it says so.
   * @returns {import('node:child_process').ChildProcess} which calls itself pg_receivewal
   */
  follow() {
    const folder = join(this.folder, 'standby');
    makeFolder(folder);
    const args = ['-D', folder, '-h', this.folder, '-U', 'postgres', '--synchronous'];
    return start(programOf('pg_receivewal'), args, {
      ...owner(),
      cwd: this.folder,
      stdio: 'ignore',
    });
  }

  /** As an operator does, or without waiting for anybody. @param {'fast' | 'immediate'} [how] */
  stop(how = 'fast') {
    if (!this.isThere) return;
    this.#run('pg_ctl', ['-D', this.#data, '-w', '-m', how, 'stop']);
  }

  /** Ends all of its processes as a power cut does. */
  kill() {
    const [first] = readFileSync(join(this.#data, 'postmaster.pid'), 'utf8').split('\n');
    if (!signal(Number(first), 0)) return;
    const others = execFileSync('ps', ['-o', 'pid=', '--ppid', first]).toString().split('\n');
    const all = [first, ...others].filter((pid) => pid.trim() !== '').map(Number);
    all.forEach((pid) => signal(pid, 'SIGKILL'));
    while (all.some((pid) => signal(pid, 0))) pause(10);
  }

  get isThere() {
    return existsSync(join(this.folder, 'data', 'postmaster.pid'));
  }

  /** @param {string} [schema] in which all is made and found @returns {string} */
  address(schema) {
    const path =
      schema === undefined ? '' : `&options=-csearch_path%3D${schema}&application_name=${schema}`;
    return `postgresql://postgres@/postgres?host=${encodeURIComponent(this.folder)}${path}`;
  }
}
