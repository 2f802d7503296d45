// Petitions whose documents send signatures to another endpoint: the pages of this one send them
// there, and nowhere else.

import { strict as assert } from 'node:assert';
import { test } from 'node:test';
import { startEndpoint } from './endpoint.mjs';
import { folderOf, healthData, petitionsFolder } from './petitions.mjs';
import { send } from './request.mjs';

/** @typedef {Awaited<ReturnType<typeof send>>} Reply */

/** @param {Reply} page @param {string} name of the directive @returns {string} its sources */
const sourcesOf = (page, name) =>
  String(page.headers['content-security-policy'])
    .split('; ')
    .find((directive) => directive.startsWith(`${name} `))
    ?.slice(name.length + 1) ?? '';

/** @param {Reply} page @returns {string[]} the names that its form sends */
const namesOn = ({ text }) =>
  [...text.matchAll(/<(?:input|textarea|select) (?:[^>]* )?name="([^"]*)"/g)].map(
    ([, name]) => name,
  );

/** @param {any} endpoint @returns {any} */
const documentAt = (endpoint) => ({
  ...healthData(),
  fields: [{ name: 'given_name' }, { name: 'email_address' }],
  consents: [{ name: 'sign' }, { name: 'updates' }],
  endpoint,
});

const atForm = {
  protocol: 'contact-form-7',
  url: 'https://site.example',
  form: 8,
  page: 'https://forms.example/sign/',
  names: {
    given_name: 'your-name',
    email_address: 'your-email',
    sign: 'agreed',
    updates: 'news',
  },
};

const atProca = { protocol: 'proca', url: 'https://proca.example/api', page: 42 };

/** @param {import('node:test').TestContext} t @param {any} endpoint */
async function pagesOf(t, endpoint) {
  const petitions = await petitionsFolder(t, documentAt(endpoint));
  const program = await startEndpoint(t, { petitions });
  return {
    sign: await send(`${program.petition}/sign?lang=en`),
    frame: await send(`${program.petition}/frame?lang=en`),
  };
}

test('the page to sign is the form that the other endpoint takes, and its policy lets it go there', async (t) => {
  const { sign } = await pagesOf(t, atForm);
  assert.equal(sign.status, 200);
  assert.match(sign.text, /<form [^>]*method="post" action="https:\/\/forms\.example\/sign\/"/);
  assert.match(sign.text, /<form [^>]*enctype="multipart\/form-data"/);
  assert.deepEqual(namesOn(sign).sort(), ['_wpcf7', 'agreed', 'news', 'your-email', 'your-name']);
  assert.equal(sourcesOf(sign, 'form-action'), "'self' https://forms.example");
  assert.equal(sourcesOf(sign, 'connect-src'), '');
  assert.doesNotMatch(sign.text, /signatures"|<progress/);
});

test('in a frame it is that form in a window of its own, until the script takes it over', async (t) => {
  const { frame } = await pagesOf(t, atForm);
  assert.match(frame.text, /<form [^>]*action="https:\/\/forms\.example\/sign\/"/);
  assert.match(frame.text, /<form [^>]*target="_blank"/);
  assert.match(frame.text, /data-name="email_address"/);
  assert.match(frame.text, /<petition-box [^>]*protocol="contact-form-7"/);
  assert.doesNotMatch(frame.text, /<petition-box [^>]*endpoint=/);
  assert.equal(sourcesOf(frame, 'form-action'), "'self' https://forms.example");
  assert.equal(sourcesOf(frame, 'connect-src'), "'self' https://site.example");
});

test('where the other endpoint takes no form, the page to sign has the box, and says what it needs', async (t) => {
  const { sign, frame } = await pagesOf(t, atProca);
  for (const page of [sign, frame]) {
    assert.match(page.text, /<petition-box src="\.\.\/health-data\?lang=en" protocol="proca" lang="en"/);
    assert.doesNotMatch(page.text, /<form|signatures"/);
    assert.match(page.text, /<slot><\/slot>/);
    assert.equal(sourcesOf(page, 'form-action'), "'self'");
    assert.equal(sourcesOf(page, 'connect-src'), "'self' https://proca.example");
    assert.match(sourcesOf(page, 'script-src'), /^'self' 'wasm-unsafe-eval'$/);
  }
  assert.match(sign.text, /<p lang="en">The form needs JavaScript/);
  assert.equal(sourcesOf(sign, 'frame-ancestors'), "'none'");
  assert.doesNotMatch(sign.text, /framed\.js/);
  assert.match(frame.text, /<a href="sign\?lang=en" target="_blank"/);
});

test('a form goes to the reference endpoint that the document names', async (t) => {
  const { sign, frame } = await pagesOf(t, { url: 'https://other.example/signatures' });
  for (const page of [sign, frame]) {
    assert.match(page.text, /<form [^>]*action="https:\/\/other\.example\/signatures\?lang=en/);
    assert.equal(sourcesOf(page, 'form-action'), "'self' https://other.example");
  }
  assert.match(frame.text, /action="[^"]*in=frame/);
  assert.equal(sourcesOf(frame, 'connect-src'), "'self' https://other.example");
});

test('a closed petition has no form that goes elsewhere', async (t) => {
  const petitions = await petitionsFolder(t, { ...documentAt(atForm), closes: '2024-01-31' });
  const program = await startEndpoint(t, { petitions });
  const page = await send(`${program.petition}/sign`);
  assert.match(page.text, /data-state="closed"/);
  assert.doesNotMatch(page.text, /<form|<input/);
});

test('a petition that its endpoint cannot serve is not served, and its mistake is told', async (t) => {
  const nameless = documentAt({ ...atForm, names: { email_address: 'your-email' } });
  const unknown = { ...documentAt({ ...atProca, protocol: 'nobodys' }), petition: 'unknown' };
  const good = { ...documentAt(atProca), petition: 'good' };
  const petitions = await petitionsFolder(t, nameless, unknown, good);
  const program = await startEndpoint(t, { petitions });
  assert.equal((await send(`${program.url}/petitions/good`)).status, 200);
  assert.equal((await send(program.petition)).status, 404);
  assert.equal((await send(`${program.url}/petitions/unknown`)).status, 404);
  assert.match(program.written, /health-data\.json: \/fields\/0: expected /);
  assert.match(program.written, /unknown\.json: \/endpoint\/protocol: expected the name of a /);
});

test('a partner page may send to where the documents of its petitions say', async (t) => {
  const partners = await folderOf(t, {
    'page.html': '<!doctype html><petition-box src="../petitions/health-data" lang="fr">',
    'other.html': '<!doctype html><petition-box src="../petitions/health-data-2" lang="fr">',
  });
  const petitions = await petitionsFolder(t, documentAt(atProca));
  const program = await startEndpoint(t, { petitions, partners });
  const page = await send(`${program.url}/partners/page.html`);
  assert.equal(sourcesOf(page, 'connect-src'), "'self' https://proca.example");
  assert.equal(sourcesOf(page, 'form-action'), "'self'");
  const other = await send(`${program.url}/partners/other.html`);
  assert.equal(sourcesOf(other, 'connect-src'), "'self'");
});
