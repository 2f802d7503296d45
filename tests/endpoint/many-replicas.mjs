// Several endpoints that share a database, behind one nginx.

import { until } from '../browser/deadline.mjs';
import { newPostgresql } from './database.mjs';
import { Endpoint } from './endpoint.mjs';
import { startNginx } from './nginx.mjs';
import { send } from './request.mjs';

/** Whoever tests sends all from one address. */
const unlimited = ['--requests-of-address', '0', '--connections-of-address', '0'];

/** @typedef {import('./endpoint.mjs').Settings} Settings */

/**
 * @param {import('node:test').TestContext} t at whose end they stop
 * @param {number} count
 * @param {Settings} [settings]
 * @returns {Promise<{ replicas: Endpoint[], url: string }>} url: of nginx
 */
export async function startReplicas(t, count, settings = {}) {
  const database = settings.database ?? newPostgresql();
  /** @type {Endpoint[]} */
  const replicas = [];
  for (let number = 0; number < count; ++number) {
    const replica = new Endpoint({ ...settings, database, options: unlimited });
    t.after(() => replica.stop());
    await replica.start();
    replicas.push(replica);
  }
  const url = await startNginx(t, ...replicas.map(({ port }) => port));
  return { replicas, url };
}

/** Kills one after the other, and starts each again. @param {Endpoint[]} replicas */
export function killing(replicas, seconds = 2) {
  let [isOver, kills] = [false, 0];
  const done = (async () => {
    for (; !isOver; ) {
      await new Promise((resolve) => setTimeout(resolve, 1000 * seconds * (0.5 + Math.random())));
      const replica = replicas[kills++ % replicas.length];
      await replica.kill();
      await replica.start();
    }
  })();
  return async () => {
    isOver = true;
    await done;
    return kills;
  };
}

/** @param {Endpoint[]} replicas @param {number} count that each of them shows, within seconds */
export async function allCount(replicas, count) {
  for (const { signatures } of replicas) {
    const counts = async () => (await send(signatures, { agent: false })).json.count === count;
    await until(counts, `the count ${count}`);
  }
}
