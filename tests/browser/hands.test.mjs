// Other hands in the box: extensions that put controls into elements of their own or take copies of
// them, translators that put texts in the place of texts.

import { strict as assert } from 'node:assert';
import { test } from 'node:test';
import { unsignedEndpoint } from '../endpoint/shared.mjs';
import { answers, fillIn, inBox, submit, waitForState } from './box.mjs';
import { once, page } from './browser.mjs';
import { healthData } from './documents.mjs';
import { assertSigned } from './home.mjs';
import { handedOnTo, openPartnerSite } from './partner-site.mjs';

const box =
  '<petition-box src="/petition" endpoint="/signatures" lang="fr"><a href="/elsewhere">Signer</a></petition-box>';

/** Runs in the page, as does each of these. @param {Element} root of the box */
function wrapControls(root) {
  for (const control of root.querySelectorAll('input, select, textarea, label')) {
    const wrapper = document.createElement('span');
    control.before(wrapper);
    wrapper.append(control);
  }
}

/** @param {Element} root of the box */
function copyControls(root) {
  for (const control of root.querySelectorAll('input')) {
    const copy = /** @type {HTMLInputElement} */ (control.cloneNode(true));
    control.replaceWith(copy);
  }
}

/** @param {Element} root of the box */
function translate(root) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  /** @type {Text[]} */
  const texts = [];
  while (walker.nextNode()) texts.push(/** @type {Text} */ (walker.currentNode));
  for (const text of texts) {
    const translated = document.createElement('font');
    translated.textContent = `[${text.data}]`;
    text.replaceWith(translated);
  }
}

/** Runs in the page: each time the button is held down, something has the box drawn. */
function colourWhenPressed() {
  const accents = ['#8a1c4a', '#111111', '#0000ff'];
  const box = document.querySelector('petition-box');
  addEventListener('mousedown', () => box?.setAttribute('accent', accents.shift() ?? ''), true);
}

for (const [what, meddle] of /** @type {[string, (root: Element) => void][]} */ ([
  ['puts the controls into elements of its own', wrapControls],
  ['takes copies of the controls', copyControls],
  ['translates the texts', translate],
])) {
  test(
    `a box whose visitor has an extension that ${what} tells mistakes, and signs`,
    once('a tree is changed alike', meddle === copyControls),
    async (t) => {
      const endpoint = await unsignedEndpoint();
      const site = await openPartnerSite(
        t,
        {
          '/petition': { body: JSON.stringify(healthData()) },
          '/signatures': handedOnTo(endpoint),
        },
        box,
      );
      await page.goto(site);
      await page.waitForElement(inBox('[data-count]'));
      await page.evaluate(colourWhenPressed);
      await page.fill(inBox('#pb-given_name'), answers.given_name);
      await page.on(inBox('.petition-box'), meddle);
      await submit(page);
      await page.waitForElement(inBox('#pb-family_name-error'));
      assert.equal(await page.focused(), '#pb-errors');
      assert.equal(await page.value(inBox('#pb-given_name')), answers.given_name);
      await page.on(inBox('.petition-box'), meddle);
      await fillIn(page);
      assert.equal(await page.has(inBox('#pb-family_name-error')), false);
      await submit(page);
      await waitForState(page, 'signed');
      await assertSigned(endpoint, [{}]);
      assert.deepEqual(await page.evaluate(() => Reflect.get(window, 'errors')), []);
    },
  );
}

test(
  'what a translator has put in the place of a text is not left when the text changes',
  once('the tree is the same everywhere'),
  async (t) => {
    const site = await openPartnerSite(
      t,
      {
        '/petition': { body: JSON.stringify(healthData()) },
        '/signatures': (sent) =>
          sent === '' ? { body: '{"count":41}' } : { status: 201, body: '{"status":"received"}' },
      },
      box,
    );
    await page.goto(site);
    await page.waitForElement(inBox('progress[value="41"]'));
    await fillIn(page);
    await page.on(inBox('.petition-box'), translate);
    await submit(page);
    await waitForState(page, 'signed');
    assert.match(await page.text(inBox('.progress')), /\b42\b/);
    assert.doesNotMatch(await page.text(inBox('.progress')), /41/);
  },
);

test(
  'a box that cannot be drawn leaves the link',
  once('what fails is a script of the page'),
  async (t) => {
    const site = await openPartnerSite(
      t,
      {
        '/petition': { body: JSON.stringify(healthData()) },
        '/signatures': { body: '{"count":41}' },
        '/fail.js': {
          type: 'text/javascript',
          body: `document.createTextNode = () => { throw new TypeError('of the page'); };
          addEventListener('petition-box-error', ({ detail }) => (window.told = detail.reason));`,
        },
      },
      box,
      { head: '<script src="/fail.js"></script>' },
    );
    await page.goto(site);
    assert.equal(
      await page.waitFor('the event petition-box-error', () => Reflect.get(window, 'told')),
      'core',
    );
    await page.click('petition-box a');
    await page.waitFor('the page of the link', () => location.pathname === '/elsewhere');
  },
);
