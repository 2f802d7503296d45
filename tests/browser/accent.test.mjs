// Whatever colour a page gives the box, what is written in it or on it can be read.

import { strict as assert } from 'node:assert';
import { test } from 'node:test';
import { startEndpoint } from '../endpoint/endpoint.mjs';
import { inBox, visit } from './box.mjs';
import { page as lightPage, pageWith } from './browser.mjs';

const accents = ['', '#8a1c4a', '#ffe100', '#111111', '#f5f5f5', '#00c853', '#777777', '#0000ff', '#ff0000'];
const written = ['time', '.notice a', '.submit', '.jump', '.demands li'];

/** Runs in the page: the contrast of a text, or of what is before it, with its ground (WCAG 2.2).
 * @param {Element} element @param {string} part of it: '' or '::before' */
function contrastOf(element, part) {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true });
  const pixel = (/** @type {string} */ colour) => {
    context?.clearRect(0, 0, 1, 1);
    Object.assign(context ?? {}, { fillStyle: colour });
    context?.fillRect(0, 0, 1, 1);
    return [...(context?.getImageData(0, 0, 1, 1).data ?? [])];
  };
  const luminance = (/** @type {number[]} */ rgb) => {
    const [red, green, blue] = rgb
      .map((value) => value / 255)
      .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const ink = pixel(getComputedStyle(element, part).color);
  /** @type {Element | null} */
  let ground = element;
  while (ground && pixel(getComputedStyle(ground).backgroundColor)[3] !== 255) {
    ground = ground.parentElement;
  }
  const paper = pixel(ground ? getComputedStyle(ground).backgroundColor : 'white');
  const [darker, lighter] = [luminance(ink), luminance(paper)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
  test(`on a ${colorScheme} page any accent can be read, and be read on`, async (t) => {
    const page = colorScheme === 'light' ? lightPage : await pageWith({ colorScheme });
    const endpoint = await startEndpoint(t);
    await visit(page, endpoint.url);
    for (const accent of accents) {
      await page.on('petition-box', (box, colour) => box.setAttribute('accent', colour), accent);
      for (const selector of written) {
        const part = selector === '.demands li' ? '::before' : '';
        const contrast = await page.on(inBox(selector), contrastOf, part);
        assert.ok(contrast >= 4.5, `${accent} at ${selector}: ${contrast.toFixed(2)}`);
      }
    }
  });
}
