// Loads what the page of the builder is made of, and shows it.

import { mount } from 'svelte';
import Builder from './Builder.svelte';
import { BuilderCore } from './core.js';
import { Draft } from './draft.svelte.js';
import { Protocols } from './protocols.js';
import { keptReading } from './shelf.js';
import { Sight } from './sight.svelte.js';
import { speak } from './words.js';

/** @param {string} url */
async function read(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: expected the status 200, found ${response.status}`);
  return response.text();
}

/** @type {Map<string, Promise<string>>} */
const words = new Map();

/** @param {string} tag @returns {Promise<string>} the text of the box's catalogue, asked for once */
function wordsIn(tag) {
  const asked = words.get(tag) ?? read(`../locales/${tag}.json`);
  words.set(tag, asked);
  // What failed once may be there the next time.
  asked.catch(() => words.delete(tag));
  return asked;
}

/** @param {string} language */
function blank(language) {
  const fields = ['given_name', 'family_name', 'email_address'].map((name) => ({ name }));
  return {
    document: {
      petition: 'petition',
      version: '1',
      languages: [language],
      demands: [''],
      fields,
      controller: {},
    },
    settings: { site: new URL('../../', location.href).href, accent: '', language: '', layout: '' },
  };
}

async function start() {
  const core = await BuilderCore.load('petition-builder.wasm');
  const wanted = [...keptReading(), ...navigator.languages];
  /** @type {{ tag: string, name: string }[]} */
  const readings = JSON.parse(await read('languages.json'));
  const tags = readings.map(({ tag }) => tag);
  const reading = core.catalogueFor(wanted, tags);
  const [schema, integrity, box, known, own] = await Promise.all([
    read('../petition.schema.json'),
    read('../integrity.json'),
    wordsIn(reading),
    read('protocols.json'),
    read(`locales/${reading}.json`),
  ]);
  speak(reading, JSON.parse(own));
  document.documentElement.lang = reading;
  document.documentElement.dir = core.directionOf(reading);
  const { fields, purposes } = core.vocabulary();
  const draft = new Draft(JSON.parse(schema), [...fields, ...purposes], () =>
    blank(core.catalogueFor(wanted)),
  );
  const protocols = new Protocols(JSON.parse(known), read);
  const sight = new Sight(core, draft, protocols, JSON.parse(integrity), JSON.parse(box), wordsIn);
  mount(Builder, { target: document.body, props: { sight, readings } });
}

start().catch((error) => {
  const failure = document.createElement('p');
  failure.className = 'failure';
  failure.role = 'alert';
  failure.textContent = `The builder does not work. ${error}`;
  document.body.append(failure);
  console.error(error);
});
