// A page as a visitor uses it: real key presses and mouse clicks, and questions about what is
// shown.
//
// An element is named by a path: CSS selectors joined by `>>>`, where each `>>>` enters a shadow
// root: `petition-box >>> #pb-given_name`. The frames that it leads through come first, as selectors
// that begin with `iframe`: `iframe >>> petition-box >>> #pb-given_name`.

import { patience, until, within } from './deadline.mjs';

/** Runs in the page. @param {string} path @returns {Element | null} */
function find(path) {
  /** @type {Document | ShadowRoot | null | undefined} */
  let root = document;
  /** @type {Element | null | undefined} */
  let element;
  for (const selector of path.split('>>>')) {
    element = root?.querySelector(selector.trim());
    root = element?.shadowRoot;
  }
  return element ?? null;
}

/**
 * Runs in the page: brings an element into view. In a frame, by the page of the frame alone: Firefox
 * lets the page around it follow, some time later, when it has been scrolled elsewhere already.
 * @param {Element} element
 * @param {'start' | 'center'} block
 * @returns whether the page has loaded, and things stay where they are
 */
function bringIntoView(element, block) {
  if (parent === self) {
    element.scrollIntoView({ block, inline: 'nearest', behavior: 'instant' });
  } else {
    const { y, height } = element.getBoundingClientRect();
    scrollBy({ top: block === 'start' ? y : y + (height - innerHeight) / 2, behavior: 'instant' });
  }
  return document.readyState === 'complete';
}

/**
 * Runs in the page: where to click an element, as long as nothing covers it.
 * @param {Element} element
 */
function target(element) {
  // Of a link that goes over two lines, the middle may be nowhere in it.
  const [box] = element.getClientRects();
  if (box === undefined) return { covered: 'nothing: it is not drawn' };
  const x = Math.round(box.x + box.width / 2);
  const y = Math.round(box.y + box.height / 2);
  let hit = document.elementFromPoint(x, y);
  while (hit?.shadowRoot) {
    const inner = hit.shadowRoot.elementFromPoint(x, y);
    if (inner === null || inner === hit) break;
    hit = inner;
  }
  const label = hit?.closest('label');
  const reached = hit !== null && (element.contains(hit) || label?.control === element);
  return reached ? { x, y } : { covered: hit?.outerHTML.slice(0, 200) ?? 'nothing' };
}

/**
 * @param {string} path
 * @returns {{ frames: string[], place: string }} the selectors of the frames, and the path inside
 *   the innermost
 */
function parts(path) {
  const selectors = path.split('>>>').map((selector) => selector.trim());
  const inside = selectors.findIndex((selector) => !selector.startsWith('iframe'));
  const count = inside === -1 ? selectors.length - 1 : inside;
  return { frames: selectors.slice(0, count), place: selectors.slice(count).join(' >>> ') };
}

/**
 * Runs in the page around a frame: brings a point of the frame into view.
 * @param {string} selector of the frame
 * @param {{ x: number, y: number }} point CSS pixels from the corner of the frame's page
 * @returns the same point, from the corner of this page
 */
function pointAround(selector, point) {
  const frame = document.querySelector(selector);
  if (frame === null) throw new Error(`no frame ${selector} in ${location.href}`);
  const edge = () => frame.getBoundingClientRect().y + frame.clientTop;
  scrollBy({ top: edge() + point.y - innerHeight / 2, behavior: 'instant' });
  const x = frame.getBoundingClientRect().x + frame.clientLeft + point.x;
  return { x: Math.round(x), y: Math.round(edge() + point.y) };
}

export class Page {
  #tab;
  #size = { width: 0, height: 0 };

  /** @param {import('./engines.mjs').Tab} tab */
  constructor(tab) {
    this.#tab = tab;
  }

