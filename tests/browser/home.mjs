// A home of the box: a partner's page, and where on it the box is.

import { strict as assert } from 'node:assert';
import { answers, fillIn, submit, waitForState } from './box.mjs';
import { until } from './deadline.mjs';

/** @typedef {import('./page.mjs').Page} Page */
/** @typedef {import('../endpoint/endpoint.mjs').Endpoint} Endpoint */

/**
 * @typedef {object} Home
 * @property {string} [element] the path of the element; petition-box unless told
 * @property {string} [petition] health-data unless told
 * @property {string} [language] fr unless told
 * @property {string} [email_address] of the signer
 */

const columns = 'given_name, family_name, email_address, petition, language';

/** @param {string} [element] its path @returns {(selector: string) => string} a path inside it */
export const inside =
  (element = 'petition-box') =>
  (selector) =>
    `${element} >>> ${selector}`;

/** The fields of each petition, without the country. @type {Record<string, string[]>} */
const fields = {
  'health-data': ['given_name', 'family_name', 'email_address', 'postal_code'],
  'town-clock': ['given_name', 'family_name', 'email_address'],
};

/**
 * @param {Home} home
 * @returns what the database must have when the example's signer has signed there
 */
export const rowOf = ({ petition = 'health-data', language = 'fr', email_address }) => ({
  given_name: answers.given_name,
  family_name: answers.family_name,
  email_address: email_address ?? answers.email_address,
  petition,
  language,
});

/**
 * Has a box load that its page came with, and waits until it has taken over: until then its form is
 * sent by the browser itself.
 * @param {Page} page @param {string} [element]
 */
export async function load(page, element = 'petition-box') {
  const isThere = () => page.on(element, (box) => box.matches(':defined')).catch(() => false);
  await until(isThere, 'the script of the box');
  await page.on(element, (/** @type {any} */ box) => box.load());
}

/**
 * Comes near a box and waits for its petition: stays near it, whatever else of the page comes or grows
 * above it meanwhile.
 * @param {Page} page @param {string} [element]
 */
export async function approach(page, element = 'petition-box') {
  await page.waitForElement(element);
  const drawn = inside(element)('.petition-box');
  await until(
    async () => {
      await page.scrollTo(element);
      return page.has(drawn);
    },
    `coming near ${element}`,
  );
  await waitForState(page, 'editing', inside(element));
}

/**
 * Types the example's answers, by keyboard and mouse.
 * @param {Page} page
 * @param {Home} home
 */
export const fillInAt = (page, { element, petition = 'health-data', email_address }) =>
  fillIn(page, {
    at: inside(element),
    given: email_address === undefined ? {} : { email_address },
    fields: fields[petition],
  });

/** Signs, from the empty form to the thanks. @param {Page} page @param {Home} [home] */
export async function sign(page, home = {}) {
  const at = inside(home.element);
  await approach(page, home.element);
  await fillInAt(page, home);
  await submit(page, at);
  await waitForState(page, 'signed', at);
}

/** @param {Endpoint} endpoint @param {Home[]} homes in which somebody signed, in this order */
export async function assertSigned(endpoint, homes) {
  const rows = await endpoint.rows(`select ${columns} from signatures order by received_at`);
  assert.deepEqual(rows, homes.map(rowOf));
}

/** @param {Page} page whose console must have no error since it was opened */
export async function assertNoErrors(page) {
  const errors = (await page.messages()).filter(
    ({ kind }) => kind === 'error' || kind === 'uncaught',
  );
  assert.deepEqual(errors, []);
}
