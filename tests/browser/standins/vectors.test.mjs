// The stand-ins are held to what the real servers were seen to answer (tests/vectors/endpoints.json),
// and to what documents say of those that nobody ran (tests/vectors/documented.json).

import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { appsScript } from './apps-script.mjs';
import { contactForm7 } from './contact-form-7.mjs';
import { directus } from './directus.mjs';
import { basin, formcarry, formspree, web3forms } from './form-services.mjs';
import { hubspot } from './hubspot.mjs';
import { listmonk } from './listmonk.mjs';
import { mautic } from './mautic.mjs';
import { nextcloudForms } from './nextcloud-forms.mjs';
import { actionNetwork, osdi } from './osdi.mjs';
import { phplist } from './phplist.mjs';
import { proca } from './proca.mjs';
import { speakout } from './speakout.mjs';
import { open } from './standin.mjs';

/** @import { Json, Standin } from './standin.mjs' */

/** @param {string} name @returns {Json[]} */
const vectorsIn = (name) =>
  JSON.parse(readFileSync(new URL(`../../vectors/${name}.json`, import.meta.url), 'utf8'));

const vectors = [...vectorsIn('endpoints'), ...vectorsIn('documented')];

const origin = 'http://partner.example';

const rules = (/** @type {[string, string, object?][]} */ ...all) =>
  all.map(([field, rule, more]) => ({ field, rule, ...more }));

const signatureRules = rules(
  ['given', 'required'],
  ['given', 'maxlength', { threshold: 40 }],
  ['mail', 'required'],
  ['mail', 'email'],
  ['country', 'enum', { accept: ['BE', 'FR'] }],
  ['phone', 'tel'],
  ['topics', 'enum', { accept: ['water', 'soil'] }],
);
const signature = { rules: signatureRules, acceptances: [{ name: 'consent' }] };

/** The forms of the site where the vectors were recorded, by their numbers. */
const forms = {
  8: signature,
  9: { ...signature, settings: ['acceptance_as_validation'] },
  10: { ...signature, settings: ['demo_mode'] },
  11: { ...signature, settings: ['skip_mail'] },
  15: {
    rules: rules(
      ['group', 'required'],
      ['born', 'date'],
      ['age', 'minnumber', { threshold: 18 }],
      ['multi', 'required'],
      ['person_given', 'required'],
      ['person_mail', 'email'],
      ['site', 'url'],
      ['pick', 'enum', { accept: ['a', 'b'] }],
      ['q', 'enum', { accept: ['2'] }],
    ),
  },
};

const signatures = {
  given: { required: true },
  email: { required: true, regex: /@/, unique: true },
  country: {},
  why: {},
  updates: {},
};

/** What stands in for each server that the vectors name. @type {Record<string, () => Standin>} */
const servers = {
  cf7: () => contactForm7(forms),
  'cf7-old': () => contactForm7({ 7: signature }, { old: true }),
  speakout: () => speakout(),
  'speakout-allowed': () => speakout({ allowed: true }),
  directus: () => directus('signatures', signatures),
  phplist: () => phplist(),
  proca: () => proca(),
  mautic: () => mautic({ form: 1, fields: { email: { email: true } } }),
  hubspot: () => hubspot({ portal: 1, form: 'petition', fields: ['email'], required: ['email'] }),
  'nextcloud-forms': () =>
    nextcloudForms({
      form: 3,
      share: 'h',
      questions: {
        7: { text: 'Name' },
        8: { text: 'E-mail', required: true, email: true },
        10: { text: 'News', options: ['31'] },
      },
    }),
  listmonk: () =>
    listmonk({
      lists: {
        '11111111-1111-4111-8111-111111111111': { optin: true },
        '22222222-2222-4222-8222-222222222222': { optin: false },
      },
      origins: [origin],
    }),
  osdi: () => osdi('1'),
  'action-network': () => actionNetwork('abc'),
  formspree: () => formspree('abc'),
  basin: () => basin('abc'),
  formcarry: () => formcarry('abc'),
  web3forms: () => web3forms('k'),
  'apps-script': () => appsScript('abc'),
};

