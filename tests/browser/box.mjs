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

/**
 * Opens a page and waits for its petition, and for the style that the box itself does not wait for.
 * @param {Page} page @param {string} url
 */
export async function visit(page, url) {
  await page.goto(url);
  await waitForState(page, 'editing');
  const dressed = () =>
    page.on('petition-box', (host) => getComputedStyle(host).getPropertyValue('--dressed'));
  await until(dressed, 'the style of the box');
}

/**
 * Runs in the page: fills in fields as browsers do by themselves.
 * @param {Element} field of the form
 * @param {Record<string, string>} texts by the names of the fields
 */
function autofill(field, texts) {
  const { form } = /** @type {HTMLInputElement} */ (field);
  for (const [name, text] of Object.entries(texts)) {
    const other = /** @type {HTMLInputElement} */ (form?.elements.namedItem(name));
    other.value = text;
    // A page may have an Event of its own.
    for (const type of ['input', 'change']) {
      other.dispatchEvent(new InputEvent(type, { bubbles: true }));
    }
  }
}

/**
 * Types the first of a signer's answers, has the browser fill in the others, and ticks the consent to
 * sign.
 * @param {Page} page
 * @param {{
 *   at?: (selector: string) => string,
 *   given?: Record<string, string>,
 *   fields?: string[],
 * }} [how] where the form is, other answers, and the fields that it has
 */
export async function fillIn(page, { at = inBox, given = {}, fields = Object.keys(answers) } = {}) {
  const { given_name, ...others } = { ...answers, ...given };
  const first = at('#pb-given_name');
  await page.fill(first, given_name);
  const asked = Object.entries(others).filter(([name]) => fields.includes(name));
  await page.on(first, autofill, Object.fromEntries(asked));
  const consent = at('#pb-consent_sign');
  await page.click(consent);
  // In a frame of another process a click arrives some time after it was made.
  const ticked = () => page.on(consent, (/** @type {HTMLInputElement} */ box) => box.checked);
  await until(ticked, 'a click ticking the consent').catch(async (error) => {
    throw new Error(`${error.message}; ${await page.focused()} has focus`);
  });
}

/**
 * Runs in the page: declines the second question where it is asked.
 * @param {HTMLElement} box
 * @returns whether the form has been sent, or has errors
 */
function goOn(box) {
  /** @type {HTMLElement | null} */
  const no = box.querySelector('#pb-question [data-press=decline]');
  no?.click();
  return box.dataset.state !== 'editing' || box.querySelector('#pb-errors') !== null;
}

/**
 * Presses the button, and declines the second question where it is asked.
 * @param {Page} page
 * @param {(selector: string) => string} [at]
 */
export async function submit(page, at = inBox) {
  await page.click(at('form [type=submit]'));
  // A page that is on its way to another one gives no answer. What a page prevents is sent nowhere.
  const went = () => page.on(at('.petition-box'), goOn).catch(() => true);
  await until(went, 'the form being sent', 2_000).catch(() => {});
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
