// Where signatures go: a choice of protocols, and the questions that the chosen one asks.

import { copyOf, find } from './find.js';
import { askedIn } from './asked.js';
import { nameControls } from './editor.js';
import { Look } from './look.js';
import { english } from './protocols.js';

/** @import { BuilderCore } from './core.js' */
/** @import { Draft } from './draft.js' */
/** @import { Editor } from './editor.js' */
/** @import { Json } from './pointer.js' */
/** @import { Protocols, Words } from './protocols.js' */

/**
 * What a description says of one of its options.
 * @typedef {{ kind: string, label: Words, hint?: Words, optional?: boolean }} Option
 */

const reference = '';
const another = '{}';

/** @param {Option} option @returns {string} */
const hintOf = ({ hint, optional }) =>
  [english(hint), optional ? 'May stay empty.' : ''].filter(Boolean).join(' ');

/**
 * @param {string} at
 * @param {string} label
 * @param {string} hint empty: there is none
 */
function question(at, label, hint) {
  const made = copyOf('endpoint-question');
  find(made, 'label', HTMLElement).textContent = label;
  const line = find(made, '.hint', HTMLElement);
  if (hint) line.textContent = hint;
  else line.remove();
  const control = find(made, 'input', HTMLInputElement);
  control.dataset.at = at;
  return { made, control };
}

export class Endpoint {
  #draft;
  #editor;
  #protocols;
  #words;
  #look;
  #choice = find(document, '#protocol', HTMLSelectElement);
  #part = find(document, '#endpoint', HTMLElement);
  #own = find(document, '#own-protocol', HTMLElement);
  #questions = find(document, '#endpoint-questions', HTMLElement);
  #drawn = '';
  /** What was answered for each of the choices, should it be chosen again. @type {Map<string, Json>} */
  #answered = new Map();

  /**
   * @param {BuilderCore} core
   * @param {Draft} draft
   * @param {Editor} editor
   * @param {Protocols} protocols
   * @param {Record<string, string>} words of the box in English
   */
  constructor(core, draft, editor, protocols, words) {
    this.#draft = draft;
    this.#editor = editor;
    this.#protocols = protocols;
    this.#words = words;
    this.#look = new Look(core, draft, protocols, words, () => editor.fill(this.#part));
    const named = Object.entries(protocols.titles).sort(([, one], [, other]) =>
      one.localeCompare(other, 'en'),
    );
    this.#choice.append(
      new Option('Petition Box\u2019s own endpoint', reference),
      ...named.map(([name, title]) => new Option(title, name)),
      new Option('Another: describe it', another),
    );
    this.#choice.addEventListener('input', () => this.#choose(this.#choice.value));
    draft.addEventListener('open', () => this.#answered.clear());
    for (const type of ['change', 'open']) draft.addEventListener(type, () => this.#showChoice());
  }

  get #chosen() {
    const protocol = this.#draft.at('/endpoint/protocol') ?? 'reference';
    if (protocol === 'reference') return reference;
    const isNamed = typeof protocol === 'string' && Object.hasOwn(this.#protocols.titles, protocol);
    return isNamed ? protocol : another;
  }

  /** @param {string} choice */
  #choose(choice) {
    const draft = this.#draft;
    this.#answered.set(this.#chosen, structuredClone(draft.at('/endpoint')));
    const begun = choice === reference ? undefined : { protocol: choice === another ? {} : choice };
    const answers = this.#answered.get(choice) ?? begun;
    draft.step();
    if (answers) draft.put('/endpoint', structuredClone(answers));
    else draft.remove('/endpoint', '');
    this.#editor.fill(this.#part);
  }

  #showChoice() {
    const chosen = this.#chosen;
    this.#choice.value = chosen;
    this.#own.hidden = chosen !== another;
  }

  /**
   * Asks what the description of the draft's protocol asks.
   * @param {Json} description null: there is none yet
   */
  draw(description) {
    this.#showChoice();
    const asked = askedIn(this.#draft.document, this.#words);
    const { options, subscribes, look } = description ?? {};
    const hasAddress = this.#draft.at('/endpoint') !== undefined;
    const state = JSON.stringify([this.#chosen, hasAddress, options, subscribes, look, asked]);
    if (state === this.#drawn) return;
    this.#drawn = state;
    const parts = Object.entries(options ?? {}).map(([name, option]) =>
      option.kind === 'names' ? this.#names(name, option, asked) : this.#one(name, option),
    );
    if (look) {
      const first = parts.findIndex((part) => part.matches('fieldset'));
      parts.splice(first === -1 ? parts.length : first, 0, this.#look.part(description));
    }
    if (subscribes) parts.push(copyOf('endpoint-subscribes'));
    this.#questions.replaceChildren(...(hasAddress ? [this.#address()] : []), ...parts);
    nameControls(this.#part);
    this.#editor.fill(this.#part);
  }

  #address() {
    const { made, control } = question('/url', 'Address of the endpoint', '');
    control.inputMode = 'url';
    return made;
  }

  /** @param {string} name @param {Option} option */
  #one(name, option) {
    const { made, control } = question(`/${name}`, english(option.label), hintOf(option));
    if (option.kind === 'integer') {
      control.dataset.number = '';
      control.inputMode = 'numeric';
    }
    return made;
  }

  /** @param {string} name @param {Option} option @param {{ name: string, label: string }[]} asked */
  #names(name, option, asked) {
    const part = copyOf('endpoint-names');
    part.dataset.at = `/${name}`;
    find(part, 'legend', HTMLElement).textContent = english(option.label);
    find(part, '.hint', HTMLElement).textContent = hintOf(option);
    for (const { name: ours, label } of asked) {
      const { made, control } = question(`/${ours}`, label, '');
      made.classList.add('inline');
      control.setAttribute('list', 'their-names');
      part.append(made);
    }
    return part;
  }
}
