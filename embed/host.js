// The box's hands: turns DOM events into messages, applies the changes, and carries out the effects.
// What any of it means is decided in the core.

import { EffectCode, MessageCode } from '#opcodes';
import { Patcher } from './patcher.js';

/** @import { Reader, Writer } from './bytes.js' */
/** @import { Core } from './core.js' */

const urlencoded = 'application/x-www-form-urlencoded';

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

export class Host {
  #element;
  #root;
  #core;
  #patcher;
  #alive = true;

  /**
   * @param {HTMLElement} element
   * @param {ShadowRoot} root
   * @param {Core} core
   */
  constructor(element, root, core) {
    this.#element = element;
    this.#root = root;
    this.#core = core;
    this.#patcher = new Patcher(root);
    root.replaceChildren();
    for (const type of ['input', 'change', 'click', 'submit']) root.addEventListener(type, this);
  }

  /**
   * @param {{src: string, endpoint: string, base: string, languages: string[]}} configuration
   */
  configure({ src, endpoint, base, languages }) {
    this.#send(MessageCode.configured, (writer) =>
      writer.text(src).text(endpoint).text(base).text(languages.join()),
    );
  }

  /** @param {Event} event */
  handleEvent(event) {
    if (!this.#alive) return;
    const target = /** @type {any} */ (event.target);
    if (event.type === 'online') {
      this.#send(MessageCode.back_online);
    } else if (event.type === 'submit') {
      event.preventDefault();
      // What a browser fills in by itself does not always raise an event.
      for (const control of target.elements) this.#input(control, true);
      this.#send(MessageCode.submitted);
    } else if (event.type === 'click') {
      const pressed = target.closest('[data-press]');
      if (!pressed) return;
      event.preventDefault();
      this.#send(MessageCode.pressed, (writer) => writer.text(pressed.dataset.press));
    } else {
      this.#input(target, event.type === 'change');
    }
  }

  /**
   * @param {HTMLInputElement} control
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
    try {
      const reader = this.#core.send(code, write);
      this.#patcher.apply(reader);
      this.#carryOut(reader);
    } catch (error) {
      this.#fallBack(error);
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
          this.#root.getElementById(reader.text())?.focus();
          break;
        case EffectCode.raise: {
          const event = reader.text();
          /** @type {Record<string, string>} */
          const detail = {};
          for (let left = reader.number(); left > 0; --left) detail[reader.text()] = reader.text();
          this.raise(event, detail);
          break;
        }
        case EffectCode.report:
          console.warn('petition-box: ' + reader.text());
          break;
      }
    }
  }

  /**
   * @param {string} event
   * @param {Record<string, string>} detail
   */
  raise(event, detail) {
    this.#element.dispatchEvent(
      new CustomEvent('petition-box-' + event, { bubbles: true, composed: true, detail }),
    );
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
    /** @type {string | Uint8Array} */
    let answer = '';
    try {
      const response = await fetch(url, {
        ...(body && { method: 'POST', body, keepalive: true }),
        headers: { accept, ...(body && { 'content-type': urlencoded }) },
        credentials: 'omit',
        referrerPolicy: 'strict-origin',
        signal: AbortSignal.timeout(timeout),
      });
      answer = await read(response, most);
      retryAfter = response.headers.get('retry-after') ?? '';
      status = response.status;
    } catch {
      // No answer: the core knows what to do about that.
    }
    this.#send(MessageCode.answered, (writer) =>
      writer.number(ticket).number(status).text(retryAfter).text(answer),
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
    this.raise('error', { reason: 'core', message: String(error) });
    console.error('petition-box:', error);
  }
}