  /** @param {string} url */
  async goto(url) {
    await within(this.#tab.goto(url), patience, `opening ${url}`);
  }

  /**
   * @param {string} source a JavaScript expression
   * @param {string[]} [frames] the selectors that lead to the frame, from the outermost
   * @returns {Promise<any>} its value in the page, or in the frame's
   */
  run(source, frames = []) {
    return within(this.#tab.run(source, frames), patience, `evaluating ${source.slice(0, 200)}`);
  }

  /**
   * @template {unknown[]} A
   * @template T
   * @param {(...args: A) => T | Promise<T>} ask runs in the page, on its own: it cannot see the
   *   test's variables
   * @param {A} args as JSON
   * @returns {Promise<T>}
   */
  evaluate(ask, ...args) {
    return this.run(`(${ask})(...${JSON.stringify(args)})`);
  }

  /**
   * @template {Element} [E=HTMLElement]
   * @template {unknown[]} [A=[]]
   * @template [T=unknown]
   * @param {string} path
   * @param {(element: E, ...args: A) => T | Promise<T>} ask runs in the page, with the element
   * @param {A} args as JSON
   * @returns {Promise<T>} an error when there is no such element
   */
  on(path, ask, ...args) {
    const { frames, place } = parts(path);
    const named = JSON.stringify(place);
    return this.run(
      `(() => {
      const element = (${find})(${named});
      if (element === null) throw new Error('no element ' + ${named} + ' in ' + location.href);
      return (${ask})(element, ...${JSON.stringify(args)});
    })()`,
      frames,
    );
  }

  /** @param {string} path @returns {Promise<boolean>} */
  has(path) {
    const { frames, place } = parts(path);
    return this.run(`(${find})(${JSON.stringify(place)}) !== null`, frames);
  }

  /**
   * @param {string} path
   * @returns {Promise<string>} the text as shown, each run of white space as one space
   */
  text(path) {
    return this.on(path, (element) =>
      (element.innerText ?? element.textContent).replace(/[ \t\r\n]+/g, ' ').trim(),
    );
  }

  /** @param {string} path of a field @returns {Promise<string>} */
  value(path) {
    return this.on(path, (/** @type {HTMLInputElement} */ field) => field.value);
  }

  /**
   * Clicks in the middle of an element, once it is still and the browser knows that the mouse is
   * over it: after scrolling it may look where the element was.
   * @param {string} path
   */
  async click(path) {
    await until(() => this.#pointAt(path), `pointing at ${path}`).catch(async (error) => {
      const { covered = 'nothing else' } = await this.on(path, target);
      throw new Error(`${error.message}; at its middle there is ${covered}`);
    });
    await within(this.#tab.clickMouse(), patience, `clicking ${path}`);
  }

  /** @param {string} path @returns {Promise<boolean>} whether the mouse is over the element now */
  async #pointAt(path) {
    if (!(await this.on(path, bringIntoView, 'center').catch(leaving))) return false;
    const place = await this.#placeOf(path);
    if (place === null) return false;
    await within(this.#tab.moveMouse(place.x, place.y), patience, `pointing at ${path}`);
    const known = await this.on(path, (element) => element.matches(`${element.localName}:hover`));
    const now = await this.#placeOf(path);
    return known && now?.x === place.x && now.y === place.y;
  }

  /**
   * @param {string} path
   * @returns {Promise<{ x: number, y: number } | null>} where to click, in the page; null while
   *   something covers it
   */
  async #placeOf(path) {
    const place = await this.on(path, target);
    return 'covered' in place ? null : this.#outermost(place, parts(path).frames);
  }

  /**
   * @param {{ x: number, y: number }} point in the innermost frame
   * @param {string[]} frames from the outermost
   * @returns {Promise<{ x: number, y: number }>} the same point, in the page
   */
  async #outermost(point, frames) {
    if (frames.length === 0) return point;
    const around = frames.slice(0, -1);
    const args = JSON.stringify([frames[frames.length - 1], point]);
    return this.#outermost(await this.run(`(${pointAround})(...${args})`, around), around);
  }

  /**
   * Scrolls until the beginning of an element is in view, with the frames that it is in.
   * @param {string} path
   */
  async scrollTo(path) {
    await this.on(path, bringIntoView, 'start');
    const corner = await this.on(path, (element) => {
      const { x, y } = element.getBoundingClientRect();
      return { x, y };
    });
    await this.#outermost(corner, parts(path).frames);
  }

