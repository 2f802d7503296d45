// The processes of the cluster. Each leads a group of its own, so that Ctrl-C reaches this program
// only, which ends them in order; whatever is left of them ends with it.

import { execFileSync, spawn } from 'node:child_process';
import { chownSync, mkdirSync, openSync, closeSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** @typedef {import('node:child_process').ChildProcess} ChildProcess */

/** @type {Set<ChildProcess>} */
const running = new Set();
process.on('exit', () => running.forEach(({ pid }) => pid !== undefined && killTree(pid)));

/** @param {string} what @returns {number} */
const idOf = (what) => Number(execFileSync('id', [what, 'postgres']).toString());

/**
 * Who runs them: whoever has started this. PostgreSQL refuses root; for root Debian's user for it does.
 * @type {{ uid?: number, gid?: number }}
 */
export const owner = process.getuid?.() === 0 ? { uid: idOf('-u'), gid: idOf('-g') } : {};

/** @param {string} path of a folder that is made, for those who run in it */
export function makeFolder(path) {
  mkdirSync(path, { recursive: true });
  if (owner.uid !== undefined && owner.gid !== undefined) chownSync(path, owner.uid, owner.gid);
}

/**
 * @param {string} program
 * @param {string[]} args
 * @param {{ cwd: string, log: string, env?: NodeJS.ProcessEnv }} how log: the file for what it writes
 * @returns {ChildProcess}
 */
export function start(program, args, { cwd, log, env = process.env }) {
  const file = openSync(log, 'a');
  const child = spawn(program, args, {
    ...owner,
    cwd,
    env,
    detached: true,
    stdio: ['ignore', file, file],
  });
  closeSync(file);
  child.on('error', () => {});
  running.add(child);
  return child;
}

/** @param {ChildProcess | undefined} child @returns {boolean} */
export const isRunning = (child) =>
  child?.pid !== undefined && child.exitCode === null && child.signalCode === null;

/** @param {ChildProcess} child @returns {Promise<void>} an error where it does not end well */
export async function ended(child) {
  const status = child.exitCode ?? (await new Promise((resolve) => child.once('exit', resolve)));
  if (status !== 0) throw new Error(`${child.spawnargs.join(' ')}: ended with status ${status}`);
}

/** @param {ChildProcess | undefined} child @param {NodeJS.Signals} [name] */
export async function end(child, name = 'SIGTERM') {
  if (child?.pid === undefined) return;
  if (isRunning(child)) {
    const ended = new Promise((resolve) => child.once('exit', () => resolve(true)));
    child.kill(name);
    await Promise.race([ended, pause(20_000, undefined, { ref: false })]);
  }
  if (isRunning(child)) killTree(child.pid);
  running.delete(child);
}

/** @param {number} pid @returns {number[]} it and its children, and theirs */
function treeOf(pid) {
  const lines = execFileSync('ps', ['-eo', 'pid=,ppid=']).toString().trim().split('\n');
  const all = lines.map((line) => line.trim().split(/\s+/).map(Number));
  const tree = [pid];
  for (const parent of tree) {
    tree.push(...all.filter(([, ppid]) => ppid === parent).map(([id]) => id));
  }
  return tree;
}

/** Ends a process and all that it has started, parents first, as a power cut does. @param {number} pid */
export function killTree(pid) {
  for (const id of treeOf(pid)) {
    try {
      process.kill(id, 'SIGKILL');
    } catch {
      // It has ended by itself.
    }
  }
}

/**
 * Asks again and again until the answer is truthy.
 * @template T
 * @param {() => Promise<T>} ask
 * @param {number} seconds
 * @param {string} what named in the error
 * @returns {Promise<T>}
 */
export async function until(ask, seconds, what) {
  const end = Date.now() + 1000 * seconds;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (Date.now() > end) throw new Error(`${what}: not within ${seconds} seconds`);
    await pause(50);
  }
}
