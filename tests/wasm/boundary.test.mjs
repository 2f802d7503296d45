import assert from 'node:assert/strict';
import { test } from 'node:test';
import { file, waitingBox } from './box.mjs';

const petition = file('examples/petitions/health-data.json');

/**
 * Numbers that are the same at every run.
 * @param {number} seed
 */
function* numbers(seed) {
  for (let state = seed; ;) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield state;
  }
}

test('a petition that asks for a source is for the whole module, which sends it', () => {
  const document = JSON.stringify({ ...JSON.parse(String(petition)), source_parameter: 'from' });
  const usual = waitingBox();
  usual.answer('/petition', 200, document);
  assert.ok(usual.outgrown);
  const box = waitingBox(true);
  box.type('?from', 'newsletter');
  box.answer('/petition', 200, document);
  box.type('given_name', 'Zoé');
  box.type('family_name', 'Exemple');
  box.type('email_address', 'zoe@example.org');
  box.type('consent_sign', 'given');
  box.submit();
  const sent = new URLSearchParams(box.fetches.at(-1)?.body);
  assert.equal(sent.get('source'), 'newsletter');
});

test('the real module shows the petition and sends its signature', () => {
  const box = waitingBox();
  box.answer('/petition', 200, petition);
  assert.equal(box.state, 'editing');
  assert.ok(box.texts.some((text) => text.includes('novembre')));
  box.type('given_name', 'Zoé');
  box.type('family_name', 'Exemple');
  box.type('email_address', 'zoe@bücher.example');
  box.type('consent_sign', 'given');
  box.submit();
  assert.equal(box.state, 'sending');
  const sent = new URLSearchParams(box.fetches.at(-1)?.body);
  assert.equal(sent.get('given_name'), 'Zoé');
  assert.equal(sent.get('email_address'), 'zoe@xn--bcher-kva.example');
  assert.match(sent.get('submission_id') ?? '', /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab]/);
  box.answer('/signatures', 201, '{"status":"received"}');
  assert.equal(box.state, 'signed');
});

for (const [what, document, place] of [
  ['is empty', '', '(whole document)'],
  ['is not JSON', '<!doctype html><title>Not found</title>', '(whole document)'],
  ['is cut short', petition.subarray(0, 4000), 'document: /'],
  ['has 5 MB', Buffer.alloc(5_000_000, '"a",'), '(whole document)'],
  ['nests 10,000 deep', '{"title":' + '['.repeat(10_000), '/title/0/0'],
  ['is a list', '[]', '(whole document)'],
  ['has a number for its title', '{"title": 7}', '/title\n'],
  ['breaks off in its second line', '{\n  "title": }', '/title\n'],
]) {
  test(`a document that ${what} is refused calmly, and its author told where`, () => {
    const usual = waitingBox();
    usual.answer('/petition', 200, document);
    assert.ok(usual.outgrown);
    const box = waitingBox(true);
    box.answer('/petition', 200, document);
    assert.equal(box.state, 'unavailable');
    assert.ok(box.texts.some((text) => text.startsWith('Cette pétition ne peut pas')));
    const error = box.raised.find(({ event }) => event === 'error');
    const [told] = box.reports;
    assert.equal(told, `document: ${error?.detail.message}`);
    assert.ok(told.includes(String(place)), told);
    assert.ok(told.endsWith('petition-check says what is wrong there.'), told);
  });
}

test('no damage to a document makes the module fail', () => {
  const random = numbers(20240131);
  const next = (/** @type {number} */ most) => Number(random.next().value) % most;
  for (let round = 0; round < 300; ++round) {
    const damaged = Buffer.from(petition);
    for (let times = 1 + next(8); times > 0; --times) damaged[next(damaged.length)] = next(256);
    const text = damaged.subarray(0, damaged.length - next(2) * next(9000));
    const usual = waitingBox();
    usual.answer('/petition', 200, text);
    assert.equal(usual.state, usual.outgrown ? 'loading' : 'editing');
    const whole = waitingBox(true);
    whole.answer('/petition', 200, text);
    assert.match(whole.state, /^(editing|unavailable)$/);
  }
});

test('no bytes that come as a message make the module fail', () => {
  const random = numbers(1789);
  const box = waitingBox();
  box.answer('/petition', 200, petition);
  for (let round = 0; round < 2000; ++round) {
    const length = 1 + (Number(random.next().value) % 60);
    box.disturb(Uint8Array.from({ length }, () => Number(random.next().value) >> 7));
  }
  assert.ok(box.state);
});
