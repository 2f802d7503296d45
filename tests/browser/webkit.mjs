// WebKitGTK, the engine that Safari shares: MiniBrowser in a window of a private display, driven
// over WebDriver.

import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import webdriver from 'selenium-webdriver';
import { patience, until, within } from './deadline.mjs';
import { end, start } from './processes.mjs';
import { temporaryFolder } from './temporary-folder.mjs';
import { openDisplay, pointer } from './xvfb.mjs';

/** @typedef {import('./engines.mjs').Message} Message */

export const name = 'WebKitGTK';

export const cannot = {
  forcedColors: 'WebKitGTK has no forced colours',
  language: 'what a reader is told is alike in all engines',
  print: 'WebDriver has no way to ask for it',
};

/** MiniBrowser's own buttons would keep its window from being narrower than 447 pixels. */
const toolbar = `* { min-width: 0; min-height: 0; padding: 0; margin: 0; border-width: 0; }
* { font-size: 1px; }
image { -gtk-icon-transform: scale(0.1); }`;

/**
 * @param {import('./engines.mjs').Settings} settings
 * @returns {Promise<import('./engines.mjs').Tab>}
 */
export async function open(settings) {
  for (let attempt = 1; ; ++attempt) {
    try {
      return await openOnce(settings);
    } catch (error) {
      // WebKitWebDriver chooses a port for the browser, which may be taken before that has it.
      if (attempt === 3) throw error;
    }
  }
}

