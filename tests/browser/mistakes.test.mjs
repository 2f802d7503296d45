import { strict as assert } from 'node:assert';
import { test } from 'node:test';
import { unsignedEndpoint } from '../endpoint/shared.mjs';
import { answers, errorLink, fillIn, inBox, stateOf, submit, visit, waitForState } from './box.mjs';
import { once, page } from './browser.mjs';

const summary = inBox('#pb-errors');

/** @returns {Promise<string[]>} the ids of the fields that are marked as wrong */
const wrongFields = () =>
  page.on(inBox('form'), (form) =>
    [...form.querySelectorAll('[aria-invalid=true]')].map((field) => field.id),
  );

/**
 * @param {string} name
 * @returns {Promise<string>} what the field's aria-describedby names, as text
 */
const describedBy = (name) =>
  page.on(inBox(`#pb-${name}`), (field) => {
    const root = /** @type {ShadowRoot} */ (field.getRootNode());
    const ids = field.getAttribute('aria-describedby')?.split(' ') ?? [];
    return ids.map((id) => root.getElementById(id)?.textContent ?? `no element ${id}`).join(' ');
  });

test('an empty form is sent back with a summary that has focus, and nothing is stored', async () => {
  const endpoint = await unsignedEndpoint();
  await visit(page, endpoint.url);
  await submit(page);
  await page.waitForElement(inBox('#pb-errors:focus'));
  assert.equal(await stateOf(page), 'editing');
  const wrong = await wrongFields();
  assert.deepEqual(wrong, [
    'pb-given_name',
    'pb-family_name',
    'pb-email_address',
    'pb-consent_sign',
  ]);
  assert.equal(await page.on(summary, (list) => list.querySelectorAll('a').length), wrong.length);
  assert.deepEqual(await endpoint.rows('select * from signatures'), []);
});

test('each link of the summary moves focus to its field', async () => {
  const endpoint = await unsignedEndpoint();
  await visit(page, endpoint.url);
  await submit(page);
  await page.waitForElement(errorLink);
  const wrong = await wrongFields();
  for (const [index, id] of wrong.entries()) {
    await page.click(inBox(`#pb-errors li:nth-of-type(${index + 1}) a`));
    assert.equal(await page.focused(), `#${id}`);
  }
});

test(
  'a wrong answer is kept, explained at its field as in the summary, and its error goes when it is mended',
  once('the core decides'),
  async () => {
    const endpoint = await unsignedEndpoint();
    await visit(page, endpoint.url);
    await fillIn(page, { given: { email_address: 'zoe@example', postal_code: '7501' } });
    await submit(page);
    await page.waitForElement(errorLink);
    assert.deepEqual(await wrongFields(), ['pb-email_address', 'pb-postal_code']);
    for (const [name, typed] of Object.entries({
      ...answers,
      email_address: 'zoe@example',
      postal_code: '7501',
    })) {
      assert.equal(await page.value(inBox(`#pb-${name}`)), typed);
    }
    const wording = await page.text(inBox('#pb-errors li:nth-of-type(1) a'));
    assert.ok((await describedBy('email_address')).includes(wording), `“${wording}” at the field`);

    await page.fill(inBox('#pb-email_address'), answers.email_address);
    assert.deepEqual(await wrongFields(), ['pb-postal_code']);
    await page.fill(inBox('#pb-postal_code'), answers.postal_code);
    assert.deepEqual(await wrongFields(), []);
    assert.equal(await page.has(errorLink), false);
    await submit(page);
    await waitForState(page, 'signed');
  },
);

test(
  'nothing is complained about while somebody first types',
  once('the core decides'),
  async () => {
    const endpoint = await unsignedEndpoint();
    await visit(page, endpoint.url);
    await page.fill(inBox('#pb-email_address'), 'zoe');
    await page.press('Tab');
    assert.deepEqual(await wrongFields(), []);
  },
);
