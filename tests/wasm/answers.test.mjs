// The module keeps and refuses the same answers as the core natively: tests/unit/form/answers_test.cpp
// reads the same table.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { file, waitingBox } from './box.mjs';

/** @type {{ field: string, typed: string, kept: string | null, country?: string }[]} */
const rows = JSON.parse(String(file('tests/unit/form/answers.json')));

const names = ['given_name', 'family_name', 'email_address', 'country', 'postal_code', 'comment'];
const petition = JSON.stringify({
  ...JSON.parse(String(file('examples/petitions/health-data.json'))),
  fields: names.map((name) => ({ name, optional: name === 'comment' })),
});

for (const { field, typed, kept, country = 'FR' } of rows) {
  const said = JSON.stringify(typed).slice(0, 60);
  test(`${field} ${said} is ${kept === null ? 'refused' : 'kept'} in the browser`, () => {
    const box = waitingBox();
    box.answer('/petition', 200, petition);
    const answers = {
      given_name: 'Zo\u00eb',
      family_name: 'Exemple',
      email_address: 'zoe@example.org',
      country,
      postal_code: '75011',
      consent_sign: 'given',
      [field]: typed,
    };
    for (const [name, value] of Object.entries(answers)) box.type(name, value);
    box.submit();
    if (kept === null) {
      assert.equal(box.state, 'editing');
    } else {
      assert.equal(box.state, 'sending');
      const sent = new URLSearchParams(box.fetches.at(-1)?.body);
      assert.equal(sent.get(field) ?? '', kept);
    }
  });
}
