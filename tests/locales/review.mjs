// Whether a lawyer or a native speaker has read the wording of consent, who and when.

import { fileOf } from './language.mjs';

/** @import { Language, Mistake } from './language.mjs' */

/** @param {Language} language @returns {Mistake[]} */
export function wrongReviewOf({ tag, review }) {
  const { status, by, on } = review;
  const isDraft = status === 'draft' && by === '' && on === '';
  const isReviewed = status === 'reviewed' && isName(by) && isDay(on);
  if (isDraft || isReviewed) return [];
  return [
    {
      file: fileOf('consent', tag),
      key: 'review',
      rule: 'review',
      expected: '"draft" by "" on "", or "reviewed" by somebody on a day such as "2027-03-31"',
      found: JSON.stringify(review),
    },
  ];
}

const isName = (/** @type {unknown} */ by) => typeof by === 'string' && by.trim() !== '';

const isDay = (/** @type {string} */ on) =>
  /^\d{4}-\d\d-\d\d$/.test(on) && new Date(on).toJSON()?.startsWith(on);
