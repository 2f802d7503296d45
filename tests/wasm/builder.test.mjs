// The module of the snippet builder, without its page: it decides by the same core as the box.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { BuilderCore, sentence } from '../../embed/builder/core.js';
import { speak } from '../../embed/builder/words.js';
import { file } from './box.mjs';

const wasm = new URL('../../build/embed/builder/petition-builder.wasm', import.meta.url);
const core = new BuilderCore(new WebAssembly.Module(readFileSync(wasm)));
const builderWords = JSON.parse(String(file('embed/builder/locales/en.json')));
speak('en', builderWords);
const petition = String(file('examples/petitions/health-data.json'));
const site = 'https://petitions.example.org';

/** @param {Partial<Parameters<BuilderCore['snippet']>[0]>} [other] */
const snippet = (other = {}) =>
  core.snippet({
    kind: 'element',
    site,
    integrity: ['0.1.0', 'sha256-script', 'sha256-style', 'sha256-frame', 'sha256-running', 'sha256-paper', 'sha256-plain', 'sha256-poster'],
    atOnce: false,
    language: 'fr',
    accent: '#8a1c4a',
    layout: '',
    theme: '',
    catalogue: { tag: 'fr', text: String(file('build/embed/locales/fr.json')) },
    document: petition,
    ...other,
  });

test('a petition without mistakes has none', () => {
  assert.deepEqual(core.check(petition), []);
});

test('every mistake of a document comes with its pointer, line and column', () => {
  const broken = '{\n  "petition": "Not a name",\n  "goal": 0,\n  "surprise": true\n}';
  const mistakes = core.check(broken);
  const found = mistakes.map(({ pointer, line, column }) => [pointer, line, column]);
  assert.ok(mistakes.length >= 9, `${mistakes.length} mistakes`);
  assert.deepEqual(
    found.filter(([pointer]) => ['/petition', '/goal', '/surprise'].includes(String(pointer))),
    [
      ['/surprise', 4, 15],
      ['/petition', 2, 15],
      ['/goal', 3, 11],
    ],
  );
  assert.deepEqual(
    mistakes.filter(({ warning }) => warning).map(({ pointer }) => pointer),
    ['/surprise'],
  );
  assert.ok(mistakes.every(({ expected, found }) => expected && found));
});

test('a text that is no JSON has one mistake, where reading stopped', () => {
  const [mistake, ...others] = core.check('{\n  "title": "A",\n  oops\n}');
  assert.deepEqual(others, []);
  assert.deepEqual([mistake.line, mistake.column], [3, 3]);
});

for (const number of [
  '0',
  '-12',
  '9223372036854775807',
  '-9223372036854775808',
  '18446744073709551615',
  '99999999999999999999',
  '-9223372036854775809',
  '12.50',
  '-1E+3',
]) {
  test(`the author of a document reads ${number} as it was written`, () => {
    const mistakes = core.check(`{"version": ${number}}`);
    const [mistake] = mistakes.filter(({ pointer }) => pointer === '/version');
    assert.equal(mistake.found, number);
  });
}

test('each kind of snippet leads to the site, and speaks the language', () => {
  const { kinds } = core.vocabulary();
  assert.deepEqual(
    kinds.map((kind) => kind.split('-')[0]),
    ['element', 'wrapped', 'pre', 'frame', 'plain', 'link', 'link'],
  );
  for (const kind of kinds) {
    const { mistakes, texts } = snippet({ kind });
    assert.deepEqual(mistakes, [], kind);
    assert.equal(texts.length, 1, kind);
    assert.ok(texts[0].includes(`${site}/petitions/health-data`), `${kind}: ${texts[0]}`);
    assert.ok(texts[0].includes('lang="fr"') || texts[0].includes('lang=fr'), kind);
  }
});

test('the element snippet has the integrity of its script and the colour', () => {
  const [text] = snippet().texts;
  assert.ok(text.includes('integrity="sha256-script"'), text);
  assert.ok(text.includes('accent="#8a1c4a"'), text);
});

