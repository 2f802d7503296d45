// A form whose answer no other page may read, such as those of Mailchimp, Google and Salesforce:
// from their documents and others' code. It takes what a form sends, and asks for nothing more.

import { pairsOf } from './form.mjs';

/** @import { Asked, Json } from './standin.mjs' */

/** @param {string} path @param {string[]} required names without which it keeps nothing */
export function opaque(path, required) {
  /** @type {Json[]} */
  const stored = [];
  return {
    stored,
    /** @param {Asked} asked */
    async answer(asked) {
      if (asked.method !== 'POST') return { status: 405, body: '' };
      if (asked.path !== path) return { status: 404, body: '<!DOCTYPE html>' };
      const fields = Object.fromEntries(await pairsOf(asked));
      if (!required.every((name) => fields[name])) return { status: 400, body: '<!DOCTYPE html>' };
      stored.push(fields);
      return { status: 200, body: '<!DOCTYPE html><p>Your response has been recorded.' };
    },
  };
}
