// petition-render: the HTML that puts a petition on a page.

import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { embed, fromTop } from '../browser/folders.mjs';
import { folderWith, healthData, petitionRender } from './programs.mjs';

const site = ['--site', 'https://box.example', '--embed', embed];
const integrity = JSON.parse(readFileSync(join(embed, 'integrity.json'), 'utf8'));
const document = JSON.parse(readFileSync(healthData, 'utf8'));

/** @param {string[]} args @returns {Promise<string>} what it writes, when all is well */
async function rendered(...args) {
  const { status, out, error } = await petitionRender([...args, healthData]);
  assert.equal(error, '');
  assert.equal(status, 0);
  return out;
}

/** @param {string} html @param {string} tag */
const count = (html, tag) => html.split(`<${tag}`).length - 1;

test('each kind of snippet is made of its own tags', async () => {
  const tags = [
    'script',
    'petition-box',
    'div data-petition-box=""',
    'template',
    'form',
    'iframe',
    'link',
  ];
  for (const [kind, ...counts] of /** @type {[string, ...number[]][]} */ ([
    ['element', 1, 1, 0, 0, 0, 0, 0],
    ['wrapped', 1, 0, 1, 0, 0, 0, 0],
    ['pre-rendered', 1, 1, 0, 1, 1, 0, 1],
    ['frame', 1, 0, 0, 0, 0, 1, 1],
    ['plain', 0, 0, 0, 0, 1, 0, 1],
    ['link', 0, 0, 0, 0, 0, 0, 0],
    ['link-markdown', 0, 0, 0, 0, 0, 0, 0],
  ])) {
    const html = await rendered('--snippet', kind, ...site);
    assert.deepEqual(
      tags.map((tag) => count(html, tag)),
      counts,
      kind,
    );
    assert.doesNotMatch(html, /style=|\son\w+=|<style/);
    assert.match(html, /[^\n]\n$/);
  }
});

test('a pre-rendered one is what is made unless something else is asked for', async () => {
  assert.equal(await rendered(...site), await rendered('--snippet', 'pre-rendered', ...site));
});

test('integrity and its files go together, and can be left out', async () => {
  const html = await rendered(...site);
  const base = `https://box.example/embed/${integrity.version}/`;
  assert.ok(
    html.startsWith(
      `<script type="module" src="${base}petition-box.js" integrity="${integrity.script}" crossorigin="anonymous"></script>\n`,
    ),
  );
  assert.ok(
    html.includes(
      `<link rel="stylesheet" href="${base}petition-box.css" integrity="${integrity.stylesheet}" crossorigin="anonymous" /><div`,
    ),
  );
  const frame = await rendered('--snippet', 'frame', ...site);
  assert.ok(frame.includes(`integrity="${integrity.frame_script}"`));
  const changing = await rendered('--no-integrity', ...site);
  assert.doesNotMatch(changing, /integrity|crossorigin/);
  assert.match(changing, /src="https:\/\/box\.example\/embed\/petition-box\.js"/);
});

