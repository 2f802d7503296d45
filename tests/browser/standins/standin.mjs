// A server that stands in for one that signatures are really sent to. What each takes, refuses and
// answers is what the real one was seen to do, or what its source or its documents say
// (widget/wire/PROTOCOLS.md, "how sure"): it is strict, so that a description that is wrong fails.

import { createServer } from 'node:http';

/** @typedef {any} Json a value as JSON.parse gives it */

/**
 * @typedef {object} Asked what the server is asked
 * @property {string} method
 * @property {string} path with no question mark
 * @property {URLSearchParams} query
 * @property {Record<string, string | string[] | undefined>} headers names in small letters
 * @property {string} origin of the page that asks; empty where it is not told
 * @property {string} type of the body, without parameters; empty where there is none
 * @property {Buffer} body
 */

/**
 * @typedef {object} Answered
 * @property {number} status
 * @property {Record<string, string>} [headers]
 * @property {string} [type] application/json where the body is a value, else text/html
 * @property {Json} [body] a text as it stands, any other value as JSON
 */

/**
 * @typedef {object} Standin
 * @property {Json[]} stored what the real one would have kept, in its own names
 * @property {(asked: Asked) => Answered | Promise<Answered>} answer
 */

/**
 * @param {{ after: (close: () => void) => void }} t at whose end it closes
 * @param {Standin} standin
 * @returns {Promise<{ url: string, asked: Asked[] }>} its address, without a slash at its end, and
 *   what it was asked so far
 */
export async function open(t, standin) {
  /** @type {Asked[]} */
  const all = [];
  const server = createServer(async (request, response) => {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const { headers, method = '' } = request;
    const type = (headers['content-type'] ?? '').split(';')[0].trim().toLowerCase();
    const { origin = '' } = headers;
    const asked = { method, path: pathname, query: searchParams, headers, origin, type };
    all.push({ ...asked, body: Buffer.concat(chunks) });
    const answer = await standin.answer(all[all.length - 1]);
    const isText = answer.body === undefined || typeof answer.body === 'string';
    const usual = isText ? 'text/html; charset=utf-8' : 'application/json; charset=utf-8';
    const written = answer.body !== undefined && { 'content-type': answer.type ?? usual };
    response.writeHead(answer.status, { ...written, ...answer.headers });
    response.end(isText ? answer.body : JSON.stringify(answer.body));
  });
  await new Promise((resolve) => server.listen(0, 'localhost', () => resolve(undefined)));
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return { url: `http://localhost:${port}`, asked: all };
}

/** The header that lets a page read an answer. @param {string} origin @param {object} [more] */
export const readableBy = (origin, more = {}) => ({
  'access-control-allow-origin': origin,
  ...(origin !== '*' && { vary: 'Origin' }),
  ...more,
});

/** @param {Buffer} body @returns {Json} undefined where it is no JSON */
export function jsonOf(body) {
  try {
    return JSON.parse(body.toString());
  } catch {
    return undefined;
  }
}
