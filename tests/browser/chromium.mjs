import puppeteer from 'puppeteer-core';
import { installed, tab } from './puppeteer.mjs';

export const name = 'Chromium';

export const cannot = {};

/**
 * The browser with the page that it begins with, and the protocol for what no other engine can be asked.
 * @param {import('./engines.mjs').Settings} [settings]
 */
export async function launch(settings = {}) {
  const browser = await puppeteer.launch({
    browser: 'chrome',
    // The same engine without windows is quicker to start and to draw.
    executablePath: installed('chromium-headless-shell', 'chromium'),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--no-first-run',
      '--disable-component-update',
      '--disable-sync',
      // Pages of the browser's own, which nobody opens here.
      '--disable-features=PreloadTopChromeWebUI',
      ...(settings.language ? [`--accept-lang=${settings.language}`] : []),
    ],
    timeout: 60_000,
    protocolTimeout: 60_000,
  });
  const [page] = await browser.pages();
  if (settings.javascript === false) await page.setJavaScriptEnabled(false);
  const devtools = await page.createCDPSession();
  await devtools.send('Emulation.setEmulatedMedia', {
    media: settings.print ? 'print' : '',
    features: [
      { name: 'prefers-color-scheme', value: settings.colorScheme ?? 'light' },
      {
        name: 'prefers-reduced-motion',
        value: settings.reducedMotion ? 'reduce' : 'no-preference',
      },
      { name: 'forced-colors', value: settings.forcedColors ? 'active' : 'none' },
    ],
  });
  return { browser, page, devtools };
}

/**
 * @param {import('./engines.mjs').Settings} settings
 * @returns {Promise<import('./engines.mjs').Tab>}
 */
export async function open(settings) {
  const { browser, page } = await launch(settings);
  return {
    ...(await tab(browser, page)),
    type: (text) => type(page.keyboard, text),
    accessible: () => page.accessibility.snapshot({ interestingOnly: false }),
  };
}

/**
 * Key by key, without waiting for an answer to each, which would be most of the time of a test.
 * @param {import('puppeteer-core').Keyboard} keyboard
 * @param {string} text
 */
const type = (keyboard, text) =>
  Promise.all(
    [...text].flatMap((character) => {
      if (!/[ -~\n]/.test(character)) return [keyboard.sendCharacter(character)];
      const key = /** @type {import('puppeteer-core').KeyInput} */ (character);
      return [keyboard.down(key), keyboard.up(key)];
    }),
  );
