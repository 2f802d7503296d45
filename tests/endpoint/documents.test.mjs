// The text that somebody signed can be shown, also after it was changed.

import { strict as assert } from 'node:assert';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { startEndpoint } from './endpoint.mjs';
import { healthData, petitionsFolder } from './petitions.mjs';
import { post } from './request.mjs';
import { signatureOf } from './signers.mjs';

const changedText = /health-data: \/version: expected another than "1", for the text has changed/;

test('demands that change under the same version are both kept, and the change is told', async (t) => {
  const document = healthData();
  const endpoint = await startEndpoint(t, { petitions: await petitionsFolder(t, document) });
  await post(endpoint.signatures, signatureOf(1));
  await endpoint.stop();
  assert.doesNotMatch(endpoint.written, changedText);

  const changed = { ...document, demands: [{ fr: 'Tout autre chose.', en: 'Something else.' }] };
  endpoint.use({ petitions: await petitionsFolder(t, changed) });
  await endpoint.start();
  assert.match(endpoint.written, changedText);
  await post(endpoint.signatures, signatureOf(2));

  const signed = await endpoint.rows(`
    select text, document_hash, s.document_version as version from submissions s
    join documents d on d.hash = document_hash and d.petition = s.petition order by s.${endpoint.sequence}`);
  assert.deepEqual(
    signed.map(({ text }) => JSON.parse(String(text)).demands),
    [document.demands, changed.demands],
  );
  for (const { text, document_hash: hash, version } of signed) {
    assert.equal(hash, createHash('sha256').update(String(text)).digest('hex'));
    assert.equal(version, '1');
  }

  await endpoint.stop();
  const written = endpoint.written.length;
  endpoint.use({ petitions: await petitionsFolder(t, { ...changed, version: '2' }) });
  await endpoint.start();
  assert.doesNotMatch(endpoint.written.slice(written), changedText);
});

test('what only shows a petition may change under the same version', async (t) => {
  const document = healthData();
  const endpoint = await startEndpoint(t, { petitions: await petitionsFolder(t, document) });
  await endpoint.stop();
  const reordered = Object.fromEntries(Object.entries(document).reverse());
  endpoint.use({ petitions: await petitionsFolder(t, { ...reordered, goal: 77, 'x-note': 'a' }) });
  await endpoint.start();
  assert.doesNotMatch(endpoint.written, changedText);
});

test('who signed an older version signed a text of that version', async (t) => {
  const endpoint = await startEndpoint(t);
  await post(endpoint.signatures, { ...signatureOf(1), document_version: '0' });
  assert.deepEqual(
    await endpoint.rows('select document_version v, document_hash h from submissions'),
    [{ v: '0', h: '' }],
  );
});