/** @param {import('./engines.mjs').Settings} settings @returns {Promise<import('./engines.mjs').Tab>} */
async function openOnce(settings) {
  const home = settingsFolder(settings);
  const screen = await openDisplay();
  const port = await freePort();
  const service = start('WebKitWebDriver', ['--host=127.0.0.1', `--port=${port}`], {
    env: environment(home, screen.display),
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const close = async () => {
    await end(service);
    await screen.close();
  };
  try {
    const address = `http://127.0.0.1:${port}`;
    await until(
      () =>
        fetch(`${address}/status`).then(
          (answer) => answer.ok,
          () => false,
        ),
      'WebKitWebDriver',
    );
    const driver = await within(
      session(address, binary(), settings),
      patience,
      'starting MiniBrowser',
    );
    return await tab(driver, close);
  } catch (error) {
    await close();
    throw error;
  }
}

/**
 * @param {import('selenium-webdriver').WebDriver} driver
 * @param {() => Promise<void>} end
 * @returns {Promise<import('./engines.mjs').Tab>}
 */
async function tab(driver, end) {
  const frame = { width: 0, height: 0 };
  await measure(driver, frame);
  const capabilities = await driver.getCapabilities();
  return {
    version: capabilities.get('browserVersion'),
    async goto(url) {
      await driver.get(url);
      await driver.executeScript(record);
    },
    run: (source, frames) => run(driver, source, frames),
    moveMouse: (x, y) => driver.actions().move({ x, y, duration: 0 }).perform(),
    clickMouse: () => driver.actions().click().perform(),
    type: (text) => driver.actions().sendKeys(text.replaceAll('\n', webdriver.Key.ENTER)).perform(),
    press: (presses) => press(driver, presses),
    resize: (width, height) => resize(driver, frame, width, height),
    screenshot: (path) => screenshot(driver, frame, path),
    messages: async () => (await driver.executeScript('return window.recordedMessages')) ?? [],
    async close() {
      await within(driver.quit(), 5_000, 'closing MiniBrowser').catch(() => undefined);
      await end();
    },
  };
}

/**
 * @param {import('selenium-webdriver').WebDriver} driver
 * @param {string} source
 * @param {string[]} frames selectors, from the outermost
 */
async function run(driver, source, frames) {
  try {
    for (const selector of frames) {
      await driver.switchTo().frame(await driver.findElement({ css: selector }));
    }
    return await driver.executeScript(`return (${source})`);
  } finally {
    if (frames.length > 0) await driver.switchTo().defaultContent();
  }
}

/**
 * Runs in the page. WebDriver gives no console, so it is listened to there: from the page's load
 * event on, not earlier.
 */
function record() {
  /** @type {Message[]} */
  const messages = [];
  Object.assign(window, { recordedMessages: messages });
  for (const [method, kind] of /** @type {const} */ ([
    ['error', 'error'],
    ['warn', 'warning'],
    ['log', 'other'],
  ])) {
    const original = console[method];
    console[method] = (...args) => {
      messages.push({ kind, text: args.map(String).join(' ') });
      original.apply(console, args);
    };
  }
  addEventListener('error', (event) => messages.push({ kind: 'uncaught', text: event.message }));
  addEventListener('unhandledrejection', (event) =>
    messages.push({ kind: 'uncaught', text: String(event.reason) }),
  );
}

/** @param {import('selenium-webdriver').WebDriver} driver @param {string[][]} presses */
async function press(driver, presses) {
  let actions = driver.actions();
  for (const keys of presses) {
    const codes = keys.map(code);
    for (const code of codes) actions = actions.keyDown(code);
    for (const code of codes.reverse()) actions = actions.keyUp(code);
  }
  await actions.perform();
}

/**
 * @param {string} key a `KeyboardEvent.key` name
 * @returns {string} the character that stands for it in WebDriver
 */
function code(key) {
  const { BACK_SPACE, ARROW_DOWN, ARROW_LEFT, ARROW_UP, ENTER, ESCAPE, SHIFT, TAB } = webdriver.Key;
  const codes = new Map(
    Object.entries({
      Backspace: BACK_SPACE,
      ArrowDown: ARROW_DOWN,
      ArrowLeft: ARROW_LEFT,
      ArrowUp: ARROW_UP,
      Enter: ENTER,
      Escape: ESCAPE,
      Shift: SHIFT,
      Tab: TAB,
    }),
  );
  return codes.get(key) ?? key;
}

/** @typedef {{ width: number, height: number }} Size in CSS pixels */

/**
 * WebDriver sizes the window, toolbar included, and answers before the page has followed; the
 * viewport is what counts. Without a window manager the window under the pointer has the keyboard:
 * so the toolbar is put there.
 * @param {import('selenium-webdriver').WebDriver} driver
 * @param {Size} frame by how much the window is larger than its viewport: corrected here
 * @param {number} width @param {number} height
 */
async function resize(driver, frame, width, height) {
  const window = driver.manage().window();
  const place = { x: Math.round(pointer.x - width / 2), y: pointer.y - 8 };
  const fits = async () => {
    const inner = await viewport(driver);
    return inner.width === width && inner.height === height;
  };
  await until(
    async () => {
      await window.setRect({ ...place, width: width + frame.width, height: height + frame.height });
      // On a busy machine the page follows late: what is measured before is wrong.
      if (await until(fits, 'the page', 3_000).catch(() => false)) return true;
      await measure(driver, frame);
      return false;
    },
    `a viewport of ${width} by ${height}`,
  );
}

/** @param {import('selenium-webdriver').WebDriver} driver @param {Size} frame corrected here */
async function measure(driver, frame) {
  const [outer, inner] = [await driver.manage().window().getRect(), await viewport(driver)];
  frame.width = Math.max(0, outer.width - inner.width);
  frame.height = Math.max(0, outer.height - inner.height);
}

/** @param {import('selenium-webdriver').WebDriver} driver @returns {Promise<Size>} */
const viewport = (driver) =>
  driver.executeScript('return { width: innerWidth, height: innerHeight }');

/**
 * WebDriver draws the viewport only, so the window is made as high as the page.
 * @param {import('selenium-webdriver').WebDriver} driver @param {Size} frame @param {string} path
 */
async function screenshot(driver, frame, path) {
  const { width, height } = await viewport(driver);
  /** @type {number} */
  const whole = await driver.executeScript('return document.documentElement.scrollHeight');
  await resize(driver, frame, width, Math.max(height, whole));
  writeFileSync(path, await driver.takeScreenshot(), 'base64');
  await resize(driver, frame, width, height);
}

/**
 * @param {string} address
 * @param {string} program
 * @param {import('./engines.mjs').Settings} settings
 */
async function session(address, program, settings) {
  const args = ['--automation', `--enable-javascript=${settings.javascript ?? true}`];
  if (settings.colorScheme === 'dark') args.push('--dark-mode');
  const capabilities = new webdriver.Capabilities({
    browserName: 'MiniBrowser',
    // A test leaves its page without being asked whether it may.
    unhandledPromptBehavior: 'accept',
    'webkitgtk:browserOptions': { binary: program, args },
  });
  const driver = await new webdriver.Builder()
    .usingServer(address)
    .withCapabilities(capabilities)
    .build();
  await driver.manage().setTimeouts({ script: patience, pageLoad: patience });
  return driver;
}

/** @param {string} home @param {string} display */
function environment(home, display) {
  const root = process.getuid?.() === 0;
  return {
    ...process.env,
    DISPLAY: display,
    GDK_BACKEND: 'x11',
    XDG_CONFIG_HOME: home,
    XDG_DATA_HOME: home,
    XDG_CACHE_HOME: home,
    // There is no graphics card: painting by the processor is faster than by one that it imitates, and
    // layers would be put together by that one.
    WEBKIT_SKIA_ENABLE_CPU_RENDERING: '1',
    WEBKIT_DISABLE_COMPOSITING_MODE: '1',
    LP_NUM_THREADS: '1',
    ...(root ? { WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' } : {}),
  };
}

/**
 * GTK's own settings are the only way to reduced motion.
 * @param {import('./engines.mjs').Settings} settings
 */
function settingsFolder(settings) {
  const home = temporaryFolder('webkit');
  for (const version of ['gtk-3.0', 'gtk-4.0']) {
    mkdirSync(join(home, version));
    writeFileSync(join(home, version, 'gtk.css'), toolbar);
    writeFileSync(
      join(home, version, 'settings.ini'),
      `[Settings]\ngtk-enable-animations=${settings.reducedMotion ? 0 : 1}\n`,
    );
  }
  return home;
}

/**
 * @returns {string} MiniBrowser lies in the library's own folder, named by the machine's
 *   architecture
 */
function binary() {
  const folders = readdirSync('/usr/lib');
  for (const library of ['webkit2gtk-4.1', 'webkitgtk-6.0', 'webkit2gtk-4.0']) {
    for (const folder of folders) {
      const program = join('/usr/lib', folder, library, 'MiniBrowser');
      if (existsSync(program)) return program;
    }
  }
  throw new Error('MiniBrowser is not under /usr/lib: install the webkit2gtk-driver package');
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (probe.address());
      probe.close(() => resolve(port));
    });
  });
}
