// Several endpoints of one database: whichever takes a signature, it is the same.

import { strict as assert } from 'node:assert';
import { randomUUID } from 'node:crypto';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { patience, until } from '../browser/deadline.mjs';
import * as folders from '../browser/folders.mjs';
import { startEndpoint } from './endpoint.mjs';
import { healthData, newFolder, petitionsFolder } from './petitions.mjs';
import { navigate, post, send } from './request.mjs';
import { hashOf, ofSecond, secondVersion } from './second-version.mjs';
import { newSignature, without } from './signers.mjs';

/** @param {string} url of signatures @param {number} count */
const counts = (url, count) =>
  until(async () => (await send(url)).json.count === count, `the count ${count}`);

const codesOf = (/** @type {import('./request.mjs').Got} */ { json }) =>
  json.errors.map((/** @type {any} */ { code }) => code);

test('one has the first version, another the second', async (t) => {
  const ids = Array.from({ length: 9 }, (_, number) => `health-data-${number}`);
  const firsts = ids.map((petition) => ({ ...healthData(), petition }));
  const seconds = ids.map((petition) => secondVersion(petition));
  const one = await startEndpoint(t, { petitions: await petitionsFolder(t, ...firsts) });
  const other = await startEndpoint(t, {
    petitions: await petitionsFolder(t, ...seconds),
    database: one.database,
  });
  /** Each call gives a petition that nobody has signed, at both. */
  function next() {
    const id = String(ids.pop());
    const at = (/** @type {string} */ url) => `${url}/petitions/${id}/signatures`;
    return { id, first: at(one.url), second: at(other.url) };
  }
  const ofFirst = (/** @type {Record<string, string>} */ different = {}) =>
    newSignature({ document_version: '1', ...different });

  await t.test('a field and a statement that only the other serves are taken', async () => {
    const { id, first } = next();
    const answer = await post(first, ofSecond());
    assert.equal(answer.status, 201, answer.text);
    const [row] = await one.rows(`
      select s.document_version as version, answers ->> 'profession' as profession, text
      from submissions s join documents d on d.hash = document_hash and d.petition = s.petition
      where s.petition = '${id}'`);
    assert.equal(row.version, '2');
    assert.equal(row.profession, 'nurse');
    assert.equal(JSON.parse(String(row.text)).fields.length, secondVersion().fields.length);
  });

  await t.test('what is wrong by the version that was shown is refused by both', async () => {
    const { first, second } = next();
    for (const url of [first, second]) {
      const wrong = await post(url, ofSecond({ profession: 'other' }));
      assert.deepEqual(codesOf(wrong), ['profession.format']);
      const never = await post(url, ofSecond({ consent_sign_text: hashOf('No.') }));
      assert.deepEqual(codesOf(never), ['consent_sign.outdated']);
    }
  });

  await t.test('who was shown the first signs by it, also where the second is served', async () => {
    const { second } = next();
    const answer = await post(second, ofFirst());
    assert.equal(answer.status, 201, answer.text);
    const page = await navigate(second, ofFirst({ email_address: 'b@' }));
    assert.equal(page.status, 422);
    assert.doesNotMatch(page.text, /profession/);
    const unsaid = await post(second, newSignature({ email_address: 'c@example.org' }));
    assert.deepEqual(codesOf(unsaid), ['profession.missing']);
  });

  await t.test('the same signature, sent to one and then to the other, counts once', async () => {
    const { first, second } = next();
    for (const signature of [ofFirst(), ofSecond()]) {
      for (const url of [first, second]) {
        const answer = await post(url, signature);
        assert.equal(answer.status, 201, answer.text);
      }
    }
    for (const url of [first, second]) await counts(url, 1);
  });

  await t.test('sent to both at one moment, one id is one signature', async () => {
    const { id, first, second } = next();
    for (let attempt = 0; attempt < 20; ++attempt) {
      const signature = ofFirst({ email_address: `${attempt}@example.org` });
      const answers = await Promise.all(
        [first, second, first, second].map((url) => post(url, signature)),
      );
      assert.deepEqual(
        answers.map(({ status }) => status),
        [201, 201, 201, 201],
      );
    }
    const rows = await one.rows(`select * from submissions where petition = '${id}'`);
    assert.equal(rows.length, 20);
    for (const url of [first, second]) await counts(url, 20);
  });

  await t.test('of many names at one address, sent at one moment, two are counted', async () => {
    const { id, first, second } = next();
    const names = ['Ann', 'Bob', 'Cyd', 'Dan', 'Eve', 'Flo', 'Gil', 'Hal'];
    for (let home = 0; home < 5; ++home) {
      const email_address = `home-${home}@example.org`;
      const answers = await Promise.all(
        names.map((given_name, number) =>
          post(number % 2 === 0 ? first : second, ofFirst({ given_name, email_address })),
        ),
      );
      assert.deepEqual([...new Set(answers.map(({ status }) => status))], [201]);
    }
    for (const url of [first, second]) await counts(url, 10);
    assert.deepEqual(
      await one.rows(`select state, count(*) as n from submissions where petition = '${id}'
        group by state order by state`),
      [
        { state: 'counted', n: 10 },
        { state: 'invalid', n: 30 },
      ],
    );
  });

  await t.test('a person who signs at both at one moment is one', async () => {
    const { id, first, second } = next();
    for (let person = 0; person < 20; ++person) {
      const email_address = `${person}@example.org`;
      await Promise.all([first, second].map((url) => post(url, ofFirst({ email_address }))));
    }
    for (const url of [first, second]) await counts(url, 20);
    const rows = (/** @type {string} */ table) =>
      one.rows(`select * from ${table} where petition = '${id}'`);
    assert.equal((await rows('submissions')).length, 40);
    assert.equal((await rows('signatures')).length, 20);
  });

  await t.test('what one takes the other counts, without having a rest itself', async () => {
    const { first, second } = next();
    const [others, connections] = [60, 20];
    const newSigner = () => ofFirst({ email_address: `${randomUUID()}@example.org` });
    const end = Date.now() + patience;
    let [answered, seen] = [0, 0];
    const isSeen = () => seen > connections;
    const signOn = async () => {
      for (; !isSeen() && Date.now() < end; ++answered) await post(first, newSigner());
    };
    const all = Promise.all([
      ...Array.from({ length: connections }, signOn),
      ...Array.from({ length: others }, () => post(second, newSigner())),
    ]);
    const isOver = all.then(() => true);
    const pause = () => new Promise((resolve) => setTimeout(resolve, 20));
    while (!(await Promise.race([isOver, pause()]))) {
      const before = answered;
      const { count } = (await send(first)).json;
      seen = Math.max(seen, count - answered);
      assert.ok(count >= before, `${count} after ${before} answers`);
    }
    assert.ok(isSeen(), `${seen} are counted that it has not answered`);
    for (const url of [first, second]) await counts(url, answered + others);
  });

  await t.test('without an id, pressed twice and sent to both, it is one', async () => {
    const { id, first, second } = next();
    const pressed = without(ofFirst(), 'submission_id');
    const answers = await Promise.all([first, second].map((url) => post(url, pressed)));
    assert.deepEqual(
      answers.map(({ status }) => status),
      [201, 201],
    );
    const rows = await one.rows(`select * from submissions where petition = '${id}'`);
    assert.equal(rows.length, 1);
  });
});

test('words of another version of the program are known, too', async (t) => {
  const embed = join(await newFolder(t), 'embed');
  cpSync(folders.embed, embed, { recursive: true });
  const catalogue = join(embed, 'locales', 'fr.json');
  const words = JSON.parse(readFileSync(catalogue, 'utf8'));
  words.consent_updates = 'Des nouvelles, oui.';
  const first = await startEndpoint(t);
  const updates = hashOf('Des nouvelles, oui.');
  const signature = newSignature({ consent_updates: 'given', consent_updates_text: updates });
  assert.equal((await post(first.signatures, signature)).status, 422);
  writeFileSync(catalogue, JSON.stringify(words));
  await startEndpoint(t, { embed, database: first.database });
  const answer = await post(first.signatures, signature);
  assert.equal(answer.status, 201, answer.text);
});
