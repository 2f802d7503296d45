// Connections that send their requests a byte at a time, on a thread of its own: whoever is measured
// beside them does not wait for what they cost to send. It ends when its thread is ended.

import { connect } from 'node:net';
import { workerData } from 'node:worker_threads';

/** @type {{ port: number, count: number, from: 'one address' | 'many' }} */
const { port, count, from } = workerData;

/** Every address of 127/8 but the first is one of its own. @param {number} number */
const addressOf = (number) =>
  from === 'many' ? `127.2.${number >> 7}.${(number & 127) + 1}` : '127.1.0.1';

/** @type {Set<import('node:net').Socket>} */
const sockets = new Set();

/** @param {number} number */
function open(number) {
  const socket = connect({ port, host: '127.0.0.1', localAddress: addressOf(number) });
  sockets.add(socket);
  socket.on('error', () => {});
  socket.on('connect', () => socket.write('GET /petitions/health-data HTTP/1.1\r\nHost: '));
  // Whoever is put out comes again.
  socket.on('close', () => {
    sockets.delete(socket);
    setTimeout(() => open(number), 1000);
  });
}

for (let number = 0; number < count; ++number) open(number);
setInterval(() => sockets.forEach((socket) => socket.write('a')), 2000);
