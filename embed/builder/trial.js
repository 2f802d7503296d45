// What must be set on the endpoint's side, what a signature would send there, and a test signature.
// What has become of it is the core's to say.

import { askedIn } from './asked.js';
import { asBox } from './asking.js';
import { copyText } from './copying.js';
import { errorsIn } from './core.js';
import { element, find } from './find.js';
import { english } from './protocols.js';

/** @import { Request } from '../request.js' */
/** @import { BuilderCore, Mistake } from './core.js' */
/** @import { Draft } from './draft.js' */
/** @import { Json } from './pointer.js' */
/** @import { Words } from './protocols.js' */

/** @param {string} id of a button @param {HTMLElement} part that it copies @param {string} what */
function listenToCopying(id, part, what) {
  const says = find(document, `#${id}-says`, HTMLElement);
  find(document, `#${id}`, HTMLElement).addEventListener(
    'click',
    () => void copyText(part, says, what),
  );
}

export class Trial {
  #core;
  #draft;
  #words;
  #setup = find(document, '#setup', HTMLElement);
  #steps = find(document, '#setup-steps', HTMLElement);
  #request = find(document, '#request', HTMLTextAreaElement);
  #why = find(document, '#no-request', HTMLElement);
  #send = find(document, '#send-test', HTMLButtonElement);
  #outcome = find(document, '#test-outcome', HTMLElement);
  #grounds = find(document, '#test-grounds', HTMLElement);
  #description = '';
  /** @type {Request | undefined} */
  #sample;

  /**
   * @param {BuilderCore} core
   * @param {Draft} draft
   * @param {Record<string, string>} words of the box in English
   */
  constructor(core, draft, words) {
    this.#core = core;
    this.#draft = draft;
    this.#words = words;
    listenToCopying('copy-setup', this.#steps, 'The list');
    listenToCopying('copy-request', this.#request, 'The request');
    this.#send.addEventListener('click', () => void this.#try());
  }

  /**
   * @param {Mistake[]} mistakes of the draft
   * @param {string} description that the core is given with it
   * @param {Json} described what it says; null: there is none
   */
  show(mistakes, description, described) {
    this.#description = description;
    const steps = (described?.setup ?? []).map((/** @type {Words} */ words) =>
      element('li', english(words)),
    );
    this.#setup.hidden = steps.length === 0;
    this.#steps.replaceChildren(...steps);
    const errors = errorsIn(mistakes).length;
    const sample = errors === 0 ? this.#core.sample(this.#draft, description) : null;
    this.#why.textContent = sample ? '' : 'There is no request while the document has errors.';
    for (const part of document.querySelectorAll('[data-needs-request]')) {
      if (part instanceof HTMLElement) part.hidden = sample === null;
    }
    const shown = sample?.shown ?? '';
    if (this.#request.value !== shown) this.#say('', '');
    this.#request.value = shown;
    this.#sample = sample?.request;
  }

  async #try() {
    if (!this.#sample) return;
    this.#send.disabled = true;
    this.#say('Sending\u2026', '');
    const answer = await asBox(this.#sample);
    const { sentence, grounds, refused } = this.#core.meaning(
      this.#draft,
      this.#description,
      answer,
    );
    this.#send.disabled = false;
    this.#say([sentence, ...this.#named(refused)].join(' '), grounds);
  }

  /** @param {string[]} names of fields that were refused @returns {string[]} */
  #named(names) {
    const asked = askedIn(this.#draft.document, this.#words);
    const labels = names.map((name) => asked.find((one) => one.name === name)?.label ?? name);
    const known = labels.filter(Boolean);
    return known.length === 0 ? [] : [`Refused: ${new Intl.ListFormat('en').format(known)}.`];
  }

  /** @param {string} outcome @param {string} grounds */
  #say(outcome, grounds) {
    this.#outcome.textContent = outcome;
    this.#grounds.textContent = grounds;
  }
}
