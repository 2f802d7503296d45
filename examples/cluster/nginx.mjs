// The configuration of examples/nginx, made to run in a folder of its own.

import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const nginx = (/** @type {string} */ name) =>
  fileURLToPath(new URL(`../nginx/${name}`, import.meta.url));

/** @param {string} folder */
const main = (folder) => `
daemon off;
pid ${folder}/pid;
worker_processes 1;
events { worker_connections 4096; }
http {
  access_log off;
${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
  .map((name) => `  ${name}_temp_path ${folder}/${name};\n`)
  .join('')}
  include petition-box.conf;
}
`;

/** @param {string} text @param {RegExp} from @param {string} to */
function replaced(text, from, to) {
  if (!from.test(text)) throw new Error(`the configuration has no "${from.source}"`);
  return text.replace(from, to);
}

/**
 * @param {string} folder that is there, and belongs to whoever runs it
 * @param {number} port of 127.0.0.1 where it listens
 * @param {number[]} endpoints the ports that it passes requests on to
 * @returns {string[]} the arguments of nginx
 */
export function configure(folder, port, endpoints) {
  let own = readFileSync(nginx('petition-box.conf'), 'utf8');
  own = replaced(own, /listen 80;/, `listen 127.0.0.1:${port};`);
  const [, how] = /server 127\.0\.0\.1:8080(.*);/.exec(own) ?? [];
  const servers = endpoints.map((endpoint) => `server 127.0.0.1:${endpoint}${how};`);
  own = replaced(own, /server 127\.0\.0\.1:8080.*;/, servers.join('\n  '));
  own = replaced(own, /\/var\/cache\/nginx\/petition-box/, `${folder}/cache`);
  writeFileSync(join(folder, 'petition-box.conf'), own);
  cpSync(nginx('petition-box.proxy'), join(folder, 'petition-box.proxy'));
  writeFileSync(join(folder, 'nginx.conf'), main(folder));
  return ['-e', 'stderr', '-c', join(folder, 'nginx.conf')];
}
