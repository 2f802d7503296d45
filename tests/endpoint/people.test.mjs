// Whoever signs is counted once, and whatever was said is kept.

import { strict as assert } from 'node:assert';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { until } from '../browser/deadline.mjs';
import { healthData, petitionsFolder } from './petitions.mjs';
import { startEndpoint } from './endpoint.mjs';
import { post, send } from './request.mjs';
import { newSignature, without } from './signers.mjs';

/** @typedef {import('./endpoint.mjs').Endpoint} Program */

/** @param {string} url of signatures @returns {Promise<number>} */
const countAt = async (url) => (await send(url)).json.count;

/** A petition with the parts of the example, which asks for no address. */
function withoutAddress() {
  const document = healthData();
  const fields = document.fields.filter((/** @type {any} */ { name }) => name !== 'email_address');
  delete document.consents;
  return { ...document, petition: 'no-address', fields };
}

/** Gives each call a petition of its own at one endpoint. @param {import('node:test').TestContext} t */
async function startWithPetitions(t) {
  const ids = Array.from({ length: 40 }, (_, number) => `people-${number}`);
  const documents = ids.map((petition) => ({ ...healthData(), petition }));
  const petitions = await petitionsFolder(t, withoutAddress(), ...documents);
  const endpoint = await startEndpoint(t, { petitions });
  return { endpoint, next: () => `${endpoint.url}/petitions/${ids.pop()}/signatures` };
}

test('of four submissions from one mailbox two people are counted, and all four are kept', async (t) => {
  const endpoint = await startEndpoint(t);
  const began = Date.now();
  const mailbox = { email_address: 'home@example.org', family_name: 'Martin' };
  const four = [
    newSignature({ ...mailbox, given_name: 'Ann', consent_updates: 'refused' }),
    newSignature({ ...mailbox, given_name: 'Ann', consent_updates: 'given' }),
    newSignature({ ...mailbox, given_name: 'Bob', consent_updates: 'given' }),
    newSignature({ ...mailbox, given_name: 'Bobby', consent_updates: 'given' }),
  ];
  const counts = [];
  const answers = [];
  for (const signature of four) {
    const { status, text } = await post(endpoint.signatures, signature);
    answers.push([status, text]);
    counts.push(await countAt(endpoint.signatures));
  }
  assert.deepEqual(answers, Array(4).fill([201, '{"status":"received"}']));
  assert.deepEqual(counts, [1, 1, 2, 2]);

  const rows = await endpoint.rows(`
    select s.id, state, answers ->> 'given_name' as name, received_at, answer, text, at
    from submissions s join consents c on c.submission_id = s.id and c.name = 'updates'
    join statements on hash = text_hash and consent = 'updates' order by s.${endpoint.sequence}`);
  assert.deepEqual(
    rows.map(({ id, state, name, answer }) => [id, state, name, answer]),
    [
      [four[0].submission_id, 'counted', 'Ann', 'refused'],
      [four[1].submission_id, 'counted', 'Ann', 'given'],
      [four[2].submission_id, 'counted', 'Bob', 'given'],
      [four[3].submission_id, 'invalid', 'Bobby', 'given'],
    ],
  );
  for (const { received_at: at, text } of rows) {
    assert.ok(Number(at) >= began && Number(at) <= Date.now(), String(at));
    assert.match(String(text), /courriel/);
  }
  assert.deepEqual(await endpoint.rows('select given_name, consent_updates from signatures'), [
    { given_name: 'Ann', consent_updates: 'refused' },
    { given_name: 'Bob', consent_updates: 'refused' },
  ]);
});

test('a refusal of news wins over a yes in the name of the same address, whichever came first', async (t) => {
  const { endpoint, next } = await startWithPetitions(t);
  for (const order of [
    ['given', 'refused'],
    ['refused', 'given'],
    ['given', 'refused', 'given'],
  ]) {
    const url = next();
    const petition = url.split('/').at(-2);
    for (const consent_updates of order) await post(url, newSignature({ consent_updates }));
    const [row] = await endpoint.rows(
      `select consent_updates as word from signatures where petition = '${petition}'`,
    );
    assert.equal(row.word, 'refused', order.join());
    const kept = await endpoint.rows(`select answer from consents c
      join submissions s on s.id = submission_id
      where name = 'updates' and s.petition = '${petition}' order by s.${endpoint.sequence}`);
    assert.deepEqual(
      kept.map(({ answer }) => answer),
      order,
    );
  }
});

