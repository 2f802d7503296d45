// petition-check: every mistake of a document, with its place.

import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { folderWith, healthData, petitionCheck } from './programs.mjs';

const small = `{
  "petition": "bees",
  "version": "1",
  "languages": ["en", "fr"],
  "title": {"en": "For the bees", "fr": "Pour les abeilles"},
  "demands": ["Plant a meadow."],
  "fields": [{"name": "email_address"}],
  "controller": {
    "name": "Test Association",
    "contact": "https://example.org/contact",
    "purpose": {"en": "Handing it in.", "fr": "La remettre."},
    "retention": "Two years."
  }
}
`;

test('a document without mistakes has nothing said about it', async () => {
  assert.deepEqual(await petitionCheck([healthData]), { status: 0, out: '', error: '' });
  assert.deepEqual(await petitionCheck(['-'], small), { status: 0, out: '', error: '' });
  assert.deepEqual(await petitionCheck(['--json', '-'], small), {
    status: 0,
    out: '[]\n',
    error: '',
  });
});

test('every mistake has its line, column and pointer, in each file', async (t) => {
  const inFolder = await folderWith(t, {
    'one.json': small
      .replace('"1"', '1')
      .replace('"Plant a meadow."', '"é", {"fr": "Une prairie.", "de": "Wiese"}'),
    'two.json': small.replace('"contact": "https', '"contact": "javascript'),
    'three.json': small,
  });
  const [one, two, three] = ['one.json', 'two.json', 'three.json'].map(inFolder);
  const { status, out, error } = await petitionCheck([one, two, three]);
  assert.equal(error, '');
  assert.deepEqual(out.split('\n'), [
    `${one}:3:14: error: /version: expected a text, found 1`,
    `${one}:6:20: warning: /demands/1/en: expected a text, for this is one of the languages, found nothing`,
    `${one}:6:49: error: /demands/1/de: expected a tag that is listed in /languages, found "Wiese"`,
    `${two}:10:16: error: /controller/contact: expected a link that begins with https://, http:// or mailto:, found "javascript://example.org/contact"`,
    '',
  ]);
  assert.equal(status, 1);
});

test('a text that changes under the version that is served is a mistake', async (t) => {
  const inFolder = await folderWith(t, {
    'served.json': small,
    'changed.json': small.replace('Plant', 'Sow'),
    'renewed.json': small.replace('Plant', 'Sow').replace('"1"', '"2"'),
    'same.json': JSON.stringify({ ...JSON.parse(small), goal: 7, closes: '2030-01-01' }),
    'broken.json': '{',
  });
  const served = ['--served', inFolder('served.json')];
  const changed = inFolder('changed.json');
  assert.deepEqual(await petitionCheck([...served, changed]), {
    status: 1,
    out:
      `${changed}:3:14: error: /version: expected another version, ` +
      'for the text is not the one that is served, found "1"\n',
    error: '',
  });
  for (const fine of ['renewed.json', 'same.json', 'served.json'])
    assert.deepEqual((await petitionCheck([...served, inFolder(fine)])).out, '', fine);
  const { status, error } = await petitionCheck(['--served', inFolder('broken.json'), changed]);
  assert.equal(status, 2);
  assert.equal(error, `${inFolder('broken.json')}: expected a document that is served\n`);
});

test('headings, an addressee and a conclusion are of the text that people sign', async (t) => {
  const served = await folderWith(t, { 'served.json': small });
  for (const member of [
    { headings: { demands: 'Why' } },
    { addressee: 'the mayor' },
    { conclusion: ['Thanks.'] },
  ]) {
    const { out } = await petitionCheck(
      ['--served', served('served.json'), '-'],
      JSON.stringify({ ...JSON.parse(small), ...member }),
    );
    assert.match(out, /error: \/version: expected another version/, JSON.stringify(member));
  }
});

