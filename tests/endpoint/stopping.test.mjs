// SIGTERM and SIGINT: what is in flight is finished, and nothing answered is lost.

import { strict as assert } from 'node:assert';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { connect } from 'node:net';
import { test } from 'node:test';
import { until } from '../browser/deadline.mjs';
import { signAll } from './load.mjs';
import { holdForWriting } from './other-writer.mjs';
import { startEndpoint } from './endpoint.mjs';
import { form, send, sendRaw } from './request.mjs';
import { newSignature, signatureOf } from './signers.mjs';

const body = form(newSignature());
const head =
  'POST /petitions/health-data/signatures HTTP/1.1\r\nHost: a\r\n' +
  `Content-Type: application/x-www-form-urlencoded\r\nContent-Length: ${body.length}\r\n\r\n`;

/** @param {number} port @returns {Promise<boolean>} */
const refuses = (port) =>
  send(`http://127.0.0.1:${port}/health`).then(
    () => false,
    () => true,
  );

for (const name of /** @type {const} */ (['SIGTERM', 'SIGINT'])) {
  test(`${name} ends it with status 0, all in one file`, async (t) => {
    const program = await startEndpoint(t);
    await signAll(program.signatures, [newSignature()], { connections: 1 });
    program.signal(name);
    assert.equal(await program.ended(), 0);
    assert.equal(existsSync(`${program.database}-wal`), false);
    assert.match(program.written, /\nStopped\.\n$/);
    assert.deepEqual(await program.rows('select count(*) as rows from signatures'), [{ rows: 1 }]);
  });
}

test('connections on which nothing happens do not hold it up', async (t) => {
  const program = await startEndpoint(t);
  const idle = Array.from({ length: 20 }, () => connect(program.port, '127.0.0.1'));
  const ends = idle.map((socket) => once(socket, 'close'));
  await Promise.all(idle.map((socket) => once(socket, 'connect')));
  idle[0].write('GET /health HTTP/1.1\r\nHost: a\r\n\r\n');
  await once(idle[0], 'data');
  idle.forEach((socket) => socket.resume());
  program.signal('SIGTERM');
  assert.equal(await program.ended(), 0);
  await Promise.all(ends);
});

test('a request in the middle of its body is finished, and nothing new is begun', async (t) => {
  const program = await startEndpoint(t);
  const half = body.length / 2;
  const slow = sendRaw(
    program.port,
    [head + body.slice(0, half), '', '', '', '', body.slice(half)],
    200,
  );
  await new Promise((resolve) => setTimeout(resolve, 200));
  program.signal('SIGTERM');
  await until(() => refuses(program.port), 'no new connections', 5_000);
  const answer = await slow;
  assert.equal(answer.status, 201, answer.text);
  assert.match(answer.text, /\r\nConnection: close\r\n/);
  assert.equal(await program.ended(), 0);
  assert.equal((await program.rows('select * from signatures')).length, 1);
});

test('one that never finishes is given up', async (t) => {
  const program = await startEndpoint(t, {
    options: ['--stop-seconds', '1', '--body-seconds', '600'],
  });
  const stuck = sendRaw(program.port, [head]);
  await new Promise((resolve) => setTimeout(resolve, 200));
  program.signal('SIGTERM');
  assert.equal(await program.ended(), 0);
  assert.equal((await stuck).text, '');
});

test('a second signal gives it up at once', async (t) => {
  const program = await startEndpoint(t, {
    options: ['--stop-seconds', '600', '--body-seconds', '600'],
  });
  const stuck = sendRaw(program.port, [head]);
  await new Promise((resolve) => setTimeout(resolve, 200));
  program.signal('SIGTERM');
  await until(() => refuses(program.port), 'no new connections', 5_000);
  program.signal('SIGTERM');
  assert.equal(await program.ended(), 0);
  assert.equal((await stuck).text, '');
});

test('signatures that wait for a database which is held do not hold it up', async (t) => {
  const program = await startEndpoint(t, { options: ['--stop-seconds', '1'] });
  await holdForWriting(t, program.database);
  // More than fit into one transaction, each of which waits for the database by itself.
  const signatures = Array.from({ length: 3500 }, (_, number) => signatureOf(number));
  const outcomes = signAll(program.signatures, signatures, { connections: 3500 });
  await new Promise((resolve) => setTimeout(resolve, 2_000));
  program.signal('SIGTERM');
  assert.equal(await program.ended(), 0);
  assert.match(program.written, /\nStopped\.\n$/);
  assert.ok((await outcomes).every(({ status }) => status !== 201));
});

for (const moment of [1, 300, 1000]) {
  test(`under load, stopped after ${moment} answers, it keeps exactly what it answered`, async (t) => {
    const program = await startEndpoint(t);
    const signatures = Array.from({ length: 3000 }, (_, number) => signatureOf(number));
    let answers = 0;
    const outcomes = await signAll(program.signatures, signatures, {
      connections: 300,
      answered: ({ status }) => {
        if (status === 201 && ++answers === moment) program.signal('SIGTERM');
      },
    });
    assert.equal(await program.ended(), 0);
    const signed = outcomes
      .filter(({ status }) => status === 201)
      .map(({ signature }) => signature.submission_id);
    assert.ok(
      signed.length >= moment && signed.length < signatures.length,
      `${signed.length} were answered`,
    );
    const kept = (await program.rows('select submission_id as id from signatures')).map(({ id }) =>
      String(id),
    );
    assert.deepEqual(kept.sort(), signed.sort());
    t.diagnostic(
      `${signed.length} were answered 201, ` +
        `${outcomes.length - signed.length} found the connection closed`,
    );
  });
}
