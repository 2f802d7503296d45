// The languages of the petition: a tab for each, in which the form shows the texts.

import { element, find } from './find.js';
import { isTranslated, pointerAround, pointerOf } from './place.js';
import { escaped } from './pointer.js';
import { agreed, listenToClosing } from './questions.js';
import { listenToTabs, showChosen } from './tabs.js';
import { sentence } from './core.js';

/** @import { BuilderCore, Mistake } from './core.js' */
/** @import { Draft } from './draft.js' */

const names = new Intl.DisplayNames('en', { type: 'language' });

/** @param {string} tag @returns {string} its name in English; the tag where that is not known */
export function nameOfLanguage(tag) {
  try {
    return names.of(tag) ?? tag;
  } catch {
    return tag;
  }
}

export class Languages {
  #draft;
  #core;
  #form;
  #choose;
  #list = find(document, '#languages', HTMLElement);
  #dialog = find(document, '#language-dialog', HTMLDialogElement);
  #tag = find(document, '#language-tag', HTMLInputElement);
  #mistake = find(document, '#language-mistake', HTMLElement);

  /**
   * @param {Draft} draft
   * @param {BuilderCore} core
   * @param {HTMLFormElement} form
   * @param {(tag: string) => void} choose shows the texts in that language
   */
  constructor(draft, core, form, choose) {
    this.#draft = draft;
    this.#core = core;
    this.#form = form;
    this.#choose = choose;
    listenToTabs(this.#list, (tab) => choose(String(tab.dataset.tag)));
    listenToClosing(this.#dialog);
    this.#tag.addEventListener('input', () => this.#refuse(''));
    find(document, '#add-language', HTMLElement).addEventListener('click', () => this.#ask());
    find(document, '#remove-language', HTMLElement).addEventListener('click', () =>
      this.#remove(find(this.#list, '[aria-selected=true]', HTMLElement).dataset.tag ?? ''),
    );
    find(this.#dialog, 'form', HTMLFormElement).addEventListener('submit', (event) => {
      event.preventDefault();
      this.#add(this.#tag.value.trim());
    });
    const { catalogues } = core.vocabulary();
    find(document, '#catalogues', HTMLElement).textContent = new Intl.ListFormat('en').format(
      catalogues.map(nameOfLanguage),
    );
  }

  /** @param {string} language that the form shows */
  draw(language) {
    const tabs = this.#draft.languages.map((tag) =>
      element('button', nameOfLanguage(tag), {
        type: 'button',
        role: 'tab',
        id: `language-${tag}`,
        'aria-controls': 'texts',
        'data-tag': tag,
      }),
    );
    this.#list.replaceChildren(...tabs);
    const chosen = tabs.find(({ dataset }) => dataset.tag === language);
    if (chosen) showChosen(this.#list, chosen);
    const remove = find(document, '#remove-language', HTMLButtonElement);
    remove.hidden = tabs.length < 2;
    remove.textContent = `Remove ${nameOfLanguage(language)}`;
  }

  #ask() {
    this.#tag.value = '';
    this.#refuse('');
    this.#dialog.showModal();
  }

  /** @param {string} why empty: there is nothing to refuse */
  #refuse(why) {
    this.#mistake.textContent = why;
    if (why) this.#tag.setAttribute('aria-invalid', 'true');
    else this.#tag.removeAttribute('aria-invalid');
  }

  /** @param {string} tag */
  #add(tag) {
    const { languages } = this.#draft;
    const mistake = this.#mistakeOf([...languages, tag], languages.length);
    if (mistake) return this.#refuse(sentence(mistake));
    if (languages.includes(tag)) return this.#refuse('The petition has this language already.');
    this.#dialog.close();
    this.#draft.step();
    this.#draft.put('/languages', [...languages, tag]);
    this.#choose(tag);
    find(this.#list, '[aria-selected=true]', HTMLElement).focus();
  }

  /**
   * @param {string[]} languages
   * @param {number} index of the one in question
   * @returns {Mistake | undefined} what the core would say of it
   */
  #mistakeOf(languages, index) {
    const mistakes = this.#core.check(JSON.stringify({ languages }));
    return mistakes.find(({ pointer }) => pointer === `/languages/${index}`);
  }

  /** @param {string} tag */
  async #remove(tag) {
    const name = nameOfLanguage(tag);
    if (!(await agreed(`Remove ${name}, and all texts in it?`, `Remove ${name}`))) return;
    this.#draft.step();
    for (const control of this.#form.querySelectorAll('[data-translated]')) {
      if (!(control instanceof HTMLElement) || !isTranslated(control)) continue;
      const pointer = pointerOf(control);
      // A text without a language is in the petition's own.
      const own = tag === this.#draft.languages[0] && typeof this.#draft.at(pointer) === 'string';
      const place = own ? pointer : `${pointer}/${escaped(tag)}`;
      this.#draft.remove(place, pointerAround(control));
    }
    const left = this.#draft.languages.filter((language) => language !== tag);
    this.#draft.put('/languages', left);
    this.#choose(left[0]);
    find(this.#list, '[aria-selected=true]', HTMLElement).focus();
  }
}
