// The box's hands: turns DOM events into messages, applies the changes, and carries out the effects.
// What any of it means is decided in the core.

import { Change, EffectCode, Entering, MessageCode } from '#opcodes';
import { parse, remove } from './built-ins.js';
import { entriesOf, filledIn, write } from './controls.js';
import { Patcher } from './patcher.js';
import { raise, tell } from './raise.js';

/** @import { Reader, Writer } from './bytes.js' */
/** @import { Entry } from './controls.js' */
/** @import { Core } from './core.js' */
/** @import { ask } from './request.js' */

/**
 * What was typed into boxes that are gone, by endpoint: for one that comes in their place. In the
 * memory of the page alone.
 * @type {Record<string, Entry[]>}
 */
const drafts = {};

export class Host {
  #element;
  #root;
  #core;
  #ask;
  #patcher;
  #takeWholeModule;
  #follow;
  #advise;
  #states;
  /** What the page came with, until the core shows the same. @type {HTMLElement | null} */
  #found;
  /** Address of the endpoint, absolute. */
  #endpoint = '';
  /** The place of the page's own link, until something is shown. */
  #offer;
  /** Some of the element is in the window. */
  #inView = false;
  /** Not every page leaves the browser its own. @type {IntersectionObserver | undefined} */
  #watcher;
  #alive = true;
  #busy = false;
  /** Whether the box is about to be drawn anew. */
  #torn = false;

