// The page on which a campaigner writes a petition and copies its snippet. Each part has a module;
// this one brings them together.

import { listenToPicker, showColour } from './accent.js';
import { BuilderCore, errorsIn } from './core.js';
import { Draft } from './draft.js';
import { Editor } from './editor.js';
import { Endpoint } from './endpoint.js';
import { drawKnownFields } from './fields.js';
import { find } from './find.js';
import { Keeping } from './keeping.js';
import { Kinds } from './kinds.js';
import { Languages, nameOfLanguage } from './languages.js';
import { Mistakes, placesIn } from './mistakes.js';
import { Names } from './names.js';
import { Opening } from './opening.js';
import { isControl, pointerOf } from './place.js';
import { showOwnWords } from './own_words.js';
import { Preview } from './preview.js';
import { Protocols } from './protocols.js';
import { agreed } from './questions.js';
import { Rows } from './rows.js';
import { Snippets } from './snippets.js';
import { withStandIns } from './stand_ins.js';
import { Trial } from './trial.js';

/** @import { Mistake } from './core.js' */
/** @import { Json } from './pointer.js' */
/** @import { Integrity } from './snippets.js' */

const stillness = 300; // ms without a change, before the draft is looked at

/** @param {string} url */
async function read(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: expected the status 200, found ${response.status}`);
  return response.text();
}

/** @type {Map<string, Promise<string>>} */
const words = new Map();

/** @param {string} tag @returns {Promise<string>} the text of the catalogue, asked for once */
function wordsIn(tag) {
  const asked = words.get(tag) ?? read(`../locales/${tag}.json`);
  words.set(tag, asked);
  // What failed once may be there the next time.
  asked.catch(() => words.delete(tag));
  return asked;
}

/** @param {BuilderCore} core */
function blank(core) {
  const language = core.catalogueFor([...navigator.languages]);
  const fields = ['given_name', 'family_name', 'email_address'].map((name) => ({ name }));
  return {
    document: { version: '1', languages: [language], demands: [''], fields, controller: {} },
    settings: { site: new URL('../../', location.href).href, accent: '', language: '' },
  };
}

class Builder {
  #core;
  #draft;
  #form = find(document, '#petition', HTMLFormElement);
  #editor;
  #rows;
  #languages;
  #mistakes;
  #preview;
  #protocols;
  #endpoint;
  #trial;
  #snippets;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /**
   * @param {BuilderCore} core
   * @param {Json} schema of a document
   * @param {Integrity} integrity
   * @param {Record<string, string>} english words of the box
   * @param {Protocols} protocols
   */
  constructor(core, schema, integrity, english, protocols) {
    const { fields, purposes, countries } = core.vocabulary();
    const draft = new Draft(schema, [...fields, ...purposes], () => blank(core));
    const names = new Names(core, draft);
    const says = find(document, '#says', HTMLElement);
    this.#core = core;
    this.#draft = draft;
    drawKnownFields(fields, countries, english);
    const editor = new Editor(this.#form, draft, names);
    this.#editor = editor;
    this.#rows = new Rows(this.#form, draft, editor, names, (line) => (says.textContent = line));
    new Kinds(this.#form, core, draft, names, this.#rows);
    this.#languages = new Languages(draft, core, this.#form, (tag) => this.#show(tag));
    this.#mistakes = new Mistakes(this.#form, draft, (place, tag) => this.#goTo(place, tag));
    this.#preview = new Preview(this.#form, core, draft);
    this.#protocols = protocols;
    this.#endpoint = new Endpoint(core, draft, editor, protocols, english);
    this.#trial = new Trial(core, draft, english);
    this.#snippets = new Snippets(core, draft, protocols, integrity, () => this.#lookNow());
    new Opening(core, draft, protocols);
    new Keeping(draft);
    listenToPicker(draft);
    draft.addEventListener('open', () => {
      this.#editor.forget();
      this.#show(draft.languages[0] ?? '');
    });
    draft.addEventListener('replace', () => {
      const { language } = this.#editor;
      this.#show(draft.languages.includes(language) ? language : (draft.languages[0] ?? ''));
    });
    find(document, '#start-over', HTMLElement).addEventListener(
      'click',
      () => void this.#startOver(),
    );
    draft.addEventListener('change', () => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#look().catch(fail), stillness);
    });
    this.#show(draft.languages[0] ?? '');
  }

  /** @param {string} language in which the form shows the texts */
  #show(language) {
    this.#editor.language = language;
    this.#languages.draw(language);
    this.#rows.draw();
    this.#look().catch(fail);
  }

  /** For what cannot wait until the draft is still. */
  async #lookNow() {
    clearTimeout(this.#timer);
    await this.#look().catch(fail);
  }

  /** Says what is wrong with the draft, and shows what has become of it. */
  async #look() {
    const draft = this.#draft;
    const { text, document, languages } = draft;
    await this.#protocols.load(document);
    // The description may have come after another change.
    if (draft.text !== text) return;
    const described = this.#describing(document);
    this.#endpoint.draw(described);
    const mistakes = this.#mistakesNow();
    const language = showLanguages(draft);
    this.#mistakes.show(mistakes, this.#editor.language);
    this.#preview.show(mistakes, language);
    showColour(draft.settings.accent);
    this.#trial.show(mistakes, this.#protocols.textFor(document), described);
    const own = await wordsIn(this.#core.catalogueFor([this.#editor.language]));
    showOwnWords(this.#form, JSON.parse(own));
    const tag = this.#core.catalogueFor([language, ...languages]);
    const catalogue = { tag, text: await wordsIn(tag) };
    // The words may have come after another change.
    if (draft.text === text) this.#snippets.show(mistakes, catalogue, language);
  }

  /** @param {Json} document @returns {Json} what the description says; null: there is no good one */
  #describing(document) {
    const text = this.#protocols.describing(document);
    return text !== '' && this.#core.describes(text) ? JSON.parse(text) : null;
  }

  /** @returns {Mistake[]} of the draft; those of its endpoint also while the texts are not complete */
  #mistakesNow() {
    const draft = this.#draft;
    const description = this.#protocols.textFor(draft.document);
    const mistakes = this.#core.check(draft.text, description);
    if (draft.at('/endpoint') === undefined || errorsIn(mistakes).length === 0) return mistakes;
    const complete = JSON.stringify(withStandIns(this.#form, draft, mistakes));
    const more = errorsIn(this.#core.check(complete, description));
    const isNew = (/** @type {Mistake} */ { pointer, expected }) =>
      !mistakes.some((one) => one.pointer === pointer && one.expected === expected);
    return [...mistakes, ...more.filter(isNew)];
  }

  /** @param {HTMLElement} place @param {string} language of what is there; empty: of any */
  #goTo(place, language) {
    const pointer = pointerOf(place);
    find(document, '#summary', HTMLDetailsElement).open = false;
    if (language !== '' && language !== this.#editor.language) this.#show(language);
    const places = placesIn(this.#form, this.#draft);
    const target = places.get(this.#draft.withIndices(pointer));
    if (target && !isControl(target)) target.tabIndex = -1;
    target?.focus();
  }

  async #startOver() {
    const question = this.#draft.unsaved
      ? 'This browser has not kept the draft. Throw it away and start with an empty one?'
      : 'Start with an empty draft? This one stays in the list of Open\u2026';
    if (!(await agreed(question, 'Start over'))) return;
    this.#draft.open({});
    find(this.#form, 'textarea', HTMLElement).focus();
  }
}

/** @param {Draft} draft @returns {string} the language of the snippet, of those to choose from */
function showLanguages(draft) {
  const select = find(document, '#setting-language', HTMLSelectElement);
  const { languages, settings } = draft;
  const language = languages.includes(settings.language) ? settings.language : (languages[0] ?? '');
  select.replaceChildren(...languages.map((tag) => new Option(nameOfLanguage(tag), tag)));
  select.value = language;
  return language;
}

/** Says that the builder does not work. @param {unknown} error */
function fail(error) {
  const failure = find(document, '#failure', HTMLElement);
  failure.textContent = `The builder does not work. ${error}`;
  failure.hidden = false;
  console.error(error);
}

try {
  const [core, schema, integrity, english, titles] = await Promise.all([
    BuilderCore.load('petition-builder.wasm'),
    read('../petition.schema.json'),
    read('../integrity.json'),
    wordsIn('en'),
    read('protocols.json'),
  ]);
  const protocols = new Protocols(JSON.parse(titles), read);
  new Builder(core, JSON.parse(schema), JSON.parse(integrity), JSON.parse(english), protocols);
} catch (error) {
  fail(error);
}
