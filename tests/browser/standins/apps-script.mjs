// A Google Apps Script that is deployed as a web app, with the doPost that the description asks
// for: from others' code. It takes text and forms only, and sends whoever asked on to where its
// answer is, which is always 200.

import { jsonOf } from './standin.mjs';
import { isEmail } from './form.mjs';

/** @import { Asked, Json } from './standin.mjs' */

/** @param {string} id of the deployment */
export function appsScript(id) {
  /** @type {Json[]} */
  const stored = [];
  /** @type {Json[]} */
  const said = [];
  const cors = { 'access-control-allow-origin': '*' };

  /** @param {Json} sent @returns {Json} */
  function doPost(sent) {
    if (stored.some(({ submission_id }) => submission_id === sent.submission_id))
      return { ok: true };
    if (!isEmail(sent.answers?.email_address)) return { ok: false, fields: ['email_address'] };
    stored.push(sent);
    return { ok: true };
  }

  return {
    stored,
    /** @param {Asked} asked */
    answer(asked) {
      if (asked.method === 'OPTIONS') return { status: 405, body: '' };
      if (asked.path === '/macros/echo') {
        return { status: 200, headers: cors, body: said[Number(asked.query.get('answer'))] };
      }
      const isAsked = asked.method === 'POST' && asked.path === `/macros/s/${id}/exec`;
      const sent = asked.type === 'text/plain' ? jsonOf(asked.body) : undefined;
      if (!isAsked || sent === undefined) {
        return { status: 200, headers: cors, body: '<!DOCTYPE html><title>Error</title>' };
      }
      said.push(doPost(sent));
      const location = `/macros/echo?answer=${said.length - 1}`;
      return {
        status: 302,
        headers: { ...cors, location },
        body: '<HTML><H1>Moved Temporarily</H1>',
      };
    },
  };
}
