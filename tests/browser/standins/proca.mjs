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

/**
 * @param {{ page?: number, supporters?: number, allowed?: string }} [settings] the number of its one
 *   action page, how many have signed before, and CORS_ALLOW_ORIGIN
 */
export function proca({ page = 42, supporters = 0, allowed } = {}) {
  /** @type {Json[]} */
  const stored = [];
  const locations = [{ column: 151, line: 1 }];

  /** @param {Json} given */
  function addActionContact({ actionPageId, action, contact, privacy }) {
    stored.push({ page: actionPageId, action, contact, privacy });
    return { contactRef: `ref_of_${stored.length}`, firstName: contact.firstName };
  }

  const rootValue = {
    addActionContact,
    actionPage: () => ({ campaign: { stats: { supporterCount: supporters + stored.length } } }),
  };

  /** @param {Asked} asked */
  async function routed(asked) {
    if (asked.path !== '/api') return { status: 404, body: 'not found' };
    const operation = await operationOf(asked);
    if (!operation.query) return refusal(400, 'No query document supplied');
    const variableValues =
      typeof operation.variables === 'string'
        ? jsonOf(Buffer.from(operation.variables))
        : (operation.variables ?? {});
    if (variableValues === undefined)
      return refusal(400, 'The variable values could not be decoded');
    // What is wrong with the request itself has neither data nor a path.
    const wrong = (/** @type {readonly Error[]} */ errors) => ({
      status: 200,
      body: { errors: errors.map(({ message }) => ({ locations, message })) },
    });
    let document;
    try {
      document = parse(operation.query);
    } catch (error) {
      return wrong([/** @type {Error} */ (error)]);
    }
    const invalid = validate(schema, document);
    if (invalid.length > 0) return wrong(invalid);
    const isMutation = getOperationAST(document)?.operation === 'mutation';
    if (isMutation && asked.method === 'GET')
      return refusal(405, 'Can only perform a mutation from a POST request');
    // It makes small letters of an address that is not there.
    if (variableValues.contact?.email === null) return { status: 500 };
    /** @type {Json[] | undefined} */
    let faults;
    const judged = {
      ...rootValue,
      addActionContact: (/** @type {Json} */ given) => {
        const { contact, action, actionPageId } = given;
        faults = faultsOf(contact, action.customFields ?? {});
        if (actionPageId !== page) {
          const message = `action_page_id: Cannot find Action Page with id=${actionPageId}`;
          faults = [{ message, path: ['addActionContact'] }];
        }
        if (faults.length > 0) throw new Error('refused');
        return addActionContact(given);
      },
    };
    const result = await execute({ schema, document, rootValue: judged, variableValues });
    if (faults && faults.length > 0) {
      return {
        status: 200,
        body: { data: null, errors: faults.map((one) => ({ locations, ...one })) },
      };
    }
    if (result.errors) return wrong(result.errors);
    return { status: 200, body: { data: result.data } };
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
