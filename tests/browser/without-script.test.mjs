import { strict as assert } from 'node:assert';
import { test } from 'node:test';
import { unsignedEndpoint } from '../endpoint/shared.mjs';
import { answers, fillIn, submit } from './box.mjs';
import { cannot, pageWith } from './browser.mjs';

const skip = cannot.javascript;
const at = (/** @type {string} */ selector) => selector;
const columns = `${Object.keys(answers).join(', ')}, language`;

test(
  'with JavaScript off a plain form signs, says thank you, and the signature is in the database',
  { skip },
  async () => {
    const endpoint = await unsignedEndpoint();
    const page = await pageWith({ javascript: false });
    await page.goto(`${endpoint.url}/petitions/health-data/sign?lang=fr`);
    await fillIn(page, { at });
    await submit(page, at);
    const thanks = await page.waitFor(
      'the thanks',
      () => location.pathname.endsWith('/thanks') && location.href,
    );
    for (const answer of Object.values(answers)) {
      assert.ok(!thanks.includes(encodeURIComponent(answer)), thanks);
    }
    assert.deepEqual(await endpoint.rows(`select ${columns} from signatures`), [
      { ...answers, language: 'fr' },
    ]);
  },
);

test(
  'with JavaScript off a wrong answer brings the form back with the values and the errors',
  { skip },
  async () => {
    const endpoint = await unsignedEndpoint();
    const page = await pageWith({ javascript: false });
    await page.goto(`${endpoint.url}/petitions/health-data/sign?lang=fr`);
    await fillIn(page, { at, given: { email_address: 'zoe@example' } });
    await submit(page, at);
    await page.waitForElement('#pb-email_address[aria-invalid=true]');
    await page.waitForLoad();
    for (const [name, typed] of Object.entries({ ...answers, email_address: 'zoe@example' })) {
      assert.equal(await page.value(`#pb-${name}`), typed);
    }
    assert.deepEqual(await endpoint.rows(`select ${columns} from signatures`), []);
    await page.fill('#pb-email_address', answers.email_address);
    await submit(page, at);
    await page.waitFor('the thanks', () => location.pathname.endsWith('/thanks'));
    assert.deepEqual(await endpoint.rows(`select ${columns} from signatures`), [
      { ...answers, language: 'fr' },
    ]);
  },
);

test('with JavaScript off the partner page has a link to that form', { skip }, async () => {
  const endpoint = await unsignedEndpoint();
  const page = await pageWith({ javascript: false });
  await page.goto(endpoint.url);
  await page.click('petition-box a');
  await page.waitForElement('form #pb-given_name');
});
