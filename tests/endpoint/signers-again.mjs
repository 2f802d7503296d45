// Many who sign at one moment, each of whom sends the same again until it is taken, as a box does.

import { Agent } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { form, send } from './request.mjs';
import { signatureOf } from './signers.mjs';

/** What a box sends again after, and what it never does. */
const isAgain = (/** @type {number} */ status) => status === 0 || status === 429 || status >= 500;

export class Signers {
  #url;
  #agent;
  #connections;
  #stopping = false;
  #next = 0;
  #people;
  /** @type {((when: number) => void)[]} those who wait for the next that is taken */
  #waiting = [];
  #since = Infinity;
  /** @type {Set<string>} the ids of those that were answered 201 */
  answered = new Set();
  /** @type {Set<string>} answers that a box would show to the signer */
  others = new Set();
  /** How many requests had no answer, or one after which they are sent again. */
  again = 0;

  /**
   * @param {string} url of signatures
   * @param {number} connections
   * @param {{ people?: number, different?: (person: number) => Record<string, string> }} [how] people:
   *   how many sign, else all until it is stopped; different: what else each of them sends
   */
  constructor(url, connections, { people = Infinity, different = () => ({}) } = {}) {
    this.#url = url;
    this.#connections = connections;
    this.#people = people;
    this.different = different;
    this.#agent = new Agent({ keepAlive: true, maxSockets: connections });
  }

  /** @param {Record<string, string>} fields @returns {Promise<number>} 0: no answer */
  #post(fields) {
    const headers = {
      'content-type': 'application/x-www-form-urlencoded',
      accept: 'application/json, application/problem+json',
    };
    const sent = { method: 'POST', headers, body: form(fields), agent: this.#agent };
    return send(this.#url, sent).then(
      ({ status }) => status,
      () => 0,
    );
  }

  /** @param {number} person */
  async #signOne(person) {
    const fields = { ...signatureOf(person), ...this.different(person) };
    for (;;) {
      const began = Date.now();
      const status = await this.#post(fields);
      if (status === 201) {
        this.answered.add(fields.submission_id);
        if (began >= this.#since) this.#waiting.splice(0).forEach((tell) => tell(Date.now()));
        return;
      }
      if (!isAgain(status)) {
        this.others.add(`${status}`);
        return;
      }
      this.again += 1;
      await pause(100 + 200 * Math.random());
    }
  }

  /** Until all have signed, or it is stopped and those who had begun have. */
  async sign() {
    const keepSigning = async () => {
      while (!this.#stopping && this.#next < this.#people) await this.#signOne(this.#next++);
    };
    await Promise.all(Array.from({ length: this.#connections }, keepSigning));
    this.#agent.destroy();
  }

  stop() {
    this.#stopping = true;
  }

  /** @param {number} ms at most @returns {Promise<number>} when one sent after now was taken */
  async nextTaken(ms) {
    this.#since = Date.now();
    /** @type {Promise<number>} */
    const taken = new Promise((resolve) => this.#waiting.push(resolve));
    const late = pause(ms, undefined, { ref: false }).then(() => {
      throw new Error(`nothing was taken for ${ms} ms`);
    });
    return Promise.race([taken, late]);
  }
}