test('a person is known again in whatever way the name and the address are written', async (t) => {
  const { next } = await startWithPetitions(t);
  /** @type {[string, string, string][][]} each: the spellings of one person */
  const people = [
    [
      ['Jean-Luc', 'Éléonore', 'j@example.org'],
      ['jean luc', 'Eleonore', 'J@EXAMPLE.ORG'],
      ['JEANLUC', 'éléonore', 'j@Example.org'],
      ['Jean‑Luc', 'Éléonore', 'j@example.org'],
    ],
    [
      ['Seán', 'O’Brien', 's@example.org'],
      ['Sean', "O'Brien", 's@example.org'],
      ['sean', 'OBRIEN', 's@example.org'],
    ],
    [
      ['Łukasz', 'Żółw', 'l@example.org'],
      ['Lukasz', 'Zolw', 'l@example.org'],
    ],
    [
      ['Bjørn', 'Weiß', 'b@example.org'],
      ['BJORN', 'WEISS', 'b@example.org'],
    ],
    [
      ['Ελένη', 'Παπαδοπούλου', 'e@example.org'],
      ['ΕΛΕΝΗ', 'ΠΑΠΑΔΟΠΟΥΛΟΥ', 'e@example.org'],
    ],
    [
      ['مُحَمَّد', 'علي', 'm@example.org'],
      ['محمد', 'علي', 'm@example.org'],
    ],
  ];
  for (const spellings of people) {
    const url = next();
    for (const [given_name, family_name, email_address] of spellings) {
      await post(url, newSignature({ given_name, family_name, email_address }));
      assert.equal(await countAt(url), 1, `${given_name} ${family_name} ${email_address}`);
    }
  }
});

test('two people at one address are not taken for one', async (t) => {
  const { next } = await startWithPetitions(t);
  for (const [one, other] of [
    ['Ann', 'Anna'],
    ['राम', 'रीम'],
    ['น้ำ', 'นา'],
    ['李', '王'],
  ]) {
    const url = next();
    for (const given_name of [one, other]) await post(url, newSignature({ given_name }));
    assert.equal(await countAt(url), 2, `${one} and ${other}`);
  }
});

test('the same content without an id, sent twice within ten seconds, is one signature', async (t) => {
  const { endpoint, next } = await startWithPetitions(t);
  const plain = `${endpoint.url}/petitions/no-address/signatures`;
  const pressed = without(newSignature(), 'submission_id');
  const answers = await Promise.all([post(plain, pressed), post(plain, pressed)]);
  await post(plain, pressed);
  assert.deepEqual(
    answers.map(({ status }) => status),
    [201, 201],
  );
  assert.equal(await countAt(plain), 1);
  await post(plain, { ...pressed, given_name: 'Eve' });
  assert.equal(await countAt(plain), 2);
  await endpoint.run('update submissions set received_at = received_at - 10000');
  await post(plain, pressed);
  assert.ok((await countAt(plain)) >= 2);

  const url = next();
  await Promise.all([post(url, pressed), post(url, pressed)]);
  const petition = url.split('/').at(-2);
  const rows = await endpoint.rows(`select * from submissions where petition = '${petition}'`);
  assert.equal(rows.length, 1);
});

test('with ids of their own, two submissions of one content are two where there is no address', async (t) => {
  const { endpoint } = await startWithPetitions(t);
  const plain = `${endpoint.url}/petitions/no-address/signatures`;
  for (const count of [1, 2]) {
    await post(plain, newSignature({ submission_id: randomUUID() }));
    assert.equal(await countAt(plain), count);
  }
});

test('who signs again after the counted submission was withdrawn or erased is counted again, once', async (t) => {
  const { endpoint, next } = await startWithPetitions(t);
  for (const change of [
    "update submissions set state = 'withdrawn'",
    `${endpoint.deletion} from submissions`,
    // An operator may forget the pragma.
    'delete from submissions',
  ]) {
    const url = next();
    const petition = url.split('/').at(-2);
    await post(url, newSignature());
    await endpoint.run(`${change} where petition = '${petition}'`);
    await post(url, newSignature());
    await post(url, newSignature());
    await until(async () => (await countAt(url)) === 1, `one after ${change}`);
    const lines = await endpoint.rows(`select * from signatures where petition = '${petition}'`);
    assert.equal(lines.length, 1, change);
  }
});
