// The element. This module defines the class and nothing else: define.js registers it. It may be
// imported where there is no browser.

import { brought } from './brought.js';
import { parse, Promise } from './built-ins.js';
import { importFile } from './link.js';
import { load } from './module.js';
import { tell } from './raise.js';
import { ask, most } from './request.js';
import { dress } from './style.js';
import { keepTyping } from './typing.js';
import { later, patience } from './waiting.js';
import { advice, share } from '#build';
import { beside, folderFor, loadRunning } from '#folder';

/** @import { Host } from './host.js' */

/**
 * Of the element or what it stands in, out of any component that it is inside of.
 * @param {Element} element
 * @returns {string | null | undefined}
 */
function languageAround(element) {
  const nearest = element.closest('[lang]');
  if (nearest) return nearest.getAttribute('lang');
  const { host } = /** @type {ShadowRoot} */ (element.getRootNode());
  return host && languageAround(host);
}

/**
 * That of the page, then the reader's.
 * @param {Element} element
 * @returns {readonly string[]}
 */
function languagesOf(element) {
  const own = languageAround(element);
  const readers = navigator.languages ?? [];
  return own ? [own, ...readers] : readers;
}

/**
 * A petition and the form to sign it.
 *
 * @tagname petition-box
 * @attr {string} lang - language of the box; else that of the page, else the reader's
 * @attr {string} layout - "form": without the petition's text, which the page has itself; "button": title, number
 *   and the link in the element, alone
 * @attr {string} theme - a look: "paper", "plain" or "poster", with the stylesheet of that name on the page
 * @slot - what is shown until the box is ready, and where it cannot be: a link to sign elsewhere
 * @fires {CustomEvent} petition-box-ready - the petition is shown, with all that can be chosen
 * @fires {CustomEvent} petition-box-seen - some of the petition is before the visitor's eyes
 * @fires {CustomEvent} petition-box-begun - the visitor has begun to fill in the form
 * @fires {CustomEvent} petition-box-submit - the signature is about to be sent; cancelable
 * @fires {CustomEvent} petition-box-signed - the endpoint has received the signature
 * @fires {CustomEvent<{way: string}>} petition-box-shared - the signer has told others of the petition: email,
 *   whatsapp, telegram, mastodon, bluesky, linkedin, facebook, x, copy, or device
 * @fires {CustomEvent} petition-box-to-confirm - the endpoint waits for a confirmation by e-mail
 * @fires {CustomEvent} petition-box-sent - the signature has been sent, and nothing tells whether it has
 *   arrived
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
 * @cssproperty --petition-box-panel - background of the demands, and of what stands out elsewhere
 * @cssproperty --petition-box-line - borders
 * @cssproperty --petition-box-heading-font - font of the title and the other headings
 * @cssproperty --petition-box-radius - corners
 * @cssproperty --petition-box-space - between the edge of the box and what is in it
 * @cssproperty --petition-box-top - between the upper edge of a wide window and the form that stays in view
 * @csspart box - all of it
 * @csspart title - the title
 * @csspart demands - the demands, with their heading
 * @csspart timeline - what has happened so far, and the news, each with its heading
 * @csspart bar - the number and the button to the form, at the edge of a narrow window
 * @csspart form - the form, with its heading and the number, and the thanks
 * @csspart progress - the number and the line to the goal
 * @csspart button - the button to sign, to the form, and to share
 */
