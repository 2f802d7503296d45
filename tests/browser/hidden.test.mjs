// Hidden means hidden: what a page hides with all that is in it, it hides with the box in it.

import { strict as assert } from 'node:assert';
import { test } from 'node:test';
import { unsignedEndpoint } from '../endpoint/shared.mjs';
import { inBox, visit } from './box.mjs';
import { page } from './browser.mjs';

const field = inBox('#pb-given_name');

/**
 * Runs in the page: what somebody would get to who points at the middle of the field.
 * @param {HTMLElement} element
 */
function hit(element) {
  element.scrollIntoView({ block: 'center', behavior: 'instant' });
  const { x, y, width, height } = element.getBoundingClientRect();
  const found = document.elementFromPoint(x + width / 2, y + height / 2);
  return found?.localName === 'petition-box';
}

/** Runs in the page. @param {HTMLElement} element @returns {boolean} whether it takes the focus */
function takesFocus(element) {
  element.focus();
  const { activeElement } = /** @type {ShadowRoot} */ (element.getRootNode());
  const taken = activeElement === element;
  element.blur();
  return taken;
}

const seen = () =>
  page.on(
    field,
    (element) =>
      element.getClientRects().length > 0 && getComputedStyle(element).visibility === 'visible',
  );

/** How a closed modal or a menu is hidden, and what of the box is left. */
const closed = [
  { style: 'visibility: hidden', seen: false, hit: false, focus: false },
  {
    style: 'visibility: hidden; opacity: 0; pointer-events: none',
    seen: false,
    hit: false,
    focus: false,
  },
  { style: 'pointer-events: none; opacity: 0', seen: true, hit: false, focus: true },
  { style: 'display: none', seen: false, hit: false, focus: false },
  { style: 'content-visibility: hidden; height: 300px', seen: undefined, hit: false, focus: false },
];

test('in what a page has closed the box is not seen, takes no click and no focus; opened, it is there', async () => {
  const endpoint = await unsignedEndpoint();
  await visit(page, endpoint.url);
  await page.on('petition-box', (box) => {
    const modal = document.createElement('div');
    modal.id = 'modal';
    box.before(modal);
    modal.append(box);
  });
  const hide = (/** @type {string} */ style) =>
    page.on('#modal', (modal, value) => (modal.style.cssText = value), style);
  for (const { style, ...expected } of closed) {
    await hide(style);
    if (expected.seen !== undefined) assert.equal(await seen(), expected.seen, style);
    assert.equal(await page.on(field, hit), expected.hit, `a click, ${style}`);
    assert.equal(await page.on(field, takesFocus), expected.focus, `the focus, ${style}`);
  }
  await hide('');
  for (const inert of [true, false]) {
    await page.on('#modal', (modal, value) => Object.assign(modal, { inert: value }), inert);
    assert.equal(await page.on(field, hit), !inert, `a click, inert: ${inert}`);
    assert.equal(await page.on(field, takesFocus), !inert, `the focus, inert: ${inert}`);
  }
  assert.ok(await seen());
});

test('a page that forbids to select its text forbids it for that of the box, and not to write in it', async () => {
  const endpoint = await unsignedEndpoint();
  await visit(page, endpoint.url);
  await page.evaluate(() => {
    document.body.style.setProperty('user-select', 'none');
    document.body.style.setProperty('-webkit-user-select', 'none');
  });
  const selectable = (/** @type {string} */ selector) =>
    page.on(inBox(selector), (element) => {
      const style = getComputedStyle(element);
      return style.userSelect ?? style.getPropertyValue('-webkit-user-select');
    });
  // In Firefox the elements of the page say "auto" as well, and none of them can be selected.
  const around = await page.on('main', (main) => {
    const style = getComputedStyle(main);
    return style.userSelect ?? style.getPropertyValue('-webkit-user-select');
  });
  assert.equal(await selectable('.petition-box'), around);
  assert.equal(await selectable('#pb-given_name'), 'text');
  await page.fill(field, 'Zoë');
  assert.equal(await page.value(field), 'Zoë');
});

/** @type {[string, (box: HTMLElement) => void][]} */
const ways = [
  ['in a rule', () => style('petition-box { display: none }')],
  ['in a rule for its class', () => style('.tab > * { display: none }')],
  ['in an important rule', () => style('petition-box { display: none !important }')],
  ['inline', (box) => box.style.setProperty('display', 'none')],
  ['inline and important', (box) => box.style.setProperty('display', 'none', 'important')],
  ['with the attribute hidden', (box) => box.setAttribute('hidden', '')],
  ['as a popover that is closed', (box) => box.setAttribute('popover', 'manual')],
];

/** Runs in the page. @param {string} text */
function style(text) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  document.adoptedStyleSheets = [sheet];
}

test('a page can hide the element itself, in every way, and show it again', async () => {
  const endpoint = await unsignedEndpoint();
  await visit(page, endpoint.url);
  const shown = () =>
    page.on('petition-box', (box) => getComputedStyle(box).display + box.getClientRects().length);
  assert.equal(await shown(), 'block1');
  for (const [how, hide] of ways) {
    await page.run(`(() => {
      ${style}
      const box = document.querySelector('petition-box');
      box.parentElement.classList.add('tab');
      (${hide})(box);
    })()`);
    assert.equal(await shown(), 'none0', how);
    await page.on('petition-box', (box) => {
      document.adoptedStyleSheets = [];
      for (const name of ['style', 'hidden', 'popover']) box.removeAttribute(name);
    });
    assert.equal(await shown(), 'block1', how);
  }
  for (const [property, value] of [
    ['visibility', 'hidden'],
    ['pointer-events', 'none'],
  ]) {
    const now = () =>
      page.on(
        field,
        (element, name) => getComputedStyle(element).getPropertyValue(name),
        property,
      );
    await page.on('petition-box', (box, [name, to]) => box.style.setProperty(name, to), [
      property,
      value,
    ]);
    assert.equal(await now(), value, `inline, ${property}`);
    await page.on('petition-box', (box) => box.removeAttribute('style'));
    assert.notEqual(await now(), value);
    await page.run(`(${style})('.tab > * { ${property}: ${value} }')`);
    assert.equal(await now(), value, `in a rule for its class, ${property}`);
    await page.evaluate(() => void (document.adoptedStyleSheets = []));
  }
});
