// The box's hands: turns DOM events into messages, applies the changes, and carries out the effects.
// What any of it means is decided in the core.

import { Change, EffectCode, MessageCode } from '#opcodes';
import { Patcher } from './patcher.js';

/** @import { Reader, Writer } from './bytes.js' */
/** @import { Core } from './core.js' */

const urlencoded = 'application/x-www-form-urlencoded';

/**
 * @param {string} url
 * @param {RequestInit} [more]
 */
const request = (url, more) =>
  fetch(url, { credentials: 'omit', referrerPolicy: 'strict-origin', ...more });

/**
 * Asks for what the core will want soon. It fails in silence: the core hears of that when it asks.
 * @param {string} url
 * @returns {Promise<Response>}
 */
export function get(url) {
  const response = request(url, { headers: { accept: 'application/json' } });
  response.catch(() => {});
  return response;
}

/** @param {string | null} date of HTTP @returns {number} ms since 1970; 0 where it is none */
const moment = (date) => Math.max(Date.parse(date ?? '') || 0, 0);

/**
 * The body, or what of it arrived just past the limit.
 * @param {Response} response
 * @param {number} most bytes
 */
async function read(response, most) {
  const bytes = [];
  const stream = response.body?.getReader();
  while (stream && bytes.length <= most) {
    const { value, done } = await stream.read();
    if (done) break;
    for (const byte of value) bytes.push(byte);
  }
  void stream?.cancel().catch(() => {});
  return Uint8Array.from(bytes.slice(0, most + 1));
}

/**
 * What was typed into boxes that are gone, by endpoint and name: for one that comes in their place.
 * In the memory of the page alone.
 * @type {Map<string, Map<string, string>>}
 */
const drafts = new Map();

export class Host {
  #element;
  #root;
  #core;
  #ahead;
  #patcher;
  /** What the page came with, until the core shows the same. @type {HTMLElement | null} */
  #found;
  /** Address of the endpoint, absolute. */
  #endpoint = '';
  #alive = true;
  #busy = false;

  /**
   * @param {HTMLElement} element
   * @param {ShadowRoot} root
   * @param {Core} core
   * @param {Map<string, Promise<Response>>} ahead answers to what the core will ask first, by address
   */
  constructor(element, root, core, ahead) {
    this.#element = element;
    this.#root = root;
    this.#core = core;
    this.#ahead = ahead;
    this.#patcher = new Patcher(root);
    this.#found = root.querySelector('.petition-box');
    for (const type of ['input', 'change', 'click', 'submit', 'transitionend']) {
      root.addEventListener(type, this);
    }
  }

