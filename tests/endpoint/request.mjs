// HTTP as a test needs it: every header as it is written here, and none that fetch would add.

import { request } from 'node:http';
import { connect } from 'node:net';
import { within } from '../browser/deadline.mjs';
import { described, operationOf } from './description.mjs';

/**
 * @typedef {{
 *   method?: string,
 *   headers?: Record<string, string>,
 *   body?: string | Buffer,
 *   agent?: import('node:http').Agent | false,
 *   path?: string,
 * }} Sent
 * @typedef {{
 *   status: number,
 *   headers: import('node:http').IncomingHttpHeaders,
 *   body: Buffer,
 *   text: string,
 *   json: any,
 * }} Got
 */

/** @type {Set<string>} the origins whose answers are compared with the description */
export const endpoints = new Set();

/** @param {string} url @param {Sent} sent @param {Got} answer */
function compare(url, { method = 'GET', path }, answer) {
  const { origin, pathname } = new URL(url);
  if (!endpoints.has(origin)) return;
  const operation = operationOf(method, path ?? pathname);
  if (operation !== undefined) described(operation, answer);
}

/**
 * @param {string} url of an endpoint, perhaps: then the answer is as it is described, or an error
 * @param {Sent} [sent] a path is sent as it is, instead of that of the URL
 * @returns {Promise<Got>} json is undefined where the body is no JSON
 */
export async function send(url, sent) {
  const answer = await answered(url, sent);
  compare(url, sent ?? {}, answer);
  return answer;
}

/** @param {string} url @param {Sent} [sent] @returns {Promise<Got>} */
function answered(url, { method = 'GET', headers = {}, body, agent, path } = {}) {
  return new Promise((resolve, reject) => {
    const where = path === undefined ? {} : { path };
    const sending = request(
      url,
      { method, headers, agent, timeout: 30_000, ...where },
      (response) => {
        /** @type {Buffer[]} */
        const chunks = [];
        response.on('data', (chunk) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const bytes = Buffer.concat(chunks);
          const text = bytes.toString();
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: bytes,
            text,
            json: parsed(text),
          });
        });
      },
    );
    sending.on('timeout', () => sending.destroy(new Error(`${url}: no answer`)));
    sending.on('error', reject);
    sending.end(body);
  });
}

/**
 * @param {{ url: string }} endpoint
 * @returns {Promise<[number, string]>} the status of /ready, with the reasons where it is not
 */
export async function readiness({ url }) {
  const { status, json } = await send(`${url}/ready`, { agent: false });
  const reasons = json.reasons?.map((/** @type {{ detail: string }} */ { detail }) => detail);
  return [status, reasons?.join('; ') ?? json.status];
}

/** @param {string} text @returns {any} */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** @param {Record<string, string>} fields */
export const form = (fields) => new URLSearchParams(fields).toString();

/**
 * Posts as the box does.
 * @param {string} url
 * @param {Record<string, string>} fields
 * @param {Record<string, string>} [headers]
 */
export const post = (url, fields, headers = {}) =>
  send(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      accept: 'application/json, application/problem+json',
      ...headers,
    },
    body: form(fields),
  });

/**
 * Posts as a browser does that shows the answer.
 * @param {string} url
 * @param {Record<string, string>} fields
 */
export const navigate = (url, fields) =>
  post(url, fields, {
    accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
    'sec-fetch-mode': 'navigate',
  });

/**
 * Sends bytes as they are, and reads until the other side ends.
 * @param {number} port
 * @param {string[]} pieces
 * @param {number} [pause] between two pieces, in ms
 * @returns {Promise<{ text: string, status: number, ms: number }>} status 0: no answer
 */
export function sendRaw(port, pieces, pause = 0) {
  const began = Date.now();
  const socket = connect(port, '127.0.0.1');
  let text = '';
  /** @type {Promise<{ text: string, status: number, ms: number }>} */
  const answered = new Promise((resolve) => {
    socket.on('data', (chunk) => {
      text += chunk;
    });
    socket.on('error', () => {});
    socket.on('close', () => {
      resolve({
        text,
        status: Number(text.match(/^HTTP\/1\.1 (\d+)/)?.[1] ?? 0),
        ms: Date.now() - began,
      });
    });
  });
  socket.on('connect', async () => {
    for (const piece of pieces) {
      if (socket.destroyed || !socket.writable) return;
      socket.write(piece);
      if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause));
    }
  });
  return within(answered, 30_000, 'the end of a connection').finally(() => socket.destroy());
}
