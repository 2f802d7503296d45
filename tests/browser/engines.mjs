// The three engines behind one interface. Each opens a real browser with one page in it.

import { Page } from './page.mjs';
import * as chromium from './chromium.mjs';
import * as firefox from './firefox.mjs';
import * as webkit from './webkit.mjs';

/** The viewport of a browser unless a test asks for another, in CSS pixels: small, for it is drawn often. */
export const viewport = { width: 960, height: 600 };

/**
 * What a test may ask of a browser before it starts.
 * @typedef {object} Settings
 * @property {number} [width] of the viewport, in CSS pixels
 * @property {number} [height] of the viewport, in CSS pixels
 * @property {boolean} [javascript] true unless told
 * @property {'light' | 'dark'} [colorScheme] light unless told
 * @property {boolean} [reducedMotion] false unless told
 * @property {boolean} [forcedColors] false unless told
 * @property {string} [language] tag of the reader's; that of the machine unless told
 * @property {boolean} [print] as on paper; false unless told
 */

/**
 * A console message or an uncaught error of the page.
 * @typedef {{ kind: 'error' | 'warning' | 'other' | 'uncaught', text: string }} Message
 */

/** @typedef {import('puppeteer-core').SerializedAXNode} Accessible */

/**
 * What an engine's module must give: the few things that differ between engines. Page builds the
 * rest on them.
 * @typedef {object} Tab
 * @property {string} version
 * @property {(url: string) => Promise<unknown>} goto resolves after the page's load event
 * @property {(source: string, frames: string[]) => Promise<any>} run the value of a JavaScript
 *   expression in the page, awaited, as JSON; or in the frame that these selectors lead to, from the
 *   outermost
 * @property {(x: number, y: number) => Promise<unknown>} moveMouse to CSS pixels from the
 *   viewport's corner
 * @property {() => Promise<unknown>} clickMouse where it is
 * @property {(text: string) => Promise<unknown>} type with the keyboard, into whatever has focus
 * @property {(presses: string[][]) => Promise<unknown>} press one after the other; each is of one
 *   key or of several together, by their `KeyboardEvent.key` names
 * @property {(width: number, height: number) => Promise<unknown>} resize the viewport, CSS pixels
 * @property {(path: string) => Promise<unknown>} screenshot the whole page as PNG
 * @property {() => Promise<Message[]>} messages since the last goto
 * @property {() => Promise<Accessible | null>} [accessible] the page as a screen reader is given it;
 *   Chromium alone tells it
 * @property {() => Promise<unknown>} close ends the browser
 */

/**
 * @typedef {object} Engine
 * @property {string} name
 * @property {Partial<Record<keyof Settings, string>>} cannot the settings that the engine has not,
 *   and why
 * @property {(settings: Settings) => Promise<Tab>} open
 */

/** @type {Record<string, Engine>} */
export const engines = { chromium, firefox, webkit };

/**
 * @param {string} engineName chromium, firefox or webkit
 * @param {Settings} [settings]
 * @returns {Promise<{ name: string, version: string, page: Page, close: () => Promise<unknown> }>}
 */
export async function open(engineName, settings = {}) {
  const engine = engines[engineName];
  if (!engine) {
    throw new Error(`no engine named ${engineName}: expected ${Object.keys(engines).join(', ')}`);
  }
  for (const [setting, reason] of Object.entries(engine.cannot)) {
    if (setting in settings) throw new Error(`${engine.name} cannot set ${setting}: ${reason}`);
  }
  const tab = await engine.open(settings);
  const page = new Page(tab);
  try {
    await page.resize(settings.width ?? viewport.width, settings.height ?? viewport.height);
  } catch (error) {
    await tab.close();
    throw error;
  }
  return { name: engine.name, version: tab.version, page, close: () => tab.close() };
}
