// How the box looks where readers have settings of their own, and on paper.

import { strict as assert } from 'node:assert';
import { test } from 'node:test';
import { unsignedEndpoint } from '../endpoint/shared.mjs';
import { errorLink, inBox, submit, visit } from './box.mjs';
import { cannot, once, page as lightPage, pageWith } from './browser.mjs';
import { contrastsOf } from './contrast.mjs';

const inOne = once('it is a question about the stylesheet');

/** @param {string} selector @param {import('./page.mjs').Page} [page] */
const sizeOf = (selector, page = lightPage) =>
  page.on(inBox(selector), (element) => parseFloat(getComputedStyle(element).fontSize));

test(
  'on a page of small letters the fields are of 16 pixels, so that iOS does not zoom',
  inOne,
  async () => {
    const endpoint = await unsignedEndpoint();
    await visit(lightPage, endpoint.url);
    await lightPage.evaluate(() => document.body.style.setProperty('font-size', '11px'));
    for (const field of ['#pb-given_name', '#pb-country', '#pb-comment']) {
      assert.ok((await sizeOf(field)) >= 16, field);
    }
  },
);

test(
  'the text of the box grows with that of the page, and stays within the screen',
  inOne,
  async () => {
    const endpoint = await unsignedEndpoint();
    await visit(lightPage, endpoint.url);
    await lightPage.resize(390, 844);
    for (const size of [32, 48]) {
      await lightPage.evaluate(
        (px) => document.body.style.setProperty('font-size', `${px}px`),
        size,
      );
      assert.equal(await sizeOf('.petition-box'), size);
      for (const text of ['#pb-given_name', '.demands li', 'h2']) {
        assert.ok((await sizeOf(text)) >= size, text);
      }
      const [right, screen] = await lightPage.on(inBox('.petition-box'), (box) => [
        Math.max(...Array.from(box.querySelectorAll('*'), (e) => e.getBoundingClientRect().right)),
        innerWidth,
      ]);
      assert.ok(right <= screen, `${size} px: something ends at ${right}`);
    }
  },
);

for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
  test(`a box that is not ticked looks like one that can be, ${colorScheme}`, async () => {
    const page = colorScheme === 'light' ? lightPage : await pageWith({ colorScheme });
    const endpoint = await unsignedEndpoint();
    await visit(page, endpoint.url);
    const box = inBox('#pb-consent_sign');
    const groundOf = (/** @type {string} */ path) =>
      page.on(path, (field) => getComputedStyle(field).backgroundColor);
    assert.equal(await groundOf(box), await groundOf(inBox('#pb-given_name')));
    const [contrast] = await page.on(box, contrastsOf, 'border-top-color');
    assert.ok(contrast >= 3, String(contrast));
  });
}

test(
  'in forced colours the bar has a fill that can be seen',
  { skip: cannot.forcedColors ?? inOne.skip },
  async () => {
    const page = await pageWith({ forcedColors: true });
    const endpoint = await unsignedEndpoint();
    await visit(page, endpoint.url);
    const [forced, colours, adjust] = await page.on(inBox('progress'), (bar) => {
      const style = getComputedStyle(bar);
      const colours = ['--mark', '--paper'].map((name) => style.getPropertyValue(name).trim());
      return [matchMedia('(forced-colors: active)').matches, colours, style.forcedColorAdjust];
    });
    assert.ok(forced);
    // The parts of a bar tell nobody how they are drawn.
    assert.deepEqual([colours, adjust], [['Highlight', 'Canvas'], 'none']);
  },
);

test('the ring of a summary of mistakes that is jumped to is within the screen', async () => {
  const endpoint = await unsignedEndpoint();
  await visit(lightPage, endpoint.url);
  await submit(lightPage);
  await lightPage.waitForElement(errorLink);
  const top = await lightPage.on(inBox('#pb-errors'), (summary) => {
    summary.scrollIntoView({ block: 'start', behavior: 'instant' });
    return summary.getBoundingClientRect().top;
  });
  // 3 px wide, and 2 px away.
  assert.ok(top >= 5, `${top} px`);
});

test('on paper there is the petition in black on white, and nothing to press', inOne, async () => {
  const page = await pageWith({ print: true, colorScheme: 'dark' });
  const endpoint = await unsignedEndpoint();
  for (const { path, at } of [
    { path: '/', at: inBox },
    { path: '/petitions/health-data/sign?lang=fr', at: (/** @type {string} */ s) => s },
  ]) {
    await page.goto(endpoint.url + path);
    await page.scrollTo(at === inBox ? 'petition-box' : '.petition-box');
    await page.waitForElement(at('.submit'));
    for (const gone of ['.bar', '.languages', '.submit']) {
      assert.equal(await page.on(at(gone), (e) => getComputedStyle(e).display), 'none', gone);
    }
    for (const black of ['h2', '.demands li', '.notice p', '.consent label']) {
      assert.equal(
        await page.on(at(black), (e) => getComputedStyle(e).color),
        'rgb(0, 0, 0)',
        black,
      );
    }
    const address = await page.on(at('.notice .links a'), (a) => getComputedStyle(a, '::after').content);
    assert.match(address, /https?:|mailto:|attr/);
  }
});
