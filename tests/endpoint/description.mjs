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

/** @param {any} operation @returns {any} with its answers in full */
const whole = ({ responses, ...rest }) => ({
  ...rest,
  responses: Object.fromEntries(
    Object.entries(responses).map(([status, response]) => [status, resolved(response)]),
  ),
});

/** @type {{ name: string, operation: any }[]} name: "get /health" */
export const operations = Object.entries(api.paths).flatMap(([path, item]) =>
  Object.entries(item)
    .filter(([method]) => method !== 'parameters')
    .map(([method, operation]) => ({ name: `${method} ${path}`, operation: whole(operation) })),
);

/** @type {Map<unknown, import('ajv').ValidateFunction>} */
const compiled = new Map();

/** @param {any} schema of the description @param {unknown} value @param {string} where */
export function assertAccepts(schema, value, where) {
  const accepts =
    compiled.get(schema) ??
    ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"api#/')));
  compiled.set(schema, accepts);
  assert.ok(accepts(value), `${where}: ${ajv.errorsText(accepts.errors)}`);
}

/** What a part of a path between braces stands for. @param {string} name */
const partOf = (name) => (name === '{file}' ? '[^?]*' : '[^/?]+');

const patterns = Object.keys(api.paths).map((path) => ({
  path,
  pattern: new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, partOf)}(\\?|$)`),
}));

/**
 * @param {string} method
 * @param {string} path of a request
 * @returns {string | undefined} "get /health"; undefined: there is nothing of that kind
 */
export function operationOf(method, path) {
  const found = patterns.find(({ pattern }) => pattern.test(path));
  const name = `${method.toLowerCase()} ${found?.path}`;
  return operations.some((operation) => operation.name === name) ? name : undefined;
}

/**
 * Compares an answer with what is said of it.
 * @param {string} operation "get /health"
 * @param {import('./request.mjs').Got} answer
 * @returns {string} which of those that are described it is: "get /health 200 application/json"
 */
export function described(operation, answer) {
  const found = operations.find(({ name }) => name === operation);
  const response = found?.operation.responses[answer.status];
  assert.ok(response, `${operation} answered ${answer.status}: ${answer.text}`);
  for (const [name, header] of Object.entries(response.headers ?? {})) {
    assert.equal(resolved(header).required, true);
    assert.ok(answer.headers[name.toLowerCase()], `${operation} ${answer.status} has ${name}`);
  }
  if (response.content === undefined) {
    assert.equal(answer.text, '');
    return `${operation} ${answer.status} none`;
  }
  const sent = String(answer.headers['content-type']).split(';')[0];
  const type = response.content[sent] === undefined ? '*/*' : sent;
  const media = response.content[type];
  assert.ok(media, `${operation} ${answer.status} as ${sent}`);
  const value = sent.startsWith('text/') ? answer.text : answer.json;
  if (answer.headers['content-encoding'] === undefined) assertAccepts(media.schema, value, operation);
  return `${operation} ${answer.status} ${type}`;
}
