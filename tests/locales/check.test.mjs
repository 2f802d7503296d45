// The checker refuses what it is there for: of each rule a catalogue that breaks it.

import { strict as assert } from 'node:assert';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { begin } from './begin.mjs';
import { descriptionsIn, wordsOf } from './descriptions.mjs';
import { typosOfDocument } from './documents.mjs';
import { written } from './files.mjs';
import { lackingIn, missingIn } from './keys.mjs';
import { categoriesOf, languageOf, read, root, tags } from './language.mjs';
import { mistakesIn } from './rules.mjs';
import { typosIn } from './typography.mjs';

/** @import { Language, Part, What } from './language.mjs' */

const french = read('fr');

/** @param {(content: any) => void} change @param {What} [what] */
function changed(change, what = 'words') {
  const content = JSON.parse(french.sources[what]);
  change(content);
  return languageOf('fr', { ...french.sources, [what]: written(content) });
}

/** @param {Record<string, string | undefined>} texts @param {Part} [part] */
const withTexts = (texts, part = 'words') =>
  changed((content) => Object.assign(part === 'consent' ? content.wording : content, texts), part);

const accepted = mistakesIn(french).map(({ rule, key }) => `${rule} ${key}`);

/** @param {Language} language @returns {string[]} what is wrong in it that is not in French as it is */
const wrongIn = (language) =>
  mistakesIn(language)
    .map(({ rule, key }) => `${rule} ${key}`)
    .filter((one) => !accepted.includes(one));

test('a catalogue as it should be has no mistake', () => {
  assert.deepEqual(wrongIn(french), []);
  assert.deepEqual(wrongIn(withTexts({ sign: 'Signer cette pétition' })), []);
});

test('a key that is missing, empty or of no text is told with the English, in each of the files', () => {
  assert.deepEqual(wrongIn(withTexts({ yes: undefined }, 'whole')), ['missing yes']);
  assert.deepEqual(wrongIn(withTexts({ yes: ' ' }, 'whole')), ['missing yes']);
  assert.deepEqual(wrongIn(withTexts({ yes: /** @type {any} */ (7) }, 'whole')), ['missing yes']);
  assert.deepEqual(wrongIn(withTexts({ consent_show_name: '' }, 'consent')), [
    'missing consent_show_name',
  ]);
  assert.deepEqual(wrongIn(withTexts({ 'problem.404': '' }, 'pages')), ['missing problem.404']);
  const [{ file, expected, found }] = missingIn(withTexts({ yes: undefined }, 'whole'));
  assert.deepEqual(
    [file, expected, found],
    ['embed/locales/fr.whole.json', 'a text for \u201cYes\u201d', 'none'],
  );
});

test('a key that English does not have is told', () => {
  assert.deepEqual(wrongIn(withTexts({ perhaps: 'Peut-être' })), ['unknown perhaps']);
});

test('a count has exactly the plural forms of its language', () => {
  assert.deepEqual(wrongIn(withTexts({ signatures_many: undefined })), ['missing signatures_many']);
  assert.deepEqual(wrongIn(withTexts({ signatures_few: '{{count}} signatures' })), [
    'unknown signatures_few',
  ]);
  assert.deepEqual(categoriesOf('ar'), ['zero', 'one', 'two', 'few', 'many', 'other']);
  assert.deepEqual(categoriesOf('pl'), ['one', 'few', 'many', 'other']);
});

test('what is put into a text in English is put into it, once, and nothing else', () => {
  for (const text of ['Remplissez «\u00a0»', 'Remplissez «\u00a0{{field}}\u00a0»']) {
    assert.deepEqual(wrongIn(withTexts({ 'error.missing': text })), ['holes error.missing']);
  }
  for (const text of ['{label} {{label}}', '{{label}} {{label}}', '{{ label }}', '{{label}']) {
    assert.deepEqual(wrongIn(withTexts({ 'error.missing': `Remplissez ${text}` })), [
      'holes error.missing',
    ]);
  }
  assert.deepEqual(
    wrongIn(
      withTexts({ consent_updates: 'Des nouvelles de la pétition par courriel.' }, 'consent'),
    ),
    ['holes consent_updates', 'glossary consent_updates: unsubscribe'],
  );
});

test('a plural form that stands for one number may say it in words', () => {
  const hebrew = (/** @type {Record<string, string>} */ texts) =>
    mistakesIn(languageOf('he', { ...french.sources, words: written(texts) }))
      .filter(({ rule }) => rule === 'holes')
      .map(({ key }) => key);
  assert.deepEqual(hebrew({ signatures_one: 'חתימה אחת', signatures_two: 'שתי חתימות' }), []);
  assert.deepEqual(hebrew({ signatures_other: 'חתימות' }), ['signatures_other']);
  assert.deepEqual(wrongIn(withTexts({ signatures_one: 'Une signature' })), [
    'holes signatures_one',
  ]);
});

