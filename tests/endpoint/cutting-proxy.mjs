// A proxy before PostgreSQL that cuts a connection at the worst moment: the server has committed, and
// its answer does not arrive.

import { once } from 'node:events';
import { createServer, connect } from 'node:net';
import { join } from 'node:path';

/**
 * @param {import('node:test').TestContext} t at whose end it ends
 * @param {string} folder of the server's socket
 * @returns {Promise<{ port: number, cut: (times: number) => void, readonly cuts: number }>} cuts: how
 *   many connections it has cut
 */
export async function cuttingProxy(t, folder) {
  let [left, cuts] = [0, 0];
  /** @type {Set<import('node:net').Socket>} */
  const sockets = new Set();
  const proxy = createServer((client) => {
    const server = connect(join(folder, '.s.PGSQL.5432'));
    let commits = false;
    const end = () => [client, server].forEach((socket) => socket.destroy());
    for (const socket of [client, server]) {
      sockets.add(socket);
      socket.on('error', end).on('close', end);
    }
    client.on('data', (chunk) => {
      if (left > 0 && chunk.includes('COMMIT')) {
        left -= 1;
        commits = true;
      }
      server.write(chunk);
    });
    server.on('data', (chunk) => {
      if (!commits) return client.write(chunk);
      cuts += 1;
      return end();
    });
  });
  t.after(() => {
    sockets.forEach((socket) => socket.destroy());
    proxy.close();
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (proxy.address());
  return {
    port,
    cut: (times) => {
      left = times;
    },
    get cuts() {
      return cuts;
    },
  };
}
