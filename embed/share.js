// What comes after a signature: the ways to tell others, and the next step. The box imports this once
// it has a place for it. What is shown, and what a press does, is decided in the core (widget/share).

import { sharing } from '#build';
import { ShareEffect, ShareMessage } from '#opcodes';
import { coreOf } from './core.js';
import { download } from './module.js';
import { Patcher } from './patcher.js';
import { raise } from './raise.js';
import { ask, most } from './request.js';
import { give } from './style.js';
import { patience } from './waiting.js';

/**
 * @import { Reader } from './bytes.js'
 * @import { Core } from './core.js'
 */

const base = import.meta.url.replace(/[^/]*$/, '');

/** Of each element that was signed. @type {WeakMap<Element, HTMLElement>} */
const sharings = new WeakMap();

/** @param {string} url @returns {Promise<string | Uint8Array>} */
async function get(url) {
  const { status, body } = await ask(
    { method: 'GET', url, accept: 'application/json' },
    patience,
    most,
  );
  if (status !== 200) throw new Error(`${url}: expected the status 200, found ${status}`);
  return body;
}

/**
 * The page around that of the endpoint for frames is asked for its address (frame.js); many do not
 * answer.
 * @returns {Promise<string>}
 */
const around = () =>
  new Promise((resolve) => {
    if (parent === self) return resolve('');
    const { referrer } = document;
    const done = setTimeout(() => resolve(referrer), 300);
    addEventListener('message', ({ source, data }) => {
      if (source !== parent || typeof data?.petitionBoxPage !== 'string') return;
      clearTimeout(done);
      resolve(data.petitionBoxPage);
    });
    parent.postMessage({ petitionBox: 'page' }, '*');
  });

class Sharing {
  #element;
  #root;
  #home;
  #patcher;
  #core;

  /**
   * @param {Element} element
   * @param {ShadowRoot} root
   * @param {HTMLElement} home
   * @param {Core} core
   */
  constructor(element, root, home, core) {
    this.#element = element;
    this.#root = root;
    this.#home = home;
    this.#core = core;
    this.#patcher = new Patcher(/** @type {any} */ (home));
    for (const type of ['click', 'submit', 'input', 'change'])
      home.addEventListener(type, this.#hear);
  }

  /** @param {Event} event */
  #hear = (event) => {
    // The box hears of what is in its form.
    event.stopPropagation();
    const target = /** @type {Element} */ (event.target);
    const { localName = '', dataset } =
      /** @type {HTMLElement | null} */ (target.closest('[data-share]')) ?? {};
    if (!dataset || /input|change/.test(event.type)) return;
    if ((event.type === 'submit') !== (localName === 'form')) return;
    // A link leads where it leads.
    if (localName !== 'a') event.preventDefault();
    this.send(ShareMessage.press, (writer) =>
      writer
        .text(dataset.share ?? '')
        .text(/** @type {any} */ (this.#home.querySelector('form input'))?.value ?? ''),
    );
  };

  /**
   * @param {number} code of ShareMessage
   * @param {(writer: import('./bytes.js').Writer) => void} write
   */
  send(code, write) {
    const reader = this.#core.send(code, write);
    this.#patcher.apply(reader);
    this.#carryOut(reader);
  }

  /** @param {Reader} reader */
  #carryOut(reader) {
    for (;;) {
      switch (reader.byte()) {
        case ShareEffect.end:
          return;
        case ShareEffect.share: {
          const [title, text, url] = [reader.text(), reader.text(), reader.text()];
          this.#tell('device', () => navigator.share({ title, text, url }));
          break;
        }
        case ShareEffect.copy: {
          const text = reader.text();
          this.#tell('copy', () => navigator.clipboard.writeText(text));
          break;
        }
        case ShareEffect.open:
          open(reader.text(), 'petition-box-share', 'noopener,noreferrer');
          break;
        case ShareEffect.raise:
          raise(this.#element, 'shared', { way: reader.text() });
          break;
        case ShareEffect.focus: {
          const control = /** @type {HTMLInputElement | null} */ (
            this.#root.getElementById(reader.text())
          );
          control?.focus();
          if (control?.readOnly) control.select();
          break;
        }
      }
    }
  }

  /** @param {string} way @param {() => Promise<unknown>} work which the browser may refuse */
  async #tell(way, work) {
    let ending = 0;
    try {
      await work();
    } catch (error) {
      // Whoever closes the browser's own window has changed their mind.
      ending = /** @type {Error} */ (error).name === 'AbortError' ? 1 : 2;
    }
    this.send(ShareMessage.end, (writer) => writer.text(way).byte(ending));
  }
}

/** Compiled once for the page. @type {ReturnType<typeof download> | undefined} */
let module;

function load() {
  module ??= download(base + 'petition-box-share', sharing, 1);
  // What failed once may be there for the next box.
  module.catch(() => (module = undefined));
  return module;
}

/** @param {Element} element @param {HTMLElement} place @param {HTMLElement} home */
async function begin(element, place, home) {
  const root = /** @type {ShadowRoot} */ (place.getRootNode());
  const box = /** @type {HTMLElement} */ (root.querySelector('.petition-box'));
  const heading = root.getElementById('pb-status-heading')?.localName ?? '';
  const [instantiate, petition, words, page] = await Promise.all([
    load(),
    get(new URL(place.dataset.document ?? '', document.baseURI).href),
    get(`${base}locales/share/${box.lang}.json`),
    around(),
    give(root, base + 'share.css'),
  ]);
  const core = coreOf(instantiate, 'petition_share_message', 'petition_share_update');
  /** @type {HTMLLinkElement | null} */
  const canonical = document.querySelector('link[rel=canonical][href]');
  new Sharing(element, root, home, core).send(ShareMessage.begin, (writer) =>
    writer
      .text(petition)
      .text(root.getElementById('pb-title')?.lang || box.lang)
      .text(box.lang)
      .text(words)
      .text(heading)
      .text(location.href)
      .text(canonical?.href ?? '')
      .text(page)
      .byte(+('share' in navigator))
      .byte(+!!navigator.clipboard),
  );
}

/**
 * Puts it into the place; where the box has drawn itself anew, what was there before. Where something
 * does not come, the thanks stay as they are.
 * @param {Element} element
 * @param {HTMLElement} place
 */
export function follow(element, place) {
  const before = sharings.get(element);
  if (before) return place.appendChild(before);
  const home = document.createElement('div');
  place.appendChild(home);
  sharings.set(element, home);
  return begin(element, place, home).catch((error) => {
    console?.warn?.('petition-box:', error);
  });
}
