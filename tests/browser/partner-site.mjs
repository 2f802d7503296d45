// A partner's site for what the reference endpoint does not serve: documents that it would refuse,
// and answers that it never gives. The partner page has the same strict policy, and a script of its
// own that records what goes wrong.

import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { embed } from './folders.mjs';
import { policy } from './policy.mjs';

/**
 * @typedef {{
 *   status?: number,
 *   type?: string,
 *   headers?: Record<string, string>,
 *   body: string | Buffer,
 * }} Answer
 * @typedef {Answer | ((body: string) => Answer | null | Promise<Answer | null>)} Resource
 * a function takes the request's body, empty for a GET; null: the connection breaks before an
 * answer
 */

/** @type {Record<string, string>} */
const types = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.wasm': 'application/wasm',
  '.json': 'application/json',
};

/** Runs in the page, before the box does. */
function record() {
  /** @type {string[]} */
  const violations = [];
  /** @type {string[]} */
  const errors = [];
  /** @type {string[]} */
  const reports = [];
  Object.assign(window, { violations, errors, reports });
  addEventListener('securitypolicyviolation', (event) =>
    violations.push(`${event.violatedDirective}: ${event.blockedURI}`),
  );
  addEventListener('error', (event) => errors.push(event.message));
  addEventListener('unhandledrejection', (event) => errors.push(String(event.reason)));
  const { error } = console;
  console.error = (...args) => {
    reports.push(args.join(' '));
    error.apply(console, args);
  };
}

/**
 * @param {import('node:test').TestContext} t at whose end the site closes
 * @param {Record<string, Resource>} resources by path
 * @param {string} snippet what the partner pasted into the page at `/`
 * @param {{ policy?: string, head?: string }} [page] another policy; what else the page has in its head
 * @returns {Promise<string>} the site's address, without a slash at its end
 */
export async function openPartnerSite(t, resources, snippet, page = {}) {
  /** @type {Record<string, Resource>} */
  const all = {
    '/': { type: 'text/html; charset=utf-8', body: partnerPage(snippet, page.head ?? '') },
    '/record.js': { type: types['.js'], body: `(${record})();` },
    ...resources,
  };
  const server = createServer(async (request, response) => {
    let sent = '';
    for await (const chunk of request) sent += chunk;
    const exact = new URL(request.url ?? '/', 'http://localhost').pathname;
    // The folder of a version has the same files, unless told.
    const path = exact.replace(/^\/embed\/\d[\d.]*\//, '/embed/');
    const resource = all[exact] ?? all[path] ?? (await boxFile(path));
    const answer = typeof resource === 'function' ? await resource(sent) : resource;
    if (answer === null) return void request.socket.destroy();
    const { status = 200, type = types['.json'], headers, body } = answer;
    response
      .writeHead(status, {
        'content-type': type,
        'content-security-policy': page.policy ?? policy,
        ...headers,
      })
      .end(body);
  });
  await new Promise((resolve) => server.listen(0, 'localhost', () => resolve(undefined)));
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://localhost:${/** @type {import('node:net').AddressInfo} */ (server.address()).port}`;
}

/**
 * What takes signatures on the partner's site: it hands them on to the endpoint, which stores them.
 * @param {import('../endpoint/endpoint.mjs').Endpoint} endpoint
 */
export const handedOnTo = (endpoint) => async (/** @type {string} */ sent) => {
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    accept: 'application/json',
  };
  const request = sent === '' ? {} : { method: 'POST', headers, body: sent };
  const answer = await fetch(endpoint.signatures, request);
  return { status: answer.status, body: await answer.text() };
};

/**
 * The first requests for a resource go wrong, each in its way.
 * @param {Resource[]} wrongs
 * @param {Resource} good
 * @returns {Resource}
 */
export const after = (wrongs, good) => {
  const left = [...wrongs];
  return (sent) => {
    const resource = left.shift() ?? good;
    return typeof resource === 'function' ? resource(sent) : resource;
  };
};

/** An answer that never comes. @returns {Promise<never>} */
export const stalled = () => new Promise(() => {});

/** What goes wrong for a moment. @type {Answer} */
export const unavailable = { status: 503, type: 'text/plain', body: '' };

/** @param {string} path of a file of the box @returns {Promise<Answer>} */
export async function boxFile(path) {
  const name = path.match(/^\/embed\/((?:(?:locales|locales\/share|protocols)\/)?[\w.-]+)$/)?.[1];
  const body = name === undefined ? null : await readFile(join(embed, name)).catch(() => null);
  if (body === null) return { status: 404, type: 'text/plain', body: 'not found' };
  return { type: types[extname(path)] ?? 'text/plain', body };
}

/** @param {string} snippet @param {string} head */
const partnerPage = (snippet, head) => `<!doctype html>
<html lang="fr">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Un site partenaire</title>
<script src="/record.js"></script>
${head}
<script type="module" src="/embed/petition-box.js"></script>
<main>
<h1>Un site partenaire</h1>
${snippet}
</main>
</html>
`;
