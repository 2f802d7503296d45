// The builder as a campaigner uses it, for the tests of its parts.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unsignedEndpoint } from '../endpoint/shared.mjs';
import { page } from './browser.mjs';
import { until } from './deadline.mjs';
import { embed } from './folders.mjs';

/** @typedef {import('./page.mjs').Page} Page */

/** What every petition has to say, by the controls. */
export const texts = {
  '#at-title': 'Keep the night train',
  '#at-demands-0': 'Run the night train every day.',
  '#at-petition': 'night-train',
  '#at-controller-name': 'the Example Association',
  '#at-controller-contact': 'mailto:contact@example.org',
  '#at-controller-purpose': 'to count the signatures.',
  '#at-controller-retention': 'until they are handed over.',
};

/**
 * Opens the builder where nobody has drafted anything.
 * @param {Page} tab
 * @returns the endpoint that it is of
 */
export async function openNewBuilder(tab) {
  const endpoint = await unsignedEndpoint();
  // From another page of the site: the builder keeps its draft when it is left.
  await tab.goto(`${endpoint.url}/embed/petition-box.css`);
  await tab.run('localStorage.clear(), sessionStorage.clear()');
  await openBuilder(tab, endpoint.url);
  return endpoint;
}

/** Opens the builder with the draft that is there, and its preview. @param {Page} tab @param {string} url of the endpoint */
export async function openBuilder(tab, url) {
  await tab.goto(`${url}/build`);
  await tab.waitForElement('#languages [aria-selected=true]');
  await tab.waitFor('the count of mistakes', () =>
    Boolean(document.querySelector('#count')?.textContent),
  );
  await tab.waitForElement('iframe#screen >>> petition-box');
}

/** @param {string} selector @returns {string} its path, in the box of the preview */
export const inPreview = (selector) => `iframe#screen >>> petition-box >>> ${selector}`;

/** Until the box of the preview has the title. @param {Page} tab @param {string} title */
export const waitForTitle = (tab, title) =>
  until(
    async () => (await tab.text(inPreview('h2')).catch(() => '')).includes(title),
    `${title} in the preview`,
  );

/** @returns {string[]} tags of the languages that the page has words in */
export const languages = () =>
  JSON.parse(readFileSync(join(embed, 'builder/languages.json'), 'utf8')).map(
    (/** @type {{ tag: string }} */ { tag }) => tag,
  );

/**
 * Opens the builder in a language, which this browser then keeps to.
 * @param {Page} tab @param {string} url of the endpoint @param {string} tag
 */
export async function readBuilderIn(tab, url, tag) {
  await tab.goto(`${url}/embed/petition-box.css`);
  await tab.run(`localStorage.setItem('petition-box-builder-language', ${JSON.stringify(tag)})`);
  await openBuilder(tab, url);
  await tab.waitForElement(`html[lang="${tag}"]`);
}

/** Runs in the page. @returns {string[]} what is wider than its place, outside of the preview */
export const tooWide = () =>
  [document.documentElement, ...document.querySelectorAll('body *')]
    .filter((one) => one.clientWidth > 1 && one.scrollWidth > one.clientWidth)
    .filter((one) => !one.matches('input, select, textarea, .unseen, .stage, .stage *'))
    .map(({ localName, id, className, scrollWidth, clientWidth, textContent }) => {
      const name = `${localName}${id && `#${id}`}${className && `.${className}`}`;
      return `${name}: ${scrollWidth} in ${clientWidth} px: ${textContent?.trim().slice(0, 60)}`;
    });

/** @param {Page} tab */
export async function writePetition(tab) {
  await tab.on('.more', (/** @type {HTMLDetailsElement} */ details) => {
    details.open = true;
  });
  for (const [control, text] of Object.entries(texts)) await tab.fill(control, text);
  // The mistakes that stand above the other controls are gone.
  await tab.waitForElement('#copy:enabled');
  await tab.click('[data-at="/=postal_code"] [data-part]');
}

/** @param {Page} tab @returns {Promise<string>} the document that a press on its link saves */
export const downloaded = (tab) =>
  tab.on('#download', async (/** @type {HTMLAnchorElement} */ link) => {
    const stay = (/** @type {Event} */ event) => event.preventDefault();
    addEventListener('click', stay);
    link.click();
    removeEventListener('click', stay);
    return (await fetch(link.href)).text();
  });

/** Asks for the snippet, which tells all that is missing. @param {Page} tab */
export async function askForSnippet(tab) {
  await tab.waitForElement('#ask');
  await tab.on('#ask', (button) => button.click());
  await tab.waitForElement('#summary[open]');
}

/** What is said beside a control, as its description says it. @param {string} control */
export const saidAt = (control) =>
  page.on(control, (element) =>
    (element.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent ?? '')
      .join(' '),
  );

/** Gives the page a file, as its visitor would. @param {string} text */
export async function openFile(text) {
  await page.click('#open');
  await page.on(
    '#open-file',
    (/** @type {HTMLInputElement} */ input, content) => {
      const files = new DataTransfer();
      files.items.add(new File([content], 'petition.json', { type: 'application/json' }));
      input.files = files.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    },
    text,
  );
}