test('two documents of one petition are a mistake, the same document twice is none', async (t) => {
  const inFolder = await folderWith(t, {
    'a.json': small,
    'b.json': small.replace('Plant', 'Sow'),
    'c.json': small.replace('bees', 'wasps'),
  });
  const [a, b, c] = ['a.json', 'b.json', 'c.json'].map(inFolder);
  assert.deepEqual(await petitionCheck([a, c, b]), {
    status: 1,
    out: `${b}:2:15: error: /petition: expected a name that no other document has, found bees, as in ${a}\n`,
    error: '',
  });
  assert.equal((await petitionCheck(['--json', b, a])).status, 1);
  assert.equal((await petitionCheck([a, '-'], small)).status, 1);
  assert.deepEqual(await petitionCheck([a, c, a]), { status: 0, out: '', error: '' });
});

test('mistakes are told in the order of the lines, whatever is read first', async () => {
  const { out } = await petitionCheck(
    ['-'],
    small
      .replace('"bees"', '"The Bees"')
      .replace('["en", "fr"]', '["en", "french_"]')
      .replace('["Plant a meadow."]', '[]'),
  );
  const lines = out.trimEnd().split('\n');
  const places = lines.map((line) => Number(line.split(':')[1]));
  assert.deepEqual(
    places,
    [...places].sort((a, b) => a - b),
  );
  assert.ok(
    lines.includes(
      '<stdin>:6:14: error: /demands: expected a list with at least one item, found an empty one',
    ),
    out,
  );
});

test('what is missing is told at what it is missing from', async () => {
  const { out, status } = await petitionCheck(
    ['-'],
    small.replace('"retention": "Two years."', '"x-retention": 2').replace('"version": "1",', ''),
  );
  assert.match(out, /^<stdin>:1:1: error: \/version: expected [^\n]+, found nothing\n/);
  assert.match(
    out,
    /\n<stdin>:8:17: error: \/controller\/retention: expected [^\n]+, found nothing\n$/,
  );
  assert.equal(status, 1);
});

test('a text that is no JSON is told with the place where reading stopped', async () => {
  for (const [text, place] of [
    ['', '1:1'],
    ['{\n  "petition": "é", oops\n}', '2:20'],
    [small.slice(0, -2), '14:1'],
    [small.replace('"version"', '"petition"'), '3:15'],
    [Buffer.from([0x22, 0xff, 0x22]), '1:2'],
    ['[]', '1:1'],
  ]) {
    const { status, out } = await petitionCheck(['-'], text);
    assert.equal(out.split(': ')[0], `<stdin>:${place}`, String(text));
    assert.match(out, /^[^\n]+: error: [^\n]+\n$/);
    assert.equal(status, 1);
  }
});

test('a mistake is one line, whatever the document says', async () => {
  const document = small
    .replace('"https://example.org/contact"', '"a\\nb\\u001b[2Jc"')
    .replace('"petition"', '"x\\ny": 1, "petition"');
  const { out } = await petitionCheck(['-'], document);
  assert.deepEqual(out.match(/: \/[^:]+:|, found "[^\n]*"/g), [
    ': /x\\u000ay:',
    ': /controller/contact:',
    ', found "a\\u000ab\\u001b[2Jc"',
    ': /controller/contact:',
    ', found "a\\u000ab\\u001b[2Jc"',
  ]);
  assert.equal(out.split('\n').length, 4);
});

test('a document that is too large is told so', async () => {
  const { status, out } = await petitionCheck(['-'], `"${'x'.repeat(300_000)}"`);
  assert.equal(
    out,
    '<stdin>:1:1: error: (whole document): expected at most 262144 bytes, found more\n',
  );
  assert.equal(status, 1);
});

test('warnings count only when they are asked to', async () => {
  const document = small.replace('"petition"', '"goall": 7, "petition"');
  const lenient = await petitionCheck(['-'], document);
  assert.match(lenient.out, /^<stdin>:2:12: warning: \/goall: expected [^\n]+\n$/);
  assert.equal(lenient.status, 0);
  const strict = await petitionCheck(['--strict', '-'], document);
  assert.equal(strict.out, lenient.out.replace('warning', 'error'));
  assert.equal(strict.status, 1);
});

