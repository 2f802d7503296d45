// JSON-e is the oracle for our subset of it: on generated templates and contexts both make the same,
// or nothing; and what we refuse is none of the subset.

import { strict as assert } from 'node:assert';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import jsone from 'json-e';
import { fromTop } from '../browser/folders.mjs';

/** @typedef {any} Json */

const program =
  process.env.RENDER_TEMPLATES ?? fromTop('build/tests/tests/template/render-templates');

/**
 * @param {{ template: Json, context: Json }[]} requests
 * @returns {{ refused?: true, failed?: true, value?: Json }[]} one for each
 */
function rendered(requests) {
  const input = requests.map((request) => JSON.stringify(request)).join('\n');
  const { status, stdout, stderr } = spawnSync(program, {
    input,
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  assert.equal(status, 0, stderr);
  const answers = stdout.trimEnd().split('\n');
  assert.equal(answers.length, requests.length);
  return answers.map((line) => JSON.parse(line));
}

/** What JSON-e makes of it. @param {{ template: Json, context: Json }} request */
function oracle({ template, context }) {
  try {
    return { value: jsone(template, context) };
  } catch {
    return { failed: true };
  }
}

/** The same numbers each time (mulberry32). @param {number} seed */
function generator(seed) {
  let state = seed;
  return (/** @type {number} */ below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const texts = ['', 'a', 'b', 'given', 'Zoë 🖊', 'x"y\\z', 'line\nline', '0', 'é\uf000🖊'];
const names = [
  'a',
  'b',
  'c',
  'list',
  'object',
  'answers',
  'n',
  'none',
  'missing',
  'truely',
  'inside',
];
const keys = ['a', 'b', 'key', 'a b', 'é', 'z', '', '🖊', '\uf000', 'missing'];

/** Makes contexts and templates. */
class Maker {
  /** @param {number} seed */
  constructor(seed) {
    this.below = generator(seed);
  }

  /** @template T @param {T[]} things @returns {T} */
  one(things) {
    return things[this.below(things.length)];
  }

  /** @param {number} depth @returns {Json} */
  value(depth) {
    switch (this.below(depth > 2 ? 5 : 8)) {
      case 0:
        return null;
      case 1:
        return this.below(2) === 0;
      case 2:
        return this.below(5) - 2;
      case 3:
      case 4:
        return this.one(texts);
      case 5:
        return Array.from({ length: this.below(4) }, () => this.value(depth + 1));
      default:
        return Object.fromEntries(
          Array.from({ length: this.below(4) }, () => [this.one(keys), this.value(depth + 1)]),
        );
    }
  }

  /** @returns {Json} */
  context() {
    const known = names.filter((name) => name !== 'missing');
    return {
      ...Object.fromEntries(known.map((name) => [name, this.value(1)])),
      list: Array.from({ length: this.below(4) }, () => this.value(2)),
      object: Object.fromEntries(keys.slice(0, this.below(6)).map((key) => [key, this.value(2)])),
      n: this.below(4) - 1,
      none: null,
    };
  }

  blank() {
    return this.one(['', '', '', ' ', '\n ']);
  }

  /** @param {number} depth @returns {string} */
  expression(depth = 0) {
    if (depth > 3) return this.one([...names, "'a'", '"b"', '0', '2', 'true', 'false', 'null']);
    const inner = () => this.blank() + this.expression(depth + 1) + this.blank();
    const operand = () => (this.below(2) === 0 ? `(${inner()})` : this.one(names));
    switch (this.below(12)) {
      case 0:
        return `${operand()}.${this.one(['a', 'b', 'key', 'val', 'z'])}`;
      case 1:
        return `${operand()}[${inner()}]`;
      case 2:
        return `${this.one(['object', 'answers'])}['${this.one(keys)}']`;
      case 3:
        return `list[${this.below(3)}]`;
      case 4:
        return `${inner()}==${inner()}`;
      case 5:
        return `${inner()}!=${inner()}`;
      case 6:
        return `${inner()}&&${inner()}`;
      case 7:
        return `${inner()}||${inner()}`;
      case 8:
        return `!${this.blank()}(${inner()})`;
      case 9:
        return `(${inner()})`;
      default:
        return this.expression(9);
    }
  }

  text() {
    const pieces = Array.from({ length: this.below(3) }, () =>
      this.below(2) === 0 ? this.one([...texts, '$', '}']) : `\${${this.expression(2)}}`,
    );
    // JSON-e writes a dollar and a bracket for the two dollars, which the subset has not.
    return pieces.join('').replaceAll('$${', '$ ${');
  }

  /** @param {number} depth @returns {Json} */
  template(depth = 0) {
    const inner = () => this.template(depth + 1);
    switch (this.below(depth > 3 ? 3 : 11)) {
      case 0:
        return this.value(3);
      case 1:
        return this.text();
      case 2:
        return { $eval: this.expression() };
      case 3:
        return this.choice(depth);
      case 4:
        return { $json: inner() };
      case 5:
        return { $merge: this.below(2) === 0 ? inner() : [this.object(depth), this.object(depth)] };
      case 6:
        return this.map(depth);
      case 7:
        return Array.from({ length: this.below(4) }, inner);
      default:
        return this.object(depth);
    }
  }

  /** @param {number} depth */
  choice(depth) {
    return {
      $if: this.expression(),
      ...(this.below(4) > 0 && { then: this.template(depth + 1) }),
      ...(this.below(2) > 0 && { else: this.template(depth + 1) }),
    };
  }

  /** @param {number} depth */
  map(depth) {
    const of = this.one([{ $eval: 'list' }, { $eval: 'object' }, this.template(depth + 1)]);
    const each = this.one(['each(a)', 'each(b)', 'each(a,b)', 'each(c, n)', 'each(missing,a)']);
    const made = this.below(2) === 0 ? this.template(depth + 1) : this.object(depth);
    return this.below(2) === 0 ? { $map: of, [each]: made } : { [each]: made, $map: of };
  }

  /** @param {number} depth */
  object(depth) {
    return Object.fromEntries(
      Array.from({ length: this.below(4) }, () => [
        // What JSON-e keeps for itself is tried below.
        this.below(3) === 0 ? this.text().replace(/^\$(?!\{)/, '') : this.one(keys),
        this.template(depth + 1),
      ]),
    );
  }
}

/** Whether a value has a number for a name, which JavaScript puts before all others. @param {Json} value */
const hasNumbersForNames = (value) => /"(0|[1-9]\d*)":/.test(JSON.stringify(value));

test('on generated templates both make the same, or both nothing', () => {
  const maker = new Maker(11);
  const requests = Array.from({ length: 5_000 }, () => ({
    template: maker.template(),
    context: maker.context(),
  }));
  const ours = rendered(requests);
  const seen = { values: 0, failed: 0 };
  for (const [index, request] of requests.entries()) {
    const theirs = oracle(request);
    const what = JSON.stringify(request);
    assert.equal(ours[index].refused, undefined, what);
    if (hasNumbersForNames(theirs.value ?? null)) continue;
    assert.deepEqual(ours[index], theirs, what);
    seen[theirs.failed ? 'failed' : 'values'] += 1;
  }
  assert.ok(seen.values > 1000 && seen.failed > 500, JSON.stringify(seen));
});

test('whatever else is written, we make what JSON-e makes, or nothing', () => {
  const maker = new Maker(12);
  const pieces = ['$', '${', '}', '$$', "'", '"', '(', ')', '[', ']', '.', '!', '=', '&', '|', '-'];
  pieces.push('+', ' in ', ':', ',', '1.5', 'len', 'null', ' ', '0', '$let', '$flatten', 'then');
  /** @param {string} text */
  const disturbed = (text) => {
    const characters = [...text];
    characters.splice(maker.below(characters.length + 1), maker.below(2), maker.one(pieces));
    return characters.join('');
  };
  /** @param {Json} value @returns {Json} */
  const disturbedIn = (value) => {
    if (typeof value === 'string') return maker.below(3) === 0 ? disturbed(value) : value;
    if (Array.isArray(value)) return value.map(disturbedIn);
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [
        maker.below(8) === 0 ? disturbed(name) : name,
        disturbedIn(inner),
      ]),
    );
  };
  const requests = Array.from({ length: 5_000 }, () => ({
    template: disturbedIn(maker.template()),
    context: maker.context(),
  }));
  const ours = rendered(requests);
  let refused = 0;
  for (const [index, request] of requests.entries()) {
    if (ours[index].refused) refused += 1;
    if (!('value' in ours[index])) continue;
    const theirs = oracle(request);
    if (hasNumbersForNames(theirs.value ?? null)) continue;
    assert.deepEqual(ours[index], theirs, JSON.stringify(request));
  }
  assert.ok(refused > 500, String(refused));
});
