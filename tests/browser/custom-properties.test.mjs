// The custom properties that a page sets on the element: each that the README names does what it says.

import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { inBox, visit } from './box.mjs';
import { once, page } from './browser.mjs';
import { until } from './deadline.mjs';
import { fromTop } from './folders.mjs';
import { sharedEndpoint } from '../endpoint/shared.mjs';

/** Where each is seen: a part of the box, and its property. @type {Record<string, [string, string][]>} */
const seen = {
  '--petition-box-accent': [
    ['.submit', 'background-color'],
    ['.jump', 'background-color'],
  ],
  '--petition-box-on-accent': [['.submit', 'color']],
  '--petition-box-ink': [
    ['.petition-box', 'color'],
    ['.title', 'color'],
  ],
  '--petition-box-quiet': [['.head', 'color']],
  '--petition-box-paper': [['.petition-box', 'background-color']],
  '--petition-box-panel': [['.demands', 'background-color']],
  '--petition-box-line': [['.petition-box', 'border-top-color']],
  '--petition-box-heading-font': [
    ['.title', 'font-family'],
    ['.demands .part', 'font-family'],
  ],
  '--petition-box-radius': [['.submit', 'border-top-left-radius']],
  '--petition-box-space': [['.petition', 'padding-top']],
  '--petition-box-top': [['.signing', 'top']],
};

// Words can be read on the colour and it can be read on paper, so that nothing is made of it but itself.
const colour = 'rgb(122, 31, 77)';

/** What is tried where it is not the colour. @type {Record<string, string>} */
const others = {
  '--petition-box-heading-font': 'monospace',
  '--petition-box-radius': '3px',
  '--petition-box-space': '7px',
  '--petition-box-top': '9px',
};

test('the README tells of each custom property, and of no other', () => {
  const readme = readFileSync(fromTop('README.md'), 'utf8');
  const told = [...readme.matchAll(/^\| `(--petition-box-[a-z-]+)` \|/gm)].map(([, name]) => name);
  assert.deepEqual(told, Object.keys(seen));
});

test(
  'each custom property sets what it is for, and only that',
  once('it is a question about the stylesheet'),
  async () => {
    const { url } = await sharedEndpoint();
    await visit(page, `${url}/partners/health-data.html`);
    /** @returns {Promise<string[]>} */
    const looks = () =>
      Promise.all(
        Object.values(seen)
          .flat()
          .map(([selector, property]) =>
            page.on(
              inBox(selector),
              (part, name) => getComputedStyle(part).getPropertyValue(name),
              property,
            ),
          ),
      );
    const names = Object.entries(seen).flatMap(([name, places]) => places.map(() => name));
    await page.on('petition-box', (box) => box.removeAttribute('accent'));
    const before = await looks();
    for (const name of Object.keys(seen)) {
      const set = (/** @type {string} */ value) =>
        page.on(
          'petition-box',
          (box, given, property) => box.style.setProperty(property, given),
          value,
          name,
        );
      const value = others[name] ?? colour;
      await set(value);
      const expected = before.map((was, at) => (names[at] === name ? value : was));
      const isSet = async () => JSON.stringify(await looks()) === JSON.stringify(expected);
      await until(isSet, name).catch(async () => assert.deepEqual(await looks(), expected, name));
      await set('');
      await until(
        async () => JSON.stringify(await looks()) === JSON.stringify(before),
        `no ${name}`,
      );
    }
  },
);
