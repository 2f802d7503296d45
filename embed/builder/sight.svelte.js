// What there is to see of a draft: what the core says is wrong with it and of its endpoint, where on
// the page each part of it is asked for, and in which language its texts are shown.

import { createContext, untrack } from 'svelte';
import { SvelteMap, SvelteSet } from 'svelte/reactivity';
import { errorsIn, sentence } from './core.js';
import { formOf } from './questions.js';
import { parentOf, put, withIndices } from './pointer.js';
import { nameOfLanguage, t } from './words.js';

/** @import { BuilderCore, Mistake } from './core.js' */
/** @import { Draft } from './draft.svelte.js' */
/** @import { Json } from './pointer.js' */
/** @import { Protocols } from './protocols.js' */

/**
 * What the build says of the box's files.
 * @typedef {Record<string, string>} Integrity version, script, stylesheet, frame_script, running, and each theme
 */

/**
 * Where a part of the document is asked for.
 * @typedef {object} Place
 * @property {HTMLElement} element a control, or a part of the form
 * @property {string} name what the form calls it
 * @property {boolean} isControl
 * @property {boolean} [translated]
 * @property {string} [kept] pointer of the innermost object that stays when it is taken out
 * @property {boolean} [json]
 * @property {string} [stands] what the preview has in its place
 */

/**
 * @typedef {object} Said
 * @property {Mistake} mistake
 * @property {string} pointer of the place where it is said
 * @property {string} language of a text that it is about; empty for what is in no language
 */

/** @type {ReturnType<typeof createContext<Sight>>} */
export const [getSight, setSight] = createContext();

export class Sight {
  core;
  draft;
  protocols;
  integrity;
  /** Words of the box in the language of the page. */
  box;
  form;
  /** What a narrow page shows: write, preview or snippet. */
  view = $state('write');
  /** Of the snippet. */
  kind = $state('element');
  /** Of the texts that the form shows. */
  language = $state('');
  /** @type {Mistake[]} */
  mistakes = $state.raw([]);
  /** What the description of the endpoint's protocol says; null: there is no good one. @type {Json} */
  described = $state.raw(null);
  /** Words of the box in the language of the texts. @type {Record<string, string>} */
  own = $state.raw({});
  /** Words of the box for the snippet: tag and text of a catalogue. */
  catalogue = $state.raw({ tag: '', text: '' });

  /** The same in the petition's own language. */
  spoken = $state.raw({ tag: '', text: '' });
  /** How often the draft was looked at. */
  looks = $state(0);
  /**
   * What was removed last, with the document without it.
   * @type {{ document: Json, pointer: string, line: string, focus: () => void } | null}
   */
  removed = $state.raw(null);
  /** A line for those who cannot see what has changed. */
  says = $state('');
  /** Whether somebody wants to know all that is missing: has asked for the snippet. */
  asked = $state(false);
  /** Pointers of what somebody has written. @type {SvelteSet<string>} */
  touched = new SvelteSet();
  /** @type {SvelteMap<string, Place>} by pointers with names */
  places = new SvelteMap();
  #wordsIn;

  /**
   * @param {BuilderCore} core
   * @param {Draft} draft
   * @param {Protocols} protocols
   * @param {Integrity} integrity
   * @param {Record<string, string>} box its words, in the language of the page
   * @param {(tag: string) => Promise<string>} wordsIn text of a catalogue of the box
   */
  constructor(core, draft, protocols, integrity, box, wordsIn) {
    this.core = core;
    this.draft = draft;
    this.protocols = protocols;
    this.integrity = integrity;
    this.box = box;
    this.form = formOf(core.vocabulary(), box);
    this.language = draft.languages[0] ?? '';
    this.#wordsIn = wordsIn;
  }

  /** The language of the snippet, of those of the petition. */
  get snippetLanguage() {
    const { languages, settings } = this.draft;
    return languages.includes(settings.language) ? settings.language : (languages[0] ?? '');
  }

  /** Of the box; other snippets than the element have all of it. */
  get layout() {
    return this.kind === 'element' ? (this.draft.settings.layout ?? '') : '';
  }

  /** Of the box, where the page can link one. */
  get theme() {
    return /element|pre-rendered/.test(this.kind) ? (this.draft.settings.theme ?? '') : '';
  }

  /**
   * @param {string} key of words of the box
   * @param {string} asker pointer of the name of who asks for it
   * @returns {string} in the language of the texts; empty: the box has none
   */
  ownWords(key, asker) {
    const name =
      this.draft.textAt(asker, this.language) || String(this.places.get(asker)?.stands);
    return (this.own[key] ?? '').replaceAll('{{controller}}', () => name);
  }

  get errors() {
    return errorsIn(this.mistakes).length;
  }

  /** What the core is given with the document. */
  get description() {
    return this.protocols.textFor(this.draft.document);
  }

  /** What is at the site: base, src, endpoint, sign page, frame page; or what is wrong with it. */
  addresses = $derived(
    this.seen(() => {
      const { core, draft, integrity } = this;
      const petition = String(draft.at('/petition') ?? '');
      return core.places(draft.settings.site, petition, integrity.version);
    }),
  );

