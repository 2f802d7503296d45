// Another program that is writing to the database.

import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** @param {string} database @returns {[string, string[], string]} what begins, and how it holds it */
const howToHold = (database) =>
  database.startsWith('postgresql:')
    ? ['psql', ['-X', '-q', '-d', database], 'begin; lock table submissions in exclusive mode;']
    : ['sqlite3', ['-cmd', '.timeout 20000', database], 'begin immediate;'];

/** @param {string} database @returns {Promise<() => Promise<void>>} once it writes; ends it */
export async function hold(database) {
  const [program, args, begin] = howToHold(database);
  const holder = spawn(program, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  holder.stdin.write(`${begin}\nselect 1;\n`);
  await once(holder.stdout, 'data');
  return async () => {
    if (holder.exitCode !== null) return;
    holder.stdin.end('rollback;\n');
    await once(holder, 'exit');
  };
}

/**
 * @param {import('node:test').TestContext} t at whose end it ends
 * @param {string} database
 * @returns {Promise<() => Promise<void>>} ends it
 */
export async function holdForWriting(t, database) {
  const release = await hold(database);
  t.after(release);
  return release;
}
