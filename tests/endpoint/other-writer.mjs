// Another program that is writing to the database.

import { spawn } from 'node:child_process';
import { once } from 'node:events';

/**
 * @param {import('node:test').TestContext} t
 * @param {string} database
 * @returns {Promise<() => Promise<void>>} ends it
 */
export async function holdForWriting(t, database) {
  const holder = spawn('sqlite3', [database], { stdio: ['pipe', 'pipe', 'inherit'] });
  t.after(() => holder.kill());
  holder.stdin.write('begin immediate;\nselect 1;\n');
  await once(holder.stdout, 'data');
  return async () => {
    holder.stdin.end('rollback;\n');
    await once(holder, 'exit');
  };
}
