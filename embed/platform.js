// What the core asks of the platform: widget/language/platform.hpp says what each answer is.

import { Question } from '#opcodes';

/** @type {Record<number, (...texts: string[]) => string>} */
export const answers = {
  [Question.number]: (tag, digits) => new Intl.NumberFormat(tag).format(+digits),

  [Question.date]: (tag, year, month, day) =>
    new Intl.DateTimeFormat(tag, {
      year: 'numeric',
      month: +month ? 'long' : undefined,
      day: +day ? 'numeric' : undefined,
      calendar: 'gregory',
      timeZone: 'UTC',
    }).format(Date.UTC(+year, +month && +month - 1, +day || 1)),

  [Question.plural_category]: (tag, digits) => new Intl.PluralRules(tag).select(+digits),

  [Question.regions]: (tag, codes) => {
    const names = new Intl.DisplayNames(tag, { type: 'region' });
    const { compare } = new Intl.Collator(tag);
    return (codes.match(/../g) ?? [])
      .map((code) => ({ code, name: names.of(code) ?? code }))
      .sort((a, b) => compare(a.name, b.name))
      .map(({ code, name }) => `${code}${name}\n`)
      .join('');
  },

  [Question.composed]: (text) => text.normalize(),

  [Question.ascii_domain]: (domain) => {
    try {
      return new URL('http://' + domain).hostname;
    } catch {
      return '';
    }
  },
};
