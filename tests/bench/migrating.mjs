// How long a database of the first version takes to become one of the newest, and that nothing is
// lost, though the program is killed in the middle. To be run by hand:
// node tests/bench/migrating.mjs [PEOPLE]
// The program is build/native's; PETITION_ENDPOINT names another.

import { strict as assert } from 'node:assert';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fromTop } from '../browser/folders.mjs';
import { temporaryFolder } from '../browser/temporary-folder.mjs';

process.env.PETITION_ENDPOINT ??= fromTop('build/native/examples/endpoint/petition-endpoint');
const { Endpoint } = await import('../endpoint/endpoint.mjs');
const { start, end } = await import('../browser/processes.mjs');
const { ask, manySigners, writeFirstVersion } = await import('../endpoint/first-version.mjs');
const { send } = await import('../endpoint/request.mjs');

const people = Number(process.argv[2] ?? 1_000_000);
const database = join(temporaryFolder('migrating'), 'signatures.sqlite');
const seconds = (/** @type {number} */ began) => ((performance.now() - began) / 1000).toFixed(1);
const version = () => Number(ask(database, 'pragma user_version'));
const endpoint = new Endpoint({ database });

/** Kills the program once it has written so many bytes beside the database. @param {number} bytes */
async function killAfter(bytes) {
  const log = `${database}-wal`;
  const child = start(process.env.PETITION_ENDPOINT ?? '', endpoint.argumentsFor({}), {
    stdio: 'ignore',
  });
  while (child.exitCode === null && !(existsSync(log) && statSync(log).size > bytes)) {
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  await end(child, 'SIGKILL');
  console.log(`killed with ${(bytes / 1e6).toFixed(0)} MB written; version ${version()} is there`);
}

let began = performance.now();
writeFirstVersion(database, manySigners(people));
console.log(`${people} people in the first version, made in ${seconds(began)} s`);
await killAfter(Math.min(people * 40, 40e6));
assert.equal(version(), 1);
assert.equal(Number(ask(database, 'select count(*) from signatures')), people);

/** However long it takes. @returns {Promise<{ child: import('node:child_process').ChildProcess, url: string }>} */
async function started() {
  const child = start(process.env.PETITION_ENDPOINT ?? '', endpoint.argumentsFor({}), {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  for await (const chunk of /** @type {import('node:stream').Readable} */ (child.stdout)) {
    said += chunk;
    const url = said.match(/Petition Box is at (\S+)\//)?.[1];
    if (url !== undefined) return { child, url };
  }
  throw new Error('the program ended');
}

began = performance.now();
const { child, url } = await started();
try {
  console.log(`version ${version()} after ${seconds(began)} s`);
  const signatures = `${url}/petitions/health-data/signatures`;
  assert.deepEqual((await send(signatures)).json, { count: people });
  for (const [what, query, expected] of [
    ['submissions', "select count(*) from submissions where state = 'counted'", people],
    ['consents', 'select count(*) from consents', 2 * people],
    [
      'yes to news',
      "select count(*) from consents where name = 'updates' and answer = 'given'",
      Math.floor(people / 3),
    ],
    ['people', 'select count(*) from people', people],
    ['lines to read', 'select count(*) from signatures', people],
    ['references to nothing', 'select count(*) from pragma_foreign_key_check', 0],
    [
      'sum of times',
      'select sum(received_at - 1700000000000) from submissions',
      (people * (people + 1)) / 2,
    ],
  ]) {
    const found = Number(ask(database, String(query)));
    console.log(`${String(what).padEnd(24)}${String(found).padStart(16)}`);
    assert.equal(found, expected);
  }
  assert.equal(ask(database, 'pragma integrity_check'), 'ok');
} finally {
  await end(child);
}
