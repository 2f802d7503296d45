// The words of the page, in the language of whoever reads it. A key with "_one", "_other" and the like
// behind it has a form for each number.

/** @type {Record<string, string>} */
let words = {};
let reading = 'en';

/** @param {string} tag of the language @param {Record<string, string>} catalogue */
export function speak(tag, catalogue) {
  reading = tag;
  words = catalogue;
}

/** @returns {string} tag of the language of the page */
export const language = () => reading;

/** @param {string} key @returns {boolean} */
export const has = (key) => Object.hasOwn(words, key);

/** @param {string} english of the description of a protocol @returns {string} the same in the language of
 *   the page, where that has it */
export const translated = (english) => (has(english) ? words[english] : english);

/**
 * @param {string} key
 * @param {Record<string, string | number>} [values] for what stands in {{}}
 * @returns {string}
 */
export function t(key, values = {}) {
  const form = new Intl.PluralRules(reading).select(Number(values.count ?? 0));
  const text = words[key] ?? words[`${key}_${form}`] ?? words[`${key}_other`] ?? key;
  return text.replace(/\{\{(\w+)\}\}/g, (_, name) => {
    const value = values[name] ?? '';
    return typeof value === 'number' ? value.toLocaleString(reading) : value;
  });
}

/** @param {string[]} items @returns {string} "a, b and c" */
export const listed = (items) => new Intl.ListFormat(reading).format(items);

/** @param {string} tag @returns {string} what the language is called; the tag where that is not known */
export function nameOfLanguage(tag) {
  try {
    return new Intl.DisplayNames(reading, { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

const letters = [...'abcdefghijklmnopqrstuvwxyz'];

/** @returns {{ tag: string, name: string }[]} the languages of two letters, by their names */
export function allLanguages() {
  const names = new Intl.DisplayNames(reading, { type: 'language', fallback: 'none' });
  return letters
    .flatMap((first) => letters.map((second) => first + second))
    .flatMap((tag) => {
      const name = names.of(tag);
      return name ? [{ tag, name }] : [];
    })
    .sort((one, other) => one.name.localeCompare(other.name, reading));
}
