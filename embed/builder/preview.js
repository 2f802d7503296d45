// The real box beside the form, with the draft in it.

import { usable } from './accent.js';
import { errorsIn } from './core.js';
import { find } from './find.js';
import { withStandIns } from './stand_ins.js';

/** @import { BuilderCore, Mistake } from './core.js' */
/** @import { Draft } from './draft.js' */
/** @import { Json } from './pointer.js' */

const says = {
  draft: '',
  standIns: 'What stands in [brackets], or is not written yet, is filled in for the preview.',
  before: 'The preview shows the draft as it was before the last mistake.',
  nothing: 'The box appears here once the mistakes are corrected.',
};

const tried =
  'This is a preview: nothing was sent. On a partner\u2019s page this signs the petition.';

export class Preview {
  #form;
  #core;
  #draft;
  #shown = '';
  #url = '';
  #box = document.createElement('petition-box');
  #stage = find(document, '#stage', HTMLElement);
  #screen = find(document, '#screen', HTMLElement);
  #says = find(document, '#preview-says', HTMLElement);

  /** @param {HTMLFormElement} form @param {BuilderCore} core @param {Draft} draft */
  constructor(form, core, draft) {
    this.#form = form;
    this.#core = core;
    this.#draft = draft;
    // A count that never changes, and nothing that takes a signature.
    this.#box.setAttribute('endpoint', 'signatures.json');
    this.#box.setAttribute('loading', 'eager');
    const submitted = find(document, '#preview-submit', HTMLElement);
    this.#box.addEventListener('petition-box-submit', (event) => {
      event.preventDefault();
      submitted.textContent = tried;
      submitted.classList.add('tried');
    });
    this.#box.addEventListener('petition-box-ready', () => this.#settle());
    for (const choice of document.querySelectorAll('.widths input')) {
      choice.addEventListener('change', () => this.#fit());
    }
    // In the next frame: what fits the screen into its stage changes the size of both, and an observer
    // that does so itself is told of as an error of the page.
    const resized = new ResizeObserver(() => requestAnimationFrame(() => this.#fit()));
    resized.observe(this.#stage);
    resized.observe(this.#screen);
  }

  /** @param {Mistake[]} mistakes of the draft @param {string} language of the box */
  show(mistakes, language) {
    const written = this.#withoutEndpoint(this.#draft.document);
    const text = written ?? this.#withoutEndpoint(withStandIns(this.#form, this.#draft, mistakes));
    if (text !== null) this.#say(written ? 'draft' : 'standIns');
    else this.#say(this.#shown ? 'before' : 'nothing');
    this.#box.setAttribute('lang', language);
    const accent = usable(this.#draft.settings.accent);
    if (accent) this.#box.setAttribute('accent', accent);
    else this.#box.removeAttribute('accent');
    if (text === null || text === this.#shown) return;
    this.#shown = text;
    this.#load(text);
  }

  /** @param {keyof says} state */
  #say(state) {
    this.#says.textContent = says[state];
  }

  /**
   * The box asks the same whatever its endpoint is, and it is not to ask that one here.
   * @param {Json} document
   * @returns {string | null} null where it has other errors
   */
  #withoutEndpoint({ endpoint, ...document }) {
    const text = JSON.stringify(document);
    return errorsIn(this.#core.check(text)).length > 0 ? null : text;
  }

  /** @param {string} text of a document without errors */
  #load(text) {
    // So that nothing jumps while the box is empty.
    this.#screen.style.minHeight = `${this.#box.offsetHeight}px`;
    if (this.#url) URL.revokeObjectURL(this.#url);
    this.#url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
    this.#box.setAttribute('src', this.#url);
    if (!this.#box.isConnected) this.#screen.append(this.#box);
  }

  #settle() {
    this.#screen.style.minHeight = '';
  }

  /** Gives the box its real width, and draws it smaller where the stage is narrower. */
  #fit() {
    const chosen = find(document, '.widths input:checked', HTMLInputElement);
    const width = Number(chosen.value);
    const scale = Math.min(1, this.#stage.clientWidth / width);
    this.#screen.style.width = `${width}px`;
    this.#screen.style.transform = scale < 1 ? `scale(${scale})` : '';
    this.#screen.style.marginBottom = `${(scale - 1) * this.#screen.offsetHeight}px`;
    this.#screen.style.marginInlineEnd = scale < 1 ? `${this.#stage.clientWidth - width}px` : '';
  }
}
