// phpList 3.6.5: run. Its answers are HTML, and can be read by the one site that its configuration
// names: its own unless told.

import { isEmail, pairsOf, phpFields } from './form.mjs';

/** @import { Asked, Json } from './standin.mjs' */

const thanks =
  '<h3>Thanks, you have been added to our newsletter</h3><p>You will receive an email message to confirm your subscription. Please click the link in the email to confirm</p>';
const page =
  '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">\n<html></html>';

/** @param {{ origin?: string }} [settings] ACCESS_CONTROL_ALLOW_ORIGIN */
export function phplist({ origin = 'http://lists.example' } = {}) {
  /** @type {Json[]} */
  const stored = [];

  /** @param {Asked} asked */
  async function routed(asked) {
    if (asked.path !== '/lists/' && asked.path !== '/lists/index.php')
      return { status: 404, body: page };
    if (asked.query.get('p') !== 'asubscribe') return { status: 200, body: page };
    const fields = phpFields(await pairsOf(asked));
    if (fields.VerificationCodeX) return { status: 500, body: page };
    if (!isEmail(fields.email)) return { status: 500, body: 'FAIL' };
    // Characters of four bytes are lost.
    const kept = Object.entries(fields).map(([name, value]) => [
      name,
      String(value).replace(/[\u{10000}-\u{10ffff}]/gu, '????'),
    ]);
    stored.push(Object.fromEntries(kept));
    return { status: 200, body: thanks };
  }

  return {
    stored,
    /** @param {Asked} asked */
    async answer(asked) {
      return { headers: { 'access-control-allow-origin': origin }, ...(await routed(asked)) };
    },
  };
}
