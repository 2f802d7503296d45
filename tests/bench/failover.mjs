// Whether a signature that was answered 201 is ever lost where the primary database is, and how
// soon signatures are taken again: node tests/bench/failover.mjs [KILLS]
// nginx, three endpoints and three databases on this machine, as examples/cluster/run starts them; the
// primary is killed under load again and again. The program is build/native's; PETITION_ENDPOINT names
// another.

import { execFileSync } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { Whole } from '../../examples/cluster/whole.mjs';
import { makeFolder } from '../../examples/cluster/processes.mjs';
import { temporaryFolder } from '../browser/temporary-folder.mjs';
import { send } from '../endpoint/request.mjs';
import { Signers } from '../endpoint/signers-again.mjs';

const kills = Number(process.argv[2] ?? 20);
const folder = temporaryFolder('failover');
makeFolder(folder);
const whole = new Whole(folder, 24_000);

/** @param {string} sql @returns {string} what the primary answers */
const ask = (sql) =>
  execFileSync('psql', ['-X', '-A', '-t', '-d', whole.databases.address, '-c', sql], {
    maxBuffer: 1 << 30,
  })
    .toString()
    .trim();

/** @param {number[]} all @param {number} share */
const quantile = (all, share) =>
  [...all].sort((a, b) => a - b)[Math.floor(share * (all.length - 1))];

try {
  await whole.start();
  const signers = new Signers(`${whole.url}/petitions/health-data/signatures`, 32);
  /** @type {number[]} */
  const seconds = [];
  const windows = [];
  const load = signers.sign();
  for (let kill = 0; kill < kills; ++kill) {
    await pause(1000 + 2000 * Math.random());
    const primary = await whole.databases.primary();
    const began = Date.now();
    whole.databases.kill(primary);
    // The first that is begun after the kill and taken, of all who try.
    const taken = await signers.nextTaken(60_000);
    seconds.push((taken - began) / 1000);
    windows.push(ask('show synchronous_standby_names') === '' ? 'none' : 'one');
    whole.databases.startNode(primary);
    await whole.databases.becomesWhole();
  }
  signers.stop();
  await load;
  const ids = new Set(ask('select id from submissions').split('\n'));
  const missing = [...signers.answered].filter((id) => !ids.has(id));
  const people = Number(ask('select count(*) from people'));
  await pause(3000);
  const counts = await Promise.all(
    whole.replicas.map(async ({ url }) => {
      return (await send(`${url}/petitions/health-data/signatures`)).json.count;
    }),
  );
  const wrong = [...counts, people].filter((count) => count !== signers.answered.size);
  for (const [what, value] of Object.entries({
    'kills of the primary': kills,
    'answered 201': signers.answered.size,
    'answered otherwise, sent again': signers.again,
    'answered and missing': missing.length,
    'counted, by each endpoint': counts.join(' '),
    'people in the database': people,
    'answers of other kinds': [...signers.others].join(' ') || 0,
    'writes again after, median': `${quantile(seconds, 0.5).toFixed(1)} s`,
    '  at least': `${Math.min(...seconds).toFixed(1)} s`,
    '  at most': `${Math.max(...seconds).toFixed(1)} s`,
    'first written with no standby': windows.filter((window) => window === 'none').length,
  })) {
    console.log(`${what.padEnd(32)}${String(value).padStart(10)}`);
  }
  if (missing.length > 0 || wrong.length > 0 || signers.others.size > 0) process.exitCode = 1;
} finally {
  await whole.stop();
}