test('what is asked for with the page are the files that its script will ask for', async () => {
  const html = await rendered('--snippet', 'element', '--at-once', ...site);
  const folder = `https://box.example/embed/${integrity.version}/`;
  const hints = [...html.matchAll(/<link rel="preload" as="(\w+)" href="([^"]*)"/g)];
  assert.deepEqual(
    hints.map(([, as, href]) => `${as} ${href}`),
    [
      `script ${folder}petition-box-running.js`,
      `fetch ${folder}petition-box.wasm`,
      'fetch https://box.example/petitions/health-data?lang=fr',
      `fetch ${folder}locales/fr.usual.json`,
      `fetch ${folder}petition-box.css`,
    ],
  );
  assert.ok(html.includes(` integrity="${integrity.running}"`));
  assert.match(html, /loading="eager"/);
  const frame = await petitionRender(['--snippet', 'frame', '--at-once', ...site, healthData]);
  assert.equal(frame.status, 2);
  assert.match(frame.error, /--at-once is for the snippets element and wrapped/);
  const plain = await petitionRender(['--snippet', 'plain', '--layout', 'form', ...site, healthData]);
  assert.match(plain.error, /--layout is for the snippets element and wrapped/);
  const wide = await petitionRender(['--snippet', 'element', '--layout', 'wide', ...site, healthData]);
  assert.match(wide.error, /form or button/);
  assert.match(await rendered('--snippet', 'wrapped', '--layout', 'form', ...site), / data-layout="form"/);
  const framed = await petitionRender(['--snippet', 'frame', '--theme', 'paper', ...site, healthData]);
  assert.match(framed.error, /--theme is for the snippets element, wrapped and pre-rendered/);
  const loud = await petitionRender(['--snippet', 'element', '--theme', 'loud', ...site, healthData]);
  assert.match(loud.error, /paper, plain or poster/);
  const themed = await rendered('--theme', 'poster', ...site);
  assert.match(themed, /\/themes\/poster\.css" integrity="sha256-[\w+/=]+" crossorigin="anonymous" \/>\n<petition-box\n/);
});

test('places are those of the site, but for those that are given', async () => {
  const html = await rendered(
    ...site,
    ...['--snippet', 'element', '--base', '/box', '--sign-page', '/sign?a=b', '--src', 'bees.json'],
  );
  assert.match(html, /src="\/box\/petition-box\.js"/);
  assert.match(html, /\n {2}src="bees\.json"\n/);
  assert.match(
    html,
    /\n {2}endpoint="https:\/\/box\.example\/petitions\/health-data\/signatures"\n/,
  );
  assert.match(html, /href="\/sign\?a=b&amp;lang=fr"/);
  const own = await rendered('--site', '', '--snippet', 'frame', '--embed', embed);
  assert.match(own, /\n {2}src="\/petitions\/health-data\/frame\?lang=fr"\n/);
  const plain = await rendered(
    ...['--snippet', 'plain', '--base', '/box/', '--endpoint', '/in', '--embed', embed],
  );
  assert.match(plain, /action="\/in\?lang=fr#pb-errors"/);
});

test('the language decides on the words and on the addresses', async () => {
  const french = await rendered(...site);
  assert.match(french, /\n {2}lang="fr">/);
  assert.ok(french.includes(`<h2 id="pb-title" class="title" part="title">${document.title.fr}</h2>`));
  const english = await rendered('--lang', 'en', ...site);
  assert.match(english, /<div class="petition-box" [^>]*lang="en" dir="ltr">/);
  assert.match(english, /sign\?lang=en">Sign the petition<\/a>/);
  assert.ok(english.includes(`<h2 id="pb-title" class="title" part="title">${document.title.en}</h2>`));
});

test('the accent and the count are shown', async () => {
  const html = await rendered('--accent', '#A0b1c2', '--count', '1234', ...site);
  assert.match(html, /\n {2}accent="#A0b1c2">/);
  assert.match(html, /<progress [^>]*value="1234"/);
  assert.match(
    await rendered('--accent', '#123', '--snippet', 'frame', ...site),
    /lang=fr&amp;accent=%23123"/,
  );
});

test('of an address that pages over https cannot ask, it warns', async () => {
  const args = ['--snippet', 'element', '--embed', embed, healthData];
  const { status, error } = await petitionRender(['--site', 'http://box.example', ...args]);
  assert.equal(status, 0);
  assert.match(
    error,
    /^http:\/\/box\.example\/petitions\/health-data: warning: expected .*https:/m,
  );
  const own = await petitionRender(['--site', 'http://localhost:8080', ...args]);
  assert.equal(own.error, '');
});

test('as JSON, it says the same', async () => {
  const html = await rendered('--snippet', 'wrapped', ...site);
  const json = JSON.parse(await rendered('--snippet', 'wrapped', '--json', ...site));
  assert.deepEqual(json, { snippet: html.trimEnd(), kind: 'wrapped' });
});

test('a petition that is over is shown as over', async () => {
  const text = JSON.stringify({ ...document, closes: '2024-01-31' });
  const { status, out } = await petitionRender([...site, '-'], text);
  assert.equal(status, 0);
  assert.match(out, /data-state="closed"/);
  assert.equal(count(out, 'form'), 0);
});

test('a document comes by standard input, too', async () => {
  const { out, status } = await petitionRender([...site, '-'], readFileSync(healthData));
  assert.equal(status, 0);
  assert.equal(out, await rendered(...site));
});

test('mistakes of the document are told, and nothing is written', async (t) => {
  const { version: _, ...incomplete } = document;
  const inFolder = await folderWith(t, { 'bad.json': JSON.stringify(incomplete) });
  const bad = inFolder('bad.json');
  const { status, out, error } = await petitionRender([...site, bad]);
  assert.equal(status, 1);
  assert.equal(out, '');
  assert.equal(
    error,
    `${bad}:1:1: error: /version: expected the version of this document, found nothing\n`,
  );
  const warned = await petitionRender([...site, '-'], JSON.stringify({ goall: 1, ...document }));
  assert.equal(warned.status, 0);
  assert.match(warned.error, /^<stdin>:1:10: warning: \/goall: [^\n]+\n$/);
  assert.match(warned.out, /<form/);
});

test('the text of a document is text in the snippet', async () => {
  const title = '</template></script>\'"><img src=x onerror=alert(1)>';
  for (const kind of ['element', 'wrapped', 'pre-rendered', 'frame', 'plain']) {
    const { status, out } = await petitionRender(
      ['--snippet', kind, ...site, '-'],
      JSON.stringify({ ...document, title }),
    );
    assert.equal(status, 0);
    assert.equal(count(out, 'img'), 0);
    assert.equal(count(out, '/script'), kind === 'plain' ? 0 : 1);
    assert.equal(count(out, '/template'), kind === 'pre-rendered' ? 1 : 0);
  }
});

test('misuse is explained', async () => {
  /** @type {[string[], RegExp][]} */
  const cases = [
    [[], /^expected one DOCUMENT, found 0\n/],
    [[...site, 'a', 'b'], /^expected one DOCUMENT, found 2\n/],
    [['-'], /^--base or --site is needed for the snippet pre-rendered\n/],
    [['--base', '/b', '-'], /^--endpoint or --site is needed for the snippet pre-rendered\n/],
    [['--base', '/b', '--endpoint', '/e', '-'], /^--src or --site is needed/],
    [['--snippet', 'frame', '--base', '/b', '-'], /^--frame-page or --site is needed/],
    [
      ['--snippet', 'pre_rendered', '-'],
      /^--snippet: expected element, wrapped, .* found "pre_rendered"\n/,
    ],
    [['--lang', '"', '-'], /^--lang: expected a language tag/],
    [['--count', '-1', '-'], /^--count: expected a whole number from 0 on, found "-1"\n/],
    [['--count', '9223372036854775808', '-'], /^--count: /],
    [['--accent', 'red;', '-'], /^--accent: expected a colour such as #0b5f5c, found "red;"\n/],
    [['--site', 'javascript:x', '-'], /^--site: expected an https or http address/],
    [['--endpoint', 'data:x', '-'], /^--endpoint: expected an https or http address/],
    [['--embed'], /^--embed needs a value\n/],
    [['-', '--bogus'], /^there is no option --bogus\n/],
    [['-', '-b'], /^there is no option -b\n/],
    [['--json=1', '-'], /^there is no option --json=1\n/],
  ];
  for (const [args, words] of cases) {
    const { status, out, error } = await petitionRender(args);
    assert.equal(status, 2, args.join(' '));
    assert.equal(out, '');
    assert.match(error, words);
    assert.match(error, /\nUsage: petition-render /);
  }
});

test('what cannot be read is named', async (t) => {
  const inFolder = await folderWith(t, { 'integrity.json': '{}' });
  const nowhere = await petitionRender([...site, inFolder('missing.json')]);
  assert.equal(nowhere.status, 2);
  assert.equal(nowhere.error, `${inFolder('missing.json')}: expected a file that can be read\n`);
  const empty = await petitionRender(['--site', '', '--embed', inFolder(''), healthData]);
  assert.equal(empty.status, 2);
  assert.match(
    empty.error,
    /locales.*\nThe option --embed names the folder that embed\/build\.mjs makes\.\n$/,
  );
});

test('it finds the folder that was built beside it, from wherever it is run', async () => {
  if (embed !== fromTop('build/embed')) return;
  const { status, out } = await petitionRender(['--site', 'https://box.example', healthData]);
  assert.equal(status, 0);
  assert.equal(out, await rendered(...site));
});

test('it says what it can do', async () => {
  const { status, out } = await petitionRender(['--help']);
  assert.equal(status, 0);
  for (const option of ['snippet KIND', 'site URL', 'count N', 'no-integrity', 'json', 'help']) {
    assert.ok(out.includes(`  --${option} `), option);
  }
});

/** A petition at a Contact Form 7 whose form is on a page. @param {object} [other] options */
const abroad = (other = {}) =>
  JSON.stringify({
    ...document,
    fields: [{ name: 'given_name' }, { name: 'email_address' }],
    endpoint: {
      protocol: 'contact-form-7',
      url: 'https://site.example',
      form: 8,
      page: 'https://site.example/sign/',
      names: {
        given_name: 'your-name',
        email_address: 'your-email',
        sign: 'agreed',
        updates: 'news',
      },
      ...other,
    },
  });

test('the snippet of a petition with an endpoint of its own leaves the address to the document', async (t) => {
  const folder = await folderWith(t, { 'abroad.json': abroad() });
  const { status, out, error } = await petitionRender([
    '--snippet',
    'element',
    ...site,
    folder('abroad.json'),
  ]);
  assert.deepEqual({ status, error }, { status: 0, error: '' });
  assert.match(out, /protocol="contact-form-7"/);
  assert.doesNotMatch(out, /endpoint=/);
});

test('its plain snippet posts to the endpoint, under the names that it knows', async (t) => {
  const folder = await folderWith(t, { 'abroad.json': abroad() });
  const { status, out, error } = await petitionRender([
    '--snippet',
    'plain',
    ...site,
    folder('abroad.json'),
  ]);
  assert.deepEqual({ status, error }, { status: 0, error: '' });
  assert.match(out, /<form [^>]*action="https:\/\/site\.example\/sign\/"/);
  assert.match(out, /enctype="multipart\/form-data"/);
  const names = [...out.matchAll(/ name="([^"]*)"/g)].map(([, name]) => name);
  assert.deepEqual([...new Set(names)].sort(), [
    '_wpcf7',
    'agreed',
    'news',
    'your-email',
    'your-name',
  ]);
  assert.match(out, /name="_wpcf7" value="8"/);
  assert.match(out, /name="agreed"[^>]* value="1"|value="1"[^>]* name="agreed"/);
});

test('where its endpoint takes no form, a snippet has the link in its place, and says so', async (t) => {
  const folder = await folderWith(t, { 'homeless.json': abroad({ page: undefined }) });
  const file = folder('homeless.json');
  for (const kind of ['plain', 'pre-rendered']) {
    const { status, out, error } = await petitionRender(['--snippet', kind, ...site, file]);
    assert.equal(status, 0);
    assert.doesNotMatch(out, /<form|<input/);
    assert.match(out, /<a [^>]*href="[^"]*\/sign\?lang=/);
    const told =
      /homeless\.json:\d+:\d+: warning: \/endpoint\/protocol: expected an endpoint with a /;
    assert.match(error, told);
  }
  for (const kind of ['element', 'wrapped', 'frame', 'link']) {
    const { status, error } = await petitionRender(['--snippet', kind, ...site, file]);
    assert.deepEqual({ status, error }, { status: 0, error: '' });
  }
});

test('without a sign page there is no such snippet, and of a petition that its endpoint cannot keep none', async (t) => {
  const folder = await folderWith(t, {
    'nameless.json': abroad({ names: { given_name: 'your-name' } }),
    'homeless.json': abroad({ page: undefined }),
  });
  const alone = ['--base', '/embed/', '--src', '/petition', '--endpoint', '/signatures'];
  for (const [kind, places, file, expected] of [
    ['plain', alone, 'homeless.json', /error: \/endpoint\/protocol: .* there is no sign page$/m],
    ['element', site, 'nameless.json', /nameless\.json:\d+:\d+: error: \/fields\/1: expected /],
  ]) {
    const { status, out, error } = await petitionRender([
      '--snippet',
      String(kind),
      .../** @type {string[]} */ (places),
      folder(String(file)),
    ]);
    assert.notEqual(status, 0);
    assert.equal(out, '');
    assert.match(error, /** @type {RegExp} */ (expected));
  }
});
