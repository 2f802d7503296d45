// The description of the endpoint, and what it says that an answer looks like.

import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { fromTop } from '../browser/folders.mjs';

export const api = JSON.parse(readFileSync(fromTop('examples/endpoint/openapi.json'), 'utf8'));

const ajv = new Ajv2020({ strict: false, validateFormats: true });
/** @type {any} */ (formats)(ajv);
ajv.addSchema({ ...api, $id: 'api' });

/** @param {any} thing @returns {any} what its $ref leads to, or itself */
export const resolved = (thing) =>
  thing.$ref === undefined
    ? thing
    : thing.$ref
        .slice('#/'.length)
        .split('/')
        .reduce((/** @type {any} */ at, /** @type {string} */ name) => at[name], api);

/** @type {{ name: string, operation: any }[]} name: "get /health" */
export const operations = Object.entries(api.paths).flatMap(([path, item]) =>
  Object.entries(item)
    .filter(([method]) => method !== 'parameters')
    .map(([method, operation]) => ({ name: `${method} ${path}`, operation })),
);

/** @param {any} schema of the description @param {unknown} value @param {string} where */
export function assertAccepts(schema, value, where) {
  const accepts = ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"api#/')));
  assert.ok(accepts(value), `${where}: ${ajv.errorsText(accepts.errors)}`);
}
