import { strict as assert } from 'node:assert';
import { test } from 'node:test';
import { unsignedEndpoint } from '../endpoint/shared.mjs';
import { answers, fillIn, inBox, visit, waitForState } from './box.mjs';
import { once, page } from './browser.mjs';
import { healthData } from './documents.mjs';
import { inside } from './home.mjs';
import { assertEveryLine, readAll } from './lines.mjs';

const petition = healthData();
const box = inBox('.petition-box');

test('the partner page shows the whole petition in French', async () => {
  const endpoint = await unsignedEndpoint();
  await visit(page, endpoint.url);
  assertEveryLine(await readAll(page, box), petition, 'fr');
  assert.equal(await page.on(box, (root) => root.lang), 'fr');
});

test('a partner page in English shows it in English', async () => {
  const endpoint = await unsignedEndpoint();
  await visit(page, `${endpoint.url}/partners/health-data.en.html`);
  assertEveryLine(await readAll(page, box), petition, 'en');
});

test('a box inside another component speaks the language of the page', async () => {
  const endpoint = await unsignedEndpoint();
  await visit(page, endpoint.url);
  await page.on('petition-box', (box) => {
    const component = document.createElement('div');
    component.id = 'component';
    const inner = document.createElement('petition-box');
    for (const name of ['src', 'endpoint']) inner.setAttribute(name, box.getAttribute(name) ?? '');
    inner.setAttribute('loading', 'eager');
    component.attachShadow({ mode: 'open' }).append(inner);
    document.body.append(component);
  });
  await waitForState(page, 'editing', inside('#component >>> petition-box'));
  assert.equal(
    await page.on('#component >>> petition-box >>> .petition-box', (root) => root.lang),
    'fr',
  );
});

test(
  'a change of the lang attribute shows it in English at once, and keeps what was typed',
  once('the core redraws'),
  async () => {
    const endpoint = await unsignedEndpoint();
    await visit(page, endpoint.url);
    await fillIn(page);
    await page.on('petition-box', (element) => {
      element.lang = 'en';
    });
    await page.waitForElement(inBox('.petition-box[lang=en]'));
    assertEveryLine(await readAll(page, box), petition, 'en');
    for (const [name, typed] of Object.entries(answers)) {
      assert.equal(await page.value(inBox(`#pb-${name}`)), typed);
    }
    assert.ok(
      await page.on(
        inBox('#pb-consent_sign'),
        (/** @type {HTMLInputElement} */ consent) => consent.checked,
      ),
    );
  },
);

test('a country that was chosen stays chosen when another language puts the list in another order', async () => {
  const endpoint = await unsignedEndpoint();
  for (const country of ['ES', 'CH']) {
    await visit(page, endpoint.url);
    await page.select(inBox('#pb-country'), country);
    for (const language of ['en', 'fr']) {
      await page.on('petition-box', (element, lang) => void (element.lang = lang), language);
      await page.waitForElement(inBox(`.petition-box[lang=${language}]`));
      assert.equal(await page.value(inBox('#pb-country')), country);
    }
  }
});

test('no consent is ticked in advance', async () => {
  const endpoint = await unsignedEndpoint();
  await visit(page, endpoint.url);
  const [all, ticked] = await page.on(box, (root) =>
    ['[type=checkbox]', ':checked[type=checkbox]'].map(
      (selector) => root.querySelectorAll(selector).length,
    ),
  );
  assert.deepEqual([all, ticked], [2, 0]);
});
