import puppeteer from 'puppeteer-core';
import { installed, tab } from './puppeteer.mjs';

export const name = 'Firefox';

export const cannot = {
  language: 'what a reader is told is alike in all engines',
  print: 'the remote protocol has no way to ask for it',
};

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
    timeout: 60_000,
    protocolTimeout: 60_000,
  });
  // A page that is opened has the keyboard; in the first one the address bar has it, and nothing
  // matches :focus.
  const page = await browser.newPage();
  const opened = await tab(browser, page);
  const shown = () => caretShown(page, settings.javascript ?? true);
  return {
    ...opened,
    async moveMouse(x, y) {
      // A page that comes under a still mouse does not know of it.
      await opened.moveMouse(x + 1, y);
      await opened.moveMouse(x, y);
      await shown();
    },
    resize: (width, height) => opened.resize(width, height).catch(exceptOrientation),
  };
}

/**
 * Puppeteer turns the screen along with the viewport, which Firefox 140 does not know.
 * @param {Error} error
 */
function exceptOrientation(error) {
  if (!error.message.includes('setScreenOrientationOverride')) throw error;
}

/**
 * Firefox scrolls to the caret with a frame that it draws after a key, which may take away what the
 * mouse is over, and is about to click.
 * @param {import('puppeteer-core').Page} page
 * @param {boolean} javascript whether the page can tell when a frame is drawn
 */
async function caretShown(page, javascript) {
  if (!javascript) return new Promise((resolve) => setTimeout(resolve, 100));
  const drawn = page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
  // The page may be on its way to another one.
  return drawn.catch(() => undefined);
}
