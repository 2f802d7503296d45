// A box that the page came with: painted without any script, then taken over in place.

import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { answers, counter, fillIn, inBox, submit, waitForState } from './box.mjs';
import { once, page } from './browser.mjs';
import { healthData } from './documents.mjs';
import { embed } from './folders.mjs';
import { openPartnerSite } from './partner-site.mjs';
import { places, snippetOf } from './petition-render.mjs';

/** @typedef {import('./partner-site.mjs').Resource} Resource */

const wasm = () => ({
  type: 'application/wasm',
  body: readFileSync(join(embed, 'petition-box.wasm')),
});

const listen = {
  type: 'text/javascript',
  body: `window.raised = []; window.shifts = [];
    for (const event of ['ready', 'error', 'signed']) {
      addEventListener('petition-box-' + event, () => raised.push(event));
    }
    if (PerformanceObserver.supportedEntryTypes.includes('layout-shift')) {
      new PerformanceObserver((list) => {
        for (const { value, sources } of list.getEntries()) {
          shifts.push([value, ...sources.map(({ node, previousRect: { top }, currentRect }) =>
            top + ' to ' + currentRect.top + ': ' + (node?.outerHTML ?? node?.data)?.slice(0, 100))]);
        }
      }).observe({ type: 'layout-shift', buffered: true });
    }`,
};

/**
 * A partner's page with the pre-rendered box, whose module waits until it is let go.
 * @param {import('node:test').TestContext} t
 * @param {object} [other]
 * @param {Record<string, Resource>} [other.resources]
 * @param {any} [other.served] the document, where it is not the one that was rendered
 * @param {string[]} [other.options] of petition-render
 * @param {(snippet: string) => string} [other.pasted] what of the snippet is in the page
 */
async function openSite(
  t,
  { resources = {}, served = healthData(), options = [], pasted = (snippet) => snippet } = {},
) {
  /** @type {() => void} */
  let letGo = () => {};
  const held = new Promise((resolve) => (letGo = () => resolve(undefined)));
  /** @type {string[]} */
  const signed = [];
  t.after(letGo);
  const site = await openPartnerSite(
    t,
    {
      '/listen.js': listen,
      '/petition': { body: JSON.stringify(served) },
      '/signatures': (sent) => {
        if (sent === '') return { body: '{"count":41}' };
        signed.push(sent);
        return { status: 201, body: '{"status":"received"}' };
      },
      '/embed/petition-box.wasm': async () => (await held, wasm()),
      ...resources,
    },
    pasted(snippetOf(healthData(), ...places, ...options)),
    { head: '<script src="/listen.js"></script>' },
  );
  await page.goto(site);
  // A page that comes in pieces is laid out in pieces: what stands beside a field moves with it.
  await page.waitForLoad();
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))),
  );
  await page.evaluate(() => Reflect.set(window, 'shifts', []));
  return { letGo, signed };
}

const raised = (/** @type {string} */ event) =>
  page.waitFor(
    `the event petition-box-${event}`,
    (name) => Reflect.get(window, 'raised').includes(name),
    event,
  );

/** Marks every element of the box, and gives where each of them is. */
const measured = () =>
  page.on('petition-box', (box) =>
    Array.from(box.shadowRoot?.querySelectorAll('*') ?? [], (element) => {
      Reflect.set(element, 'marked', true);
      const { x, y, width, height } = element.getBoundingClientRect();
      return [element.localName, x, y, width, height].join(' ');
    }),
  );

const visibility = (/** @type {string} */ selector) =>
  page.on(inBox(selector), (element) => getComputedStyle(element).visibility);

const unmarked = () =>
  page.on('petition-box', (box) =>
    Array.from(box.shadowRoot?.querySelectorAll('*') ?? [])
      .filter((element) => !Reflect.has(element, 'marked'))
      .map((element) => element.outerHTML),
  );

test('with its script blocked the box is painted, with its style, and can be filled in', async (t) => {
  await openSite(t, { resources: { '/embed/petition-box.js': async () => null } });
  assert.match(await page.text(inBox('h2')), /données de santé/);
  const seen = await page.on(inBox('.petition-box'), (box) => {
    const { width, height } = box.getBoundingClientRect();
    return { width, height, sides: getComputedStyle(box.children[0]).display };
  });
  assert.ok(seen.width > 600 && seen.height > 600, JSON.stringify(seen));
  assert.equal(seen.sides, 'grid');
  // It would lead nowhere.
  assert.equal(await visibility('.jump'), 'hidden');
  await page.waitFor(
    'the first contentful paint',
    () =>
      !PerformanceObserver.supportedEntryTypes.includes('paint') ||
      performance.getEntriesByName('first-contentful-paint').length === 1,
  );
  await fillIn(page);
  assert.equal(await page.evaluate(() => customElements.get('petition-box') === undefined), true);
});

test('the take-over moves nothing and creates nothing; what was typed, the focus and the caret stay', async (t) => {
  const { letGo } = await openSite(t, { options: ['--count', '41'] });
  await page.fill(inBox('#pb-given_name'), answers.given_name);
  await page.select(inBox('#pb-country'), 'BE');
  await page.click(inBox('#pb-consent_updates'));
  await page.fill(inBox('#pb-family_name'), answers.family_name);
  await page.press('ArrowLeft');
  await page.press('ArrowLeft');
  const before = await measured();
  letGo();
  await raised('ready');
  await page.waitForElement(counter(41));
  assert.equal(await visibility('.jump'), 'visible');
  assert.deepEqual(await unmarked(), []);
  assert.deepEqual(await measured(), before);
  assert.equal(await page.focused(), '#pb-family_name');
  await page.type('x');
  assert.equal(await page.value(inBox('#pb-family_name')), 'D’Essxai');
  assert.equal(await page.value(inBox('#pb-given_name')), answers.given_name);
  assert.equal(await page.value(inBox('#pb-country')), 'BE');
  assert.equal(
    await page.on(inBox('#pb-consent_updates'), (box) => Reflect.get(box, 'checked')),
    true,
  );
  assert.deepEqual(await page.evaluate(() => Reflect.get(window, 'shifts')), []);
});

