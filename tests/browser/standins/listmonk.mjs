// Listmonk 6: from its source. Pages that its settings name may read its answers.

import { isEmail, pairsOf } from './form.mjs';
import { jsonOf, readableBy } from './standin.mjs';

/** @import { Asked, Json } from './standin.mjs' */

/**
 * @param {{ lists: Record<string, { optin: boolean }>, origins?: string[] }} settings its lists by
 *   their UUID, whether they ask for a confirmation, and security.cors_origins
 */
export function listmonk({ lists, origins = [] }) {
  /** @type {Json[]} */
  const stored = [];

  /** @param {Asked} asked */
  async function routed(asked) {
    if (asked.path !== '/api/public/subscription')
      return { status: 404, body: { message: 'Not Found' } };
    const pairs = await pairsOf(asked);
    const form = Object.fromEntries(pairs);
    const wanted = pairs.filter(([name]) => name === 'l').map(([, uuid]) => uuid);
    const sent =
      asked.type === 'application/json'
        ? (jsonOf(asked.body) ?? {})
        : { email: form.email, name: form.name, list_uuids: wanted };
    const uuids = sent.list_uuids ?? [];
    if (uuids.length === 0) return { status: 400, body: { message: 'No lists selected.' } };
    if (!isEmail(sent.email)) return { status: 400, body: { message: 'Invalid email.' } };
    // One that it does not have is passed over.
    const on = uuids.filter((/** @type {string} */ uuid) => uuid in lists);
    stored.push({ email: sent.email, name: sent.name, lists: on });
    const has_optin = on.some((/** @type {string} */ uuid) => lists[uuid].optin);
    return { status: 200, body: { data: { has_optin } } };
  }

  return {
    stored,
    /** @param {Asked} asked */
    async answer(asked) {
      const isKnown = origins.includes(asked.origin) || origins.includes('*');
      const allowed = { 'access-control-allow-headers': 'Content-Type' };
      const headers = isKnown
        ? readableBy(asked.origin, asked.method === 'OPTIONS' ? allowed : {})
        : {};
      if (asked.method === 'OPTIONS') return { status: 204, headers };
      return { headers, ...(await routed(asked)) };
    },
  };
}
