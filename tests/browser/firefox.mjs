import puppeteer from 'puppeteer-core';
import { installed, tab } from './puppeteer.mjs';

export const name = 'Firefox';

export const cannot = {};

/**
 * @param {import('./engines.mjs').Settings} settings
 * @returns {Promise<import('./engines.mjs').Tab>}
 */
export async function open(settings) {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: installed('firefox-esr', 'firefox'),
    extraPrefsFirefox: {
      'javascript.enabled': settings.javascript ?? true,
      'layout.css.prefers-color-scheme.content-override': settings.colorScheme === 'dark' ? 0 : 1,
      'ui.prefersReducedMotion': settings.reducedMotion ? 1 : 0,
      // 2: the page's colours are always replaced by the system's, which is what forced-colors
      // reports.
      'browser.display.document_color_use': settings.forcedColors ? 2 : 1,
    },
    timeout: 30_000,
    protocolTimeout: 15_000,
  });
  // A page that is opened has the keyboard; in the first one the address bar has it, and nothing
  // matches :focus.
  return tab(browser, await browser.newPage());
}