test('what says the same as English is not translated, unless there is a reason', () => {
  assert.deepEqual(wrongIn(withTexts({ yes: 'Yes' }, 'whole')), ['untranslated yes']);
  assert.deepEqual(wrongIn(withTexts({ signatures_many: '{{count}} signatures' })), [
    'untranslated signatures_many',
  ]);
  const same = withTexts({ no: 'No' }, 'whole');
  const reasons = { ...Object.fromEntries(accepted.map((one) => [one.split(' ')[1], 'the same'])) };
  assert.deepEqual(
    mistakesIn(same, { untranslated: reasons }).map(({ key }) => key),
    ['no'],
  );
  assert.deepEqual(mistakesIn(same, { untranslated: { ...reasons, no: 'the same' } }), []);
  assert.equal(mistakesIn(same, { untranslated: { ...reasons, no: '' } }).length, 1);
});

test('an exception that nothing needs is told', () => {
  const unneeded = mistakesIn(french, { untranslated: { yes: 'no reason' } });
  assert.deepEqual(unneeded.at(-1)?.key, 'fr/untranslated/yes');
});

test('a term is said in the word of the glossary', () => {
  assert.deepEqual(wrongIn(withTexts({ sign: 'Soutenir la pétition' })), ['glossary sign: sign']);
  assert.deepEqual(wrongIn(withTexts({ optional: '{{field}} (non requis)' })), [
    'glossary optional: optional',
  ]);
  assert.deepEqual(
    wrongIn(
      withTexts({ consent_sign: 'Je signe avec {{controller}} sur mes opinions.' }, 'consent'),
    ),
    [
      'glossary consent_sign: petition',
      'glossary consent_sign: signature',
      'glossary consent_sign: data',
    ],
  );
  // What is put in is no word of the text.
  assert.deepEqual(wrongIn(withTexts({ 'error.other': '{{answer}} réponse' })), [
    'holes error.other',
  ]);
});

test('a glossary has a word for each of its terms, and none that no text has', () => {
  const without = (/** @type {(terms: any) => void} */ change) =>
    wrongIn(changed(change, 'glossary'));
  assert.deepEqual(
    without((terms) => (terms.withdraw = [])),
    ['terms withdraw', 'glossary notice.rights: withdraw'],
  );
  assert.deepEqual(
    without((terms) => terms.news.push('actualité')),
    ['terms news'],
  );
  assert.deepEqual(
    without((terms) => (terms.newsletter = ['lettre'])),
    ['terms newsletter'],
  );
});

test('marks, signs and blanks are those of French', () => {
  const typos = (/** @type {string} */ text) =>
    typosIn('fr', [text])[0].map(({ expected }) => expected);
  for (const text of [
    'Êtes-vous sûr\u202f? «\u00a0Oui\u00a0»\u00a0: l’eau…',
    'https://example.org',
    'Nom@example.org, 12:30 (facultatif).',
  ]) {
    assert.deepEqual(typos(text), [], text);
  }
  for (const [text, expected] of [
    ['« Oui\u00a0»', 'U+00A0 after «'],
    ['«\u00a0Oui»', 'U+00A0 before »'],
    ['«\u00a0Oui', '» after «'],
    ['“Oui”', '«…»'],
    ['"Oui', 'the quotation marks of the language for "'],
    ["l'eau", 'the apostrophe ’'],
    ['Signer ?', 'U+202F before ?'],
    ['Signer!', 'U+202F before !'],
    ['Un\u00a0; deux', 'U+202F before ;'],
    ['Ici :', 'U+00A0 before :'],
    ['Ici\u202f:', 'U+00A0 before :'],
    ['Attendez...', 'an ellipsis …'],
    ['un  deux', 'one blank'],
    ['un \u00a0deux', 'one blank'],
    [' un', 'no blank at the beginning'],
    ['un\u00a0', 'no blank at the end'],
    ['un - deux', 'a dash – or —'],
    ['un\u200bdeux', 'no sign that cannot be seen'],
    ['un ,', 'nothing before ,'],
    ['(un )', 'nothing before )'],
    ['( un)', 'nothing after ('],
    ['un,deux', 'a blank after the sign'],
    ['e\u0301t\u0065', 'Normalization Form C'],
  ]) {
    assert.ok(typos(text).includes(expected), `${text}: ${typos(text)}`);
  }
  assert.deepEqual(wrongIn(withTexts({ source: 'Source...' })), [
    'typography source',
    'ending source',
  ]);
});