  /**
   * Replaces what is in a text field by typing, as somebody does who came to it with the Tab key;
   * into a frame with a click, for a page has the keyboard before the frames in it.
   * @param {string} path
   * @param {string} text
   */
  async fill(path, text) {
    if (parts(path).frames.length > 0) await this.click(path);
    const filled = await this.on(path, (/** @type {HTMLInputElement} */ field) => {
      field.focus();
      field.select();
      return field.value !== '';
    });
    if (text !== '') await this.type(text);
    else if (filled) await this.press('Backspace');
    // A key may arrive some time after it was pressed, and the browser scrolls to it with the next frame.
    await until(async () => (await this.value(path)) === text, `${path} having ${text}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }

  /**
   * Chooses an option of a select as people do, by the beginning of its label and the arrow keys.
   * @param {string} path
   * @param {string} value
   */
  async select(path, value) {
    // All countries are named a moment after the form is shown.
    await this.waitForElement(`${path} option[value="${value}"]`);
    const label = await this.on(
      path,
      (/** @type {HTMLSelectElement} */ select, wanted) => {
        select.focus();
        return [...select.options].find((option) => option.value === wanted)?.label;
      },
      value,
    );
    if (label === undefined) throw new Error(`${path} has no option ${value}`);
    // Wherever that leads, the arrow keys lead on: a browser that was slow took it for two beginnings.
    await this.type(label.slice(0, 2));
    const steps = await this.on(
      path,
      (/** @type {HTMLSelectElement} */ select, wanted) =>
        [...select.options].findIndex((option) => option.value === wanted) - select.selectedIndex,
      value,
    );
    const arrows = Array(Math.abs(steps)).fill([steps < 0 ? 'ArrowUp' : 'ArrowDown']);
    await within(this.#tab.press(arrows), patience, `pressing ${arrows.length} arrow keys`);
    const chosen = await this.value(path);
    if (chosen !== value) {
      throw new Error(`the arrow keys chose ${chosen} in ${path}, not ${value}`);
    }
  }

  /** @param {string} text typed into whatever has focus */
  async type(text) {
    await within(this.#tab.type(text), patience, `typing ${text}`);
  }

  /**
   * @param {string[]} keys pressed together, by their `KeyboardEvent.key` names:
   *   `press('Shift', 'Tab')`
   */
  async press(...keys) {
    await within(this.#tab.press([keys]), patience, `pressing ${keys.join('+')}`);
  }

  /**
   * @returns {Promise<string>} the path's last part of whatever has focus, shadow roots entered:
   *   `#pb-comment` or `BUTTON`
   */
  focused() {
    return this.evaluate(() => {
      let element = document.activeElement;
      while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
      return element?.id ? `#${element.id}` : (element?.tagName ?? '');
    });
  }

  /**
   * Asks until the answer is truthy. A page that is on its way to another one gives no answer for a
   * moment.
   * @template {unknown[]} A
   * @template T
   * @param {string} what named in the error
   * @param {(...args: A) => T | Promise<T>} ask runs in the page
   * @param {A} args as JSON
   * @returns {Promise<Exclude<T, false | null | undefined>>} the first truthy answer
   */
  waitFor(what, ask, ...args) {
    /** @type {Promise<any>} */
    const answer = until(() => this.evaluate(ask, ...args).catch(leaving), what);
    return answer;
  }

  /** @param {string} path */
  async waitForElement(path) {
    await until(() => this.has(path).catch(leaving), `waiting for ${path}`);
  }

  /** Waits for all of a page that a link or a form has led to: its beginning is there before. */
  async waitForLoad() {
    await this.waitFor('the whole page', () => document.readyState === 'complete');
  }

  /** @param {number} width @param {number} height of the viewport, CSS pixels */
  async resize(width, height) {
    if (width === this.#size.width && height === this.#size.height) return;
    this.#size = { width, height };
    await within(
      this.#tab.resize(width, height),
      2 * patience,
      `resizing to ${width} by ${height}`,
    );
  }

  /** @param {string} path of the PNG file */
  async screenshot(path) {
    await within(this.#tab.screenshot(path), patience, `drawing ${path}`);
  }

  /**
   * @returns {Promise<import('./engines.mjs').Accessible[]>} what a screen reader is given, in the
   *   order in which it reads it
   */
  async accessible() {
    const root = await within(
      this.#tab.accessible?.() ?? Promise.resolve(null),
      patience,
      'asking what a screen reader is given',
    );
    return root ? withDescendants(root) : [];
  }

  /** @returns {Promise<import('./engines.mjs').Message[]>} since the last goto */
  messages() {
    return within(this.#tab.messages(), patience, 'reading the console');
  }
}

/**
 * @param {import('./engines.mjs').Accessible} node
 * @returns {import('./engines.mjs').Accessible[]} it and all below it, in document order
 */
const withDescendants = (node) => [node, ...(node.children ?? []).flatMap(withDescendants)];

/** @param {Error} error @returns {null} */
function leaving(error) {
  if (/context|navigat|destroyed|frame|discarded|unload/i.test(error.message)) return null;
  throw error;
}