/** The same with something else about it. @type {Record<string, () => Standin>} */
const others = {
  'cf7/spam-disallowed': () => contactForm7({ 8: { ...signature, fate: 'spam' } }),
  'cf7/abort': () => contactForm7({ 8: { ...signature, fate: 'aborted' } }),
  'cf7/rest-locked': () => contactForm7(forms, { closed: true }),
};

/** Vectors of what is no part of the server. @type {Record<string, string>} */
const strange = {
  'cf7/fatal-in-mail': 'a plugin broke',
  'cf7/fatal-at-load': 'a plugin broke',
  'cf7/plain-permalinks': 'the site is set up in another way',
  'cf7/redirect-301-no-cors': 'it is the way there',
  'cf7/abort-after-300ms': 'nobody waited for an answer',
  'speakout-allowed/bad-email-2': 'it follows on another',
};

/** What must have been sent before. @type {Record<string, string>} */
const follows = {
  'speakout/again': 'speakout/ok-optin',
  'speakout-allowed/again': 'speakout-allowed/ok-optin',
  'speakout-allowed/confirm-on-again': 'speakout-allowed/confirm-on-again',
  'directus/duplicate': 'directus/duplicate',
};

/** @param {Json} vector @returns {Json} */
const named = (vector) => vectors.find(({ id }) => id === vector);

/** @param {Json} request @param {string} url of the stand-in */
function send({ method, url: path, encoding, fields = [], json, headers = {} }, url) {
  const address = path.replace('{base}', url);
  if (headers['X-Requested-With']) {
    // Where a browser asks for leave, that is what was recorded.
    const asks = { 'access-control-request-headers': 'x-requested-with' };
    return fetch(address, { method: 'OPTIONS', headers: { origin, ...asks } });
  }
  /** @type {Record<string, () => [string | undefined, BodyInit]>} */
  const encodings = {
    urlencoded: () => [undefined, new URLSearchParams(fields)],
    multipart() {
      const data = new FormData();
      for (const [name, value] of fields) data.append(name, value);
      return [undefined, data];
    },
    json: () => ['application/json', JSON.stringify(json)],
    text: () => ['text/plain', JSON.stringify(json)],
  };
  const [type, body] = encodings[encoding]();
  return fetch(address, {
    method,
    headers: { origin, ...(type && { 'content-type': type }), ...headers },
    body,
  });
}

/** The members whose values are the server's own words for what happened. */
const telling = ['status', 'code', 'field', 'path', 'success', 'demo_mode', 'type', 'data'];

/**
 * What programs may rely on: the shape, and the values that tell. One of those in a list that are
 * the same: Proca says twice what graphql says once.
 * @param {Json} value
 * @returns {Json}
 */
function shape(value, name = '') {
  if (Array.isArray(value)) {
    const shapes = value.map((item) => JSON.stringify(shape(item, name)));
    return [...new Set(shapes)].map((one) => JSON.parse(one));
  }
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(
      Object.entries(value)
        .filter(([key]) => key !== 'quiz')
        .map(([key, member]) => [key, shape(member, key)]),
    );
  }
  return telling.includes(name) ? value : typeof value;
}

/** @param {string} text @returns {Json} of what is no JSON, how it begins */
function read(text) {
  try {
    return shape(JSON.parse(text));
  } catch {
    return text.slice(0, 14);
  }
}

/** @param {Json} vector @returns {boolean} whether the recorded header is of the same settings */
const tellsHeader = (vector) => vector.wireNote === undefined;

const recorded = vectors.filter(
  ({ id, endpoint, request }) => request && servers[endpoint] && !strange[id],
);

for (const vector of recorded) {
  test(`as the real server answered: ${vector.id}`, async (t) => {
    const { url } = await open(t, (others[vector.id] ?? servers[vector.endpoint])());
    const before = follows[vector.id];
    if (before) await send(named(before).request, url);
    const answer = await send(vector.request, url);
    const { wire } = vector;
    assert.equal(answer.status, wire.status);
    const body = await answer.text();
    const expected = typeof wire.body === 'string' ? wire.body : JSON.stringify(wire.body);
    // A page of HTML was recorded with its beginning only.
    assert.deepEqual(read(body), read(expected));
    if (!tellsHeader(vector)) return;
    const acao = answer.headers.get('access-control-allow-origin');
    assert.equal(
      acao,
      wire.acao?.replace('{origin}', origin).replace('{base}', 'http://lists.example') ?? null,
    );
  });
}
