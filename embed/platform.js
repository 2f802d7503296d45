// What a module of the core imports: the answers to what it asks of the platform.
// widget/language/platform.hpp says what each of them is.

import { Question } from '#opcodes';
import { parse } from './built-ins.js';
import { bytesOf, Reader } from './bytes.js';

const crowded = /\p{M}{31}/u;

/**
 * Where a browser does not know a language it would write in its reader's, or in none ("M12"): in
 * digits that all of them read alike.
 * @param {string} tag @param {string} written by the browser @param {() => string} plain
 */
const known = (tag, written, plain) =>
  Intl.NumberFormat.supportedLocalesOf(tag)[0] && !/M\d/.test(written) ? written : plain();

/** @type {Record<number, (...texts: string[]) => string>} */
const answers = {
  [Question.number]: (tag, digits) =>
    known(tag, new Intl.NumberFormat(tag).format(+digits), () =>
      digits.replace(/\B(?=(\d{3})+$)/g, '\u202f'),
    ),

  [Question.date]: (tag, year, month, day) => {
    const date = Date.UTC(+year, +month && +month - 1, +day || 1);
    const written = new Intl.DateTimeFormat(tag, {
      year: 'numeric',
      month: +month ? 'long' : undefined,
      day: +day ? 'numeric' : undefined,
      calendar: 'gregory',
      timeZone: 'UTC',
    }).format(date);
    return known(tag, written, () =>
      new Date(date).toISOString().slice(0, +day ? 10 : +month ? 7 : 4),
    );
  },

  [Question.time_zone]: (tag, timeZone) => {
    try {
      return /** @type {Intl.DateTimeFormatPart} */ (
        new Intl.DateTimeFormat(tag, { timeZone, timeZoneName: 'longGeneric' })
          .formatToParts(1.8e12)
          .find(({ type }) => type === 'timeZoneName')
      ).value;
    } catch {
      return timeZone;
    }
  },

  [Question.plural_category]: (tag, digits) => new Intl.PluralRules(tag).select(+digits),

  [Question.regions]: (tag, codes) => {
    const names = new Intl.DisplayNames(tag, { type: 'region' });
    const { compare } = new Intl.Collator(tag);
    return (codes.match(/[A-Z]{2}/g) ?? [])
      .map((code) => [/** @type {string} */ (names.of(code)), code])
      .sort(([a], [b]) => compare(a, b))
      .map(([name, code]) => code + name + '\n')
      .join('');
  },

  [Question.language]: (tag) => {
    try {
      const name = /** @type {string} */ (new Intl.DisplayNames(tag, { type: 'language' }).of(tag));
      // Engines differ in the first letter.
      return known(tag, name[0].toLocaleUpperCase(tag) + name.slice(1), () => tag);
    } catch {
      return tag;
    }
  },

  [Question.composed]: (text) =>
    crowded.test(text) || crowded.test((text = text.normalize())) ? '' : text,

  [Question.ascii_domain]: (domain) => {
    try {
      return parse('http://' + domain).hostname;
    } catch {
      return '';
    }
  },
};

/**
 * @param {() => { buffer: ArrayBuffer }} memory of the instance, once there is one
 * @returns {Record<string, Record<string, Function>>}
 */
export function imports(memory) {
  /** @type {(question: number, size: number, answer: number, capacity: number) => number} */
  const ask = (question, _size, answer, capacity) => {
    const { buffer } = memory();
    const reader = new Reader(buffer, question);
    const platform = answers[reader.byte()];
    /** @type {string[]} */
    const texts = [];
    // Each answer takes as many texts as it names.
    while (texts.length < platform.length) texts.push(reader.text());
    const bytes = bytesOf(platform(...texts));
    if (bytes.length <= capacity) new Uint8Array(buffer).set(bytes, answer);
    return bytes.length;
  };
  return {
    env: { petition_box_ask: ask },
    wasi_snapshot_preview1: { proc_exit() {} },
  };
}