  /** Each mistake at the place that it is about, or else the nearest around that. */
  said = $derived(this.#placed([...this.places.keys()], this.mistakes));

  /** @param {string[]} keys of the places @param {Mistake[]} mistakes @returns {Said[]} */
  #placed(keys, mistakes) {
    const draft = untrack(() => ({
      document: this.draft.document,
      languages: this.draft.languages,
    }));
    const places = new Map(keys.map((key) => [withIndices(draft.document, key), key]));
    return mistakes.map((mistake) => {
      let at = mistake.pointer;
      while (at !== '' && !places.has(at)) at = parentOf(at);
      const pointer = places.get(at) ?? '';
      const place = this.places.get(pointer);
      const rest = mistake.pointer.slice(at.length);
      const language = place?.translated
        ? draft.languages.find((tag) => rest === `/${tag}`)
        : undefined;
      const within = place?.json ? rest : undefined;
      return { mistake: { ...mistake, within }, pointer, language: language ?? '' };
    });
  }

  /**
   * For what takes too long to be done at each key.
   * @template T
   * @param {() => T} ask
   * @returns {T} what it says of the draft as it was looked at last
   */
  seen(ask) {
    void this.looks;
    return untrack(ask);
  }

  /** @param {Said} said @returns {boolean} whether somebody has been there, or wants to know it all */
  isShown({ pointer }) {
    const isThere = (/** @type {string} */ one) => one === pointer || one.startsWith(`${pointer}/`);
    return this.asked || [...this.touched].some(isThere);
  }

  /** @param {string} pointer of a place @returns {Mistake[]} that are said there */
  saidAt(pointer) {
    if (pointer === 'setting-site') return this.addresses.mistakes;
    const isHere = (/** @type {Said} */ said) =>
      said.pointer === pointer &&
      (said.language === '' || said.language === this.language) &&
      this.isShown(said);
    return this.said.filter(isHere).map(({ mistake }) => mistake);
  }

  /** For another draft, of which nothing was written here. */
  begin() {
    this.asked = false;
    this.touched.clear();
    this.language = this.draft.languages[0] ?? '';
  }

  /** Looks at the draft as it is now. */
  async look() {
    const { core, draft, protocols } = this;
    const { document, settings } = draft;
    const isPast = () => draft.document !== document || draft.settings !== settings;
    await protocols.load(document);
    // The description may have come after another change.
    if (isPast()) return;
    const description = protocols.describing(document);
    const isDescribed = description !== '' && core.describes(description);
    this.described = isDescribed ? JSON.parse(description) : null;
    this.mistakes = this.#mistakesNow();
    const tag = core.catalogueFor([this.snippetLanguage, ...draft.languages]);
    const spoken = core.catalogueFor(draft.languages);
    const [own, words, text] = await Promise.all([
      this.#wordsIn(core.catalogueFor([this.language])),
      this.#wordsIn(tag),
      this.#wordsIn(spoken),
    ]);
    if (isPast()) return;
    this.own = JSON.parse(own);
    this.catalogue = { tag, text: words };
    this.spoken = { tag: spoken, text };
    ++this.looks;
  }

  /** @returns {Mistake[]} of the draft; those of its endpoint also while the texts are not complete */
  #mistakesNow() {
    const { core, draft, description } = this;
    const mistakes = core.check(draft.text, description);
    if (draft.at('/endpoint') === undefined || errorsIn(mistakes).length === 0) return mistakes;
    const more = errorsIn(core.check(JSON.stringify(this.withStandIns(mistakes)), description));
    const isNew = (/** @type {Mistake} */ { pointer, expected }) =>
      !mistakes.some((one) => one.pointer === pointer && one.expected === expected);
    return [...mistakes, ...more.filter(isNew)];
  }

  /**
   * @param {Mistake[]} mistakes of the draft
   * @returns {Json} the document, with stand-ins where the core expects what is not there; other
   *   mistakes stay in it
   */
  withStandIns(mistakes) {
    const { draft } = this;
    const copy = structuredClone(draft.document);
    const places = new Map([...this.places].map(([key, place]) => [draft.withIndices(key), place]));
    for (const { pointer } of errorsIn(mistakes)) {
      const { stands, translated } = places.get(pointer) ?? {};
      if (stands === undefined) continue;
      put(copy, pointer, translated ? { [draft.languages[0]]: stands } : stands);
    }
    return copy;
  }

  /** @param {Said} said @returns {string} where it is, and what */
  lineOf({ mistake, pointer, language }) {
    const name = this.places.get(pointer)?.name ?? '';
    const where = language === '' ? name : `${name} (${nameOfLanguage(language)})`;
    return t('mistake.at', { where, what: sentence(mistake) });
  }

  /** @param {string} tag of a language, which the document loses with all texts in it */
  removeLanguage(tag) {
    const { draft } = this;
    this.emptyTexts('', tag);
    draft.put(
      '/languages',
      draft.languages.filter((one) => one !== tag),
    );
    this.language = draft.languages[0];
  }

  /** Takes out all texts in a language. @param {string} within pointer @param {string} tag */
  emptyTexts(within, tag) {
    const { draft } = this;
    for (const [pointer, { translated, kept = '' }] of this.places) {
      const isWithin = pointer === within || pointer.startsWith(`${within}/`);
      if (!isWithin || !translated || draft.textAt(pointer, tag) === '') continue;
      const isItem = Array.isArray(draft.at(parentOf(pointer)));
      if (typeof draft.at(pointer) !== 'string') draft.putText(pointer, tag, '', kept);
      else if (isItem) draft.put(pointer, '');
      else draft.remove(pointer, kept);
    }
  }

  /** Takes a part of the form to be the place of a part of the document, as long as it is there.
   * @param {string} pointer @param {Omit<Place, 'element'>} place */
  placeFor(pointer, place) {
    return (/** @type {HTMLElement} */ element) => {
      this.places.set(pointer, { ...place, element });
      return () => {
        if (this.places.get(pointer)?.element === element) this.places.delete(pointer);
      };
    };
  }
}