export class PetitionBox
  extends /** @type {typeof HTMLElement} */ (globalThis.HTMLElement ?? Object)
{
  static observedAttributes = [
    'src',
    'endpoint',
    'protocol',
    'lang',
    'accent',
    'loading',
    'heading',
    'layout',
  ];

  /**
   * Address of the folder of the box's own files; ends in "/". Empty, where a script has been put into
   * a page or together with others: the site of the petition has them.
   * @type {string}
   */
  static base = beside;

  /** @type {Host | undefined} */
  #host;
  /** @type {Promise<void> | undefined} */
  #loaded;
  /** @type {IntersectionObserver | undefined} */
  #observer;
  /** Of the language around the element. @type {MutationObserver | undefined} */
  #languages;
  /** To load the module. */
  #attempts = 0;
  /** The files may lie on the site of the petition: where they were looked for they did not come. */
  #elsewhere = false;
  /** The document asks what few do. */
  #whole = false;
  /** What the core will ask for, by address: it comes while the core is on its way itself.
   * @type {Record<string, ReturnType<typeof ask>> | undefined} */
  #ahead;
  /** @type {Promise<any> | undefined} */
  #advice;
  /** What the box is at, for styles of the page; only where a browser has `:state()`. */
  #states = globalThis.CSS?.supports?.('selector(:state(x))') ? this.attachInternals().states : undefined;
  #changed = false;

  constructor() {
    super();
    // What a page set before the element was registered would hide the properties of the class.
    const self = /** @type {Record<string, any>} */ (this);
    /** @type {any} */
    const own = { __proto__: null, ...self };
    for (const name in own) {
      delete self[name];
      self[name] = own[name];
    }
  }

  /**
   * Address of the petition's document. One with "lang=fr" in its query is that of the document in one
   * language: the box asks for another there when it is wanted.
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
   * What the endpoint speaks, where the document does not say it: the name of a file in `protocols/`.
   * @attr
   * @type {string}
   */
  get protocol() {
    return this.getAttribute('protocol') ?? '';
  }

  set protocol(value) {
    this.setAttribute('protocol', value);
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
    if (this.shadowRoot) keepTyping(this.shadowRoot);
    if (!this.#host) return this.#watch();
    this.#settle();
    this.#configure();
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
   * where a file is missing or broken. May be called again then; near a visitor the box comes again by
   * itself.
   * @returns {Promise<void>}
   */
  load() {
    return (this.#loaded ??= this.#start().catch((error) => {
      this.#loaded = undefined;
      this.#elsewhere = !this.#elsewhere;
      later(this.#attempts, this.#watch);
      if (this.#attempts === 1) tell(this, 'module', error);
      throw error;
    }));
  }

  /** Loads the box once the visitor comes near. */
  #watch = () => {
    if (this.#host || !this.isConnected) return;
    if (this.loading === 'eager') return this.#approach();
    // Near: within half a screen, once the browser has time; or any use.
    if (globalThis.IntersectionObserver) {
      this.#observer = new IntersectionObserver((entries) => {
        for (const { isIntersecting } of entries) if (isIntersecting) this.#approachSoon();
      }, /** @type {any} */ ({ __proto__: null, rootMargin: '50%' }));
      this.#observer.observe(this);
    } else if (document.visibilityState === 'visible') {
      this.#approachSoon();
    }
    for (const type of ['focusin', 'pointerover']) this.addEventListener(type, this.#approach);
  };

  #approachSoon() {
    // A browser that has nothing to draw may put off an idle moment for ever.
    setTimeout(this.#approach, 500);
    globalThis.requestIdleCallback?.(this.#approach);
  }

  #approach = () => {
    this.#observer?.disconnect();
    for (const type of ['focusin', 'pointerover']) this.removeEventListener(type, this.#approach);
    // The error was told already.
    this.load().catch(() => {});
  };

  async #start() {
    // The script that registers the element may set the base after that.
    await null;
    const attempt = ++this.#attempts;
    const base = this.#base();
    this.#whole ||= !!this.protocol;
    const root = this.#open();
    this.#ahead ??= this.#askAhead(root, base);
    // The first of each that a page makes takes a phone long, whatever the language. A task each, while
    // the files are on their way.
    for (const name of ['NumberFormat', 'DateTimeFormat', 'DisplayNames']) {
      setTimeout(() => new /** @type {any} */ (Intl)[name]([], { type: 'region' }));
    }
    const [{ Core, Host }, instantiate] = await Promise.all([
      loadRunning(base, attempt),
      load(base, attempt, this.#whole),
    ]);
    this.#host = new Host(
      this,
      root,
      new Core(instantiate),
      this.#ask,
      () => {
        this.#whole = true;
        this.#host = this.#loaded = undefined;
        this.#approach();
      },
      // Without it the thanks stay as they are.
      (place) => {
        importFile(base + 'share.js', share)
          .then(({ follow }) => follow(this, place))
          .catch(() => {});
      },
      (kind, answer) =>
        (this.#advice ??= importFile(base + 'advice.js', advice)).then(({ advise }) =>
          advise(kind, answer),
        ),
      this.#states,
    );
    this.#configure();
    this.#settle();
    if (brought) this.#host.bring(brought);
  }

  #base() {
    return parse(folderFor(PetitionBox.base, this.src, this.#elsewhere)).href;
  }

  /** @returns {ShadowRoot} which shows what the page offers, as long as nothing else is in it */
  #open() {
    const { shadowRoot } = this;
    if (shadowRoot) return shadowRoot;
    const root = this.attachShadow({ mode: 'open' });
    keepTyping(root);
    root.appendChild(document.createElement('slot'));
    return root;
  }

  /**
   * @param {ShadowRoot} root
   * @param {string} base
   */
  #askAhead(root, base) {
    const style = this.hasAttribute('layout') ? 'layouts' : 'petition-box';
    dress(
      root,
      () => `${this.#base()}${style}.css`,
      () => this.#host?.colour(),
    );
    // As the core will ask for it (widget/language/tag.hpp), where the tag is written as usual.
    const [tag] = /^[a-z]+/.exec(languagesOf(this).join()) ?? ['en'];
    /** @type {Record<string, ReturnType<typeof ask>>} */
    const ahead = {};
    const words = `${base}locales/${tag}${this.#whole ? '' : '.usual'}.json`;
    for (const url of [this.src, this.#whole ? '' : this.endpoint, words]) {
      const request = { method: 'GET', url, accept: 'application/json' };
      if (url) ahead[url] = ask(request, patience, most);
    }
    return ahead;
  }

  /** @type {typeof ask} */
  #ask = (request, timeout, most) => {
    const { type, url } = request;
    const ahead = type ? undefined : this.#ahead?.[url];
    delete this.#ahead?.[url];
    return ahead ?? ask(request, timeout, most);
  };

  #configure() {
    this.#changed = false;
    const { src, endpoint, protocol, heading } = this;
    this.#host?.configure(
      src,
      endpoint,
      protocol,
      this.#base(),
      languagesOf(this),
      heading,
    );
  }
}
