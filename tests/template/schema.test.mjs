// The schema, by which an editor helps whoever describes a protocol, says the same as the core, which
// decides.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { fromTop } from '../browser/folders.mjs';

/** @typedef {any} Json */

const program =
  process.env.READ_DESCRIPTIONS ?? fromTop('build/tests/tests/template/read-descriptions');

const ajv = new Ajv2020({
  strict: true,
  allowUnionTypes: true,
  strictTypes: false,
  strictRequired: false,
});
const accepts = ajv.compile(
  JSON.parse(readFileSync(fromTop('embed/protocol.schema.json'), 'utf8')),
);

/** @param {Json[]} descriptions @returns {boolean[]} one for each */
function coreAccepts(descriptions) {
  const input = descriptions.map((description) => JSON.stringify(description)).join('\n');
  const { status, stdout } = spawnSync(program, { input, encoding: 'utf8', maxBuffer: 1e9 });
  assert.equal(status, 0);
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => line === 'true');
}

/** The descriptions of a folder. @param {string} folder @returns {Json[]} */
const descriptionsIn = (folder) =>
  readdirSync(fromTop(folder))
    .filter((name) => name.endsWith('.json'))
    .map((name) => JSON.parse(readFileSync(fromTop(`${folder}/${name}`), 'utf8')));

const words = { en: 'Words' };

/** With every member that there is. */
const whole = {
  protocol: 'form-service',
  options: {
    form: { kind: 'text', label: words, hint: words, optional: true },
    names: { kind: 'names', label: words },
  },
  request: {
    method: 'POST',
    url: '${url}/${options.form}',
    encoding: 'urlencoded',
    headers: {},
    body: {
      $merge: [
        { a: { $if: 'comment', then: 1, else: { $json: [true, null, 1.5] } } },
        { $map: { $eval: 'options.names' }, 'each(v, k)': { '${k}': '${v}' } },
      ],
    },
  },
  readable: false,
  catches_duplicates: true,
  answers: [
    { status: [200, 299], type: 'text/html', empty: false, outcome: 'counted', because: words },
    { status: 400, equals: { '/a~1b': 1 }, has: [''], lacks: ['/0'], outcome: 'refused' },
    { contains: { '': 'a' }, begins: { '/a': 'b' }, outcome: 'closed' },
  ],
  errors: { list: '/errors', field: '/field', prefix: '<', suffix: '>', names: { a: 'b' } },
  count: { method: 'POST', url: '${url}', encoding: 'json', headers: {}, body: {}, pointer: '' },
  form: { action: '${url}', body: {} },
  subscribes: 'everyone',
  is_consent: false,
  setup: [words],
};

/**
 * The way to every value of a description, itself first.
 * @param {Json} value
 * @param {(string | number)[]} path
 * @returns {Generator<(string | number)[]>}
 */
function* placesIn(value, path = []) {
  yield path;
  if (typeof value !== 'object' || value === null) return;
  const keys = Array.isArray(value) ? value.keys() : Object.keys(value);
  for (const key of keys) yield* placesIn(value[key], [...path, key]);
}

/** Without the value where there is no replacement.
 * @param {Json} description @param {(string | number)[]} path @param {Json} replacement
 * @returns {Json}
 */
function replaced(description, [key, ...rest], replacement) {
  if (key === undefined) return replacement;
  const copy = Array.isArray(description) ? [...description] : { ...description };
  if (rest.length > 0 || replacement !== undefined) {
    copy[key] = replaced(description[key], rest, replacement);
  } else if (!Array.isArray(copy)) {
    delete copy[key];
  }
  return copy;
}

/** @param {Json[]} descriptions */
function assertSame(descriptions) {
  const core = coreAccepts(descriptions);
  for (const [index, description] of descriptions.entries()) {
    assert.equal(accepts(description), core[index], JSON.stringify(description));
  }
}

test('those that come with the box, and the examples, are descriptions by both', () => {
  const all = [
    ...descriptionsIn('embed/protocols'),
    ...descriptionsIn('examples/protocols'),
    whole,
  ];
  for (const description of all) {
    assert.ok(accepts(description), `${description.protocol}: ${ajv.errorsText(accepts.errors)}`);
  }
  assert.deepEqual([...new Set(coreAccepts(all))], [true]);
});

test('with another value anywhere, or none, both refuse or both accept', () => {
  /** @type {Json[]} */
  const replacements = [undefined, null, true, 7, 1.5, -1, '', 'x', 'PUT', 'json', [], ['x']];
  replacements.push({}, { x: 'x' }, [200, 299]);
  const changed = [];
  for (const path of placesIn(whole)) {
    for (const replacement of path.length === 0 ? replacements.slice(1) : replacements) {
      changed.push(replaced(whole, path, replacement));
    }
  }
  assertSame(changed);
});

test('with what belongs to another operator, or to none, both refuse or both accept', () => {
  const templates = [
    { $eval: 'a', then: 1 },
    { $eval: 'a', $if: 'b' },
    { $if: 'a', $then: 1 },
    { $map: [] },
    { $map: [], 'each()': 1 },
    { $map: [], 'each(a)': 1, 'each(b)': 1 },
    { $let: {}, in: 1 },
    { $$eval: 1 },
    { a$b: 1, $: 2, '$a-b': 3 },
    '$${a}',
    { a: [{ b: { $merge: [{ $json: { $eval: 7 } }] } }] },
  ];
  assertSame(templates.map((template) => replaced(whole, ['request', 'body'], template)));
});
