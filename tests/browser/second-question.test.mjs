// The second question to signers who left the box of news as it was: two buttons of which neither is
// the easier one, and a way back (EDPB 03/2022).

import { strict as assert } from 'node:assert';
import { test } from 'node:test';
import { unsignedEndpoint } from '../endpoint/shared.mjs';
import { fillIn, inBox, visit, waitForState } from './box.mjs';
import { cannot, once, page as lightPage, pageWith } from './browser.mjs';
import { contrastsOf } from './contrast.mjs';

/** @typedef {import('./page.mjs').Page} Page */

const at = (/** @type {string} */ selector) => selector;
const heading = '#pb-question-heading';

/** @param {Page} page fills in the form, and has the second question asked */
async function beAsked(page) {
  const endpoint = await unsignedEndpoint();
  await visit(page, endpoint.url);
  await fillIn(page);
  await page.on(inBox('.submit'), (button) => button.focus());
  await page.press('Enter');
  await page.waitForElement(inBox(`${heading}:focus`));
  return endpoint;
}

/**
 * Runs in the page.
 * @param {Element} question
 * @returns {Record<string, string>[]} how each of its buttons is drawn
 */
function buttonsOf(question) {
  return Array.from(question.querySelectorAll('button'), (button) => {
    const style = getComputedStyle(button);
    const { width, height } = button.getBoundingClientRect();
    return {
      ...Object.fromEntries(Array.from(style, (name) => [name, style.getPropertyValue(name)])),
      size: `${Math.round(width)} ${Math.round(height)}`,
    };
  });
}

/** @param {Page} page @param {string} question its path @param {string} where */
async function assertAlike(page, question, where) {
  const [one, other, ...more] = await page.on(question, buttonsOf);
  const properties = Object.keys(one);
  const unlike = properties.filter((property) => one[property] !== other[property]);
  assert.deepEqual(unlike, [], `${where}: ${one.size}, ${other.size}`);
  assert.ok(properties.length > 100 && more.length === 0, where);
  for (const [property, least] of /** @type {const} */ ([
    ['color', 4.5],
    ['border-top-color', 3],
  ])) {
    const [contrast] = await page.on(`${question} button`, contrastsOf, property);
    assert.ok(contrast >= least, `${where}: ${property} has ${contrast}`);
  }
}

for (const [where, setting] of /** @type {[string, import('./engines.mjs').Settings][]} */ ([
  ['on a light page', {}],
  ['on a dark page', { colorScheme: 'dark' }],
  ['in forced colours', { forcedColors: true }],
])) {
  const isLight = Object.keys(setting).length === 0;
  test(
    `the two buttons are alike in every respect ${where}`,
    once('one rule colours both', !setting.forcedColors),
    async () => {
      const page = isLight ? lightPage : await pageWith(setting);
      await beAsked(page);
      for (const [width, size] of [
        [1280, 16],
        [390, 16],
        [320, 26],
      ]) {
        await page.resize(width, 800);
        await page.evaluate((px) => document.body.style.setProperty('font-size', `${px}px`), size);
        await assertAlike(page, inBox('#pb-question'), `${width} pixels, text of ${size}`);
      }
    },
  );
}

test('Enter when the question opens does nothing, Escape goes back, and it is not asked again', async () => {
  const endpoint = await beAsked(lightPage);
  await lightPage.press('Enter');
  assert.equal(await lightPage.has(inBox(`${heading}:focus`)), true);
  await lightPage.press('Escape');
  assert.equal(await lightPage.has(inBox('#pb-question')), false);
  assert.equal(await lightPage.focused(), '#pb-submit');
  assert.deepEqual(await endpoint.rows('select * from signatures'), []);
  await lightPage.press('Enter');
  await waitForState(lightPage, 'signed');
  assert.deepEqual(await endpoint.rows('select consent_updates as news from signatures'), [
    { news: 'none' },
  ]);
});

const sent = `select answers, s.language, s.document_version, name, answer, how
  from submissions s join consents on submission_id = s.id order by name`;

test('yes and no are said by keyboard alone, and the signature is the same', async () => {
  /** @type {unknown[]} */
  const signatures = [];
  for (const [tabs, press, word] of /** @type {const} */ ([
    [1, 'accept', 'given'],
    [2, 'decline', 'refused'],
  ])) {
    const endpoint = await beAsked(lightPage);
    for (let tab = 0; tab < tabs; tab++) await lightPage.press('Tab');
    await lightPage.waitForElement(inBox(`#pb-question [data-press=${press}]:focus`));
    await lightPage.press('Enter');
    await waitForState(lightPage, 'signed');
    const [sign, { answer, how, ...news }] = await endpoint.rows(sent);
    assert.deepEqual([answer, how], [word, 'second_question']);
    signatures.push([sign, news]);
  }
  assert.deepEqual(signatures[0], signatures[1]);
});

test(
  'whoever ticked the box of news and took it back has said no, and is not asked',
  once('the core asks'),
  async () => {
    const endpoint = await unsignedEndpoint();
    await visit(lightPage, endpoint.url);
    await fillIn(lightPage);
    for (let clicks = 0; clicks < 2; clicks++) await lightPage.click(inBox('#pb-consent_updates'));
    await lightPage.click(inBox('.submit'));
    await waitForState(lightPage, 'signed');
    assert.deepEqual(await endpoint.rows('select consent_updates as news from signatures'), [
      { news: 'refused' },
    ]);
  },
);

for (const javascript of [false, true]) {
  test(
    `after a form ${javascript ? 'that needed no script' : 'without script'} the page of thanks asks, with two buttons that are alike`,
    { skip: !javascript && cannot.javascript },
    async () => {
      const endpoint = await unsignedEndpoint();
      const page = javascript ? lightPage : await pageWith({ javascript });
      await page.goto(`${endpoint.url}/petitions/health-data/sign?lang=fr`);
      await fillIn(page, { at });
      await page.click('.submit');
      await page.waitForElement('.question button');
      await page.waitForLoad();
      for (const width of [1280, 390]) {
        await page.resize(width, 800);
        await assertAlike(page, '.question', `${width} pixels`);
      }
      await page.click('.question [value=given]');
      await page.waitFor('the answer', () => !document.querySelector('.question'));
      assert.deepEqual(await endpoint.rows('select consent_updates as news from signatures'), [
        { news: 'given' },
      ]);
    },
  );
}