  /**
   * @param {HTMLElement} element
   * @param {ShadowRoot} root
   * @param {Core} core
   * @param {typeof ask} ask
   * @param {() => void} takeWholeModule and another host, which begins with what this one has shown
   * @param {(place: Element) => void} follow puts what comes after the signature into its place
   * @param {(kind: string | undefined, answer: string) => Promise<string>} advise of advice.js
   * @param {CustomStateSet | undefined} states of the element
   */
  constructor(element, root, core, ask, takeWholeModule, follow, advise, states) {
    this.#element = element;
    this.#root = root;
    this.#core = core;
    this.#ask = ask;
    this.#takeWholeModule = takeWholeModule;
    this.#follow = follow;
    this.#advise = advise;
    this.#states = states;
    this.#patcher = new Patcher(root);
    if (globalThis.IntersectionObserver) {
      this.#watcher = new IntersectionObserver((entries) => {
        for (const { isIntersecting } of entries) this.#inView = isIntersecting;
        this.#look();
      });
    }
    this.#found = root.querySelector('.petition-box');
    this.#offer = this.#found ? null : root.querySelector('slot');
    for (const type of ['input', 'change', 'click', 'submit', 'transitionend', 'cancel']) {
      // That of a dialog is heard on its way to it only.
      root.addEventListener(type, this.listen, type === 'cancel');
    }
  }

  /**
   * @param {string} src
   * @param {string} endpoint
   * @param {string} protocol
   * @param {string} base
   * @param {readonly string[]} languages
   * @param {string} heading
   */
  configure(src, endpoint, protocol, base, languages, heading) {
    const found = this.#found;
    // With another petition the form may go, and what is being typed with it.
    if (!found) this.#hearControls();
    const [count] = /^\d{1,15}$/.exec(found?.dataset.count ?? '') ?? [];
    this.#send(MessageCode.configured, (writer) =>
      writer
        .text(src)
        .text(endpoint)
        .text(protocol)
        .text(base)
        .text(languages.join())
        .text(heading)
        .byte(found ? (found.dataset.state === 'closed' ? 2 : 1) : 0)
        .number(count ? +count + 1 : 0),
    );
    this.#endpoint = parse(endpoint).href;
    this.colour();
  }

  /** Tells the core the accent of the page: that of the element, or of its style. */
  colour() {
    const probe = document.createElement('p');
    probe.className = 'accent';
    probe.style.setProperty('--petition-box-accent', this.#element.getAttribute('accent'));
    this.#root.appendChild(probe);
    const { backgroundColor } = getComputedStyle(probe);
    remove(probe);
    // Either rgb(), up to 255, or color(srgb), up to 1.
    const unit = backgroundColor.startsWith('rgb') ? 1 : 255;
    const [red, green, blue, alpha = 1] = backgroundColor.match(/[\d.]+(e-\d+)?/g) ?? [];
    this.#send(MessageCode.coloured, (writer) => {
      writer.byte(+(+alpha > 0 && !!blue));
      for (const channel of [red, green, blue])
        writer.byte(Math.min(Number(channel) * unit + 0.5, 255));
    });
  }

  /** The element is on the page. */
  arrive() {
    addEventListener('online', this.listen);
    document.addEventListener('visibilitychange', this.#look);
    this.#watcher?.observe(this.#element);
    const draft = drafts[this.#endpoint];
    delete drafts[this.#endpoint];
    if (draft) this.#enter(draft, Entering.left);
  }

  /** Nothing is agreed to by a link: the core takes answers alone. @param {string} answers as in a query */
  bring(answers) {
    const given = new URLSearchParams(answers);
    const entries = [...given.keys()].map((name) => ({ name, values: given.getAll(name) }));
    this.#enter(entries, Entering.left);
  }

  /** The element is on the page no more. Once it is signed, its form is gone with what was in it. */
  leave() {
    removeEventListener('online', this.listen);
    document.removeEventListener('visibilitychange', this.#look);
    this.#watcher?.disconnect();
    this.#inView = false;
    this.#look();
    const draft = filledIn(this.#root);
    if (draft[0]) drafts[this.#endpoint] = draft;
  }

  #look = () => {
    const seen = this.#inView && document.visibilityState === 'visible';
    this.#send(MessageCode.seen, (writer) => writer.byte(+seen));
  };

  /** A function: not every page that watches over listeners knows objects. @param {Event} event */
  listen = (event) => {
    const { type, target, propertyName } = /** @type {any} */ (event);
    // The colour of an outline that is not there (petition-box.css).
    if (propertyName?.startsWith('outline')) this.colour();
    // Until the core shows the box, what the page came with works by itself.
    if (!this.#alive || this.#found || propertyName) return;
    if (type === 'beforeunload') {
      event.returnValue = true;
    } else if (type === 'online') {
      this.#send(MessageCode.back_online);
    } else if (type === 'input' || type === 'change') {
      const { name } = target;
      const entering = type === 'change' ? Entering.finished : Entering.typing;
      // The core says while it has to know of each key.
      const heard = type === 'change' || this.#root.querySelector('[data-keys]');
      if (name && heard) this.#enter(entriesOf(this.#root, name), entering);
      // Without it the form is what it was.
      if (type === 'change') this.#seekAdvice().catch(() => {});
      // Other hands have put it there: nothing that the core says of it would arrive.
      if (!this.#busy && !this.#patcher.has(target)) this.#drawAnew();
    } else if (type === 'cancel') {
      const { cancel } = target.dataset;
      event.preventDefault();
      this.#send(MessageCode.pressed, (writer) => writer.text(cancel));
    } else {
      // A frame that may not send forms raises no submit event: there the click must do.
      const pressed = target.closest('[data-press], [type=submit], form');
      const { press } = pressed?.dataset ?? {};
      if (!pressed || (type === 'click' && pressed.localName === 'form')) return;
      event.preventDefault();
      if (press) this.#send(MessageCode.pressed, (writer) => writer.text(press));
      // What a browser fills in by itself does not always raise an event.
      else this.#send(MessageCode.submitted, (writer) => write(writer, entriesOf(this.#root)));
    }
  };

  /**
   * @param {Entry[]} entries
   * @param {number} entering
   */
  #enter(entries, entering) {
    this.#send(MessageCode.entered, (writer) => write(writer.byte(entering), entries));
  }

  /** On what stands in the fields for which the core wants it. */
  async #seekAdvice() {
    /** @type {NodeListOf<HTMLInputElement>} */
    const fields = this.#root.querySelectorAll('[data-advice]');
    for (const { name, dataset, value } of fields) {
      const advice = await this.#advise(dataset.advice, value);
      this.#send(MessageCode.advised, (writer) => writer.text(name).text(advice));
    }
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
    let whole = true;
    try {
      const reader = this.#core.send(code, write);
      whole = this.#show(reader);
      this.#tellState();
      const unsent = this.#root.querySelector('[data-unsent]');
      (unsent ? addEventListener : removeEventListener)('beforeunload', this.listen);
      this.#carryOut(reader);
      const after = this.#root.querySelector('.after:empty');
      if (after) this.#follow(after);
    } catch (error) {
      this.#fallBack(error);
    }
    this.#busy = false;
    if (!whole) this.#drawAnew();
  }

  /** For styles of the page. */
  #tellState() {
    /** @type {HTMLElement | null} */
    const shown = this.#root.querySelector('[data-state]');
    const state = shown?.dataset.state;
    if (!state || !this.#states || this.#states.has(state)) return;
    this.#states.clear();
    this.#states.add(state);
  }

  /** @param {Reader} reader @returns {boolean} whether no other hands have changed what was shown */
  #show(reader) {
    const found = this.#found;
    const { place } = reader;
    const changes = reader.byte() !== Change.end;
    reader.place = place;
    if (!found || !changes) {
      const { activeElement } = this.#root;
      const whole = this.#patcher.apply(reader);
      // What changes its place loses it.
      if (!this.#root.activeElement) /** @type {HTMLElement | null} */ (activeElement)?.focus();
      if (changes) remove(this.#offer);
      return whole;
    }
    this.#found = null;
    this.#hearControls();
    if (!this.#patcher.adopt(reader, found)) {
      this.#keepFocus(() => {
        remove(found);
        reader.place = place;
        this.#patcher.apply(reader);
      });
    }
    return true;
  }

  /** Shows the box as the core knows it, once nothing in it is held down: its click would be lost. */
  #drawAnew() {
    const draw = () => {
      if (this.#root.querySelector(':active')) return setTimeout(draw, 50);
      this.#hearControls();
      this.#keepFocus(() => this.#send(MessageCode.draw_anew));
      this.#torn = false;
    };
    if (!this.#torn) setTimeout(draw);
    this.#torn = true;
  }

  /** What stands in the controls, when they are about to be replaced. */
  #hearControls() {
    const entries = filledIn(this.#root);
    if (entries[0]) this.#enter(entries, Entering.brought);
  }

  /** @param {() => void} draw puts other elements in the place of those that are there */
  #keepFocus(draw) {
    const { id } = this.#root.activeElement ?? {};
    draw();
    if (id) this.#root.getElementById(id)?.focus();
  }

  /** @param {Reader} reader */
  #carryOut(reader) {
    for (;;) {
      switch (reader.byte()) {
        case EffectCode.end:
          return;
        case EffectCode.fetch:
          this.#fetch(reader);
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
        case EffectCode.show_dialog:
          /** @type {HTMLDialogElement | null} */ (
            this.#root.getElementById(reader.text())
          )?.showModal();
          break;
        case EffectCode.raise: {
          const event = reader.text();
          const ticket = reader.number();
          /** @type {Record<string, string>} */
          const detail = {};
          for (let left = reader.number(); left > 0; --left) detail[reader.text()] = reader.text();
          const allowed = raise(this.#element, event, detail, ticket > 0);
          if (ticket) {
            this.#send(MessageCode.permitted, (writer) => writer.number(ticket).byte(+allowed));
          }
          break;
        }
        case EffectCode.report:
          console?.warn?.('petition-box: ' + reader.text());
          break;
        case EffectCode.take_whole_module:
          this.#alive = false;
          this.#leaveOffer();
          this.#takeWholeModule();
          break;
      }
    }
  }

  /** Who comes next would take what stands for a box that loads for one that the page came with. */
  #leaveOffer() {
    const loading = this.#root.querySelector('[data-state=loading]');
    if (loading?.firstChild) this.#root.replaceChild(loading.firstChild, loading);
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

  /** @param {Reader} reader */
  async #fetch(reader) {
    const ticket = reader.number();
    const request = {
      method: reader.text(),
      url: reader.text(),
      accept: reader.text(),
      type: reader.text(),
      body: reader.text(),
      headers: reader.text(),
      following: reader.byte(),
    };
    const answer = await this.#ask(request, reader.number(), reader.number());
    // What has come together is a task each, between which the browser answers its user.
    setTimeout(() =>
      this.#send(MessageCode.answered, (writer) =>
        writer
          .number(ticket)
          .number(answer.status)
          .text(answer.retryAfter)
          .number(answer.retryAt)
          .number(answer.date)
          .text(answer.type)
          .text(answer.body)
          .byte(answer.what),
      ),
    );
  }

  /**
   * After a trap the instance is lost, but what it has shown is a form that posts by itself, with
   * everything in it that was typed. Where it has shown nothing, there is what the page offers.
   * @param {unknown} error
   */
  #fallBack(error) {
    this.#alive = false;
    const root = this.#root;
    for (const fieldset of root.querySelectorAll('fieldset')) fieldset.disabled = false;
    if (!root.querySelector('.sides, slot')) root.appendChild(document.createElement('slot'));
    tell(this.#element, 'core', error);
  }
}
