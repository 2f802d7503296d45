// HubSpot's forms: from its documents and captures of others. Any page may read its answers, to
// which it must ask leave: it takes JSON only.

import { isEmail } from './form.mjs';
import { jsonOf } from './standin.mjs';

/** @import { Asked, Json } from './standin.mjs' */

/** @param {string} message @param {string} errorType */
const error = (message, errorType) => ({ message, errorType });

/**
 * @param {{ portal: number, form: string, fields: string[], required?: string[] }} settings
 */
export function hubspot({ portal, form, fields, required = [] }) {
  /** @type {Json[]} */
  const stored = [];

  /** @param {Json} sent @returns {Json[]} */
  function errorsIn(sent) {
    if (!Array.isArray(sent?.fields))
      return [error('Required field fields is missing', 'MISSING_FIELDS')];
    if (sent.fields.some((/** @type {Json} */ { value }) => typeof value !== 'string')) {
      return [error('Cannot deserialize value of type `java.lang.String`', 'INVALID_FIELDS')];
    }
    /** @type {Map<string, Json>} */
    const given = new Map(sent.fields.map((/** @type {Json} */ { name, value }) => [name, value]));
    const email = given.get('email');
    return [
      ...[...given.keys()]
        .filter((name) => !fields.includes(name))
        .map((name) =>
          error(
            `Error in 'fields.${name}'. Field is not in the form definition`,
            'FIELD_NOT_IN_FORM_DEFINITION',
          ),
        ),
      ...required
        .filter((name) => !given.get(name))
        .map((name) =>
          error(`Error in 'fields.${name}'. Required field '${name}' is missing`, 'REQUIRED_FIELD'),
        ),
      ...(email !== undefined && !isEmail(email)
        ? [error("Error in 'fields.email'. Invalid email address", 'INVALID_EMAIL')]
        : []),
    ];
  }

  /** @param {Asked} asked */
  function routed(asked) {
    if (asked.path !== `/submissions/v3/integration/submit/${portal}/${form}`) {
      return { status: 404, body: { status: 'error', message: 'Form could not be found' } };
    }
    if (asked.type !== 'application/json') return { status: 415, body: { status: 'error' } };
    const sent = jsonOf(asked.body);
    const errors = errorsIn(sent);
    if (errors.length > 0) {
      return {
        status: 400,
        body: { status: 'error', message: 'The request is not valid', errors },
      };
    }
    const email = sent.fields.find((/** @type {Json} */ { name }) => name === 'email')?.value ?? '';
    if (!/@example\.com$/i.test(email)) stored.push(sent);
    return { status: 200, body: { inlineMessage: '<p>Thanks for submitting the form.</p>' } };
  }

  return {
    stored,
    /** @param {Asked} asked */
    answer(asked) {
      const headers = {
        'access-control-allow-origin': '*',
        ...(asked.method === 'OPTIONS' && { 'access-control-allow-headers': 'Content-Type' }),
      };
      if (asked.method === 'OPTIONS') return { status: 200, headers };
      return { headers, ...routed(asked) };
    },
  };
}
