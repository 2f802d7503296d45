// Proca 864148f: its transport, types, validation and errors were run. Any page may read its
// answers unless CORS_ALLOW_ORIGIN is set.

import { readFileSync } from 'node:fs';
import { buildSchema, execute, getOperationAST, parse, validate } from 'graphql';
import { isEmail, pairsOf } from './form.mjs';
import { jsonOf } from './standin.mjs';

/** @import { Asked, Json } from './standin.mjs' */

const schema = buildSchema(readFileSync(new URL('proca.graphql', import.meta.url), 'utf8'));
Object.assign(/** @type {Json} */ (schema.getType('Json')), {
  /** @param {unknown} value a text that holds an object */
  parseValue(value) {
    const object = typeof value === 'string' ? jsonOf(Buffer.from(value)) : undefined;
    if (typeof object === 'object' && object !== null) return object;
    throw new Error('Expected type "Json"');
  },
});

const isName = (/** @type {string} */ name) => !/[\d\p{Extended_Pictographic}]/u.test(name);
const blank = "can't be blank";
const format = 'has invalid format';

/**
 * @param {Json} contact
 * @param {Json} customFields
 * @returns {{ message: string, path: string[] }[]} in the order of their paths
 */
function faultsOf(contact, customFields) {
  /** @type {{ message: string, path: string[] }[]} */
  const faults = [];
  const fault = (/** @type {string} */ path, /** @type {string} */ message) =>
    faults.push({ message, path: ['addActionContact', ...path.split('.')] });
  const { firstName, lastName, email, phone, address = {} } = contact;
  const { postcode } = address;
  if (postcode && !/^[A-Z0-9- ]{1,10}$/.test(postcode)) fault('address.postcode', format);
  if (!email) fault('email', blank);
  else if (!isEmail(email)) fault('email', format);
  if (!firstName) fault('firstName', blank);
  else if (!isName(firstName)) fault('firstName', format);
  if (lastName && !isName(lastName)) fault('lastName', format);
  if (!firstName || !isName(firstName) || (lastName && !isName(lastName))) {
    fault('name', firstName ? format : blank);
  }
  if (phone && phone.length > 20) fault('phone', 'should be at most 20 character(s)');
  else if (phone && !/^[+]?[0-9 ()-]+$/.test(phone)) fault('phone', format);
  const isFlat = (/** @type {Json} */ value) => value !== null && typeof value !== 'object';
  if (!Object.values(customFields).every(isFlat)) fault('fields', 'is invalid');
  return faults;
}

/** @param {Asked} asked @returns {Promise<{ query?: string, variables?: Json }>} */
async function operationOf(asked) {
  if (asked.type === 'application/json') return jsonOf(asked.body) ?? {};
  if (asked.method === 'GET') return Object.fromEntries(asked.query);
  if (asked.type === 'text/plain') return { query: asked.body.toString() };
  return Object.fromEntries(await pairsOf(asked));
}

/** @param {number} status @param {string} message */
const refusal = (status, message) => ({ status, body: { errors: [{ message }] } });

const locations = [{ column: 151, line: 1 }];

/**
 * What is wrong with the request itself has neither data nor a path.
 * @param {readonly Error[]} errors
 */
const wrong = (errors) => ({
  status: 200,
  body: { errors: errors.map(({ message }) => ({ locations, message })) },
});

/** @param {string} query @returns {import('graphql').DocumentNode | readonly Error[]} */
function documentIn(query) {
  try {
    const document = parse(query);
    const invalid = validate(schema, document);
    return invalid.length > 0 ? invalid : document;
  } catch (error) {
    return [/** @type {Error} */ (error)];
  }
}

/** An error of what was sent, with where that stands. */
class Refused extends Error {
  /** @param {{ message: string, path: string[] }[]} faults */
  constructor(faults) {
    super('refused');
    this.faults = faults;
  }
}

/**
 * @param {{ page?: number, supporters?: number, allowed?: string }} [settings] the number of its one
 *   action page, how many have signed before, and CORS_ALLOW_ORIGIN
 */
export function proca({ page = 42, supporters = 0, allowed } = {}) {
  /** @type {Json[]} */
  const stored = [];

  const rootValue = {
    /** @param {Json} given */
    addActionContact({ actionPageId, action, contact, privacy }) {
      if (actionPageId !== page) {
        const message = `action_page_id: Cannot find Action Page with id=${actionPageId}`;
        throw new Refused([{ message, path: ['addActionContact'] }]);
      }
      const faults = faultsOf(contact, action.customFields ?? {});
      if (faults.length > 0) throw new Refused(faults);
      stored.push({ page: actionPageId, action, contact, privacy });
      return { contactRef: `ref_of_${stored.length}`, firstName: contact.firstName };
    },
    actionPage: () => ({
      name: 'night-train/en',
      org: { title: 'Example Association' },
      campaign: { stats: { supporterCount: supporters + stored.length } },
    }),
  };

  /** @param {Asked} asked */
  async function routed(asked) {
    if (asked.path !== '/api') return { status: 404, body: 'not found' };
    const { query, variables = {} } = await operationOf(asked);
    if (!query) return refusal(400, 'No query document supplied');
    const variableValues =
      typeof variables === 'string' ? jsonOf(Buffer.from(variables)) : variables;
    if (!variableValues) return refusal(400, 'The variable values could not be decoded');
    const document = documentIn(query);
    if (!('kind' in document)) return wrong(document);
    if (asked.method === 'GET' && getOperationAST(document)?.operation === 'mutation') {
      return refusal(405, 'Can only perform a mutation from a POST request');
    }
    // It makes small letters of an address that is not there.
    if (variableValues.contact?.email === null) return { status: 500 };
    const { data, errors } = await execute({ schema, document, rootValue, variableValues });
    if (!errors) return { status: 200, body: { data } };
    const refused = errors[0].originalError;
    if (!(refused instanceof Refused)) return wrong(errors);
    const faults = refused.faults.map((one) => ({ locations, ...one }));
    return { status: 200, body: { data: null, errors: faults } };
  }

  return {
    stored,
    /** @param {Asked} asked */
    async answer(asked) {
      const origin = allowed === undefined || allowed === asked.origin ? (allowed ?? '*') : '';
      const headers = {
        ...(origin && { 'access-control-allow-origin': origin }),
        ...(asked.method === 'OPTIONS' &&
          origin && {
            'access-control-allow-methods': 'GET,POST,OPTIONS',
            'access-control-allow-headers': 'Authorization,Content-Type,Accept,Origin',
            'access-control-max-age': '1728000',
          }),
      };
      if (asked.method === 'OPTIONS') return { status: 204, headers };
      const answer = await routed(asked);
      return answer.status === 500 ? answer : { headers, ...answer };
    },
  };
}
