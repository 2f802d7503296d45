// Services that keep what a form sends: from their documents, and others' code. Each answers in
// JSON whoever asks for JSON, and otherwise with a page of its own. Any page may read them.

import { isEmail, pairsOf } from './form.mjs';
import { jsonOf } from './standin.mjs';

/** @import { Answered, Asked, Json } from './standin.mjs' */

const cors = { 'access-control-allow-origin': '*' };
const leave = { ...cors, 'access-control-allow-headers': 'Content-Type' };

/**
 * @param {string} path
 * @param {(fields: Record<string, Json>) => Answered} said of what arrived
 */
function service(path, said) {
  /** @type {Json[]} */
  const stored = [];
  return {
    stored,
    /** @param {Asked} asked @returns {Promise<Answered>} */
    async answer(asked) {
      if (asked.method === 'OPTIONS') return { status: 204, headers: leave };
      if (asked.path !== path)
        return { status: 404, headers: cors, body: { error: 'Form not found' } };
      const isJson = asked.type === 'application/json';
      const fields = isJson ? (jsonOf(asked.body) ?? {}) : Object.fromEntries(await pairsOf(asked));
      if (!String(asked.headers.accept ?? '').includes('application/json')) {
        return { status: 302, headers: { ...cors, location: '/thanks' } };
      }
      const answer = said(fields);
      if (answer.status === 200) stored.push(fields);
      return { headers: cors, ...answer };
    },
  };
}

/** @param {string} id */
export const formspree = (id) =>
  service(`/f/${id}`, ({ email }) =>
    email === undefined || isEmail(email)
      ? { status: 200, body: { next: '/thanks', ok: true } }
      : {
          status: 422,
          body: {
            error: 'Validation errors',
            errors: [{ code: 'TYPE_EMAIL', field: 'email', message: 'should be an email' }],
          },
        },
  );

/** @param {string} id */
export const basin = (id) =>
  service(`/f/${id}`, ({ email }) =>
    isEmail(email)
      ? { status: 200, body: { success: true } }
      : { status: 422, body: { error: 'Email is invalid' } },
  );

/** @param {string} id */
export const formcarry = (id) =>
  service(`/s/${id}`, ({ email }) =>
    isEmail(email)
      ? { status: 200, body: { code: 200, status: 'success', message: 'Thank you!' } }
      : { status: 422, body: { code: 422, status: 'error', message: 'Email is not valid' } },
  );

/** @param {string} key */
export const web3forms = (key) =>
  service('/submit', ({ access_key, email }) =>
    access_key === key && isEmail(email)
      ? { status: 200, body: { success: true, message: 'Email sent successfully!' } }
      : { status: 400, body: { success: false, message: 'Invalid access key' } },
  );
