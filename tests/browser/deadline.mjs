// Nothing in these tests waits for ever: every wait has a limit and says what it was waiting for.

/** Of a browser, ms: long, for the machine may have much else to do. How quick it is, is for tests/bench. */
export const patience = 45_000;

class NoAnswer extends Error {}

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
      () => reject(new NoAnswer(`${what}: no answer within ${milliseconds} ms`)),
      milliseconds,
    );
  });
  try {
    return await Promise.race([promise, limit]);
  } finally {
    clearTimeout(timer);
  }
}

/** Of one question, ms: one that is put while a page goes to another may never be answered. */
const turn = patience / 3;

/**
 * Asks again and again until the answer is truthy.
 * @template T
 * @param {() => Promise<T>} ask asked anew where no answer comes
 * @param {string} what named in the error, together with the last answer
 * @param {number} [milliseconds]
 * @returns {Promise<T>} the first truthy answer
 */
export async function until(ask, what, milliseconds = patience) {
  const end = Date.now() + milliseconds;
  for (;;) {
    const answer = await within(ask(), turn, what).catch(unanswered);
    if (answer) return answer;
    if (Date.now() > end) {
      throw new Error(
        `${what}: not within ${milliseconds} ms; the last answer was ${JSON.stringify(answer)}`,
      );
    }
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

/** @param {unknown} error */
function unanswered(error) {
  if (!(error instanceof NoAnswer)) throw error;
}
