// An update while many sign: one endpoint after the other is stopped, and started as another version
// of the program with another version of the document.

import { strict as assert } from 'node:assert';
import { allCount, startReplicas } from './many-replicas.mjs';
import { healthData, petitionsFolder } from './petitions.mjs';
import { ofSecond, secondVersion } from './second-version.mjs';
import { Signers } from './signers-again.mjs';

const pause = (/** @type {number} */ ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Of the second version, what differs from a signature of the first. */
function different() {
  const { document_version, profession, consent_sign_text } = ofSecond();
  return { document_version, profession, consent_sign_text };
}

/**
 * @param {import('node:test').TestContext} t
 * @param {{ replicas: number, connections: number, between: number, next?: string, database?: string }}
 *   how between: ms from one to the next; next: the program that the endpoints become
 * @returns {Promise<Record<string, number>>} how many there were of each, once nothing was found to have
 *   been refused
 */
export async function signThroughAnUpdate(t, { connections, between, ...how }) {
  const { replicas, url } = await startReplicas(t, how.replicas, {
    petitions: await petitionsFolder(t, healthData()),
    database: how.database,
  });
  const next = {
    petitions: await petitionsFolder(t, secondVersion()),
    ...(how.next === undefined ? {} : { program: how.next }),
  };
  let isSecondShown = false;
  const signers = new Signers(`${url}/petitions/health-data/signatures`, connections, {
    // Whoever loaded the page before signs by what it said.
    different: (person) =>
      isSecondShown && person % 2 === 0 ? different() : { document_version: '1' },
  });
  const load = signers.sign();
  for (const replica of replicas) {
    await pause(between);
    await replica.stop();
    replica.use(next);
    await replica.start();
    isSecondShown = true;
  }
  await pause(between);
  signers.stop();
  await load;
  assert.deepEqual([...signers.others], []);
  assert.equal(signers.again, 0);
  const taken = signers.answered.size;
  const rows = await replicas[0].rows(`select document_version as version, count(*) as n,
    count(distinct document_hash) as texts from submissions group by document_version order by 1`);
  const of = (/** @type {string} */ version) => rows.find((row) => row.version === version);
  const [first, second] = [Number(of('1')?.n), Number(of('2')?.n)];
  assert.equal(first + second, taken);
  assert.deepEqual([of('1')?.texts, of('2')?.texts], [1, 1]);
  await allCount(replicas, taken);
  return {
    'endpoints that were updated': replicas.length,
    'of the first document': first,
    'of the second document': second,
    'refused, or sent again': 0,
  };
}
