// The module keeps and refuses the same answers as the core natively and the endpoint.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { entriesOf, keptOf, nameOf, petition, rows } from '../table.mjs';
import { file, waitingBox } from './box.mjs';

/** @type {Record<string, string>} */
const words = JSON.parse(String(file('build/embed/locales/fr.json')));

/**
 * What the box says of a code: the words for the field, else for its kind, else for all.
 * @param {import('../table.mjs').Row} row
 */
function wordingOf({ field, code, beside = {} }) {
  const kind = petition.fields.find((/** @type {any} */ one) => one.name === field)?.kind;
  const said = Object.values(beside).includes('given') ? 'needed_for_updates' : code;
  const keys = [`error.${field}.${said}`, `error.${kind}.${said}`, `error.${said}`];
  const key = keys.find((one) => words[one] !== undefined);
  assert.ok(key, `no words for ${keys}`);
  const parts = words[key].split(/\{\{\w+\}\}/);
  return new RegExp(`^ ?${parts.map((part) => part.replace(/[.?+()]/g, '\\$&')).join('.*')}$`);
}

/** What only the whole module asks for (widget/document/field.hpp). */
const rare = ['phone', 'choice', 'choices', 'tick', 'number', 'date'];
const usual = {
  ...petition,
  fields: petition.fields.filter((/** @type {any} */ one) => !rare.includes(one.kind)),
  consents: petition.consents.filter((/** @type {any} */ one) => !one.by),
};
const controls = [
  ...usual.fields.map((/** @type {any} */ one) => one.name),
  ...usual.consents.map((/** @type {any} */ one) => `consent_${one.name}`),
];
const isUsual = (/** @type {import('../table.mjs').Row} */ { field, beside = {} }) =>
  [field, ...Object.keys(beside)].every((name) => controls.includes(name));

for (const whole of [false, true]) {
  for (const row of rows.filter((row) => whole || isUsual(row))) {
    test(`${nameOf(row)}, in the ${whole ? 'whole' : 'usual'} module`, () => {
      const box = waitingBox(whole);
      box.answer('/petition', 200, JSON.stringify(whole ? petition : usual));
      for (const [name, values] of entriesOf(row)) box.type(name, ...values);
      box.texts = [];
      box.submit();
      if (row.code === undefined) {
        assert.equal(box.state, 'sending');
        const sent = new URLSearchParams(box.fetches.at(-1)?.body);
        assert.deepEqual(sent.getAll(row.field), keptOf(row));
      } else {
        assert.equal(box.state, 'editing');
        const wording = wordingOf(row);
        assert.ok(
          box.texts.some((text) => wording.test(text)),
          `${wording} in ${box.texts}`,
        );
      }
    });
  }
}

const [, , partners] = petition.consents;
for (const asked of [
  ...petition.fields
    .filter((/** @type {any} */ one) => rare.includes(one.kind))
    .map((/** @type {any} */ one) => ({ fields: [...usual.fields, one] })),
  { consents: [{ ...partners, by: undefined }] },
  { consents: [{ ...partners, ask: undefined }] },
]) {
  test(`the usual module leaves ${JSON.stringify(asked).slice(-60)} to the whole one`, () => {
    const document = JSON.stringify({ ...usual, ...asked });
    const box = waitingBox();
    box.answer('/petition', 200, document);
    assert.ok(box.outgrown);
    const whole = waitingBox(true);
    whole.answer('/petition', 200, document);
    assert.equal(whole.state, 'editing');
  });
}
