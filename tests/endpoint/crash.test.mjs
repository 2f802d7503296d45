// A power cut, or the nearest to it that a test can do: SIGKILL while 1,000 people sign at one
// moment.

import { strict as assert } from 'node:assert';
import { test } from 'node:test';
import { signAll } from './load.mjs';
import { startProgram } from './program.mjs';
import { send } from './request.mjs';
import { signatureOf } from './signers.mjs';

const connections = 1000;
const signers = 6000;

for (const moment of [1, 500, 3000]) {
  test(`killed after ${moment} answers, it has lost none that was answered 201, and doubles none that is sent again`, async (t) => {
    const program = await startProgram(t);
    const signatures = Array.from({ length: signers }, (_, number) => signatureOf(number));
    let answers = 0;
    /** @type {Promise<void> | undefined} */
    let killed;
    const outcomes = await signAll(program.signatures, signatures, {
      connections,
      answered: ({ status }) => {
        if (status === 201 && ++answers === moment) killed = program.kill();
      },
    });
    await killed;

    const signed = outcomes.filter(({ status }) => status === 201);
    const cut = outcomes.filter(({ status }) => status === 0);
    assert.equal(signed.length + cut.length, outcomes.length, 'no other answers');
    assert.ok(signed.length >= moment && signed.length < signers, `${signed.length} were answered`);
    assert.ok(cut.length > connections / 2, `${cut.length} were cut off without an answer`);

    await program.start();
    const kept = new Set(
      (await program.rows('select submission_id as id from signatures')).map(({ id }) => id),
    );
    const lost = signed.filter(({ signature }) => !kept.has(signature.submission_id));
    assert.deepEqual(lost, []);
    const keptUnanswered = cut.filter(({ signature }) => kept.has(signature.submission_id));
    t.diagnostic(
      `${signed.length} were answered 201, ${cut.length} cut off, ` +
        `${keptUnanswered.length} of these kept all the same`,
    );

    const again = await signAll(program.signatures, signatures, { connections: 100 });
    assert.deepEqual(
      again.filter(({ status }) => status !== 201),
      [],
    );
    assert.deepEqual((await send(program.signatures)).json, { count: signers });
    assert.deepEqual(
      await program.rows(`select count(*) as rows, count(distinct submission_id) as ids,
      count(distinct email_address) as people from signatures`),
      [{ rows: signers, ids: signers, people: signers }],
    );
    assert.deepEqual(await program.rows('pragma integrity_check'), [{ integrity_check: 'ok' }]);
  });
}
