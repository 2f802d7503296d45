// Starts the whole of it and stops it: node cluster.mjs [--port N] [--check] FOLDER

import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Whole } from './whole.mjs';

const { values, positionals } = parseArgs({
  options: { port: { type: 'string', default: '8080' }, check: { type: 'boolean' } },
  allowPositionals: true,
});
const whole = new Whole(resolve(positionals[0]), Number(values.port));
const petition = `${whole.url}/petitions/health-data`;

/** @param {string} name @returns {Record<string, string>} somebody who does not exist */
const signature = (name) => ({
  submission_id: randomUUID(),
  given_name: name,
  family_name: 'Essai',
  email_address: `${randomUUID()}@example.org`,
  country: 'FR',
  postal_code: '75011',
  consent_sign: 'given',
  consent_updates: 'refused',
  language: 'fr',
});

/** Posts the same until it is taken, as a box does. @param {Record<string, string>} fields */
async function sign(fields) {
  const began = Date.now();
  for (;;) {
    const answer = await fetch(`${petition}/signatures`, {
      method: 'POST',
      headers: { accept: 'application/json' },
      body: new URLSearchParams(fields),
    }).catch(() => undefined);
    if (answer?.status === 201) return (Date.now() - began) / 1000;
    if (Date.now() - began > 120_000 || answer?.status === 422) {
      throw new Error(`a signature is not taken: ${answer?.status} ${await answer?.text()}`);
    }
    await pause(200);
  }
}

/** @param {number} least whom all replicas count within a few seconds */
async function counts(least) {
  for (const { url } of whole.replicas) {
    for (let tries = 0; ; ++tries) {
      const { count } = await (await fetch(`${url}/petitions/health-data/signatures`)).json();
      if (count === least) break;
      if (tries === 100) throw new Error(`${url} counts ${count}, not ${least}`);
      await pause(200);
    }
  }
}

async function check() {
  const { count } = await (
    await fetch(`${whole.replicas[0].url}/petitions/health-data/signatures`)
  ).json();
  const first = await sign(signature('Ada'));
  console.log(`A signature through nginx: taken after ${first.toFixed(2)} s`);
  const primary = await whole.databases.primary();
  whole.databases.kill(primary);
  console.log(`The primary, ${primary}, is killed.`);
  const again = await sign(signature('Eve'));
  console.log(`A signature again: taken after ${again.toFixed(1)} s`);
  console.log(`The primary is ${await whole.databases.primary()}.`);
  await counts(count + 2);
  console.log('Each of the three endpoints counts both.');
}

/** @type {Promise<void>} until Ctrl-C */
const stopped = new Promise((done) => {
  for (const name of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(name, () => done());
  }
});

const failed = (/** @type {Error} */ { message }) => {
  console.error(message);
  console.error(`What each part has said is in ${whole.folder}, in files that end in log.`);
  process.exitCode = 1;
};
const work = (async () => {
  const began = Date.now();
  console.log('Three databases, three endpoints and nginx are starting.');
  await whole.start();
  const seconds = Math.round((Date.now() - began) / 1000);
  console.log(`Petition Box is at ${whole.url}/ after ${seconds} s`);
  if (values.check) return check();
  console.log(`All of it is in ${whole.folder}. Ctrl-C stops it; the same command goes on with it.`);
  return stopped;
})();
await Promise.race([work.catch(failed), stopped]);
await whole.stop();
console.log('Stopped.');
process.exit();