test('marks, signs and blanks are those of each language', () => {
  /** @type {[tag: string, right: string, ...wrong: string[]][]} */
  const rows = [
    ['de', '„Ja“: geht’s?', '“Ja”', '„Ja”', '„Ja', '«Ja»', 'Ja ?', '„ Ja“'],
    ['de-x-informal', '„Ja“', '“Ja”'],
    ['fr-CA', '«\u00a0Oui\u00a0»\u00a0: vrai?', 'Vrai\u202f?', 'Vrai:'],
    ['pl', '„Tak”', '„Tak“', '“Tak”'],
    ['fi', '”Kyllä”', '”Kyllä', '“Kyllä”', '” Kyllä”'],
    ['nl', '‘Ja’, zo’n foto’s', '‘Ja', '„Ja”', '‘ Ja’'],
    ['es', '¿Sí? «¡Sí!»', 'Sí?', 'Sí!', '¿Sí', '¿ Sí?', '„Sí”'],
    ['el', '«Ναι»;', 'Ναι?', '“Ναι”', 'Ναι\u037e'],
    [
      'ar',
      'نعم؟ لا، «نعم» \u2066{{example}}\u2069 \u2066https://example.org\u2069.',
      'نعم?',
      'نعم, لا',
      'نعم ؟',
      'نعم \u2066{{example}}',
    ],
    ['he', 'כן? ”לא”\u200f', '«כן»', 'דוא"ל', '{{example}}\u2069', '\ufeffכן'],
    ['uk', 'Пам’ять «так»', 'Памʼять', "Пам'ять"],
    ['ru', '«Да»', '„Да“', '« Да»'],
    ['tr', '“Evet”', '«Evet»'],
  ];
  for (const [tag, right, ...wrong] of rows) {
    assert.deepEqual(typosIn(tag, [right]), [[]], right);
    for (const text of wrong) assert.notEqual(typosIn(tag, [text])[0].length, 0, `${tag}: ${text}`);
  }
  assert.equal(typosIn('tlh', ['Qapla’'])[0][0].expected, 'a row in tests/locales/customs.mjs');
});

test('what is put into a sentence from right to left stands apart in it', () => {
  const unisolated = (/** @type {string} */ text) =>
    mistakesIn(languageOf('he', { ...french.sources, words: written({ optional: text }) }))
      .filter(({ rule, key }) => rule === 'isolated' && key === 'optional')
      .map(({ key }) => key);
  assert.deepEqual(unisolated('\u2068{{field}}\u2069 (לא חובה)'), []);
  assert.deepEqual(unisolated('{{field}} (לא חובה)'), ['optional']);
  assert.deepEqual(unisolated('{{count}} (לא חובה)'), []);
  assert.deepEqual(wrongIn(withTexts({ optional: '{{field}} (facultatif)' })), []);
});

test('a catalogue keeps to one kind of quotation marks where its language knows several', () => {
  assert.deepEqual(typosIn('it', ['«Sì»', '«No»']).flat(), []);
  assert.deepEqual(typosIn('it', ['“Sì”', '“No”']).flat(), []);
  assert.equal(typosIn('it', ['«Sì»', '«No»', '“Sì”'])[2][0].expected, '«…»');
});

test('a sentence ends as in English, and a label does not', () => {
  assert.deepEqual(wrongIn(withTexts({ 'status.closed': 'Plus de signatures' })), [
    'ending status.closed',
  ]);
  assert.deepEqual(wrongIn(withTexts({ yes: 'Oui.' }, 'whole')), ['ending yes']);
  assert.deepEqual(wrongIn(withTexts({ addressee: 'Destinataire' })), ['ending addressee']);
});

test('the box neither begs nor blames', () => {
  assert.deepEqual(wrongIn(withTexts({ choose_country: 'Veuillez choisir un pays' })), [
    'shunned choose_country',
  ]);
  const { sources } = read('en');
  const begging = sources.words.replace('Choose a country"', 'Please choose a country"');
  assert.deepEqual(wrongIn(languageOf('en', { ...sources, words: begging })), [
    'shunned choose_country',
  ]);
});

