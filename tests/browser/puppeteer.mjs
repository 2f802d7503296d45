// A tab of a browser that puppeteer drives: Chromium over its DevTools protocol, Firefox over
// WebDriver BiDi.

import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { patience } from './deadline.mjs';

/** @typedef {import('./engines.mjs').Message} Message */

/** @type {Record<string, Message['kind']>} */
const kinds = { error: 'error', assert: 'error', warn: 'warning', warning: 'warning' };

/**
 * @param {import('puppeteer-core').Browser} browser
 * @param {import('puppeteer-core').Page} page
 * @returns {Promise<import('./engines.mjs').Tab>}
 */
export async function tab(browser, page) {
  /** @type {Message[]} */
  let messages = [];
  page.on('console', (message) =>
    messages.push({ kind: kinds[message.type()] ?? 'other', text: message.text() }),
  );
  const version = await browser.version();
  // What the page before could not load any more is told while it is left. Firefox may tell of the next page first.
  let leaving = false;
  if (version.includes('Chrome')) {
    page.on('framenavigated', (frame) => {
      if (!leaving || frame !== page.mainFrame()) return;
      leaving = false;
      messages = [];
    });
  }
  // A test leaves its page without being asked whether it may.
  page.on('dialog', (dialog) => dialog.accept());
  page.on('pageerror', (error) => messages.push({ kind: 'uncaught', text: String(error) }));
  return {
    version: version.split('/')[1],
    goto(url) {
      messages = [];
      leaving = true;
      return page.goto(url, { waitUntil: 'load', timeout: patience });
    },
    run: async (source, frames) => (await frameAt(page, frames)).evaluate(source),
    moveMouse: (x, y) => page.mouse.move(x, y),
    async clickMouse() {
      await page.mouse.down();
      await page.mouse.up();
    },
    type: (text) => page.keyboard.type(text),
    press: (presses) =>
      press(page.keyboard, /** @type {import('puppeteer-core').KeyInput[][]} */ (presses)),
    resize: (width, height) => page.setViewport({ width, height }),
    screenshot: (path) =>
      page.screenshot({ path: /** @type {`${string}.png`} */ (path), fullPage: true }),
    messages: async () => messages,
    close: () => browser.close(),
  };
}

/**
 * @param {import('puppeteer-core').Page} page
 * @param {string[]} selectors from the outermost frame
 */
async function frameAt(page, selectors) {
  let frame = page.mainFrame();
  for (const selector of selectors) {
    const element = await frame.$(selector);
    const inner = await element?.contentFrame();
    if (!inner) throw new Error(`no frame ${selector} in ${frame.url()}`);
    frame = inner;
  }
  return frame;
}

/**
 * @param {string[]} names of a program
 * @returns {string} where the first of them that is installed lies
 */
export function installed(...names) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const program = names
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .find(existsSync);
  if (program === undefined) throw new Error(`no ${names.join(' or ')} in PATH`);
  return program;
}

/**
 * @param {import('puppeteer-core').Keyboard} keyboard
 * @param {import('puppeteer-core').KeyInput[][]} presses
 */
async function press(keyboard, presses) {
  for (const keys of presses) {
    for (const key of keys) await keyboard.down(key);
    for (const key of [...keys].reverse()) await keyboard.up(key);
  }
}
