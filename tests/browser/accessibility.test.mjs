import { strict as assert } from 'node:assert';
import { test } from 'node:test';
import { unsignedEndpoint } from '../endpoint/shared.mjs';
import { axeRules, findings } from './axe.mjs';
import { errorLink, fillIn, inBox, submit, visit, waitForState } from './box.mjs';
import { once, page as lightPage } from './browser.mjs';

/** @typedef {import('./page.mjs').Page} Page */

/**
 * Goes through the states of a signature and looks at each.
 * @param {Page} page @param {string} url @param {(state: string) => Promise<void>} look
 */
async function throughTheStates(page, url, look) {
  await visit(page, url);
  await look('editing');
  await submit(page);
  await page.waitForElement(errorLink);
  await look('errors');
  await fillIn(page);
  await submit(page);
  await waitForState(page, 'signed');
  await look('signed');
}

test('nothing lies outside the screen, wide and narrow, before, during and after signing', async () => {
  const endpoint = await unsignedEndpoint();
  await throughTheStates(lightPage, endpoint.url, async (state) => {
    for (const width of [320, 1280]) {
      await lightPage.resize(width, 900);
      const over = await lightPage.evaluate(
        () => document.documentElement.scrollWidth - innerWidth,
      );
      assert.ok(over <= 0, `${state} at ${width} pixels: ${over} pixels lie outside`);
    }
  });
});

/** The form as a screen reader is given it: what each part is, and how. */
async function spoken() {
  const roles = ['group', 'heading', 'textbox', 'combobox', 'checkbox', 'button', 'status'];
  const nodes = (await lightPage.accessible()).filter(({ role }) => roles.includes(role));
  const headings = ['Signer la p\u00e9tition', 'Signatures recueillies'];
  const from = nodes.findIndex(({ name }) => headings.includes(name ?? ''));
  return nodes.slice(from).map(({ role, name, level, invalid, required, description }) =>
    [
      role,
      level,
      role === 'checkbox' ? name?.slice(0, 8) : name,
      required && '(required)',
      invalid && invalid !== 'false' && '(invalid)',
      description,
    ]
      .filter(Boolean)
      .join(' '),
  );
}

test('each control is what it is before and after the form is checked, and thanks have a heading', once('Chromium tells what it gives to screen readers'), async () => {
  const endpoint = await unsignedEndpoint();
  await visit(lightPage, endpoint.url);
  assert.deepEqual(await spoken(), [
    'heading 3 Signer la pétition',
    'group Vos réponses',
    'textbox Prénom (required)',
    'textbox Nom (required)',
    'textbox Adresse électronique (required)',
    'combobox Pays',
    'textbox Code postal (facultatif)',
    'textbox Commentaire (facultatif)',
    'checkbox Je signe',
    'checkbox Je souha',
    'button Signer la pétition',
    'status',
  ]);
  await submit(lightPage);
  await lightPage.waitForElement(errorLink);
  assert.deepEqual(await spoken(), [
    'heading 3 Signer la pétition',
    'group Vérifiez ces réponses',
    'heading 4 Vérifiez ces réponses',
    'group Vos réponses',
    'textbox Prénom (required) (invalid) Erreur : Indiquez votre prénom',
    'textbox Nom (required) (invalid) Erreur : Indiquez votre nom',
    'textbox Adresse électronique (required) (invalid) Erreur : Indiquez votre adresse électronique',
    'combobox Pays',
    'textbox Code postal (facultatif)',
    'textbox Commentaire (facultatif)',
    'checkbox Je signe (invalid) Erreur : Cochez la case pour signer la pétition',
    'checkbox Je souha',
    'button Signer la pétition',
    'status',
  ]);
  await fillIn(lightPage);
  await submit(lightPage);
  await waitForState(lightPage, 'signed');
  await lightPage.waitForElement(inBox('#pb-share-copy'));
  assert.deepEqual(await spoken(), [
    'heading 3 Signatures recueillies',
    'group Merci, Zoë',
    'heading 4 Merci, Zoë',
    'heading 4 Faites passer le mot',
    'button Copier le lien',
    'button Mastodon',
    'status',
  ]);
});

test('axe-core finds nothing on the page for browsers without script, nor on its thanks', once(axeRules), async () => {
  const endpoint = await unsignedEndpoint();
  const at = (/** @type {string} */ selector) => selector;
  await lightPage.goto(`${endpoint.url}/petitions/health-data/sign?lang=fr`);
  assert.deepEqual(await findings(lightPage), []);
  await fillIn(lightPage, { at });
  await submit(lightPage, at);
  await lightPage.waitFor(
    'the thanks',
    () => location.pathname.endsWith('/thanks') && document.readyState === 'complete',
  );
  assert.deepEqual(await findings(lightPage), []);
});

test('axe-core is no empty promise: it finds a field without a label inside the box', once(axeRules), async () => {
  const endpoint = await unsignedEndpoint();
  await visit(lightPage, endpoint.url);
  await lightPage.on('petition-box', (element) =>
    element.shadowRoot?.append(document.createElement('input')),
  );
  assert.match((await findings(lightPage)).join('\n'), /^label at petition-box/m);
});