test('a catalogue costs a visitor no more than it may, with its wording of consent', () => {
  // It does not compress.
  const noise = (/** @type {number} */ size) =>
    Array.from({ length: size }, (_, i) =>
      String.fromCharCode(0x61 + (((i * i * 7919 + i * 31) % 9973) % 26)),
    ).join('');
  const heavy = withTexts({ yes: noise(1_500) }, 'whole');
  assert.deepEqual(wrongIn(heavy), ['weight ']);
  const both = withTexts({ consent_show_name: `{{controller}} ${noise(1_500)} signé.` }, 'consent');
  assert.deepEqual(wrongIn(both), ['weight ']);
});

test('a review of the wording of consent has a name and a day, or has not been', () => {
  const reviewed = (/** @type {unknown} */ review) =>
    wrongIn(changed((content) => (content.review = review), 'consent'));
  assert.deepEqual(reviewed({ status: 'reviewed', by: 'Test Association', on: '2027-03-31' }), []);
  for (const review of [
    undefined,
    { status: 'done', by: '', on: '' },
    { status: 'draft', by: 'Test Association', on: '' },
    { status: 'reviewed', by: '', on: '2027-03-31' },
    { status: 'reviewed', by: 'Test Association', on: '' },
    { status: 'reviewed', by: 'Test Association', on: '2027-02-30' },
    { status: 'reviewed', by: 'Test Association', on: 'March 2027' },
  ]) {
    assert.deepEqual(reviewed(review), ['review review']);
  }
});

test('the files of a language are all there, under its canonical tag, and written as the others', () => {
  const { sources } = french;
  const wrongFiles = (/** @type {Partial<Language['sources']>} */ other, tag = 'fr') =>
    mistakesIn(languageOf(tag, { ...sources, ...other }))
      .filter(({ rule }) => rule === 'file')
      .map(({ file, expected }) => `${file}: ${expected}`);
  assert.deepEqual(wrongFiles({}), []);
  assert.deepEqual(wrongFiles({ glossary: '' }), [
    'tests/unit/locales/glossaries/fr.json: the file',
  ]);
  assert.deepEqual(wrongFiles({ pages: '' }), ['examples/endpoint/locales/fr.json: the file']);
  for (const words of ['[]', '7', 'null']) {
    assert.deepEqual(wrongFiles({ words }), ['embed/locales/fr.json: an object']);
  }
  assert.deepEqual(wrongFiles({ words: '{"a": }' }), ['embed/locales/fr.json: JSON']);
  for (const words of [
    sources.words.trimEnd(),
    sources.words.replace('{\n', '{\n  "edit": "Modifier",\n'),
    sources.words.replace('é', '\\u00e9'),
  ]) {
    assert.match(wrongFiles({ words })[0], /two blanks a level, each key once/);
  }
  for (const [tag, name] of [
    ['iw', 'he'],
    ['FR', 'fr'],
    ['sr-latn', 'sr-Latn'],
  ]) {
    assert.equal(wrongFiles({}, tag)[0], `embed/locales/${tag}.json: the tag ${name}`);
  }
  assert.match(wrongFiles({}, 'fr_FR')[0], /a language tag/);
});

test('the texts of an example petition are set as those of the box', () => {
  const document = { languages: ['fr', 'de'], title: { fr: 'Signer ?', de: '„Ja“' } };
  assert.deepEqual(
    typosOfDocument('a.json', document).map(({ file, key }) => `${file} ${key}`),
    ['a.json /title/fr'],
  );
});

test('the builder has a language with all that it says, or not at all', () => {
  const { sources } = french;
  const wrongWith = (/** @type {Partial<Language['sources']>} */ other) =>
    wrongIn(languageOf('fr', { ...sources, ...other })).map((one) => one.split(' ')[0]);
  const excepted = wrongWith({ builder: '', protocols: '' });
  assert.deepEqual(new Set(excepted), new Set());
  for (const part of ['builder', 'protocols']) {
    assert.deepEqual(new Set(wrongWith({ [part]: '' })), new Set(['file', 'missing']), part);
  }
  const without = languageOf('fr', { ...sources, builder: '', protocols: '' });
  const files = new Set(lackingIn(without).map(({ file }) => file));
  assert.deepEqual(
    [...files],
    ['embed/builder/locales/fr.json', 'embed/builder/locales/fr.protocols.json'],
  );
});

