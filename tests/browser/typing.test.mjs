// Pages that take a signer in a field for somebody outside of one, and what such a page still hears.

import { strict as assert } from 'node:assert';
import { test } from 'node:test';
import { unsignedEndpoint } from '../endpoint/shared.mjs';
import { answers, fillIn, inBox, submit, waitForState } from './box.mjs';
import { once, page } from './browser.mjs';
import { healthData } from './documents.mjs';
import { assertSigned } from './home.mjs';
import { handedOnTo, openPartnerSite } from './partner-site.mjs';
import { places, snippetOf } from './petition-render.mjs';

const box = '<petition-box src="/petition" endpoint="/signatures" lang="fr"></petition-box>';

/** Every letter is a shortcut, but in fields. Runs in the page. */
function shortcuts() {
  for (const [target, type] of /** @type {[EventTarget, string][]} */ ([
    [document, 'keydown'],
    [window, 'keypress'],
    [document.documentElement, 'keyup'],
    [document, 'beforeinput'],
    [document, 'paste'],
  ])) {
    target.addEventListener(type, (event) => {
      const { localName } = /** @type {Element} */ (event.target);
      const { key } = /** @type {KeyboardEvent} */ (event);
      if (!/input|textarea|select/.test(localName) && key !== 'Tab') event.preventDefault();
    });
  }
}

/** Nothing may be marked, copied or clicked with. Runs in the page. */
function noCopy() {
  const no = () => false;
  Object.assign(document, {
    onmousedown: no,
    onmouseup: no,
    onclick: no,
    onselectstart: no,
    oncontextmenu: no,
    oncopy: no,
    oncut: no,
    onpaste: no,
    ondragstart: no,
    ondragenter: no,
    ondragover: no,
    ondrop: no,
    onauxclick: no,
  });
  for (const type of ['touchstart', 'touchend', 'pointerdown', 'pointerup']) {
    document.addEventListener(type, (event) => event.preventDefault(), { passive: false });
  }
}

/**
 * Runs in the page: words are dropped into the field, or pasted with the middle button.
 * @param {Element} field
 * @returns {string[]} what the page keeps from it
 */
function prevented(field) {
  const about = { bubbles: true, composed: true, cancelable: true };
  const events = [
    ...['dragenter', 'dragover', 'drop'].map((type) => new DragEvent(type, about)),
    new MouseEvent('auxclick', about),
  ];
  return events.filter((event) => !field.dispatchEvent(event)).map(({ type }) => type);
}

/** @param {() => void} script @returns {import('./partner-site.mjs').Resource} */
const served = (script) => ({ type: 'text/javascript', body: `(${script})();` });

for (const [what, script] of /** @type {[string, () => void][]} */ ([
  ['one-letter shortcuts', shortcuts],
  ['a script against copying', noCopy],
])) {
  test(`a page with ${what} leaves the fields to the signer`, async (t) => {
    const endpoint = await unsignedEndpoint();
    const site = await openPartnerSite(
      t,
      {
        '/hostile.js': served(script),
        '/petition': { body: JSON.stringify(healthData()) },
        '/signatures': handedOnTo(endpoint),
      },
      box,
      { head: '<script src="/hostile.js"></script>' },
    );
    await page.goto(site);
    await waitForState(page, 'editing');
    await page.click(inBox('#pb-email_address'));
    assert.equal(await page.focused(), '#pb-email_address');
    await page.click(inBox('label[for=pb-given_name]'));
    assert.equal(await page.focused(), '#pb-given_name');
    assert.deepEqual(await page.on(inBox('#pb-given_name'), prevented), []);
    await fillIn(page);
    assert.equal(await page.value(inBox('#pb-family_name')), answers.family_name);
    // The button is no field: what a page does to its buttons it does to this one.
    await page.evaluate(() => (document.onclick = null));
    await submit(page);
    await waitForState(page, 'signed');
    await assertSigned(endpoint, [{}]);
  });
}

test('a box that came with the page keeps its letters before it is near', async (t) => {
  const site = await openPartnerSite(
    t,
    { '/hostile.js': served(shortcuts), '/embed/petition-box.wasm': () => new Promise(() => {}) },
    snippetOf(healthData(), ...places),
    { head: '<script src="/hostile.js"></script>' },
  );
  await page.goto(site);
  await page.waitFor(
    'the script of the box',
    () => document.querySelector('petition-box:defined') !== null,
  );
  await page.fill(inBox('#pb-given_name'), 'Jessica/S');
  assert.equal(await page.value(inBox('#pb-given_name')), 'Jessica/S');
});

/** Runs in the page: what is heard outside of the box. */
function hear() {
  /** @type {string[]} */
  const heard = [];
  Object.assign(window, { heard });
  const types =
    'keydown keyup focusin click petition-box-ready petition-box-submit petition-box-signed';
  for (const type of types.split(' ')) {
    addEventListener(type, (event) => {
      const { key = '' } = /** @type {KeyboardEvent} */ (event);
      heard.push(`${type} ${key}`.trim());
    });
  }
}

test(
  'a page still hears what is its own: where the focus is, Tab and Escape, buttons, and the box itself',
  once('what ends at the root is the same everywhere'),
  async (t) => {
    const endpoint = await unsignedEndpoint();
    const site = await openPartnerSite(
      t,
      {
        '/hear.js': served(hear),
        '/petition': { body: JSON.stringify(healthData()) },
        '/signatures': handedOnTo(endpoint),
      },
      box,
      { head: '<script src="/hear.js"></script>' },
    );
    await page.goto(site);
    await waitForState(page, 'editing');
    await page.fill(inBox('#pb-given_name'), 'a');
    await page.press('Escape');
    await page.press('Tab');
    await page.press('b');
    await fillIn(page);
    await submit(page);
    await waitForState(page, 'signed');
    /** @type {string[]} */
    const heard = await page.evaluate(() => Reflect.get(window, 'heard'));
    for (const expected of [
      'petition-box-ready',
      'focusin',
      'keydown Escape',
      'keydown Tab',
      'click',
      'petition-box-submit',
      'petition-box-signed',
    ]) {
      assert.ok(heard.includes(expected), `${expected} in ${heard}`);
    }
    assert.ok(!heard.includes('keydown b'), `${heard}`);
  },
);
