// Mautic 5: what lets pages in was run (its CORSMiddleware); the form itself is from its source. A
// page that it does not know is stopped before it sends anything, as long as it sends the header by
// which Mautic knows a script; without that its form is taken, and nothing can be read.

import { isEmail, pairsOf, phpFields } from './form.mjs';
import { readableBy } from './standin.mjs';

/** @import { Asked, Json } from './standin.mjs' */

/** @param {string} pattern such as http://localhost:* @param {string} origin */
const fits = (pattern, origin) =>
  new RegExp(
    `^${pattern
      .split('*')
      .map((part) => part.replace(/[.?+^${}()|[\]\\]/g, '\\$&'))
      .join('.*')}$`,
  ).test(origin);

/**
 * @param {{
 *   form: number,
 *   fields: Record<string, { required?: boolean, email?: boolean }>,
 *   origins?: string[],
 * }} settings its form, and cors_valid_domains
 */
export function mautic({ form, fields, origins = [] }) {
  /** @type {Json[]} */
  const stored = [];

  /** @param {Asked} asked */
  async function routed(asked) {
    if (asked.path !== '/form/submit' || asked.query.get('ajax') !== '1') return { status: 404 };
    // PHP makes one list of mauticform[a] and mauticform[b].
    const pairs = (await pairsOf(asked)).flatMap(([name, value]) => {
      const inner = name.match(/^mauticform\[(\w+)\](\[\])?$/);
      return inner ? [/** @type {[string, string]} */ ([inner[1] + (inner[2] ?? ''), value])] : [];
    });
    const sent = phpFields(pairs);
    if (sent.formId !== String(form)) {
      return { status: 200, body: { success: 0, errorMessage: 'The form is not available.' } };
    }
    const invalid = Object.entries(fields).filter(([name, { required, email }]) => {
      const value = String(sent[name] ?? '');
      return value === '' ? required : email && !isEmail(value);
    });
    if (invalid.length > 0) {
      const validationErrors = Object.fromEntries(
        invalid.map(([name]) => [name, '<b>This is required.</b>']),
      );
      return { status: 200, body: { success: 0, validationErrors } };
    }
    stored.push(sent);
    return {
      status: 200,
      type: 'application/json',
      body: { success: 1, successMessage: '<p>Thanks</p>' },
    };
  }

  return {
    stored,
    /** @param {Asked} asked */
    async answer(asked) {
      const isKnown = origins.some((pattern) => fits(pattern, asked.origin));
      const isScript = asked.headers['x-requested-with'] === 'XMLHttpRequest';
      if (asked.method === 'OPTIONS') {
        const allowed = { 'access-control-allow-headers': 'Content-Type, X-Requested-With' };
        return { status: 204, headers: isKnown ? readableBy(asked.origin, allowed) : {} };
      }
      const headers = isKnown && isScript ? readableBy(asked.origin) : {};
      return { headers, ...(await routed(asked)) };
    },
  };
}
