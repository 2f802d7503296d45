// Power cuts, or the nearest to them that a test can do: SIGKILL while many people sign.

import { until } from '../browser/deadline.mjs';
import { integrityOf } from './database.mjs';
import { signAll } from './load.mjs';
import { hold } from './other-writer.mjs';
import { send } from './request.mjs';
import { signatureOf } from './signers.mjs';

/**
 * @typedef {import('./endpoint.mjs').Endpoint} Endpoint
 * @typedef {object} Found
 * @property {number} answered signatures that were answered 201 before or after a kill
 * @property {number} cut how many tries had no answer, or 503; each was made again after the next start
 * @property {number} keptUnanswered of these, how many were in the database all the same
 * @property {string[]} missing the ids of signatures that were answered and are not in the database
 * @property {number} counted people, by the endpoint's own number
 * @property {Record<string, unknown>[]} rows what the database counts, by itself
 * @property {string[]} others answers that were none of these
 * @property {string} integrity what the database says of its file: ok
 */

/** @param {Endpoint} endpoint @returns {Promise<Set<string>>} the ids of all that it has taken */
const kept = async (endpoint) =>
  new Set((await endpoint.rows('select id from submissions')).map(({ id }) => String(id)));

/**
 * Ends the endpoint while its next transaction waits: what it answers before that is written is lost.
 * On a fast disk the moment between the two would hardly ever be met.
 * @param {Endpoint} endpoint
 */
async function killWhileItWaits(endpoint) {
  const release = await hold(endpoint.database);
  await new Promise((resolve) => setTimeout(resolve, 300));
  await endpoint.kill();
  await release();
}

/**
 * @typedef {object} Victim
 * @property {((kill: number) => Promise<void>)} kill
 * @property {() => Promise<void>} start it again; then signatures are taken
 */

/** @param {Endpoint} endpoint @returns {Victim} every other time while a transaction waits */
const theEndpoint = (endpoint) => ({
  kill: (kill) => (kill % 2 === 0 ? killWhileItWaits(endpoint) : endpoint.kill()),
  start: () => endpoint.start(),
});

/**
 * @param {Endpoint} endpoint
 * @param {import('./cluster.mjs').Cluster} cluster where its database is
 * @returns {Victim}
 */
export const theDatabase = (endpoint, cluster) => ({
  kill: async () => cluster.kill(),
  start: async () => {
    cluster.start();
    // On a connection of its own: starting the cluster may take longer than the endpoint keeps one.
    const isWell = async () =>
      (await send(`${endpoint.url}/ready`, { agent: false })).status === 200;
    await until(isWell, 'the endpoint to find its database again');
  },
});

/**
 * Lets many sign at one moment, kills the endpoint, starts it again, lets those sign again that had
 * no answer, with new ones, and so on; after the last kill all that is left is signed in peace.
 * @param {Endpoint} endpoint which runs, with an empty database
 * @param {{ kills: number, connections: number, most: number, victim?: Victim }} how a kill comes
 *   after a random number of answers, at most so many; who is killed in the endpoint's place
 * @returns {Promise<Found>}
 */
export async function signThroughKills(endpoint, how) {
  const { kills, connections, most, victim = theEndpoint(endpoint) } = how;
  /** @type {Set<string>} */
  const answered = new Set();
  /** @type {string[]} */
  const others = [];
  /** @type {Record<string, string>[]} */
  let waiting = [];
  let [people, cut, keptUnanswered] = [0, 0, 0];

  /**
   * @param {Record<string, string>[]} signatures
   * @param {number} moment the answer to kill it at
   * @param {number} kill which kill it is
   */
  async function sign(signatures, moment, kill) {
    let answers = 0;
    /** @type {Promise<void> | undefined} */
    let killed;
    const outcomes = await signAll(endpoint.signatures, signatures, {
      connections,
      answered: ({ status }) => {
        if (status === 201 && ++answers === moment) killed = victim.kill(kill);
      },
    });
    await killed;
    for (const { status, signature } of outcomes) {
      if (status === 201) answered.add(signature.submission_id);
      else if (status !== 0 && status !== 503)
        others.push(`${status} to ${signature.submission_id}`);
    }
    waiting = outcomes.filter(({ status }) => status !== 201).map(({ signature }) => signature);
  }

  for (let kill = 0; kill < kills; ++kill) {
    const newcomers = Array.from({ length: most + 2 * connections }, () => signatureOf(people++));
    const sent = [...newcomers, ...waiting];
    const moment = 1 + Math.floor(Math.random() * most);
    await sign(sent, moment, kill);
    cut += waiting.length;
    await victim.start();
    const ids = await kept(endpoint);
    keptUnanswered += waiting.filter(({ submission_id: id }) => ids.has(id)).length;
  }
  await sign(waiting, 0, kills);

  const ids = await kept(endpoint);
  return {
    answered: answered.size,
    cut,
    keptUnanswered,
    missing: [...answered].filter((id) => !ids.has(id)),
    counted: (await send(endpoint.signatures)).json.count,
    rows: await endpoint.rows(`select count(*) as rows, count(distinct submission_id) as ids,
      count(distinct email_address) as people from signatures`),
    others,
    integrity: await integrityOf(endpoint.database),
  };
}
