// Directus 11.17.4: run. It reads JSON only, and lets pages read its answers only where CORS is on.

import { jsonOf, readableBy } from './standin.mjs';

/** @import { Asked, Json } from './standin.mjs' */

/**
 * @typedef {object} Column
 * @property {boolean} [required]
 * @property {RegExp} [regex]
 * @property {boolean} [unique]
 */

/** @param {string} reason */
const forbidden = (reason) => ({
  status: 403,
  body: { errors: [{ message: reason, extensions: { reason, code: 'FORBIDDEN' } }] },
});

/** @param {string} field @param {string} type @param {Json} [invalid] */
const failed = (field, type, invalid) => ({
  message: `Validation failed for field "${field}". ${type === 'required' ? 'Value is required.' : "Value doesn't have the correct format."}`,
  extensions: {
    field,
    path: [],
    type,
    ...(invalid !== undefined && { invalid }),
    code: 'FAILED_VALIDATION',
  },
});

/**
 * @param {string} collection in which the public may create, and read nothing
 * @param {Record<string, Column>} columns
 * @param {{ cors?: boolean }} [settings] CORS_ENABLED, with CORS_ORIGIN=true
 */
export function directus(collection, columns, { cors = true } = {}) {
  /** @type {Json[]} */
  const stored = [];

  /** @param {Asked} asked */
  function routed(asked) {
    const name = asked.path.match(/^\/items\/(\w+)$/)?.[1] ?? '';
    if (name !== collection) {
      return forbidden(
        `You don't have permission to access collection "${name}" or it does not exist. Queried in root.`,
      );
    }
    /** @type {Json} */
    const item = (asked.type === 'application/json' && jsonOf(asked.body)) || {};
    const unknown = Object.keys(item).find((field) => !(field in columns));
    if (unknown !== undefined) {
      return forbidden(
        `You don't have permission to access field "${unknown}" in collection "${collection}" or it does not exist.`,
      );
    }
    const errors = Object.entries(columns).flatMap(([field, { required, regex }]) => {
      const value = item[field];
      if (value === undefined) return required ? [failed(field, 'required')] : [];
      return regex && !regex.test(value) ? [failed(field, 'regex', value)] : [];
    });
    if (errors.length > 0) return { status: 400, body: { errors } };
    for (const [field, { unique }] of Object.entries(columns)) {
      const value = item[field];
      if (!unique || !stored.some((one) => one[field] === value)) continue;
      const message = `Value "${value}" for field "${field}" in collection "${collection}" has to be unique.`;
      const extensions = { collection, field, value, primaryKey: false, code: 'RECORD_NOT_UNIQUE' };
      return { status: 400, body: { errors: [{ message, extensions }] } };
    }
    stored.push(item);
    return { status: 204 };
  }

  return {
    stored,
    /** @param {Asked} asked */
    answer(asked) {
      const allowed = { 'access-control-allow-headers': 'Content-Type,Authorization' };
      const headers = cors
        ? readableBy(asked.origin, asked.method === 'OPTIONS' ? allowed : {})
        : {};
      if (asked.method === 'OPTIONS') return { status: 204, headers };
      return { headers, ...routed(asked) };
    },
  };
}
