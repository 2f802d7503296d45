// How long the box waits for what it needs, and when it asks again for what it needs before its core
// runs. What it asks for after that, the core decides.

import { Promise } from './built-ins.js';

/** Why there is no answer. */
export const late = new Error('expected an answer, found none');

/** For what comes while much else is on its way, on a slow line. In ms. */
export const patience = 20_000;

/**
 * @template T
 * @param {number} ms
 * @param {(signal: AbortSignal) => Promise<T>} work
 * @returns {Promise<T>} rejects when the time is over, whether or not the work heeds the signal
 */
export const within = (ms, work) =>
  new Promise((resolve, reject) => {
    const controller = new AbortController();
    setTimeout(() => {
      reject(late);
      controller.abort();
    }, ms);
    work(controller.signal).then(resolve, reject);
  });

/**
 * Waits as long as the core would (widget/box/backoff.hpp), or until the browser is online again.
 * @param {number} attempt from 1, that has failed
 * @param {() => void} work
 */
export function later(attempt, work) {
  const go = () => {
    clearTimeout(timer);
    removeEventListener('online', go);
    work();
  };
  // After some ten minutes only then.
  const timer =
    attempt < 40 ? setTimeout(go, Math.random() * Math.min(30_000, 500 * 2 ** attempt)) : 0;
  addEventListener('online', go);
}
