// The element. This module defines the class and nothing else: define.js registers it.

import { Core } from './core.js';
import { Host } from './host.js';

const base = new URL('.', import.meta.url).href;

/** @type {Promise<CSSStyleSheet[]> | undefined} */
let styles;

async function loadStyles() {
  try {
    const response = await fetch(base + 'petition-box.css', { credentials: 'omit' });
    return response.ok ? [await new CSSStyleSheet().replace(await response.text())] : [];
  } catch {
    return [];
  }
}

/**
 * Of the element or what it stands in, then the reader's.
 * @param {Element} element
 */
function languagesOf(element) {
  const nearest = element.closest('[lang]')?.getAttribute('lang');
  return nearest ? [nearest, ...navigator.languages] : [...navigator.languages];
}

/**
 * A petition and the form to sign it.
 *
 * @attr {string} src - address of the petition's document
 * @attr {string} endpoint - address that takes the signatures
 * @attr {string} lang - language of the box; else that of the page, else the reader's
 * @slot - what is shown until the box is ready, and where it cannot be: a link to sign elsewhere
 * @fires petition-box-ready - the petition is shown
 * @fires petition-box-signed - the endpoint has counted the signature
 * @fires petition-box-to-confirm - the endpoint waits for a confirmation by e-mail
 * @fires petition-box-closed - the endpoint takes no more signatures
 * @fires petition-box-failed - the signature could not be sent; the signer may try again
 * @fires petition-box-error - for whoever embeds the box: detail.reason, detail.message
 */
export class PetitionBox extends HTMLElement {
  static observedAttributes = ['src', 'endpoint', 'lang'];

  /** @type {Host | undefined} */
  #host;
  #started = false;
  #changed = false;

  constructor() {
    super();
    // Until the core has something to show, the page's own content stays.
    this.attachShadow({ mode: 'open' }).append(document.createElement('slot'));
  }

  connectedCallback() {
    if (!this.#started) void this.#start();
    if (this.#host) addEventListener('online', this.#host);
  }

  disconnectedCallback() {
    if (this.#host) removeEventListener('online', this.#host);
  }

  attributeChangedCallback() {
    if (!this.#host || this.#changed) return;
    // Attributes that are set one after the other count as one change.
    this.#changed = true;
    queueMicrotask(() => this.#configure());
  }

  async #start() {
    this.#started = true;
    const root = /** @type {ShadowRoot} */ (this.shadowRoot);
    styles ??= loadStyles();
    try {
      const [core, sheets] = await Promise.all([Core.load(base + 'petition-box.wasm'), styles]);
      root.adoptedStyleSheets = sheets;
      this.#host = new Host(this, root, core);
      if (this.isConnected) addEventListener('online', this.#host);
      this.#configure();
    } catch (error) {
      this.#started = false;
      this.#fail(error);
    }
  }

  #configure() {
    this.#changed = false;
    this.#host?.configure({
      src: this.getAttribute('src') ?? '',
      endpoint: this.getAttribute('endpoint') ?? '',
      base,
      languages: languagesOf(this),
    });
  }

  /** @param {unknown} error */
  #fail(error) {
    const detail = { reason: 'module', message: String(error) };
    this.dispatchEvent(
      new CustomEvent('petition-box-error', { bubbles: true, composed: true, detail }),
    );
    console.error('petition-box:', error);
  }
}
