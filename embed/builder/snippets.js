// The six snippets: each by its tab, ready to be copied once the document has no errors.

import { usable } from './accent.js';
import { copyText } from './copying.js';
import { errorsIn, sentence } from './core.js';
import { find } from './find.js';
import { sayAt } from './mistakes.js';
import { listenToTabs, showChosen } from './tabs.js';

/** @import { Answer, BuilderCore, Mistake } from './core.js' */
/** @import { Draft } from './draft.js' */
/** @import { Protocols } from './protocols.js' */

/**
 * What the build says of the box's files.
 * @typedef {{ version: string, script: string, stylesheet: string, frame_script: string }} Integrity
 */

/** @typedef {{ tag: string, text: string }} Catalogue */

/** @type {Answer} */
const nothing = { mistakes: [], texts: [] };

export class Snippets {
  #core;
  #draft;
  #protocols;
  #integrity;
  #look;
  #kind = 'element';
  #tabs = find(document, '#kinds', HTMLElement);
  #panel = find(document, '#snippet', HTMLElement);
  /** Chooses another form of a kind. @type {Record<string, [HTMLInputElement, string]>} */
  #forms = {
    element: [find(document, '#wrapped', HTMLInputElement), 'wrapped'],
    link: [find(document, '#markdown', HTMLInputElement), 'link-markdown'],
  };
  #text = find(document, '#text', HTMLTextAreaElement);
  #why = find(document, '#no-snippet', HTMLElement);
  #copied = find(document, '#copied', HTMLElement);
  #copy = find(document, '#copy', HTMLButtonElement);
  #download = find(document, '#download', HTMLAnchorElement);
  /** @type {{ mistakes: Mistake[], catalogue: Catalogue, language: string }} */
  #state = { mistakes: [], catalogue: { tag: '', text: '' }, language: '' };

  /**
   * @param {BuilderCore} core
   * @param {Draft} draft
   * @param {Protocols} protocols
   * @param {Integrity} integrity
   * @param {() => Promise<void>} look looks at the draft as it is now, and shows it here
   */
  constructor(core, draft, protocols, integrity, look) {
    this.#core = core;
    this.#draft = draft;
    this.#protocols = protocols;
    this.#integrity = integrity;
    this.#look = look;
    listenToTabs(this.#tabs, (tab) => {
      this.#kind = tab.id.slice('kind-'.length);
      this.#draw();
    });
    for (const [tick] of Object.values(this.#forms)) {
      tick.addEventListener('change', () => this.#draw());
    }
    this.#copy.addEventListener('click', () => void this.#copyText());
    this.#download.addEventListener('click', (event) => {
      // The last change may not have been looked at yet.
      if (!this.#offerDocument(this.#mistakesNow())) event.preventDefault();
    });
  }

  /**
   * @param {Mistake[]} mistakes of the draft
   * @param {Catalogue} catalogue the words of the box in that language
   * @param {string} language of the snippet
   */
  show(mistakes, catalogue, language) {
    this.#state = { mistakes, catalogue, language };
    this.#draw();
  }

  #draw() {
    showChosen(this.#tabs, find(this.#tabs, `#kind-${this.#kind}`, HTMLElement));
    for (const part of this.#panel.querySelectorAll('[data-kind]')) {
      if (part instanceof HTMLElement) part.hidden = part.dataset.kind !== this.#kind;
    }
    const errors = errorsIn(this.#state.mistakes).length;
    const refused = this.#drawPlaces();
    const { mistakes, texts } = errors === 0 && !refused ? this.#write() : nothing;
    const [text = ''] = texts;
    this.#offerDocument(this.#state.mistakes);
    this.#copy.disabled = text === '';
    this.#text.hidden = text === '';
    this.#why.textContent = this.#reason(errors, refused, errorsIn(mistakes)[0]);
    if (this.#text.value === text) return;
    this.#text.value = text;
    this.#copied.textContent = '';
  }

  /**
   * @param {number} errors
   * @param {Mistake | undefined} refused why the site is none
   * @param {Mistake | undefined} unfit why there is no snippet of the kind
   */
  #reason(errors, refused, unfit) {
    if (errors > 0) {
      return `There is no snippet while the document has errors: ${errors} now, listed above.`;
    }
    if (refused) return `There is no snippet without a site. ${sentence(refused)}`;
    return unfit ? `There is no such snippet for this petition. ${sentence(unfit)}` : '';
  }

  /** @returns {Mistake | undefined} what is wrong with the address of the site */
  #drawPlaces() {
    const { site } = this.#draft.settings;
    const petition = String(this.#draft.at('/petition') ?? '');
    const { mistakes, texts } = this.#core.places(site, petition, this.#integrity.version);
    sayAt(find(document, '#setting-site', HTMLElement), mistakes);
    const [, src] = texts;
    find(document, '#where', HTMLElement).textContent =
      src && petition ? `The snippet expects the document at ${src}` : '';
    return errorsIn(mistakes)[0];
  }

  #write() {
    const [tick, form] = this.#forms[this.#kind] ?? [];
    const { version, script, stylesheet, frame_script } = this.#integrity;
    return this.#core.snippet({
      kind: tick?.checked && form ? form : this.#kind,
      site: this.#draft.settings.site,
      version,
      integrity: [script, stylesheet, frame_script],
      language: this.#state.language,
      accent: usable(this.#draft.settings.accent),
      catalogue: this.#state.catalogue,
      document: this.#draft.text,
      description: this.#protocols.textFor(this.#draft.document),
    });
  }

  #mistakesNow() {
    const { text, document } = this.#draft;
    return this.#core.check(text, this.#protocols.textFor(document));
  }

  async #copyText() {
    await this.#look();
    if (this.#copy.disabled) return;
    await copyText(this.#text, this.#copied, 'The snippet');
  }

  /** @param {Mistake[]} mistakes of the draft @returns {boolean} whether there are no errors */
  #offerDocument(mistakes) {
    const complete = errorsIn(mistakes).length === 0;
    URL.revokeObjectURL(this.#download.href);
    const file = new Blob([this.#draft.text], { type: 'application/json' });
    this.#download.href = URL.createObjectURL(file);
    this.#download.download = `${this.#draft.at('/petition')}.json`;
    this.#download.hidden = !complete;
    return complete;
  }
}
