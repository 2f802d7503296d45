// Many signers at once.

import { Agent } from 'node:http';
import { form, send } from './request.mjs';

/**
 * @typedef {Record<string, string>} Fields
 * @typedef {{ signature: Fields, status: number }} Outcome status 0: no answer
 */

/**
 * Posts the signatures over that many connections, each of which is kept for as long as the other
 * side keeps it.
 * @param {string} url
 * @param {Fields[]} signatures
 * @param {{ connections: number, answered?: (outcome: Outcome) => void }} how
 * @returns {Promise<Outcome[]>} of those that were sent: after a connection fails, nothing more is
 *   sent on it
 */
export async function signAll(url, signatures, { connections, answered = () => {} }) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const waiting = [...signatures];
  /** @type {Outcome[]} */
  const outcomes = [];
  async function keepSigning() {
    for (let signature = waiting.pop(); signature !== undefined; signature = waiting.pop()) {
      const outcome = await sign(url, signature, agent);
      outcomes.push(outcome);
      answered(outcome);
      if (outcome.status === 0) return;
    }
  }
  await Promise.all(Array.from({ length: connections }, keepSigning));
  agent.destroy();
  return outcomes;
}

/**
 * @param {string} url
 * @param {Fields} signature
 * @param {Agent} agent
 * @returns {Promise<Outcome>}
 */
async function sign(url, signature, agent) {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  try {
    const { status } = await send(url, {
      method: 'POST',
      headers,
      body: form(signature),
      agent,
    });
    return { signature, status };
  } catch {
    return { signature, status: 0 };
  }
}
