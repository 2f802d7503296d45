// An OSDI server: from the documents of OSDI 1.1 and, for Action Network, from its own and from
// others' code. It takes JSON from any page.

import { isEmail } from './form.mjs';
import { jsonOf } from './standin.mjs';

/** @import { Asked, Json } from './standin.mjs' */

const cors = { 'access-control-allow-origin': '*' };
const leave = {
  ...cors,
  'access-control-allow-headers': 'Content-Type',
  'access-control-allow-methods': 'GET, POST',
};

/** @param {string[]} properties @param {string} description */
const invalid = (properties, description) => ({
  'osdi:error': {
    request_type: 'atomic',
    response_code: 400,
    resource_status: [
      {
        resource: 'osdi:person',
        response_code: 400,
        error_descriptions: [{ error_code: 'INVALID', description, properties }],
      },
    ],
  },
});

/**
 * @param {string} petition the path of the petition
 * @param {string} helper under it, where signatures are taken
 * @param {(signature: Json) => Json} [answered] what it says of one that it kept; the signature
 *   unless told
 */
function server(petition, helper, answered) {
  /** @type {Json[]} */
  const stored = [];
  const self = (/** @type {number} */ number) =>
    `http://osdi.example${petition}/signatures/${number}`;

  /** @param {Asked} asked */
  function routed(asked) {
    if (asked.path === petition && asked.method === 'GET') {
      return {
        status: 200,
        type: 'application/hal+json',
        body: { total_signatures: stored.length },
      };
    }
    if (asked.path !== `${petition}/${helper}`)
      return { status: 404, body: { error: 'not found' } };
    const sent = asked.type === 'application/json' ? jsonOf(asked.body) : undefined;
    const email = sent?.person?.email_addresses?.[0]?.address;
    if (!isEmail(email)) {
      const body = invalid(['email_addresses[0].address'], 'The address is not valid.');
      return { status: 400, type: 'application/hal+json', body };
    }
    const address = (/** @type {Json} */ one) => one.person.email_addresses[0].address;
    if (!stored.some((one) => address(one) === email)) stored.push(sent);
    return { status: 200, type: 'application/hal+json', ...answered?.(sent) };
  }

  return {
    stored,
    self,
    /** @param {Asked} asked */
    answer(asked) {
      if (asked.method === 'OPTIONS') return { status: 200, headers: leave };
      const answer = routed(asked);
      const signature = {
        identifiers: [`osdi:${stored.length}`],
        created_date: '2026-11-26T10:00:00Z',
        _links: { self: { href: self(stored.length) } },
      };
      return { headers: cors, body: signature, ...answer };
    },
  };
}

/** @param {string} number of its petition */
export const osdi = (number) => server(`/api/v1/petitions/${number}`, 'record_signature_helper');

/**
 * One signature a person, and everybody who is new goes on its mailing list.
 * @param {string} id of its petition
 * @param {{ silent?: boolean }} [how] whether it says nothing of what it keeps
 */
export const actionNetwork = (id, { silent = false } = {}) =>
  server(`/api/v2/petitions/${id}`, 'signatures', () => (silent ? { body: '' } : {}));
