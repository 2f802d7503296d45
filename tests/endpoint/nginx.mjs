// A real nginx by the configuration of the examples, in a folder of its own. Where the tests run as
// root, it runs as somebody who owns nothing else.

import { chownSync, mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { configure } from '../../examples/cluster/nginx.mjs';
import { until } from '../browser/deadline.mjs';
import { end, start } from '../browser/processes.mjs';
import { temporaryFolder } from '../browser/temporary-folder.mjs';
import { send } from './request.mjs';

const nobody = 65_534;
const owner = process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : {};

/** @returns {Promise<number>} a port that is free now */
export const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
      server.close(() => resolve(port));
    });
  });

/**
 * @param {import('node:test').TestContext} t at whose end it stops
 * @param {number[]} endpoints the ports that it passes requests on to
 * @returns {Promise<string>} where it is, without a slash at its end
 */
export async function startNginx(t, ...endpoints) {
  const folder = temporaryFolder('nginx');
  const port = await freePort();
  const args = configure(folder, port, endpoints);
  mkdirSync(join(folder, 'cache'));
  for (const path of [folder, join(folder, 'cache')]) {
    if (owner.uid !== undefined) chownSync(path, owner.uid, owner.gid);
  }
  const path = `${process.env.PATH}:/usr/sbin`;
  const child = start('nginx', args, {
    ...owner,
    cwd: folder,
    env: { ...process.env, PATH: path },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let written = '';
  child.stderr?.on('data', (chunk) => {
    written += chunk;
  });
  t.after(() => end(child, 'SIGQUIT'));
  const url = `http://127.0.0.1:${port}`;
  const answers = () => send(`${url}/build`).then(Boolean, () => false);
  await until(answers, 'nginx').catch(({ message }) => {
    throw new Error(`${message}, which wrote: ${written}`);
  });
  return url;
}
