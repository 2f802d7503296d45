// The element. This module defines the class and nothing else: define.js registers it. It may be
// imported where there is no browser.

import { Core } from './core.js';
import { get, Host } from './host.js';
import { catalogues } from '#build';

/**
 * Of the element or what it stands in, out of any component that it is inside of.
 * @param {Element} element
 * @returns {string | null | undefined}
 */
function languageAround(element) {
  const nearest = element.closest('[lang]');
  if (nearest) return nearest.getAttribute('lang');
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? languageAround(root.host) : undefined;
}

/**
 * That of the page, then the reader's.
 * @param {Element} element
 */
function languagesOf(element) {
  const own = languageAround(element);
  return own ? [own, ...navigator.languages] : [...navigator.languages];
}

/** @type {Map<string, Promise<CSSStyleSheet[]>>} */
const styles = new Map();

/** @param {string} url */
async function loadStyles(url) {
  try {
    const response = await fetch(url, { credentials: 'omit' });
    return response.ok ? [await new CSSStyleSheet().replace(await response.text())] : [];
  } catch {
    return [];
  }
}

// In a classic script there is none. Some bundlers write the path on the machine that they run on in
// its place; webpack leaves out what is not for it.
// @ts-ignore: only webpack knows the name.
const here = typeof __webpack_require__ === 'function' ? '' : import.meta.url;

/**
 * A petition and the form to sign it.
 *
 * @tagname petition-box
 * @attr {string} lang - language of the box; else that of the page, else the reader's
 * @slot - what is shown until the box is ready, and where it cannot be: a link to sign elsewhere
 * @fires {CustomEvent} petition-box-ready - the petition is shown
 * @fires {CustomEvent} petition-box-submit - the signature is about to be sent; cancelable
 * @fires {CustomEvent} petition-box-signed - the endpoint has received the signature
 * @fires {CustomEvent} petition-box-to-confirm - the endpoint waits for a confirmation by e-mail
 * @fires {CustomEvent} petition-box-closed - the endpoint takes no more signatures
 * @fires {CustomEvent<{status: string, address: string}>} petition-box-failed - the
 *   signature was not received, or it is not certain that it was; the signer may try again
 * @fires {CustomEvent<{reason: string, message: string}>} petition-box-error - something is wrong
 *   with the document, the attributes or the files
 * @cssproperty --petition-box-accent - buttons, links and marks
 * @cssproperty --petition-box-on-accent - text on the accent
 * @cssproperty --petition-box-ink - text
 * @cssproperty --petition-box-quiet - text of less weight
 * @cssproperty --petition-box-paper - background
 * @cssproperty --petition-box-panel - background of the form
 * @cssproperty --petition-box-line - borders
 */