test('what was unfolded before the take-over stays so', async (t) => {
  const { letGo } = await openSite(t);
  const folded = inBox('.timeline details');
  await page.click(`${folded} summary`);
  letGo();
  await raised('ready');
  assert.equal(await page.on(folded, (details) => details.hasAttribute('open')), true);
});

test('the number of signatures comes later without moving anything', async (t) => {
  const { letGo } = await openSite(t);
  const before = await measured();
  letGo();
  await raised('ready');
  await page.waitForElement(counter(41));
  const after = await measured();
  // The words of the counter are other words; where things are is the same.
  // A number of more digits is wider itself.
  const rest = (/** @type {string[]} */ boxes) => boxes.filter((box) => !/^strong/.test(box));
  assert.deepEqual(rest(after), rest(before));
  assert.deepEqual(await page.evaluate(() => Reflect.get(window, 'shifts')), []);
});

for (const count of ['Infinity', '-1', 'many']) {
  test(
    `a page that says the number of signatures is ${count} has the box taken over all the same`,
    once('the core reads the number'),
    async (t) => {
      const { letGo } = await openSite(t, {
        pasted: (snippet) => snippet.replace('data-state=', `data-count="${count}" data-state=`),
      });
      assert.equal(await page.on(inBox('.petition-box'), (box) => box.dataset.count), count);
      await measured();
      letGo();
      await raised('ready');
      await page.waitForElement(inBox('[data-count="41"]'));
      assert.deepEqual(await unmarked(), []);
    },
  );
}

test('what was typed before the take-over is signed after it', async (t) => {
  const { letGo, signed } = await openSite(t);
  await fillIn(page);
  letGo();
  await raised('ready');
  await submit(page);
  await waitForState(page, 'signed');
  const sent = new URLSearchParams(signed[0]);
  assert.equal(sent.get('given_name'), answers.given_name);
  assert.equal(sent.get('email_address'), answers.email_address);
  assert.equal(sent.get('consent_sign'), 'given');
  assert.match(sent.get('submission_id') ?? '', /^[0-9a-f-]{36}$/);
});

test('a form that is sent before the take-over posts by itself', async (t) => {
  const { signed } = await openSite(t);
  await fillIn(page);
  await submit(page);
  await page.waitFor('the page of the answer', () => location.pathname === '/signatures');
  assert.equal(new URLSearchParams(signed[0]).get('family_name'), answers.family_name);
});

test(
  'a text of the document that was changed since is put right, in place',
  once('the core decides'),
  async (t) => {
    const served = { ...healthData(), title: { fr: 'Un autre titre' } };
    const { letGo } = await openSite(t, { served });
    await page.fill(inBox('#pb-given_name'), answers.given_name);
    await measured();
    letGo();
    await raised('ready');
    assert.equal(await page.text(inBox('h2')), 'Un autre titre');
    assert.deepEqual(await unmarked(), []);
    assert.equal(await page.value(inBox('#pb-given_name')), answers.given_name);
  },
);

test(
  'a document of another form has the box built afresh, with what was typed and the focus',
  once('the core decides'),
  async (t) => {
    const served = healthData();
    served.demands = served.demands.slice(1);
    const { letGo } = await openSite(t, { served });
    await page.fill(inBox('#pb-given_name'), answers.given_name);
    await page.click(inBox('#pb-consent_sign'));
    await page.fill(inBox('#pb-comment'), 'Deux\nlignes');
    letGo();
    await raised('ready');
    assert.equal(
      await page.on(inBox('.demands ol'), (list) => list.children.length),
      served.demands.length,
    );
    assert.equal(
      await page.on('petition-box', (box) => box.shadowRoot?.querySelectorAll('form').length),
      1,
    );
    assert.equal(await page.value(inBox('#pb-given_name')), answers.given_name);
    assert.equal(await page.value(inBox('#pb-comment')), 'Deux\nlignes');
    assert.equal(
      await page.on(inBox('#pb-consent_sign'), (box) => Reflect.get(box, 'checked')),
      true,
    );
    assert.equal(await page.focused(), '#pb-comment');
  },
);

for (const [what, broken] of /** @type {[string, Record<string, Resource>][]} */ ([
  ['document', { '/petition': { status: 404, body: '' } }],
  ['module', { '/embed/petition-box.wasm': { status: 404, body: '' } }],
])) {
  const same = once('the form is the page’s own');
  test(
    `without its ${what} the form stays, with what was typed, and posts by itself`,
    same,
    async (t) => {
      const { letGo, signed } = await openSite(t, { resources: broken });
      await page.fill(inBox('#pb-given_name'), answers.given_name);
      letGo();
      await raised('error');
      assert.equal(await page.value(inBox('#pb-given_name')), answers.given_name);
      await fillIn(page);
      await submit(page);
      await page.waitFor('the page of the answer', () => location.pathname === '/signatures');
      assert.equal(new URLSearchParams(signed[0]).get('given_name'), answers.given_name);
    },
  );
}
