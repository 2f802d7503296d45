// Nextcloud Forms 5.3: from its source. A form's answers can be read from anywhere; leave to send
// anything else than a form is never given.

import { isEmail, pairsOf } from './form.mjs';
import { readableBy } from './standin.mjs';

/** @import { Asked, Json } from './standin.mjs' */

/**
 * @typedef {object} Question
 * @property {string} text
 * @property {boolean} [required]
 * @property {boolean} [email] whether it takes an e-mail address only
 * @property {string[]} [options] the numbers of its answers; any text where there are none
 */

/** @param {number} status @param {string} message */
const refusal = (status, message) => ({
  status,
  body: { ocs: { meta: { status: 'failure', statuscode: status, message }, data: [] } },
});

/**
 * @param {{ form: number, share: string, questions: Record<string, Question>, closed?: boolean }} settings
 */
export function nextcloudForms({ form, share, questions, closed = false }) {
  /** @type {Json[]} */
  const stored = [];

  /** @param {Asked} asked */
  async function routed(asked) {
    const id = asked.path.match(
      /^\/ocs\/v2\.php\/apps\/forms\/api\/v3\/forms\/(\d+)\/submissions$/,
    )?.[1];
    if (id !== String(form) || asked.query.get('format') !== 'json') return { status: 404 };
    const pairs = await pairsOf(asked);
    if (!pairs.some(([name, value]) => name === 'shareHash' && value === share))
      return refusal(403, '');
    if (closed) return refusal(403, 'This form is no longer taking answers');
    /** @type {Record<string, string[]>} */
    const answers = {};
    for (const [name, value] of pairs) {
      const question = name.match(/^answers\[(\d+)\]\[\]$/)?.[1];
      if (question !== undefined) (answers[question] ??= []).push(value);
    }
    for (const [number, { text, required, email, options }] of Object.entries(questions)) {
      const given = (answers[number] ?? []).filter((answer) => answer !== '');
      if (required && given.length === 0) return refusal(400, `Question "${text}" is required.`);
      const other = options && given.find((answer) => !options.includes(answer));
      if (other !== undefined) {
        return refusal(400, `Answer "${other}" for question "${text}" is not a valid option.`);
      }
      if (email && given.length > 0 && !isEmail(given[0])) {
        return refusal(400, `Invalid input for question "${text}".`);
      }
    }
    const other = Object.keys(answers).find((number) => !(number in questions));
    if (other !== undefined)
      return refusal(400, `Answer for non-existent question with ID ${other}.`);
    stored.push(answers);
    return {
      status: 201,
      body: { ocs: { meta: { status: 'ok', statuscode: 201, message: 'OK' }, data: null } },
    };
  }

  return {
    stored,
    /** @param {Asked} asked */
    async answer(asked) {
      if (asked.method === 'OPTIONS' || 'ocs-apirequest' in asked.headers) return { status: 401 };
      return { headers: readableBy(asked.origin || '*'), ...(await routed(asked)) };
    },
  };
}
