import { strict as assert } from 'node:assert';
import { test } from 'node:test';
import { unsignedEndpoint } from '../endpoint/shared.mjs';
import { answers, inBox, submit, visit, waitForState } from './box.mjs';
import { page } from './browser.mjs';

/** @type {Record<string, string>} */
const typed = Object.fromEntries(
  Object.entries(answers).map(([name, answer]) => [`#pb-${name}`, answer]),
);

/** Runs in the page: whether what has focus shows it. */
function showsFocus() {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  if (!element) return false;
  const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
  return (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || boxShadow !== 'none';
}

test('a visitor signs with the keyboard alone, field after field in the order of the page', async () => {
  const endpoint = await unsignedEndpoint();
  await visit(page, endpoint.url);
  const fields = await page.on(inBox('form'), (form) =>
    [...form.querySelectorAll('input:not([type=hidden]), select, textarea, button')].map(
      (field) => `#${field.id}`,
    ),
  );
  const visited = [];
  for (let presses = 0; presses < 60 && visited.length < fields.length; presses++) {
    await page.press('Tab');
    const field = await page.focused();
    if (!fields.includes(field)) continue;
    assert.ok(await page.evaluate(showsFocus), `focus is visible at ${field}`);
    visited.push(field);
    if (typed[field]) await page.type(typed[field]);
    if (field === '#pb-consent_sign') await page.press(' ');
  }
  assert.deepEqual(visited, fields);
  assert.equal(await page.focused(), '#pb-submit');
  await page.press('Enter');
  // The second question has two buttons.
  await page.waitForElement(inBox('#pb-question-heading:focus'));
  for (let presses = 0; presses < 2; presses++) {
    await page.press('Tab');
    assert.ok(await page.evaluate(showsFocus), 'focus is visible at the button');
  }
  await page.press('Enter');
  await waitForState(page, 'signed');
  assert.equal((await endpoint.rows('select * from signatures')).length, 1);
});

test('Enter in a field submits the form, and the summary leads back to the field', async () => {
  const endpoint = await unsignedEndpoint();
  await visit(page, endpoint.url);
  await page.click(inBox('#pb-given_name'));
  await page.press('Enter');
  await page.waitForElement(inBox('#pb-errors:focus'));
  await page.press('Tab');
  await page.press('Enter');
  assert.equal(await page.focused(), '#pb-given_name');
});

test('focus goes to the thanks after signing, so that nobody is left at a form that is gone', async () => {
  const endpoint = await unsignedEndpoint();
  await visit(page, endpoint.url);
  for (const [field, answer] of Object.entries(typed)) await page.fill(inBox(field), answer);
  await page.click(inBox('#pb-consent_sign'));
  await submit(page);
  await waitForState(page, 'signed');
  assert.equal(await page.focused(), '#pb-status');
});
