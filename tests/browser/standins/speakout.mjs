// WordPress with SpeakOut! 4.4.1: run. Its answers cannot be read from another site unless a filter
// allows that; what a form sends is stored all the same.

import { pairsOf, phpFields } from './form.mjs';
import { readableBy } from './standin.mjs';

/** @import { Asked, Json } from './standin.mjs' */

/** @param {{ allowed?: boolean }} [site] whether the filter allowed_http_origins lets pages read */
export function speakout({ allowed = false } = {}) {
  /** @type {Json[]} */
  const stored = [];

  /** @param {Asked} asked */
  async function routed(asked) {
    const fields = phpFields(await pairsOf(asked));
    if (asked.path !== '/wp-admin/admin-ajax.php') return { status: 404, body: '<!DOCTYPE html>' };
    if (fields.action !== 'dk_speakout_sendmail') return { status: 400, body: '0' };
    const address = String(fields.email ?? '').trim();
    const email = /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(address) ? address : '';
    const isSame = (/** @type {Json} */ one) =>
      one.id === fields.id && one.email.toLowerCase() === email.toLowerCase();
    // It answers in JSON, and calls that HTML.
    const said = (/** @type {Json} */ body) => ({ status: 200, body: JSON.stringify(body) });
    if (stored.some(isSame)) {
      const message = 'This petition has already been signed using your email address.';
      return said({ status: 'error', message });
    }
    stored.push({ ...fields, email, optin: fields.optin === 'on' ? 1 : 0 });
    const message = `<strong>Thank you, ${fields.first_name}.</strong>\r\n<p>Your signature has been added.</p>`;
    return said({ status: 'success', message });
  }

  return {
    stored,
    /** @param {Asked} asked */
    async answer(asked) {
      const headers = allowed
        ? readableBy(asked.origin, { 'access-control-allow-credentials': 'true' })
        : {};
      if (asked.method === 'OPTIONS') return { status: 200, headers };
      return { headers, ...(await routed(asked)) };
    },
  };
}
