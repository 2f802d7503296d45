import { strict as assert } from 'node:assert';
import { test } from 'node:test';
import { unsignedEndpoint } from '../endpoint/shared.mjs';
import { answers, inBox } from './box.mjs';
import { once, page } from './browser.mjs';
import { approach, assertNoErrors, assertSigned, sign } from './home.mjs';

/**
 * Runs in the page.
 * @param {Element} root of the box
 * @returns {string[]} one line for each text that a reader could not read
 */
function unreadable(root) {
  /** @type {Record<string, (style: CSSStyleDeclaration, size: number, element: Element) => boolean>} */
  const rules = {
    visibility: (style, _size, element) =>
      style.visibility === (element.closest('[data-waiting]') ? 'hidden' : 'visible'),
    'font size': (_style, size) => size >= 12 && size <= 72,
    'line height': (style, size) =>
      style.lineHeight === 'normal' || parseFloat(style.lineHeight) >= size * 1.1,
    'letter spacing': (style, size) =>
      Math.abs(parseFloat(style.letterSpacing) || 0) <= size * 0.05,
    'word spacing': (style) => (parseFloat(style.wordSpacing) || 0) === 0,
    'text indent': (style) => parseFloat(style.textIndent) === 0,
    'text transform': (style) => style.textTransform === 'none',
    'text shadow': (style) => style.textShadow === 'none',
    'white space': (style) => /^(normal|pre-line|pre-wrap)$/.test(style.whiteSpace),
    'font style': (style, _size, { localName }) =>
      style.fontStyle === (localName === 'em' ? 'italic' : 'normal'),
    'fill colour': (style) => style.webkitTextFillColor === style.color,
    direction: (style) => style.direction === 'ltr',
    'pointer events': (style) => style.pointerEvents === 'auto',
  };
  /** @type {string[]} */
  const found = [];
  for (const element of root.querySelectorAll('*')) {
    if (![...element.childNodes].some((node) => node.nodeType === 3)) continue;
    // Words that only a screen reader says.
    if (element.localName === 'option' || element.matches('.unseen')) continue;
    const style = getComputedStyle(element);
    const size = parseFloat(style.fontSize);
    for (const [what, holds] of Object.entries(rules)) {
      if (!holds(style, size, element))
        found.push(`${what} of ${element.localName}.${element.className}`);
    }
    const { width, height } = element.getBoundingClientRect();
    if (width === 0 || height === 0) found.push(`no size: ${element.localName}`);
  }
  return [...new Set(found)];
}

/** Runs in the page. @param {Element} box @returns {string[]} what hides the box as a whole */
function hidden(box) {
  const style = getComputedStyle(box);
  const found = [];
  if (style.opacity !== '1') found.push(`opacity ${style.opacity}`);
  if (style.filter !== 'none') found.push(`filter ${style.filter}`);
  if (style.transform !== 'none') found.push(`transform ${style.transform}`);
  if (style.display !== 'block') found.push(`display ${style.display}`);
  const inner = box.shadowRoot?.querySelector('.petition-box')?.getBoundingClientRect();
  const outer = box.getBoundingClientRect();
  if (inner && style.overflow !== 'visible' && inner.height > outer.height + 1) {
    found.push(`cut off at ${outer.height} of ${inner.height} px`);
  }
  return found;
}

test('under a stylesheet that rules everything the box is readable, and signs by real clicks', async () => {
  const endpoint = await unsignedEndpoint();
  await page.goto(`${endpoint.url}/partners/hostile-style.html`);
  await approach(page);
  assert.deepEqual(await page.on('petition-box', hidden), []);
  assert.deepEqual(await page.on(inBox('.petition-box'), unreadable), []);
  for (const name of Object.keys(answers)) {
    await page.click(inBox(`#pb-${name}`));
    assert.equal(await page.focused(), `#pb-${name}`);
  }
  await sign(page);
  await assertSigned(endpoint, [{}]);
  await assertNoErrors(page);
});

/** Layouts in which the width of the box is left to itself. @type {Record<string, [object, object]>} */
const layouts = {
  'a row': [{ display: 'flex' }, {}],
  'a centred column': [{ display: 'flex', flexDirection: 'column', alignItems: 'center' }, {}],
  'a centred grid': [{ display: 'grid', justifyItems: 'center' }, {}],
  'a float': [{}, { float: 'left' }],
};

for (const [screen, least] of [
  [1280, 560],
  [390, 280],
]) {
  test(`on a screen of ${screen} pixels the box has room in every layout, and no more than there is`, async () => {
    const endpoint = await unsignedEndpoint();
    await page.resize(screen, 900);
    await page.goto(endpoint.url);
    await approach(page);
    for (const [layout, [around, own]] of Object.entries(layouts)) {
      const [width, room] = await page.on(
        'petition-box',
        (box, outside, inside) => {
          const parent = document.createElement('div');
          box.before(parent);
          parent.append(box);
          Object.assign(parent.style, outside);
          box.removeAttribute('style');
          Object.assign(box.style, inside);
          const sizes = [box.getBoundingClientRect().width, parent.clientWidth];
          parent.replaceWith(box);
          return sizes;
        },
        around,
        own,
      );
      assert.ok(width >= least && width <= room, `${width} px, of ${room}, in ${layout}`);
    }
  });
}

test('on a narrow screen nothing of that box is wider than the screen', async () => {
  const endpoint = await unsignedEndpoint();
  await page.resize(390, 844);
  await page.goto(`${endpoint.url}/partners/hostile-style.html`);
  await approach(page);
  const widest = await page.on(inBox('.petition-box'), (root) =>
    Math.max(...[root, ...root.querySelectorAll('*')].map((e) => e.getBoundingClientRect().right)),
  );
  assert.ok(widest <= 390, `the widest element ends at ${widest} px`);
});

test(
  'the stylesheet is as hostile as it says: the page’s own text is changed by it',
  once('it is a question about the stylesheet'),
  async () => {
    const endpoint = await unsignedEndpoint();
    await page.goto(`${endpoint.url}/partners/hostile-style.html`);
    const found = await page.on('main', unreadable);
    assert.ok(found.length >= 8, found.join('\n'));
  },
);
