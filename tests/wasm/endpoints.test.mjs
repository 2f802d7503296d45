// What endpoints of other protocols have answered means the same to a box in the real module as to the
// core natively (tests/unit/wire/rule_test.cpp).

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { file, waitingBox } from './box.mjs';

const json = (/** @type {string} */ path) => JSON.parse(String(file(path)));
/** @type {Record<string, { description: string, options: Record<string, unknown> }>} */
const setUp = json('tests/vectors/set-up.json');
/** @type {any[]} */
const vectors = [...json('tests/vectors/endpoints.json'), ...json('tests/vectors/documented.json')];

/** @type {Record<string, string>} */
const answers = {
  given_name: 'Zoë',
  family_name: 'D’Essai',
  email_address: 'zoe@example.org',
  country: 'BE',
  phone_number: '+32 2 555 01 23',
  postal_code: '1000',
  comment: 'Two words',
};

/** Where the box stands by what an answer meant. @type {Record<string, string>} */
const states = {
  signed: 'signed',
  'already signed': 'signed',
  'to be confirmed': 'to-confirm',
  'refused fields': 'refused',
  refused: 'refused',
  closed: 'closed',
  'try again': 'trying-again',
  unknown: 'sent',
  'sent, cannot be confirmed': 'sent',
  misconfigured: 'failed',
};

/** Of requests that the box sends otherwise, or of which a browser knows that they were stopped. */
const ours = {
  'proca/null-email': 'trying-again',
  'mautic/no-xhr-header': 'trying-again',
  'mautic/xhr-header-origin-not-allowed': 'trying-again',
};

/** What they call our fields. @type {Record<string, string>} */
const theirs = {
  given: 'given_name',
  firstName: 'given_name',
  family: 'family_name',
  lastName: 'family_name',
  mail: 'email_address',
  email: 'email_address',
  'E-mail': 'email_address',
  email_address: 'email_address',
  'email_addresses[0].address': 'email_address',
  phone: 'phone_number',
  country: 'country',
  'address.country': 'country',
  'address.postcode': 'postal_code',
  consent: 'consent_sign',
  News: 'consent_updates',
};

const example = json('examples/petitions/health-data.json');
/** @param {string} text @returns {Record<string, string>} in each language of the example */
const inEach = (text) =>
  Object.fromEntries(example.languages.map((/** @type {string} */ tag) => [tag, text]));

/**
 * @param {string} name of the endpoint
 * @param {string[]} fields
 * @param {string[]} consents
 */
const documentOf = (name, fields, consents) =>
  JSON.stringify({
    ...example,
    fields: fields.map((field) => ({ name: field })),
    consents: consents.map((consent) => ({
      name: consent,
      ...(consent === 'sign' && { statement: inEach('I sign.') }),
    })),
    endpoint: {
      url: 'https://endpoint.example',
      subscribes: 'everyone',
      // What it answers is the same where it is asked first.
      protocol: { ...json(setUp[name].description), is_consent: false },
      ...setUp[name].options,
    },
  });

/** A box for a petition that asks for all that the endpoint can keep. @param {string} name */
function openBox(name) {
  const fields = Object.keys(answers);
  const consents = ['sign', 'updates'];
  for (;;) {
    const box = waitingBox(true);
    box.answer('/petition', 200, documentOf(name, fields, consents));
    if (box.state === 'editing') return { box, fields };
    const told = /^(?:protocol: |document: )?\/(fields|consents)\/(\d+)/m.exec(
      box.reports.join('\n'),
    );
    assert.ok(told, `${name}: ${box.reports}`);
    (told[1] === 'fields' ? fields : consents).splice(Number(told[2]), 1);
  }
}

for (const { id, endpoint, browser, wire, outcome, fields = [] } of vectors) {
  if (!(endpoint in setUp)) continue;
  test(`${id} is ${outcome}, in the browser`, () => {
    const { box, fields: asked } = openBox(endpoint);
    for (const field of asked) box.type(field, answers[field]);
    box.type('consent_sign', 'given');
    box.submit();
    assert.equal(String(box.state), 'sending', box.texts.join(' '));
    const { url } = /** @type {{ url: string }} */ (box.fetches.at(-1));
    box.links = [];
    if (browser === 'readable') {
      const body = typeof wire.body === 'string' ? wire.body : JSON.stringify(wire.body);
      box.answer(url, wire.status, body, wire.contentType ?? '');
    } else {
      box.answer(url, 0, '', '', browser === 'AbortError' ? 3 : 0);
    }
    const wrong = fields
      .map((/** @type {string} */ field) => theirs[field])
      .filter((/** @type {string} */ field) => asked.includes(field) || field === 'consent_sign');
    assert.equal(box.state, Reflect.get(ours, id) ?? states[outcome]);
    if (box.state !== 'refused') return;
    for (const field of wrong) assert.ok(box.links.includes(`#pb-${field}`), `${box.links}`);
  });
}

test('the usual module leaves other protocols to the whole one', () => {
  const box = waitingBox();
  box.answer('/petition', 200, documentOf('proca', ['email_address'], ['sign']));
  assert.ok(box.outgrown);
  const other = waitingBox();
  other.answer('/petition', 200, JSON.stringify(json('examples/petitions/health-data.json')));
  assert.equal(other.outgrown, false);
});
