// A real nginx by the configuration of the examples, in a folder of its own. Where the tests run as
// root, it runs as somebody who owns nothing else.

import { chownSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { until } from '../browser/deadline.mjs';
import { fromTop } from '../browser/folders.mjs';
import { end, start } from '../browser/processes.mjs';
import { temporaryFolder } from '../browser/temporary-folder.mjs';
import { send } from './request.mjs';

const nobody = 65_534;
const owner = process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : {};

/** @returns {Promise<number>} a port that is free now */
const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
      server.close(() => resolve(port));
    });
  });

/** @param {string} folder */
const main = (folder) => `
daemon off;
pid ${folder}/pid;
worker_processes 1;
events {}
http {
  access_log off;
${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
  .map((name) => `  ${name}_temp_path ${folder}/${name};\n`)
  .join('')}
  include petition-box.conf;
}
`;

/** @param {string} text @param {string} from @param {string} to */
function replaced(text, from, to) {
  if (!text.includes(from)) throw new Error(`the configuration has no "${from}"`);
  return text.replace(from, to);
}

/**
 * @param {import('node:test').TestContext} t at whose end it stops
 * @param {number} endpoint the port that it passes requests on to
 * @returns {Promise<string>} where it is, without a slash at its end
 */
export async function startNginx(t, endpoint) {
  const folder = temporaryFolder('nginx');
  const port = await freePort();
  let own = readFileSync(fromTop('examples/nginx/petition-box.conf'), 'utf8');
  own = replaced(own, 'listen 80;', `listen 127.0.0.1:${port};`);
  own = replaced(own, 'server 127.0.0.1:8080;', `server 127.0.0.1:${endpoint};`);
  own = replaced(own, '/var/cache/nginx/petition-box', `${folder}/cache`);
  writeFileSync(join(folder, 'petition-box.conf'), own);
  cpSync(fromTop('examples/nginx/petition-box.proxy'), join(folder, 'petition-box.proxy'));
  writeFileSync(join(folder, 'nginx.conf'), main(folder));
  mkdirSync(join(folder, 'cache'));
  for (const path of [folder, join(folder, 'cache')]) {
    if (owner.uid !== undefined) chownSync(path, owner.uid, owner.gid);
  }
  const path = `${process.env.PATH}:/usr/sbin`;
  const child = start('nginx', ['-e', 'stderr', '-c', join(folder, 'nginx.conf')], {
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
  await until(answers, 10_000, 'nginx').catch(({ message }) => {
    throw new Error(`${message}, which wrote: ${written}`);
  });
  return url;
}
