// Nothing in these tests waits for ever: every wait has a limit and says what it was waiting for.

/** Of a browser, ms: long, for the machine may have much else to do. How quick it is, is for tests/bench. */
export const patience = 45_000;

/**
 * @template T
 * @param {Promise<T>} promise
 * @param {number} milliseconds
 * @param {string} what named in the error
 * @returns {Promise<T>} the promise's own outcome, or an error when it takes longer
 */
export async function within(promise, milliseconds, what) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  /** @type {Promise<never>} */
  const limit = new Promise((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`${what}: no answer within ${milliseconds} ms`)),
      milliseconds,
    );
  });
  try {
    return await Promise.race([promise, limit]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Asks again and again until the answer is truthy.
 * @template T
 * @param {() => Promise<T>} ask
 * @param {number} milliseconds
 * @param {string} what named in the error, together with the last answer
 * @returns {Promise<T>} the first truthy answer
 */
export async function until(ask, milliseconds, what) {
  const end = Date.now() + milliseconds;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (Date.now() > end) {
      throw new Error(
        `${what}: not within ${milliseconds} ms; the last answer was ${JSON.stringify(answer)}`,
      );
    }
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
