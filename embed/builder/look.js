// Looks at what is there at the endpoint: which fields a form has, or what a page is called.

import { askedIn } from './asked.js';
import { asBox } from './asking.js';
import { copyOf, find } from './find.js';

/** @import { BuilderCore } from './core.js' */
/** @import { Draft } from './draft.js' */
/** @import { Json } from './pointer.js' */
/** @import { Protocols } from './protocols.js' */

const unanswered = 'Answer the questions above first.';

export class Look {
  #core;
  #draft;
  #protocols;
  #words;
  #fill;

  /**
   * @param {BuilderCore} core
   * @param {Draft} draft
   * @param {Protocols} protocols
   * @param {Record<string, string>} words of the box in English
   * @param {() => void} fill shows what was found in the form
   */
  constructor(core, draft, protocols, words, fill) {
    this.#core = core;
    this.#draft = draft;
    this.#protocols = protocols;
    this.#words = words;
    this.#fill = fill;
  }

  /**
   * @param {Json} description
   * @returns {HTMLElement} the part of the form that looks
   */
  part({ options, look }) {
    const part = copyOf('endpoint-look');
    const names = Object.keys(options ?? {}).find((name) => options[name].kind === 'names');
    const button = find(part, 'button', HTMLButtonElement);
    button.textContent =
      look.list === undefined ? 'Look it up there' : 'Read the form\u2019s fields';
    button.addEventListener('click', async () => {
      button.disabled = true;
      find(part, '[role=status]', HTMLElement).textContent = await this.#look(names);
      button.disabled = false;
    });
    return part;
  }

  /**
   * @param {string | undefined} names the option that has the names there
   * @returns {Promise<string>} what was found
   */
  async #look(names) {
    const draft = this.#draft;
    const description = this.#protocols.textFor(draft.document);
    const request = this.#core.look(draft.text, description);
    if (!request) return unanswered;
    const answer = await asBox(request);
    const asked = askedIn(draft.document, this.#words).map(({ name }) => name);
    const seen = this.#core.seen(draft.text, description, asked, answer);
    find(document, '#their-names', HTMLElement).replaceChildren(
      ...seen.names.map((name) => new Option(name, name)),
    );
    if (names !== undefined) this.#takeLikely(`/endpoint/${names}`, seen.likely);
    return seen.sentence;
  }

  /** @param {string} pointer @param {[string, string][]} likely our names and theirs */
  #takeLikely(pointer, likely) {
    const empty = likely.filter(([ours]) => !this.#draft.at(`${pointer}/${ours}`));
    if (empty.length === 0) return;
    this.#draft.step();
    for (const [ours, theirs] of empty) this.#draft.put(`${pointer}/${ours}`, theirs);
    this.#fill();
  }
}
