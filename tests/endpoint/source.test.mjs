// The campaign's word for the way on which signers come.

import { strict as assert } from 'node:assert';
import { test } from 'node:test';
import { startEndpoint } from './endpoint.mjs';
import { healthData, petitionsFolder } from './petitions.mjs';
import { post, send } from './request.mjs';
import { newPetition } from './shared.mjs';
import { newSignature } from './signers.mjs';

/** @param {import('node:test').TestContext} t */
const startAsking = async (t) =>
  startEndpoint(t, {
    petitions: await petitionsFolder(t, { ...healthData(), source_parameter: 'utm_source' }),
  });

const browser = { accept: 'text/html', 'sec-fetch-mode': 'navigate' };

test('a source is cleaned, cut and kept, and tells nobody from anybody', async (t) => {
  const endpoint = await startAsking(t);
  const signature = newSignature({ source: '  May\u200B newsletter ' });
  assert.equal((await post(endpoint.signatures, signature)).status, 201);
  const again = { ...signature, source: 'another' };
  assert.equal((await post(endpoint.signatures, again)).status, 201);
  assert.deepEqual(await endpoint.rows('select source from signatures'), [
    { source: 'May newsletter' },
  ]);
  const other = newSignature({ email_address: 'zoe@example.org', source: 'x'.repeat(5_000) });
  assert.equal((await post(endpoint.signatures, other)).status, 201);
  const [{ source }] = await endpoint.rows(
    "select source from signatures where email_address = 'zoe@example.org'",
  );
  assert.equal(source, 'x'.repeat(64));
});

test('where the document names no parameter none is kept', async () => {
  const petition = await newPetition();
  const headers = { ...browser, referer: `${petition.url}/sign?utm_source=poster` };
  const signature = newSignature({ source: 'newsletter' });
  assert.equal((await post(petition.signatures, signature, headers)).status, 303);
  assert.deepEqual(await petition.rows('source'), [{ source: '' }]);
});

test('a form without script has the source of its page, also when it is sent again', async (t) => {
  const endpoint = await startAsking(t);
  const page = `${endpoint.petition}/sign?lang=fr&utm_source=Caf%C3%A9+%26+co&utm_source=x`;
  const headers = { ...browser, referer: page };
  // The page itself is the same for all, and may be kept.
  const shown = await send(page);
  assert.equal(shown.text, (await send(`${endpoint.petition}/sign?lang=fr`)).text);
  const wrong = newSignature({ email_address: 'ada@example' });
  const refused = await post(endpoint.signatures, wrong, headers);
  assert.equal(refused.status, 422);
  const [, kept] = refused.text.match(/<input type="hidden" name="source" value="([^"]*)"/) ?? [];
  assert.equal(kept, 'Café &amp; co');
  const mended = newSignature({ source: 'Café & co' });
  const second = { ...browser, referer: endpoint.signatures };
  assert.equal((await post(endpoint.signatures, mended, second)).status, 303);
  const straight = newSignature({ email_address: 'zoe@example.org' });
  assert.equal((await post(endpoint.signatures, straight, headers)).status, 303);
  // A program that names a page has its say in its body.
  const program = newSignature({ email_address: 'kim@example.org' });
  assert.equal((await post(endpoint.signatures, program, { referer: page })).status, 201);
  assert.deepEqual(
    await endpoint.rows('select email_address, source from signatures order by email_address'),
    [
      { email_address: 'ada@example.org', source: 'Café & co' },
      { email_address: 'kim@example.org', source: '' },
      { email_address: 'zoe@example.org', source: 'Café & co' },
    ],
  );
});
