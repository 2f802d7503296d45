// What custom-elements.json promises of attributes, properties and events, in a browser.

import { strict as assert } from 'node:assert';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { answers, fillIn, inBox, submit, visit, waitForState } from '../browser/box.mjs';
import { page } from '../browser/browser.mjs';
import { startEndpoint } from '../endpoint/endpoint.mjs';
import { fromTop } from '../browser/folders.mjs';
import { temporaryFolder } from '../browser/temporary-folder.mjs';

const manifest = JSON.parse(readFileSync(fromTop('build/package/custom-elements.json'), 'utf8'));
const [{ attributes, events }] = manifest.modules[0].declarations;
const names = (/** @type {{ name: string }[]} */ entries) => entries.map(({ name }) => name);
/** What only the stylesheet reads has no property. */
const reflected = names(attributes).filter((name) => !/layout|theme/.test(name));

/** Two values of an attribute. @param {string} name */
const valuesOf = (name) =>
  name === 'loading' ? ['eager', 'lazy'] : [`first-${name}`, `second-${name}`];

test('each attribute is reflected by the property of its name, both ways', async (t) => {
  const { url } = await startEndpoint(t);
  await page.goto(url);
  for (const name of reflected) {
    const [first, second] = valuesOf(name);
    assert.deepEqual(
      await page.evaluate(
        (name, first, second) => {
          const box = /** @type {any} */ (document.createElement('petition-box'));
          box[name] = first;
          const attribute = box.getAttribute(name);
          box.setAttribute(name, second);
          return { attribute, property: box[name] };
        },
        name,
        first,
        second,
      ),
      { attribute: first, property: second },
      name,
    );
  }
});

test('what a page sets before the element is registered is not lost', async (t) => {
  const partners = temporaryFolder('site');
  writeFileSync(join(partners, 'index.html'), '<!doctype html><title>A page</title>');
  const { url } = await startEndpoint(t, { partners });
  await page.goto(`${url}/partners/index.html`);
  const values = Object.fromEntries(reflected.map((name) => [name, valuesOf(name)[0]]));
  const kept = await page.evaluate(async (values) => {
    const box = Object.assign(document.createElement('petition-box'), values);
    document.body.append(box);
    const module = '/embed/petition-box.js';
    await import(module);
    return Object.fromEntries(Array.from(box.attributes, ({ name, value }) => [name, value]));
  }, values);
  delete kept.style;
  assert.deepEqual(kept, values);
});

/** Runs in the page: keeps what it hears of. @param {string[]} names of events */
function listen(names) {
  const heard = names.slice(0, 0).map(String);
  Object.assign(window, { heard });
  for (const name of names) {
    addEventListener(name, (event) => {
      const { type, bubbles, composed, cancelable, detail } = /** @type {CustomEvent} */ (event);
      heard.push(JSON.stringify({ type, bubbles, composed, cancelable, detail }));
    });
  }
}

test('a page hears of the signature before it is sent and after, and nothing of who signs', async (t) => {
  const endpoint = await startEndpoint(t);
  await visit(page, endpoint.url);
  // It is ready with its countries.
  await page.waitForElement(inBox('#pb-country option[value=AF]'));
  // It may be seen before somebody listens.
  await page.evaluate(listen, names(events).filter((name) => name !== 'petition-box-seen'));
  await fillIn(page);
  await submit(page);
  await waitForState(page, 'signed');
  const heard = await page.run('heard.map(JSON.parse)');
  const about = { bubbles: true, composed: true, detail: {} };
  assert.deepEqual(heard, [
    { type: 'petition-box-begun', cancelable: false, ...about },
    { type: 'petition-box-submit', cancelable: true, ...about },
    { type: 'petition-box-signed', cancelable: false, ...about },
  ]);
});

test('a page can hold a signature back, and let it go the next time', async (t) => {
  const endpoint = await startEndpoint(t);
  const rows = () => endpoint.rows(`select ${Object.keys(answers).join(', ')} from signatures`);
  await visit(page, endpoint.url);
  await page.evaluate(() => {
    addEventListener('petition-box-submit', (event) => event.preventDefault(), { once: true });
  });
  await fillIn(page);
  await submit(page);
  await waitForState(page, 'editing');
  assert.deepEqual(await rows(), []);
  assert.equal(await page.value(inBox('#pb-given_name')), answers.given_name);
  await submit(page);
  await waitForState(page, 'signed');
  assert.deepEqual(await rows(), [answers]);
});
