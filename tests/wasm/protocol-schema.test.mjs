// The schema, by which an editor helps who describes a protocol, takes those that there are.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';

const root = new URL('../../', import.meta.url);
const read = (/** @type {string} */ path) => JSON.parse(readFileSync(new URL(path, root), 'utf8'));

const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, strictRequired: false });
const accepts = ajv.compile(read('embed/protocol.schema.json'));

for (const folder of ['embed/protocols', 'examples/protocols']) {
  for (const name of readdirSync(new URL(folder, root))) {
    test(`${folder}/${name} is a protocol`, () => {
      assert.ok(accepts(read(`${folder}/${name}`)), ajv.errorsText(accepts.errors));
    });
  }
}

const directus = read('embed/protocols/directus.json');

/** What is wrong with each. @type {Record<string, (protocol: any) => void>} */
const wrongs = {
  'an encoding that is none': (protocol) => (protocol.request.encoding = 'xml'),
  'an outcome that is none': (protocol) => (protocol.answers[0].outcome = 'fine'),
  'a pointer without its slash': (protocol) => (protocol.errors.field = 'extensions/field'),
  'a status that is none': (protocol) => (protocol.answers[0].status = [200]),
  'an option called like what endpoints say': (protocol) =>
    (protocol.options.url = protocol.options.collection),
  'a member that nobody knows': (protocol) => (protocol.secret = 'abc'),
  'neither a request nor a count': (protocol) => delete protocol.request,
};

for (const [what, spoil] of Object.entries(wrongs)) {
  test(`a protocol with ${what} is none`, () => {
    const protocol = structuredClone(directus);
    spoil(protocol);
    assert.equal(accepts(protocol), false);
  });
}