test('what the page of the builder says is held to the rules of the box', () => {
  const builder = (/** @type {Record<string, string | undefined>} */ texts) =>
    wrongIn(withTexts(texts, 'builder'));
  assert.deepEqual(builder({ add: undefined }), ['missing add']);
  assert.deepEqual(builder({ add: 'Add' }), ['untranslated add']);
  assert.deepEqual(builder({ add: 'Ajouter...' }), ['typography add', 'ending add']);
  assert.deepEqual(builder({ errors_many: undefined }), ['missing errors_many']);
  assert.deepEqual(builder({ errors_other: 'des points' }), ['holes errors_other']);
  assert.deepEqual(builder({ 'consent.add': 'Ajouter un accord' }), [
    'glossary consent.add: consent',
  ]);
  // An order of what is put in has no words to translate.
  assert.deepEqual(builder({ 'row.numbered': '{{number}} {{row}}' }), []);
  // In the builder an endpoint answers, too.
  assert.deepEqual(builder({ 'grounds.none': 'Rien ne peut être lu ici.' }), []);
});

test('what a description of a protocol says in English is a key in each language of the builder', () => {
  const english = 'Number of the form';
  const wrong = (/** @type {string | undefined} */ text) =>
    wrongIn(withTexts({ [english]: text }, 'protocols'));
  assert.deepEqual(wrong(undefined), [`missing ${english}`]);
  assert.deepEqual(wrong(english), [`untranslated ${english}`]);
  assert.deepEqual(wrongIn(withTexts({ 'It says this no more.': 'Rien.' }, 'protocols')), [
    'unknown It says this no more.',
  ]);
  assert.ok(read('en').texts.protocols['There is no Directus at that address.']);
});

test('the descriptions that the box loads speak English alone', () => {
  for (const description of descriptionsIn(new URL('embed/protocols/', root))) {
    for (const words of wordsOf(description)) {
      assert.deepEqual(Object.keys(words), ['en'], `${description.protocol}: ${words.en}`);
    }
  }
});

test('a language that is begun has all keys and lacks every text', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'petition-locales-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const top = pathToFileURL(`${folder}/`);
  const { begun } = begin('pl', top);
  assert.equal(begun.length, 8);
  assert.deepEqual(tags(top), ['pl']);
  const polish = read('pl', top);
  const rules = new Set(mistakesIn(polish).map(({ rule }) => rule));
  assert.deepEqual([...rules], ['missing', 'terms']);
  assert.equal(missingIn(polish).filter(({ key }) => key.startsWith('signatures_')).length, 4);
  assert.equal(missingIn(polish).filter(({ key }) => key.startsWith('warnings_')).length, 4);
  assert.deepEqual(begin('pl', top), { begun: [], refused: 'all of its files are there' });
  const [builder] = begun.filter((file) => file.startsWith('embed/builder/'));
  rmSync(new URL(builder, top));
  assert.deepEqual(begin('pl', top), { begun: [builder] });
  assert.deepEqual(begin('nb_NO', top), { begun: [], refused: 'expected a language tag' });
  assert.deepEqual(begin('iw', top), { begun: [], refused: 'expected he' });
});

const german = read('de');
const informal = read('de-x-informal');

test('a variant has the texts of its language besides its own', () => {
  assert.deepEqual(mistakesIn(informal), []);
  assert.deepEqual(missingIn(informal), []);
  assert.equal(informal.texts.words['error.other'], 'Pr\u00fcfe diese Angabe');
  assert.equal(informal.texts.words.timeline, german.texts.words.timeline);
  assert.deepEqual(informal.texts.consent, german.texts.consent);
  assert.deepEqual(informal.glossary, german.glossary);
});

test('a variant says nothing as its language does, and is held to the same rules', () => {
  const wrong = (/** @type {Record<string, string>} */ texts) =>
    mistakesIn(languageOf('de-x-informal', { ...informal.sources, words: written(texts) }, german))
      .map(({ rule, key }) => `${rule} ${key}`);
  assert.deepEqual(wrong({ your_answers: 'Deine Angaben' }), []);
  assert.deepEqual(wrong({ source: german.texts.words.source }), ['repeated source']);
  assert.deepEqual(wrong({ perhaps: 'Vielleicht' }), ['unknown perhaps']);
  assert.deepEqual(wrong({ 'error.missing': 'F\u00fclle dies aus' }), ['holes error.missing']);
  assert.deepEqual(wrong({ sign: 'Mach mit!' }), ['ending sign', 'glossary sign: petition', 'glossary sign: sign']);
});

test('a variant is begun with what its language says, to be changed', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'petition-locales-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const top = pathToFileURL(`${folder}/`);
  assert.deepEqual(begin('pl-x-informal', top), { begun: [], refused: 'expected pl first' });
  begin('pl', top);
  assert.equal(begin('pl-x-informal', top).begun.length, 5);
  assert.deepEqual(tags(top), ['pl', 'pl-x-informal']);
  assert.equal(read('pl-x-informal', top).sources.words, read('pl', top).sources.words);
});
