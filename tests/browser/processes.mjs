// The processes that a test starts. Each leads a process group of its own, so that its children end
// with it, and all of them are ended when the test process ends, however it ends short of SIGKILL.

import { spawn } from 'node:child_process';
import { within } from './deadline.mjs';

/** @typedef {import('node:child_process').ChildProcess} ChildProcess */

/** @type {Set<ChildProcess>} */
const running = new Set();

process.on('exit', () => running.forEach((child) => signal(child, 'SIGKILL')));
for (const [name, number] of /** @type {const} */ ([
  ['SIGINT', 2],
  ['SIGTERM', 15],
  ['SIGHUP', 1],
])) {
  process.on(name, () => process.exit(128 + number));
}

/**
 * @param {string} program
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 * @returns {ChildProcess}
 */
export function start(program, args, options) {
  const child = spawn(program, args, { ...options, detached: true });
  running.add(child);
  return child;
}

/**
 * @param {ChildProcess} child
 * @param {import('node:stream').Readable} stream one of the child's outputs
 * @param {RegExp} pattern
 * @param {string} what named in the error
 * @returns {Promise<RegExpMatchArray>} the first match in what the child writes
 */
export function firstMatch(child, stream, pattern, what) {
  let text = '';
  /** @type {Promise<RegExpMatchArray>} */
  const match = new Promise((resolve, reject) => {
    stream.on('data', function read(chunk) {
      text += chunk;
      const found = text.match(pattern);
      if (!found) return;
      stream.off('data', read).resume();
      resolve(found);
    });
    child.once('error', (error) => reject(new Error(`${what}: ${error.message}`)));
    child.once('exit', (status) =>
      reject(new Error(`${what}: ended with status ${status}, having written: ${text}`)),
    );
  });
  return within(match, 45_000, what);
}

/**
 * Asks a process to end, waits ten seconds at most, then ends by force whatever is left of its
 * group.
 * @param {ChildProcess} child
 * @param {NodeJS.Signals} [name]
 * @returns {Promise<number | null>} the exit status, null when a signal ended it
 */
export async function end(child, name = 'SIGTERM') {
  if (child.pid !== undefined && child.exitCode === null && child.signalCode === null) {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    signal(child, name);
    await within(ended, 10_000, 'ending a process').catch(() => {
      signal(child, 'SIGKILL');
      return within(ended, 5_000, 'killing a process');
    });
  }
  signal(child, 'SIGKILL');
  running.delete(child);
  return child.exitCode;
}

/** @param {ChildProcess} child @param {NodeJS.Signals} name */
function signal(child, name) {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, name);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ESRCH') throw error;
  }
}