export class PetitionBox extends /** @type {typeof HTMLElement} */ (
  globalThis.HTMLElement ?? Object
) {
  static observedAttributes = ['src', 'endpoint', 'lang', 'accent', 'loading', 'heading'];

  /**
   * Address of the folder of the box's own files; ends in "/".
   * @type {string}
   */
  static base = here ? here.replace(/[^/]*([?#].*)?$/, '') : '';

  /** @type {Host | undefined} */
  #host;
  /** @type {Promise<void> | undefined} */
  #loaded;
  /** @type {IntersectionObserver | undefined} */
  #observer;
  /** Of the language around the element. @type {MutationObserver | undefined} */
  #languages;
  #changed = false;

  constructor() {
    super();
    // What a page set before the element was registered would hide the properties of the class.
    const own = /** @type {Record<string, any>} */ (this);
    for (const [name, value] of Object.entries(own)) {
      delete own[name];
      own[name] = value;
    }
  }

  /**
   * Address of the petition's document.
   * @attr
   * @type {string}
   */
  get src() {
    return this.getAttribute('src') ?? '';
  }

  set src(value) {
    this.setAttribute('src', value);
  }

  /**
   * Address that takes the signatures.
   * @attr
   * @type {string}
   */
  get endpoint() {
    return this.getAttribute('endpoint') ?? '';
  }

  set endpoint(value) {
    this.setAttribute('endpoint', value);
  }

  /**
   * A CSS colour for buttons, links and marks.
   * @attr
   * @type {string}
   */
  get accent() {
    return this.getAttribute('accent') ?? '';
  }

  set accent(value) {
    this.setAttribute('accent', value);
  }

  /**
   * Level of the heading over the petition, "1" to "6", "2" unless told; the others are below it.
   * @attr
   * @type {string}
   */
  get heading() {
    return this.getAttribute('heading') ?? '';
  }

  set heading(value) {
    this.setAttribute('heading', value);
  }

  /**
   * When the box loads what it needs: "lazy", the default, once the visitor comes near; or "eager".
   * @attr
   * @type {'lazy' | 'eager'}
   */
  get loading() {
    return this.getAttribute('loading') === 'eager' ? 'eager' : 'lazy';
  }

  set loading(value) {
    this.setAttribute('loading', value);
  }

  connectedCallback() {
    if (this.#host) {
      this.#settle();
      this.#configure();
    } else if (this.loading === 'eager') {
      this.#approach();
    } else {
      // Near: within half a screen, once the browser has time; or any use.
      this.#observer = new IntersectionObserver(
        (entries) => {
          if (entries.some((entry) => entry.isIntersecting)) {
            // A browser that has nothing to draw may put off an idle moment for ever.
            (globalThis.requestIdleCallback ?? setTimeout)(this.#approach, { timeout: 500 });
          }
        },
        { rootMargin: '50%' },
      );
      this.#observer.observe(this);
      for (const type of ['focusin', 'pointerover']) this.addEventListener(type, this.#approach);
    }
  }

  disconnectedCallback() {
    this.#observer?.disconnect();
    this.#languages?.disconnect();
    this.#host?.leave();
  }

  /** Goes by the page that it is on, as long as it is. */
  #settle() {
    if (!this.isConnected) return;
    this.#host?.arrive();
    this.#languages ??= new MutationObserver(() => this.#configure());
    this.#languages.observe(document, { subtree: true, attributeFilter: ['lang'] });
  }

  /**
   * @param {string} name
   * @param {string | null} _before
   * @param {string | null} value
   */
  attributeChangedCallback(name, _before, value) {
    if (name === 'accent') return this.#host?.colour();
    if (name === 'loading') {
      if (value === 'eager' && this.isConnected) this.#approach();
      return;
    }
    if (!this.#host || this.#changed) return;
    // Attributes that are set one after the other count as one change.
    this.#changed = true;
    queueMicrotask(() => this.#configure());
  }

  /**
   * Loads at once what the box needs, whatever `loading` says. Resolves when the box runs; rejects
   * where a file is missing or broken. May be called again then.
   * @returns {Promise<void>}
   */
  load() {
    this.#observer?.disconnect();
    return (this.#loaded ??= this.#start().catch((error) => {
      this.#loaded = undefined;
      const detail = { reason: 'module', message: String(error) };
      this.dispatchEvent(
        new CustomEvent('petition-box-error', { bubbles: true, composed: true, detail }),
      );
      console.error('petition-box:', error);
      throw error;
    }));
  }

  #approach = () => {
    for (const type of ['focusin', 'pointerover']) this.removeEventListener(type, this.#approach);
    // The error was told already.
    this.load().catch(() => {});
  };

  async #start() {
    // The script that registers the element may set the base after that.
    await null;
    const { base } = PetitionBox;
    // A page of the web can ask for no file of a machine.
    if (!base || (base.startsWith('file:') && location.protocol !== 'file:')) {
      throw new Error('expected the address of the folder of its files in PetitionBox.base');
    }
    const { src, endpoint } = this;
    const tags = languagesOf(this).map((tag) => tag.split(/[-_]/)[0]);
    const tag = tags.find((candidate) => catalogues.includes(candidate)) ?? 'en';
    // The core will ask for these; they come while it is on its way itself.
    const ahead = new Map(
      [src, endpoint, `${base}locales/${tag}.json`]
        .filter(Boolean)
        .map((url) => [url, get(url)]),
    );
    const sheet = base + 'petition-box.css';
    if (!styles.has(sheet)) styles.set(sheet, loadStyles(sheet));
    const styled = this.shadowRoot?.querySelector('link');
    const [core, sheets] = await Promise.all([Core.load(base), styled ? [] : styles.get(sheet)]);
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = /** @type {CSSStyleSheet[]} */ (sheets);
    this.#host = new Host(this, root, core, ahead);
    this.#configure();
    this.#settle();
  }

  #configure() {
    this.#changed = false;
    const { src, endpoint, heading } = this;
    this.#host?.configure(src, endpoint, PetitionBox.base, languagesOf(this), heading);
  }
}