test('an author is warned of what cannot be meant, and --strict does not let it pass', async () => {
  const document = small
    .replace('"title"', '"closes": "2020-01-31",\n  "title"')
    .replace('"Plant a meadow."', '"Plant <b>a</b> meadow.", "Ask {{name}}.", "Line\\nby line."')
    .replace(
      '"fields"',
      '"timeline": [{"date": "2024", "text": "b"}, {"date": "2023", "text": "a"}],\n  "fields"',
    );
  const lenient = await petitionCheck(['-'], document);
  assert.equal(lenient.status, 0);
  assert.deepEqual(
    lenient.out.match(/^<stdin>:\d+:\d+: warning: \S+/gm)?.map((line) => line.split(' ')[2]),
    ['/closes:', '/demands/0:', '/demands/1:', '/timeline/1/date:'],
  );
  const strict = await petitionCheck(['--strict', '-'], document);
  assert.equal(strict.status, 1);
  assert.equal(strict.out, lenient.out.replaceAll('warning', 'error'));
});

test('as JSON, the mistakes are an array of objects', async () => {
  const { status, out } = await petitionCheck(
    ['-', '--json'],
    small.replace('"1"', '1').replace('"petition"', '"x\\"y": "é", "petition"'),
  );
  const [warning, error, ...others] = JSON.parse(out);
  assert.deepEqual(others, []);
  assert.deepEqual(error, {
    file: '<stdin>',
    line: 3,
    column: 14,
    pointer: '/version',
    severity: 'error',
    expected: 'a text',
    found: '1',
  });
  assert.deepEqual(Object.keys(warning), Object.keys(error));
  assert.deepEqual(
    [warning.pointer, warning.line, warning.column, warning.severity, warning.found],
    ['/x"y', 2, 11, 'warning', 'an unknown member'],
  );
  assert.equal(status, 1);
});

test('each text that is not in the wanted language is one mistake', async () => {
  const english = await petitionCheck(['--lang', 'en', '-'], small);
  assert.deepEqual(english, { status: 0, out: '', error: '' });
  const { status, out } = await petitionCheck(['--lang', 'fr-CA', '-'], small);
  assert.deepEqual(out.split('\n'), [
    '<stdin>:6:15: error: /demands/0: expected a text in fr-CA, found one in en',
    '<stdin>:9:13: error: /controller/name: expected a text in fr-CA, found one in en',
    '<stdin>:12:18: error: /controller/retention: expected a text in fr-CA, found one in en',
    '',
  ]);
  assert.equal(status, 1);
  const french = small.replace(', "fr": "La remettre."', '');
  const missing = (await petitionCheck(['--lang', 'fr', '-'], french)).out.match(/.*purpose.*/g);
  assert.deepEqual(missing, [
    '<stdin>:11:16: error: /controller/purpose/fr: expected a text in fr, found one in en',
  ]);
});

test('every text of a petition is looked at for its language', async () => {
  const { out } = await petitionCheck(['--json', '--lang', 'sv', healthData]);
  const text = readFileSync(healthData, 'utf8');
  const translated = text.match(/"fr": "/g)?.length;
  assert.equal(JSON.parse(out).length, translated);
});

test('misuse and unreadable files have a status of their own', async (t) => {
  const inFolder = await folderWith(t, { 'good.json': small, 'bad.json': '{' });
  for (const args of [
    [],
    ['--json'],
    ['--bogus', '-'],
    ['-x', '-'],
    ['--lang', 'not a tag', '-'],
    ['-', '--lang'],
  ]) {
    const { status, out, error } = await petitionCheck(args);
    assert.equal(status, 2, args.join(' '));
    assert.equal(out, '');
    assert.match(error, /^[^\n]+\nUsage: petition-check /);
  }
  const missing = inFolder('missing.json');
  const { status, out, error } = await petitionCheck([inFolder('bad.json'), missing, inFolder('')]);
  assert.equal(
    error,
    `${missing}: expected a file that can be read\n${inFolder('')}: expected a file that can be read\n`,
  );
  assert.match(out, /bad\.json:1:2: error: /);
  assert.equal(status, 2);
});

test('it says what it can do', async () => {
  const { status, out, error } = await petitionCheck(['--help']);
  assert.equal(status, 0);
  assert.equal(error, '');
  for (const option of ['--strict', '--lang TAG', '--json', '--help']) {
    assert.ok(out.includes(`  ${option} `), option);
  }
});
