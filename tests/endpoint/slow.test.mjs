// Clients that take their time, and clients that come all at once.

import { strict as assert } from 'node:assert';
import { once } from 'node:events';
import { Agent } from 'node:http';
import { connect } from 'node:net';
import { test } from 'node:test';
import { startEndpoint } from './endpoint.mjs';
import { form, post, send, sendRaw } from './request.mjs';
import { newSignature } from './signers.mjs';

const options = ['--header-seconds', '1', '--body-seconds', '1', '--idle-seconds', '1'];
const body = form(newSignature());
const head =
  'POST /petitions/health-data/signatures HTTP/1.1\r\nHost: a\r\n' +
  `Content-Type: application/x-www-form-urlencoded\r\nContent-Length: ${body.length}\r\n`;

/** @param {string} text @returns {string[]} its characters, more than can be sent in time */
const drops = (text) => [...text];

test('a header that drips is not waited for', async (t) => {
  const program = await startEndpoint(t, { options });
  const dripping = await sendRaw(program.port, drops(head), 100);
  assert.equal(dripping.text, '');
});

test('a body that drips is not waited for', async (t) => {
  const program = await startEndpoint(t, { options });
  const dripping = await sendRaw(program.port, [`${head}\r\n`, ...drops(body)], 100);
  assert.equal(dripping.text, '');
  assert.deepEqual(await program.rows('select * from signatures'), []);
});

test('a connection on which nothing happens ends', async (t) => {
  const program = await startEndpoint(t, { options });
  assert.equal((await sendRaw(program.port, [])).text, '');
  const after = await sendRaw(program.port, ['GET /health HTTP/1.1\r\nHost: a\r\n\r\n']);
  assert.equal(after.status, 200);
  assert.doesNotMatch(after.text, /Connection: close/);
});

test('hundreds of dripping connections keep nobody from signing', async (t) => {
  const program = await startEndpoint(t, { options });
  const dripping = Array.from({ length: 300 }, () => sendRaw(program.port, drops(head), 100));
  const answer = await post(program.signatures, newSignature());
  assert.equal(answer.status, 201, answer.text);
  for (const { text } of await Promise.all(dripping)) assert.equal(text, '');
});

test('when no more connections are allowed, one that waits makes room', async (t) => {
  const program = await startEndpoint(t, { options: ['--most-connections', '4'] });
  const agent = new Agent({ keepAlive: true });
  t.after(() => agent.destroy());
  await Promise.all(Array.from({ length: 3 }, () => send(`${program.url}/health`, { agent })));
  const idle = [connect(program.port, '127.0.0.1'), connect(program.port, '127.0.0.1')];
  t.after(() => idle.forEach((socket) => socket.destroy()));
  await Promise.all(idle.map((socket) => once(socket, 'connect')));
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, number) =>
      post(program.signatures, newSignature({ email_address: `a${number}@example.org` })),
    ),
  );
  assert.deepEqual([...new Set(answers.map(({ status }) => status))], [201]);
});

test('when all of them are in the middle of a request, the one that takes longest makes room', async (t) => {
  const program = await startEndpoint(t, { options: [...options, '--most-connections', '2'] });
  const dripping = [1, 2].map(() => sendRaw(program.port, drops(head), 100));
  await new Promise((resolve) => setTimeout(resolve, 300));
  const answer = await post(program.signatures, newSignature());
  assert.equal(answer.status, 201, answer.text);
  await Promise.all(dripping);
});