  /**
   * @param {string} src
   * @param {string} endpoint
   * @param {string} base
   * @param {string[]} languages
   * @param {string} heading
   */
  configure(src, endpoint, base, languages, heading) {
    const found = this.#found;
    const [count] = /^\d{1,15}$/.exec(found?.dataset.count ?? '') ?? [];
    this.#send(MessageCode.configured, (writer) =>
      writer
        .text(src)
        .text(endpoint)
        .text(base)
        .text(languages.join())
        .text(heading)
        .byte(found ? (found.dataset.state === 'closed' ? 2 : 1) : 0)
        .number(count ? +count + 1 : 0),
    );
    this.#endpoint = Object.assign(document.createElement('a'), { href: endpoint }).href;
    this.colour();
  }

  /** Tells the core the accent of the page: that of the element, or of its style. */
  colour() {
    const probe = document.createElement('p');
    probe.className = 'accent';
    probe.style.setProperty('--petition-box-accent', this.#element.getAttribute('accent'));
    this.#root.appendChild(probe);
    const { backgroundColor } = getComputedStyle(probe);
    probe.remove();
    // Either rgb(), up to 255, or color(srgb), up to 1.
    const unit = backgroundColor.startsWith('rgb') ? 1 : 255;
    const [red, green, blue, alpha = 1] = backgroundColor.match(/[\d.]+(e-\d+)?/g) ?? [];
    this.#send(MessageCode.coloured, (writer) => {
      writer.byte(+(+alpha > 0 && !!blue));
      for (const channel of [red, green, blue]) writer.byte(Math.min(Number(channel) * unit + 0.5, 255));
    });
  }

  /** The element is on the page. */
  arrive() {
    addEventListener('online', this);
    for (const [name, value] of drafts.get(this.#endpoint) ?? [])
      this.#input({ name, value }, false);
    drafts.delete(this.#endpoint);
  }

  /** The element is on the page no more. Once it is signed, its form is gone with what was in it. */
  leave() {
    removeEventListener('online', this);
    // Whoever agrees does so each time.
    /** @type {NodeListOf<HTMLInputElement>} */
    const fields = this.#root.querySelectorAll('[name]:not([type=checkbox])');
    const draft = drafts.get(this.#endpoint) ?? new Map();
    for (const { name, value } of fields) if (value) draft.set(name, value);
    drafts.set(this.#endpoint, draft);
  }

  /** @param {Event} event */
  handleEvent(event) {
    // The colour of an outline that is not there (petition-box.css).
    if (event.type === 'transitionend') return this.colour();
    // Until the core shows the box, what the page came with works by itself.
    if (!this.#alive || this.#found) return;
    const target = /** @type {any} */ (event.target);
    if (event.type === 'beforeunload') {
      event.returnValue = true;
    } else if (event.type === 'online') {
      this.#send(MessageCode.back_online);
    } else if (event.type === 'input' || event.type === 'change') {
      this.#input(target, event.type === 'change');
    } else {
      // A frame that may not send forms raises no submit event: there the click must do.
      const pressed = target.closest('[data-press], [type=submit], form');
      const { press } = pressed?.dataset ?? {};
      if (!pressed || (event.type === 'click' && pressed.localName === 'form')) return;
      event.preventDefault();
      if (press) this.#send(MessageCode.pressed, (writer) => writer.text(press));
      else this.#submit(pressed.form ?? pressed);
    }
  }

  /** @param {HTMLFormElement} form */
  #submit(form) {
    // What a browser fills in by itself does not always raise an event.
    for (const control of form.elements) this.#input(/** @type {any} */ (control), true);
    this.#send(MessageCode.submitted);
  }

  /**
   * @param {{name: string, value: string, checked?: boolean}} control
   * @param {boolean} finished
   */
  #input(control, finished) {
    if (!control.name) return;
    this.#send(MessageCode.input, (writer) =>
      writer.text(control.name).text(control.value).byte(+!!control.checked).byte(+finished),
    );
  }

  /**
   * @param {number} code
   * @param {(writer: Writer) => void} write
   */
  #send(code, write = () => {}) {
    if (!this.#alive) return;
    // A change of the page may raise an event at once: the core hears of it when it has finished.
    if (this.#busy) return queueMicrotask(() => this.#send(code, write));
    this.#busy = true;
    try {
      const reader = this.#core.send(code, write);
      this.#show(reader);
      const unsent = this.#root.querySelector('[data-unsent]');
      (unsent ? addEventListener : removeEventListener)('beforeunload', this);
      this.#carryOut(reader);
    } catch (error) {
      this.#fallBack(error);
    }
    this.#busy = false;
  }

  /** @param {Reader} reader */
  #show(reader) {
    const found = this.#found;
    const { place } = reader;
    const changes = reader.byte() !== Change.end;
    reader.place = place;
    if (!found || !changes) return void this.#patcher.apply(reader);
    this.#found = null;
    /** @type {NodeListOf<HTMLInputElement>} */
    const controls = found.querySelectorAll('[name]');
    for (const { name, value, checked } of controls) {
      if (value) this.#input({ name, value, checked }, false);
    }
    if (!this.#patcher.adopt(reader, found)) {
      const { id } = this.#root.activeElement ?? {};
      found.remove();
      reader.place = place;
      this.#patcher.apply(reader);
      if (id) this.#root.getElementById(id)?.focus();
    }
  }

  /** @param {Reader} reader */
  #carryOut(reader) {
    for (;;) {
      switch (reader.byte()) {
        case EffectCode.end:
          return;
        case EffectCode.fetch:
          this.#fetch(
            reader.number(),
            reader.text(),
            reader.text(),
            reader.text(),
            reader.number(),
            reader.number(),
          );
          break;
        case EffectCode.wake: {
          const ticket = reader.number();
          setTimeout(
            () => this.#send(MessageCode.woken, (writer) => writer.number(ticket)),
            reader.number(),
          );
          break;
        }
        case EffectCode.focus:
          this.#focus(reader.text(), reader.byte() === 1);
          break;
        case EffectCode.raise: {
          const event = reader.text();
          const ticket = reader.number();
          /** @type {Record<string, string>} */
          const detail = {};
          for (let left = reader.number(); left > 0; --left) detail[reader.text()] = reader.text();
          const allowed = this.#raise(event, detail, ticket > 0);
          if (ticket) {
            this.#send(MessageCode.decided, (writer) => writer.number(ticket).byte(+allowed));
          }
          break;
        }
        case EffectCode.report:
          console.warn('petition-box: ' + reader.text());
          break;
      }
    }
  }

  /**
   * Where a browser scrolls by itself, it puts the middle of what is tall in the middle of the view.
   * @param {string} id
   * @param {boolean} fromTop
   */
  #focus(id, fromTop) {
    const element = this.#root.getElementById(id);
    element?.focus({ preventScroll: true });
    element?.scrollIntoView({ block: fromTop ? 'start' : 'nearest' });
  }

  /**
   * @param {string} event
   * @param {Record<string, string>} detail
   * @param {boolean} [cancelable]
   * @returns {boolean} whether nobody prevented it
   */
  #raise(event, detail, cancelable) {
    const about = { bubbles: true, composed: true, cancelable, detail };
    return this.#element.dispatchEvent(new CustomEvent('petition-box-' + event, about));
  }

  /**
   * @param {number} ticket
   * @param {string} url
   * @param {string} accept
   * @param {string} body
   * @param {number} timeout ms
   * @param {number} most bytes of the answer
   */
  async #fetch(ticket, url, accept, body, timeout, most) {
    let status = 0;
    let retryAfter = '';
    let date = 0;
    let sentOn = false;
    /** @type {string | Uint8Array} */
    let answer = '';
    try {
      const ahead = body ? undefined : this.#ahead.get(url);
      this.#ahead.delete(url);
      const about = {
        ...(body && { method: 'POST', body, keepalive: true }),
        headers: { accept, ...(body && { 'content-type': urlencoded }) },
        signal: AbortSignal.timeout(timeout),
      };
      // Where a redirection leads may be out of reach, and then nothing would tell that there was one.
      let response = await (ahead ?? request(url, body ? { ...about, redirect: 'manual' } : about));
      if (response.type === 'opaqueredirect') {
        sentOn = true;
        response = await request(url, about);
      }
      answer = await read(response, most);
      const { headers } = response;
      retryAfter = headers.get('retry-after') ?? '';
      date = moment(headers.get('date'));
      status = response.status;
    } catch {
      // No answer: the core knows what to do about that.
    }
    this.#send(MessageCode.answered, (writer) =>
      writer
        .number(ticket)
        .number(status)
        .text(retryAfter)
        .number(moment(retryAfter))
        .number(date)
        .byte(+sentOn)
        .text(answer),
    );
  }

  /**
   * After a trap the instance is lost, but what it has shown is a form that posts by itself, with
   * everything in it that was typed.
   * @param {unknown} error
   */
  #fallBack(error) {
    this.#alive = false;
    for (const fieldset of this.#root.querySelectorAll('fieldset')) fieldset.disabled = false;
    this.#raise('error', { reason: 'core', message: String(error) });
    console.error('petition-box:', error);
  }
}
