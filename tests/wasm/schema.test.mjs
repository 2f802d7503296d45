// The schema, by which an editor helps an author, says the same as the core, which decides.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { petition as everyKind } from '../table.mjs';
import { file, waitingBox } from './box.mjs';

const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
const accepts = ajv.compile(JSON.parse(String(file('embed/petition.schema.json'))));
const healthData = JSON.parse(String(file('examples/petitions/health-data.json')));
/** With every part that a petition may have. */
const petition = {
  ...healthData,
  organiser: { name: 'A', url: 'https://example.org/', logo: '/logo.svg' },
  picture: { src: '/a.png', alt: 'A', width: 16, height: 9, focus: [0.5, 1] },
  conclusion: [healthData.title],
  news: [{ date: '2026-05-01', kind: 'answered', text: 'A', link: 'https://example.org/' }],
  show_count_from: 100,
  order: 'as written',
};

/** @param {unknown} document */
function coreAccepts(document) {
  const box = waitingBox(true);
  box.answer('/petition', 200, JSON.stringify(document));
  return box.state === 'editing' || box.state === 'closed';
}

/**
 * The way to every value of a document, itself first.
 * @param {any} value
 * @param {(string | number)[]} path
 * @returns {Generator<(string | number)[]>}
 */
function* placesIn(value, path = []) {
  yield path;
  if (typeof value !== 'object' || value === null) return;
  const keys = Array.isArray(value) ? value.keys() : Object.keys(value);
  for (const key of keys) yield* placesIn(value[key], [...path, key]);
}

/**
 * @param {any} document
 * @param {(string | number)[]} path
 * @param {unknown} replacement
 */
function replaced(document, path, replacement) {
  if (path.length === 0) return replacement;
  const [key, ...rest] = path;
  const copy = Array.isArray(document) ? [...document] : { ...document };
  copy[key] = replaced(document[key], rest, replacement);
  return copy;
}

test('the health-data petition is a petition by both', () => {
  assert.ok(accepts(petition), ajv.errorsText(accepts.errors));
  assert.ok(coreAccepts(petition));
});

test('the countries are the same, and no other may be chosen beforehand', () => {
  const initial = [
    'fields',
    petition.fields.findIndex((/** @type {any} */ f) => f.name === 'country'),
    'initial',
  ];
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  for (const code of letters.flatMap((one) => letters.map((other) => one + other))) {
    const document = replaced(petition, initial, code);
    assert.equal(coreAccepts(document), accepts(document), code);
  }
  for (const code of ['UK', 'ZZ', 'EU', 'fr'])
    assert.ok(!accepts(replaced(petition, initial, code)), code);
  for (const code of ['GB', 'XK']) assert.ok(accepts(replaced(petition, initial, code)), code);
});

/** @param {any} document @param {(string | number)[]} path @param {unknown} replacement */
function assertSame(document, path, replacement) {
  const changed = replaced(document, path, replacement);
  const where = `/${path.join('/')} = ${JSON.stringify(replacement)}`;
  assert.equal(coreAccepts(changed), accepts(changed), where);
}

test('with another kind of value anywhere, both refuse or both accept', () => {
  for (const document of [petition, everyKind]) {
    for (const path of placesIn(document)) {
      if (path[0] === '$schema') continue;
      for (const replacement of [null, true, 7, 1.5, -1, '', 'x', [], ['x'], {}]) {
        assertSame(document, path, replacement);
      }
    }
  }
});

test('with another field or consent, both refuse or both accept', () => {
  // A second long text would be more than a signature may have.
  const isShort = (/** @type {any} */ { kind }) => kind !== 'long_text';
  const document = { ...everyKind, fields: everyKind.fields.filter(isShort) };
  assert.equal(accepts(document), true);
  assert.equal(coreAccepts(document), true);
  const kinds = everyKind.fields.map((/** @type {any} */ { kind }) => kind);
  const names = ['region', 'address_lines', 'source', 'consent_x', 'Own', 'own', '1'];
  for (const index of document.fields.keys()) {
    const field = ['fields', index];
    for (const kind of [...kinds, 'text']) assertSame(document, [...field, 'kind'], kind);
    // News need an address.
    const isNeeded = document.fields[index].name === 'email_address';
    for (const name of isNeeded ? [] : names) assertSame(document, [...field, 'name'], name);
    for (const member of ['options', 'initial', 'checked', 'value', 'x-own']) {
      assertSame(document, [...field, member], document.fields[index][member] ?? 'FR');
    }
  }
  for (const index of document.consents.keys()) {
    const consent = ['consents', index];
    for (const word of ['visits', 'box', 'yes_no', 'sign', 'show_name', 'a_text', 'Own']) {
      for (const member of ['purpose', 'ask', 'statement', 'ticked', 'required']) {
        assertSame(document, [...consent, member], word);
      }
      if (index > 0 && word !== 'sign') assertSame(document, [...consent, 'name'], word);
    }
    assertSame(document, [...consent, 'second_question'], {});
  }
});
