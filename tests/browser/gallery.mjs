// The pages of the gallery (examples/partners/states.js).

import { readdirSync } from 'node:fs';
import { parse } from 'node:path';
import { states } from '../../examples/partners/states.js';
import { until } from './deadline.mjs';
import { fromTop } from './folders.mjs';

/** @typedef {import('./page.mjs').Page} Page */

export const names = Object.keys(states);

export const themes = readdirSync(fromTop('embed/themes')).map((file) => parse(file).name);

/**
 * Opens one state, and waits until the box is in it, and dressed.
 * @param {Page} page
 * @param {string} url of the endpoint that serves the partners' pages
 * @param {string} name of the state
 * @param {Record<string, string>} [how] theme, scheme, lang
 */
export async function openState(page, url, name, how = {}) {
  const query = new URLSearchParams({ state: name, ...how });
  await page.goto(`${url}/partners/state.html?${query}`);
  await page.waitForElement(`[data-reached="${name}"]`);
  const dressed = () =>
    page.on('petition-box', (host) => getComputedStyle(host).getPropertyValue('--dressed'));
  await until(dressed, 'the style of the box');
}
