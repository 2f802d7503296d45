// Decidim, from its source: a GraphQL API that any page may read, and that changes nothing. It is asked by a
// POST alone, with `query` as a name of a form or a member of JSON.

import { buildSchema, execute, parse, validate } from 'graphql';
import { pairsOf } from './form.mjs';
import { jsonOf, readableBy } from './standin.mjs';

/** @import { Asked, Json, Standin } from './standin.mjs' */

const schema = buildSchema(`
  type Query {
    initiative(id: ID!): Initiative
  }
  type Initiative {
    id: ID!
    onlineVotes: Int
    offlineVotes: Int
  }
`);

/** @param {Asked} asked @returns {Promise<string>} */
async function queryOf(asked) {
  if (asked.type === 'application/json') return jsonOf(asked.body)?.query ?? '';
  return Object.fromEntries(await pairsOf(asked)).query ?? '';
}

/**
 * @param {Record<string, number>} votes of each initiative, by its number
 * @returns {Standin}
 */
export const decidim = (votes) => ({
  stored: [],
  async answer(asked) {
    const { method, path } = asked;
    const headers = readableBy('*', { 'access-control-allow-headers': 'content-type' });
    if (path !== '/api') return { status: 404, body: 'not found' };
    if (method === 'OPTIONS') return { status: 200, headers, body: '' };
    if (method !== 'POST') return { status: 404, headers, body: 'not found' };
    const query = await queryOf(asked);
    const told = (/** @type {Json} */ body) => ({ status: 200, headers, body });
    try {
      const document = parse(query);
      const errors = validate(schema, document);
      if (errors.length > 0) return told({ errors: errors.map(({ message }) => ({ message })) });
      const initiative = (/** @type {{ id: string }} */ { id }) =>
        id in votes ? { id, onlineVotes: votes[id], offlineVotes: 0 } : null;
      return told(JSON.parse(JSON.stringify(await execute({ schema, document, rootValue: { initiative } }))));
    } catch (error) {
      return told({ errors: [{ message: String(error) }] });
    }
  },
});
