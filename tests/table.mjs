// The table of answers that the core, the module and the endpoint must agree on: which are kept, and
// how, and which are refused with which code. tests/unit/form/answers_test.cpp reads it natively.

import { readFileSync } from 'node:fs';

/**
 * @typedef {string | string[]} Typed a text, or the values of several choices or of none
 * @typedef {{
 *   field: string,
 *   typed: Typed,
 *   times?: number,
 *   beside?: Record<string, Typed>,
 *   kept?: Typed,
 *   code?: string,
 * }} Row kept or refused with a code; typed and kept are repeated so many times
 */

const text = readFileSync(new URL('unit/form/answers.json', import.meta.url), 'utf8');

/** @type {{ petition: any, right: Record<string, Typed>, rows: Row[] }} */
export const { petition, right, rows } = JSON.parse(text);

/** @param {Typed} typed @param {Row} row */
const repeated = (typed, { times = 1 }) => (Array.isArray(typed) ? typed : typed.repeat(times));

/**
 * @param {Row} row
 * @returns {[string, string[]][]} what the form holds, under each name
 */
export const entriesOf = (row) =>
  Object.entries({ ...right, ...row.beside, [row.field]: repeated(row.typed, row) }).map(
    ([name, typed]) => [name, [typed].flat()],
  );

/** @param {Row} row @returns {string[]} the values that are kept of its answer */
export const keptOf = (row) => [repeated(row.kept ?? [], row)].flat().filter((text) => text !== '');

/** @param {Row} row @returns {string} that tells it from the others */
export function nameOf(row) {
  const { field, typed, times = 1, beside = {}, code } = row;
  const said = JSON.stringify(typed).slice(0, 60) + (times > 1 ? ` ${times} times` : '');
  const others = Object.entries(beside).map(([name, value]) => `, ${name} ${value}`);
  return `${field} ${said}${others.join('')} is ${code === undefined ? 'kept' : `refused: ${code}`}`;
}
