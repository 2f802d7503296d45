// A proxy before a web server that takes requests, and cuts off some of the answers.

import { once } from 'node:events';
import { connect, createServer } from 'node:net';

/**
 * @param {number} port of the web server
 * @param {number} share of the answers that are cut off, 0 to 1
 * @returns {Promise<{ port: number, readonly cuts: number, end: () => void }>}
 */
export async function lossyProxy(port, share) {
  let cuts = 0;
  /** @type {Set<import('node:net').Socket>} */
  const sockets = new Set();
  const proxy = createServer((client) => {
    const server = connect(port, '127.0.0.1');
    const end = () => [client, server].forEach((socket) => socket.destroy());
    for (const socket of [client, server]) {
      sockets.add(socket);
      socket.setNoDelay().on('error', end);
      socket.on('close', () => {
        sockets.delete(socket);
        end();
      });
    }
    client.on('data', (chunk) => server.write(chunk));
    // One request is under way on a connection, and its answer comes in one piece.
    server.on('data', (chunk) => {
      if (Math.random() >= share) return client.write(chunk);
      cuts += 1;
      return end();
    });
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  return {
    port: /** @type {import('node:net').AddressInfo} */ (proxy.address()).port,
    get cuts() {
      return cuts;
    },
    end: () => {
      sockets.forEach((socket) => socket.destroy());
      proxy.close();
    },
  };
}
