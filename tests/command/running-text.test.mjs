// The marks in texts, as the box shows them, beside those that the npm package commonmark reads.

import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { embed } from '../browser/folders.mjs';
import { joined, read } from './commonmark.mjs';
import { healthData, petitionRender } from './programs.mjs';

/** @import { Words } from './commonmark.mjs' */

const document = JSON.parse(readFileSync(healthData, 'utf8'));

const written = { '&lt;': '<', '&gt;': '>', '&amp;': '&', '&quot;': '"', '&#10;': '\n' };

/** @param {string} html of an element @returns {Words[]} as the box shows it */
function shown(html) {
  /** @type {Words[]} */
  const words = [];
  const open = { em: 0, strong: 0, link: '' };
  const text = html.replace(/<span class="unseen">[^<]*<\/span>/g, '');
  for (const [, tag, href, plain] of text.matchAll(
    /<(\/?\w+)(?: href="([^"]*)")?[^>]*>|([^<]+)/g,
  )) {
    const name = tag?.replace('/', '');
    if (name === 'em' || name === 'strong') open[name] += tag.startsWith('/') ? -1 : 1;
    else if (name === 'a') open.link = href === undefined ? '' : `${encodeURI(unescaped(href))} `;
    else if (plain) {
      const marks = `${open.link}${open.em > 0 ? 'e' : ''}${open.strong > 0 ? 's' : ''}`;
      words.push({ text: unescaped(plain), marks });
    }
  }
  return joined(words);
}

/** @param {string} html */
const unescaped = (html) =>
  html.replace(/&[^;]+;/g, (name) => written[/** @type {keyof written} */ (name)] ?? name);

/** Numbers below the limit, the same in each run (xorshift). @param {number} seed */
function numbers(seed) {
  let state = seed;
  return (/** @type {number} */ limit) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % limit;
  };
}

// No emoji: commonmark looks at one half of their surrogates.
const pieces = [
  ...['*', '*', '**', '***', '****', '_', '_', '__', '___', '[', '[', ']', '](', '![', '!', '\\'],
  ...['](https://e.org/a)', '](https://e.org/(b)_c*)', '](https://e.org', '](/d)', '](f://g)', ')'],
  ...['a', 'b', 'é', '1', 'מ', '中', ' ', ' ', '\n', '\u00a0', '\u202f', '\u2009', '\u3000'],
  ...['.', ',', '(', '-', '«', '»', '’', '…', '—', '€', '؟', '。', '★', '<', '&', '`', '"'],
];

/** @param {number} count @returns {string[]} */
function texts(count) {
  const below = numbers(7);
  return Array.from({ length: count }, () => {
    const length = 2 + below(24);
    const text = Array.from({ length }, () => pieces[below(pieces.length)]).join('');
    return `a${text}z`;
  });
}

test('emphasis, strong words, links and backslashes mean what CommonMark has them mean', async () => {
  const demands = texts(4000);
  const { out, status } = await petitionRender(
    ['--embed', embed, '--site', 'https://box.example', '-'],
    JSON.stringify({ ...document, demands }),
  );
  assert.equal(status, 0);
  const list = out.slice(
    out.indexOf('<section class="demands"'),
    out.indexOf('<section class="timeline"'),
  );
  const items = [...list.matchAll(/<li[^>]*>(.*?)<\/li>/gs)].map(([, html]) => shown(html));
  assert.equal(items.length, demands.length);
  for (const [index, demand] of demands.entries()) {
    assert.deepEqual(items[index], read(demand), JSON.stringify(demand));
  }
  const marks = new Set(
    items.flatMap((words) => words.map((word) => word.marks.replace(/^\S+ /, 'link '))),
  );
  assert.deepEqual([...marks].sort(), ['', 'e', 'es', 'link ', 'link e', 'link es', 'link s', 's']);
});
