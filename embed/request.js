// What the box asks for, and what comes back. It fails in silence: the core decides what that means.

import { Following } from '#opcodes';
import { late, within } from './waiting.js';

/**
 * @typedef {object} Request
 * @property {string} method
 * @property {string} url
 * @property {string} accept
 * @property {string} [type] of the body; empty where there is none
 * @property {string} [body]
 * @property {string} [headers] others: "Name: value", a line each
 * @property {number} [following] of Following
 */

/**
 * @typedef {object} Answer
 * @property {number} status 0: there was no answer
 * @property {string} retryAfter
 * @property {number} retryAt the same where it is a date: ms since 1970; 0 where it is none
 * @property {number} date ms since 1970; 0 where there is none
 * @property {number} what 1: the request was sent on to another address; 2: there is no network; 3: the
 *   time was over
 * @property {string} type
 * @property {string | Uint8Array} body a text, or its UTF-8
 */

/** Bytes of an answer that no core has said the limit of (widget/document/read.hpp). */
export const most = 2 ** 18;

/** @param {string} date of HTTP @returns {number} ms since 1970; 0 where it is none */
const moment = (date) => Math.max(+new Date(date) || 0, 0);

/**
 * Whether a snippet has the page ask for it, too (widget/snippet): with other credentials it would come
 * twice. All else goes without cookies, the number of signatures as the signature does: Firefox keeps
 * what is asked for with and without them apart, and would give a signer the number before.
 * @param {string} url
 */
const isHinted = (url) =>
  !!document.querySelector(`link[rel=preload][href=${JSON.stringify(url)}]`);

/**
 * The body, or what of it arrived just past the limit.
 * @param {Response} response
 * @param {number} most bytes
 */
async function read(response, most) {
  // A fetch that a page has put in the place of the browser's may have no stream.
  const stream = response.body?.getReader?.();
  if (!stream) return (await response.text()).slice(0, most + 1);
  const bytes = new Uint8Array(most + 1);
  let size = 0;
  while (size <= most) {
    const { value, done } = await stream.read();
    if (done) break;
    bytes.set(value.subarray(0, bytes.length - size), size);
    size += value.length;
  }
  void stream.cancel().catch(() => {});
  return bytes.subarray(0, size);
}

/**
 * @param {Request} request
 * @param {number} timeout ms
 * @param {number} most bytes of the answer
 * @returns {Promise<Answer>}
 */
export function ask({ method, url, accept, type, body, headers = '', following }, timeout, most) {
  /** @type {Answer} */
  const answer = { status: 0, retryAfter: '', retryAt: 0, date: 0, what: 0, type: '', body: '' };
  return within(timeout, async (signal) => {
    // Without what a page may have given to all objects. Where a redirection leads may be out of
    // reach, and then nothing would tell that there was one.
    /** @type {any} */
    const about = {
      __proto__: null,
      credentials: isHinted(url) ? 'same-origin' : 'omit',
      referrerPolicy: 'strict-origin',
      method,
      ...(type && { body, keepalive: true }),
      headers: { accept, ...(type && { 'content-type': type }) },
      redirect: type && !following ? 'manual' : 'follow',
      mode: following === Following.opaque ? 'no-cors' : 'cors',
      signal,
    };
    for (const [, name, value] of headers.matchAll(/(.+?): (.*)/g)) about.headers[name] = value;
    let response = await globalThis.fetch(url, about);
    if (response.type === 'opaqueredirect') {
      answer.what = 1;
      about.redirect = 'follow';
      response = await globalThis.fetch(url, about);
    }
    const { status } = response;
    const header = (/** @type {string} */ name) => response.headers.get(name) ?? '';
    answer.retryAfter = header('retry-after');
    answer.retryAt = moment(answer.retryAfter);
    answer.date = moment(header('date'));
    answer.type = header('content-type');
    answer.body = await read(response, most);
    answer.status = status;
    return answer;
  }).catch((error) => {
    answer.what ||= navigator.onLine === false ? 2 : error === late ? 3 : 0;
    return answer;
  });
}