test('the element snippet has the layout that is asked for', () => {
  assert.doesNotMatch(snippet().texts[0], /layout/);
  for (const layout of ['form', 'button']) {
    const [text] = snippet({ layout, atOnce: true }).texts;
    assert.match(text, new RegExp(`<petition-box[^>]* layout="${layout}"`));
    assert.match(text, /layouts\.css"/);
  }
});

test('snippets with the element have the theme that is asked for', () => {
  const { themes } = core.vocabulary();
  assert.deepEqual(themes, ['paper', 'plain', 'poster']);
  for (const theme of themes) {
    for (const kind of ['element', 'pre-rendered']) {
      const [text] = snippet({ kind, theme }).texts;
      assert.match(text, new RegExp(`<petition-box[^>]* theme="${theme}"`));
      assert.match(text, new RegExp(`themes/${theme}\\.css" integrity="sha256-${theme}"`));
    }
  }
});

test('the pre-rendered snippet has the petition and the box\u2019s own words in it', () => {
  const [text] = snippet({ kind: 'pre-rendered' }).texts;
  assert.ok(text.includes('shadowrootmode="open"'), text);
  assert.ok(text.includes('Nos données de santé ne doivent pas dépendre'), text);
  assert.ok(text.includes('J’accepte que l’association Exemple (fictive)'), text);
  // Numbers, dates and countries are the platform's.
  assert.ok(text.includes('novembre 2023'), text);
  assert.ok(text.includes('Belgique'), text);
});

test('a snippet of a document with errors is refused with its mistakes', () => {
  const { mistakes, texts } = snippet({ document: '{"title": 7}' });
  assert.deepEqual(texts, []);
  assert.deepEqual(mistakes, core.check('{"title": 7}'));
});

for (const wrong of [
  '',
  'petitions.example.org',
  '/here',
  'mailto:a@example.org',
  'javascript:1',
]) {
  test(`"${wrong}" is no site: expected is said`, () => {
    for (const { mistakes, texts } of [
      core.places(wrong, 'health-data', '0.1.0'),
      snippet({ site: wrong }),
    ]) {
      assert.deepEqual(texts, []);
      assert.match(mistakes[0].expected, /https:\/\//);
    }
  });
}

test('the places of a site are those of the reference endpoint', () => {
  const { mistakes, texts } = core.places(`${site}/`, 'health-data', '0.1.0');
  assert.deepEqual(mistakes, []);
  assert.deepEqual(texts, [
    `${site}/embed/0.1.0/`,
    `${site}/petitions/health-data`,
    `${site}/petitions/health-data/signatures`,
    `${site}/petitions/health-data/sign`,
    `${site}/petitions/health-data/frame`,
  ]);
});

test('the words are those of the first language that there is a catalogue for', () => {
  assert.equal(core.catalogueFor(['fr-BE', 'en']), 'fr');
  assert.equal(core.catalogueFor(['tlh', 'en-GB', 'fr']), 'en');
  assert.equal(core.catalogueFor(['tlh']), 'en');
});

test('the page speaks the first language of its reader that it has, looked up as the box does', () => {
  const there = ['en', 'fr', 'he', 'no', 'pt', 'sr'];
  for (const [wanted, tag] of [
    ['de-AT fr-BE en', 'fr'],
    ['nn-NO en', 'no'],
    ['iw', 'he'],
    ['pt-BR', 'pt'],
    ['sr-Latn-RS fr', 'fr'],
    ['de', 'en'],
  ]) {
    assert.equal(core.catalogueFor(wanted.split(' '), there), tag, wanted);
  }
});

test('the page is written in the direction of its language', () => {
  const directions = ['ar', 'he', 'fr', 'ur-PK', 'az-Arab', 'ar-Latn'].map((tag) =>
    core.directionOf(tag),
  );
  assert.deepEqual(directions, ['rtl', 'rtl', 'ltr', 'rtl', 'rtl', 'ltr']);
});

test('the vocabulary is that of the documents', () => {
  const { fields, countries, catalogues, purposes } = core.vocabulary();
  const asked = JSON.parse(petition);
  const isKnown = (/** @type {{ name: string }[]} */ list, /** @type {string[]} */ known) =>
    list.every(({ name }) => known.includes(name));
  assert.ok(isKnown(asked.fields, fields), fields.join());
  assert.ok(isKnown(asked.consents, purposes), purposes.join());
  assert.ok(countries.includes('FR') && countries.every((code) => /^[A-Z]{2}$/.test(code)));
  assert.ok(catalogues.includes('fr') && catalogues.includes('ar'), catalogues.join());
});

test('each mistake of an empty petition is told in a whole sentence, and none as the core says it', () => {
  const empty = JSON.stringify({
    languages: ['en'],
    demands: [''],
    timeline: [{}],
    fields: [{ kind: 'choice' }],
    consents: [{ by: {} }],
    controller: {},
    goal: 'many',
  });
  const sentences = core.check(empty).map(sentence);
  for (const said of sentences) {
    assert.match(said, /^[A-Z][^{}]*\.$/);
    assert.doesNotMatch(said, /expected|found|cannot be read/i);
  }
  assert.ok(sentences.includes('Write a title.'));
  assert.ok(sentences.length > 12, String(sentences.length));
});

test('what people write is taken as documents have it, across the boundary', () => {
  assert.equal(core.tidied('date', '31 janvier 2024'), '2024-01-31');
  assert.equal(core.tidied('date', '3 listopada 2024', ['pl', 'en']), '2024-11-03');
  assert.equal(core.tidied('number', '20\u202f000'), '20000');
  assert.equal(core.tidied('contact', 'contact@horloge.example'), 'mailto:contact@horloge.example');
  assert.equal(core.tidied('address', 'horloge.example/rgpd'), 'https://horloge.example/rgpd');
  assert.equal(core.tidied('name', 'Train de nuit\u202f!'), 'train-de-nuit');
  assert.deepEqual(core.paragraphs('One.\n\n2/ Two.'), ['One.', 'Two.']);
  const { title, demands } = core.pasted('A title\nWhy.\n1. This.\n2. That.', 'en');
  assert.deepEqual([title, demands], [{ en: 'A title' }, [{ en: 'This.' }, { en: 'That.' }]]);
});

test('the builder has words for each kind of field and each purpose of a consent but to sign', () => {
  const { fieldKinds, purposes } = core.vocabulary();
  for (const kind of fieldKinds) assert.ok(builderWords[`field.kind.${kind}`], kind);
  for (const purpose of ['', ...purposes.filter((one) => one !== 'sign')]) {
    assert.ok(builderWords[`purpose.${purpose}`], purpose);
  }
});

const described = JSON.stringify({
  ...JSON.parse(petition),
  fields: [{ name: 'email_address' }],
  consents: [{ name: 'sign' }],
  endpoint: {
    protocol: 'contact-form-7',
    url: 'https://site.example',
    form: 8,
    names: { email_address: 'your-email' },
  },
});
const contactForm = String(file('embed/protocols/contact-form-7.json'));
const draft = /** @type {import('../../embed/builder/draft.svelte.js').Draft} */ (
  /** @type {unknown} */ ({ text: described, settings: { site } })
);
const spoken = { tag: 'en', text: '{"consent_sign": "I sign, {{controller}}."}' };
const answered = { retryAfter: '', retryAt: 0, date: 0, what: 0, type: 'application/json' };

test('what is sent to an endpoint, and what its answer means, crosses the boundary whole', () => {
  assert.deepEqual(core.check(described, contactForm), []);
  const sample = core.sample(draft, contactForm, spoken);
  assert.equal(
    sample?.request.url,
    'https://site.example/wp-json/contact-form-7/v1/contact-forms/8/feedback',
  );
  assert.match(sample?.request.body ?? '', /name="your-email"\r\n\r\nada\.sample@example\.org/);
  assert.match(sample?.shown ?? '', /^POST https:\/\/site\.example\//);
  const body = '{"status": "validation_failed", "invalid_fields": [{"field": "your-email"}]}';
  assert.deepEqual(core.meaning(draft, contactForm, { ...answered, status: 200, body }), {
    code: 'refused',
    rule: '/answers/3',
    refused: ['email_address'],
  });
});

test('a test signature agrees to the words that signers read', () => {
  const { controller, ...rest } = JSON.parse(petition);
  const consents = [{ name: 'sign' }];
  const text = JSON.stringify({ ...rest, controller: { ...controller, name: 'Us' }, consents });
  const own = /** @type {typeof draft} */ ({ ...draft, text });
  const body = new URLSearchParams(core.sample(own, '', spoken)?.request.body);
  const hash = createHash('sha256').update('I sign, Us.').digest('hex');
  assert.equal(body.get('consent_sign_text'), hash);
  assert.equal(body.get('language'), 'en');
});

test('what is there at an endpoint, and likely to be meant, crosses the boundary whole', () => {
  const [schema, pages] = core.look(described, contactForm);
  assert.match(schema.url, /\/feedback\/schema$/);
  assert.match(pages.url, /\/wp\/v2\/pages\?/);
  assert.deepEqual(core.look('{"endpoint": {"protocol": "contact-form-7"}}', contactForm), []);
  const told = (/** @type {object} */ value) => ({
    ...answered,
    status: 200,
    body: JSON.stringify(value),
  });
  const rules = told({ rules: [{ field: 'mail' }, { field: 'zip' }] });
  const ours = { fields: ['email_address'], consents: ['sign', 'updates'] };
  const seen = core.seen(described, contactForm, ours, [rules]);
  assert.deepEqual(seen.fields, ['mail', 'zip']);
  assert.deepEqual(seen.likely, [['email_address', 'mail']]);

  const consent = '<input type="checkbox" name="agreed">One &amp; all:<br>yes.';
  const form = `<form><input type="hidden" name="_wpcf7" value="8"><input name="mail">
    <p class="wpcf7-acceptance">${consent}</p></form>`;
  // A site may have much to tell.
  const long = `<p>${'word '.repeat(50_000)}</p>`;
  const page = told([{ content: { rendered: long } }, { content: { rendered: form } }]);
  const all = core.seen(described, contactForm, ours, [rules, page]);
  assert.deepEqual(all.fields, ['mail']);
  assert.deepEqual(all.likely, [
    ['email_address', 'mail'],
    ['sign', 'agreed'],
  ]);
  const statement = 'One & all:\nyes.';
  assert.deepEqual(all.consents, [{ name: 'agreed', statement, how: 'required' }]);
});

test('no damage to a document makes the module fail', () => {
  let state = 20240131;
  const next = (/** @type {number} */ most) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state % most;
  };
  for (let round = 0; round < 200; ++round) {
    const damaged = Buffer.from(petition);
    for (let times = 1 + next(8); times > 0; --times) damaged[next(damaged.length)] = next(256);
    const document = String(damaged.subarray(0, damaged.length - next(2) * next(damaged.length)));
    const { mistakes, texts } = snippet({ kind: 'pre-rendered', document });
    assert.equal(texts.length, mistakes.some(({ warning }) => !warning) ? 0 : 1);
  }
});
