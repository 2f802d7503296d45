// What the platform writes is the same natively (ICU) and in a browser (Intl, as node has it). Where the
// two come with other versions of CLDR, differences.json says what may differ, and nothing else does:
// the countries whose names do, and of numbers, dates and the order of countries, why.

import { strict as assert } from 'node:assert';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Question } from '#opcodes';
import { Writer } from '../../embed/bytes.js';
import { originOf } from '../../embed/catalogue.mjs';
import { imports } from '../../embed/platform.js';
import { fromTop } from '../browser/folders.mjs';
import { tags } from './language.mjs';

/**
 * @typedef {'number' | 'plural_category' | 'date' | 'regions' | 'language'} Name
 * @typedef {[question: Name, tag: string, ...about: (number | string)[]]} Asked
 * @typedef {'forms' | 'numbers' | 'four digits' | 'years' | 'months' | 'days' | 'language' | 'countries'} Matter
 */

const program = process.env.ASK_ICU ?? fromTop('build/tests/tests/locales/ask-icu');
/** @type {Record<string, Record<string, string>>} */
const differences = JSON.parse(readFileSync(fromTop('tests/locales/differences.json'), 'utf8'));

/** @param {(string | number)[][]} asked @returns {string[]} what the platform answers natively */
function askIcu(asked) {
  const input = asked.map((one) => JSON.stringify(one)).join('\n');
  const { status, stdout, stderr } = spawnSync(program, {
    input,
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  assert.equal(status, 0, stderr);
  const lines = stdout.trimEnd().split('\n');
  return lines.map((line) => JSON.parse(line));
}

/** Asks a browser's platform, as the module does. @param {Asked} asked @returns {string} */
function askIntl([question, ...texts]) {
  const buffer = new ArrayBuffer(2 ** 16);
  const writer = new Writer().byte(Question[question]);
  for (const text of texts) writer.text(String(text));
  new Uint8Array(buffer).set(writer.written());
  const place = 2 ** 15;
  const size = imports(() => ({ buffer })).env.petition_box_ask(0, 0, place, place);
  assert.ok(size <= place);
  return new TextDecoder().decode(new Uint8Array(buffer, place, size));
}

const upTo = (/** @type {number} */ most) => [...Array(most + 1).keys()];
const counts = [...upTo(30), 100, 101, 102, 103, 111, 12_345, 1_000_000, 1_000_001, 12_345_678];
const ofFourDigits = [1_234, 9_999];
const months = upTo(12).slice(1);
const [countries] = askIcu([['countries', '']]);

/** @type {(tag: string) => Record<Matter, Asked[]>} */
const questionsIn = (tag) => ({
  forms: [...counts, ...ofFourDigits].map((count) => ['plural_category', tag, count]),
  numbers: counts.map((count) => ['number', tag, count]),
  'four digits': ofFourDigits.map((count) => ['number', tag, count]),
  years: [['date', tag, 2027, 0, 0]],
  months: months.map((month) => ['date', tag, 2027, month, 0]),
  days: months.map((month) => ['date', tag, 2027, month, 28]),
  language: [['language', tag]],
  countries: [['regions', tag, countries]],
});

const locales = askIcu(tags().map((tag) => ['locale', tag]));
const asked = tags().map((tag, i) => ({ tag, questions: questionsIn(locales[i]) }));
// One process for all of them, which takes longer to start than to answer.
const all = asked.flatMap(({ questions }) => Object.values(questions).flat());
const answers = new Map(askIcu(all).map((answer, i) => [all[i], answer]));

/** Blanks may be of another width: they separate the same words. @param {string} text */
const evenly = (text) => text.replaceAll(/\s/g, ' ');

/** @param {string} answer @returns {Map<string, string>} names by code, in order */
const namesIn = (answer) =>
  new Map(
    answer
      .trim()
      .split('\n')
      .map((line) => [line.slice(0, 2), line.slice(2)]),
  );

for (const { tag, questions } of asked) {
  const differing = differences[originOf(tag)] ?? {};

  test(`${tag}: counts, dates and its own name are the same natively and in a browser`, () => {
    for (const [matter, asked] of Object.entries(questions)) {
      if (matter === 'countries' || differing[matter]) continue;
      for (const one of asked) {
        assert.equal(evenly(answers.get(one) ?? ''), evenly(askIntl(one)), JSON.stringify(one));
      }
    }
  });

  test(`${tag}: countries have the same names natively and in a browser, in the same order`, () => {
    const [question] = questions.countries;
    const mayDiffer = new Set(differing.countries?.split(' '));
    const [native, other] = [answers.get(question) ?? '', askIntl(question)].map((answer) =>
      [...namesIn(answer)].filter(([code]) => !mayDiffer.has(code)),
    );
    assert.deepEqual(Object.fromEntries(native), Object.fromEntries(other));
    if (!differing.order) assert.deepEqual(native, other);
  });
}
