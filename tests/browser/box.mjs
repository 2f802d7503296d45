// The petition box as a visitor finds it on a page.

import { until } from './deadline.mjs';

/** @typedef {import('./page.mjs').Page} Page */

/** @param {string} selector inside the box @returns {string} its path on a partner's page */
export const inBox = (selector) => `petition-box >>> ${selector}`;

/** A signer's answers, by the names of the fields. */
export const answers = {
  given_name: 'Zoë',
  family_name: 'D’Essai',
  email_address: 'zoe@example.org',
  postal_code: '75011',
};

/**
 * @param {Page} page
 * @param {(selector: string) => string} [at] where the box is
 * @returns {Promise<string | null>} the box's `data-state`
 */
export const stateOf = (page, at = inBox) =>
  page.on(at('.petition-box'), (root) => root.getAttribute('data-state'));

/** @param {Page} page @param {string} state @param {(selector: string) => string} [at] */
export async function waitForState(page, state, at = inBox) {
  try {
    await page.waitForElement(at(`.petition-box[data-state=${state}]`));
  } catch (error) {
    const found = await stateOf(page, at).catch(() => 'not drawn');
    const errors = await page.text(at('#pb-errors')).catch(() => 'no errors');
    const console = (await page.messages()).map(({ text }) => text).join('\n');
    throw new Error(
      `expected the box to be ${state}, found it ${found} (${errors}); the console says: ${console}`,
      { cause: error },
    );
  }
}

/** Opens a page and waits for its petition. @param {Page} page @param {string} url */
export async function visit(page, url) {
  await page.goto(url);
  await waitForState(page, 'editing');
}

/**
 * Types a signer's answers and ticks the consent to sign.
 * @param {Page} page
 * @param {{
 *   at?: (selector: string) => string,
 *   given?: Record<string, string>,
 *   fields?: string[],
 * }} [how] where the form is, other answers, and the fields that it has
 */
export async function fillIn(page, { at = inBox, given = {}, fields = Object.keys(answers) } = {}) {
  const all = { ...answers, ...given };
  for (const [name, text] of Object.entries(all)) {
    if (fields.includes(name)) await page.fill(at(`#pb-${name}`), text);
  }
  const consent = at('#pb-consent_sign');
  await page.click(consent);
  // In a frame of another process a click arrives some time after it was made.
  const ticked = () => page.on(consent, (/** @type {HTMLInputElement} */ box) => box.checked);
  await until(ticked, 5_000, 'a click ticking the consent').catch(async (error) => {
    throw new Error(`${error.message}; ${await page.focused()} has focus`);
  });
}

/**
 * Presses the button, and declines the second question where it is asked.
 * @param {Page} page
 * @param {(selector: string) => string} [at]
 */
export async function submit(page, at = inBox) {
  await page.click(at('form [type=submit]'));
  const asked = at('#pb-question');
  const went = () =>
    page
      .on(
        at('.petition-box'),
        (root) => root.getAttribute('data-state') !== 'editing' || !!root.querySelector('#pb-errors'),
      )
      // The page is on its way to another one.
      .catch(() => true);
  // Whatever the page prevents goes nowhere.
  await until(went, 2_000, 'the form being sent').catch(() => {});
  if (await page.has(asked).catch(() => false)) await page.click(`${asked} [data-press=decline]`);
}

/**
 * @param {number} count
 * @returns {string} the path of the counter when it shows that number of signatures
 */
export const counter = (count) => inBox(`progress[value="${count}"]`);

/** The links of the summary of errors. */
export const errorLink = inBox('#pb-errors a');

/**
 * @param {Page} page
 * @returns {Promise<string>} what screen readers announce by themselves: what is in role=status, and
 *   what has got the focus
 */
export const announced = (page) =>
  page.on('petition-box', ({ shadowRoot }) =>
    Array.from(
      /** @type {NodeListOf<HTMLElement>} */ (
        shadowRoot?.querySelectorAll('[role=status], #pb-status:focus')
      ),
      ({ innerText }) => innerText.replace(/[ \t\r\n]+/g, ' ').trim(),
    )
      .filter(Boolean)
      .join(' | '),
  );
