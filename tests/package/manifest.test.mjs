import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { Ajv } from 'ajv';
import { PetitionBox } from '../../embed/petition-box.js';
import { fromTop } from '../browser/folders.mjs';

/** @param {string} path in the repository */
const read = (path) => readFileSync(fromTop(path), 'utf8');

/** @param {string} text @param {RegExp} pattern with one group @returns what it holds, each once */
const all = (text, pattern) =>
  [...new Set([...text.matchAll(pattern)].map(([, group]) => group))].sort();

/** @param {{ name: string }[]} entries */
const names = (entries) => entries.map(({ name }) => name).sort();

const manifest = JSON.parse(read('build/package/custom-elements.json'));
const [element, definition] = manifest.modules;
const [box] = element.declarations;
/** @type {{ name: string, kind: string, static?: true, description?: string }[]} */
const members = box.members;

test('it keeps to the schema of custom elements manifests', () => {
  const { resolve } = createRequire(import.meta.url);
  const { resolve: resolveThere } = createRequire(resolve('@custom-elements-manifest/analyzer'));
  const schema = readFileSync(resolveThere('custom-elements-manifest/schema.json'), 'utf8');
  const ajv = new Ajv({ strict: false });
  ajv.validate(JSON.parse(schema), manifest);
  assert.deepEqual(ajv.errors, null);
});

test('the element is described, and where it is defined', () => {
  assert.equal(element.declarations.length, 1);
  assert.equal(element.path, 'petition-box.js');
  assert.deepEqual(
    [box.name, box.tagName, box.customElement, box.superclass],
    ['PetitionBox', 'petition-box', true, { name: 'HTMLElement' }],
  );
  assert.deepEqual(definition.exports, [
    {
      kind: 'custom-element-definition',
      name: 'petition-box',
      declaration: { name: 'PetitionBox', module: '/petition-box.js' },
    },
  ]);
});

test('its attributes are those that the class observes, and those behind its properties', () => {
  const properties = Object.entries(Object.getOwnPropertyDescriptors(PetitionBox.prototype))
    .filter(([, { set }]) => set)
    .map(([name]) => name);
  assert.deepEqual(
    names(box.attributes),
    [...new Set([...PetitionBox.observedAttributes, ...properties, 'theme'])].sort(),
  );
});

test('its properties and methods are those of the class', () => {
  const called = /^constructor$|Callback$/;
  const own = Object.getOwnPropertyNames(PetitionBox.prototype);
  assert.deepEqual(
    names(members.filter((member) => !member.static)),
    own.filter((name) => !called.test(name)).sort(),
  );
});

test('its static properties are those of the class', () => {
  const native = ['length', 'name', 'prototype', 'observedAttributes'];
  const own = Object.getOwnPropertyNames(PetitionBox);
  assert.deepEqual(
    names(members.filter((member) => member.static)),
    own.filter((name) => !native.includes(name)).sort(),
  );
});

test('its events are those that the core and the element raise', () => {
  const [, own] = read('widget/box/element_event.hpp').match(/event_names\{([^}]*)\}/) ?? [];
  const raised = [
    ...all(String(own), /"([\w-]+)"/g),
    ...all(read('embed/petition-box.js'), /CustomEvent\('petition-box-([\w-]+)'/g),
    ...all(read('embed/share.js'), /raise\(this\.#element, '([\w-]+)'/g),
  ];
  assert.deepEqual(
    names(box.events),
    [...new Set(raised)].map((name) => `petition-box-${name}`).sort(),
  );
});

test('its CSS custom properties are those that the stylesheet reads', () => {
  const style = read('embed/petition-box.css');
  // What the core makes of the accent is no page's.
  const pages = all(style, /var\(\s*(--petition-box-(?!accent-)[\w-]+)/g);
  assert.deepEqual(names(box.cssProperties), pages);
});

test('its one slot is the one for what the page shows before the box', () => {
  assert.deepEqual(names(box.slots), ['']);
});

test('nothing in it is without words', () => {
  const { attributes, events, cssProperties, slots } = box;
  const parts = [box, members, attributes, events, cssProperties, slots].flat();
  for (const { name, description } of parts) assert.ok(description, name);
});
