// The evidence of what was agreed to.

import { strict as assert } from 'node:assert';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { healthData, petitionsFolder } from './petitions.mjs';
import { startEndpoint } from './endpoint.mjs';
import { post } from './request.mjs';
import { newPetition } from './shared.mjs';
import { newSignature } from './signers.mjs';

const hashOf = (/** @type {string} */ text) => createHash('sha256').update(text).digest('hex');

/**
 * @param {Record<string, string>} statement
 * @returns {any} the example petition with its own words beside the consent
 */
function documentWith(statement) {
  const document = healthData();
  document.consents[0].statement = statement;
  return document;
}

const french = 'Je signe et j’accepte.';
const english = 'I sign and accept.';

test('each text that a signature agreed to can be shown by its hash', async (t) => {
  const program = await startEndpoint(t);
  await post(program.signatures, newSignature({ consent_updates: 'given' }));
  const [row] = await program.rows(`
    select sign.text as sign, sign.language, sign.document_version, updates.text as updates
    from signatures
    join statements sign on sign.hash = consent_sign_text and sign.consent = 'sign'
    join statements updates on updates.hash = consent_updates_text
      and updates.consent = 'updates'`);
  assert.match(String(row.sign), /l’association Exemple/);
  assert.match(String(row.updates), /courriel/);
  assert.equal(row.language, 'fr');
  assert.equal(row.document_version, '1');
  for (const { hash, text } of await program.rows('select hash, text from statements')) {
    assert.equal(hash, hashOf(String(text)));
  }
});

test('the consents are kept with when, in which language and to which text', async (t) => {
  const petitions = await petitionsFolder(t, documentWith({ fr: french, en: english }));
  const program = await startEndpoint(t, { petitions });
  const answer = await post(
    program.signatures,
    newSignature({
      language: 'en',
      document_version: '1',
      box_version: '0.1.0',
      consent_sign_text: hashOf(english),
      consent_sign_at: '1700000000000',
      consent_updates: 'refused',
    }),
  );
  assert.equal(answer.status, 201, answer.text);
  assert.deepEqual(
    await program.rows(`select consent_sign, consent_sign_text, consent_sign_at, consent_updates,
    consent_updates_at, language, document_version, box_version from signatures`),
    [
      {
        consent_sign: 'given',
        consent_sign_text: hashOf(english),
        consent_sign_at: '2023-11-14T22:13:20.000Z',
        consent_updates: 'refused',
        consent_updates_at: '',
        language: 'en',
        document_version: '1',
        box_version: '0.1.0',
      },
    ],
  );
});

test('without a hash the text is the one that our own form shows in that language', async (t) => {
  const petitions = await petitionsFolder(t, documentWith({ fr: french, en: english }));
  const program = await startEndpoint(t, { petitions });
  for (const language of ['en', 'fr', 'fr-CA', 'de', '']) {
    await post(
      program.signatures,
      newSignature({ language, email_address: `a${language}@example.org` }),
    );
  }
  assert.deepEqual(
    (await program.rows('select consent_sign_text as hash from signatures')).map(
      ({ hash }) => hash,
    ),
    [english, french, french, french, french].map(hashOf),
  );
});

test('a text that the petition has never shown is refused', async () => {
  const petition = await newPetition();
  const answer = await post(
    petition.signatures,
    newSignature({
      consent_sign_text: hashOf('I sell my soul.'),
      consent_updates_text: 'not even a hash',
      consent_updates: 'given',
    }),
  );
  assert.equal(answer.status, 422);
  assert.deepEqual(
    answer.json.errors.map((/** @type {any} */ error) => [error.pointer, error.code]),
    [
      ['#/consent_sign', 'consent_sign.outdated'],
      ['#/consent_updates', 'consent_updates.outdated'],
    ],
  );
  assert.deepEqual(await petition.rows('*'), []);
});

test('a text shown before the document changed is still known: a page that was open loses nothing', async (t) => {
  const program = await startEndpoint(t, {
    petitions: await petitionsFolder(t, documentWith({ fr: french })),
  });
  await program.stop();
  program.use({
    petitions: await petitionsFolder(t, { ...documentWith({ fr: 'Je signe.' }), version: '2' }),
  });
  await program.start();
  const answer = await post(
    program.signatures,
    newSignature({ consent_sign_text: hashOf(french), document_version: '1' }),
  );
  assert.equal(answer.status, 201, answer.text);
  assert.deepEqual(
    await program.rows(`select text, statements.document_version as version from statements
    join signatures on hash = consent_sign_text`),
    [{ text: french, version: '1' }],
  );
});

test('the text of one purpose is no consent to another', async (t) => {
  const program = await startEndpoint(t);
  const [{ hash }] = await program.rows(
    "select hash from statements where consent = 'updates' limit 1",
  );
  assert.equal(
    (await post(program.signatures, newSignature({ consent_sign_text: String(hash) }))).status,
    422,
  );
});

test('no updates are sent to whom did not tick the box', async () => {
  const petition = await newPetition();
  const sent = { given: 'given', refused: 'refused', '': 'none' };
  for (const word of Object.keys(sent)) {
    await post(
      petition.signatures,
      newSignature({ consent_updates: word, email_address: `a${word}@example.org` }),
    );
  }
  assert.deepEqual(
    (await petition.rows('consent_updates as word')).map(({ word }) => word),
    Object.values(sent),
  );
  const unknown = await post(petition.signatures, newSignature({ consent_updates: 'on' }));
  assert.equal(unknown.status, 422, unknown.text);
});
