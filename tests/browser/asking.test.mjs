// What a petition asks of its signers, written in the builder: fields of its own, and consents of
// partners.

import { strict as assert } from 'node:assert';
import { test } from 'node:test';
import { once, page } from './browser.mjs';
import { downloaded, inPreview, openNewBuilder, openFile, saidAt, writePetition } from './builder.mjs';
import { healthData } from './documents.mjs';
import { nightTrain, partner } from './night-train.mjs';

const alike = 'documents are the core\u2019s, and forms alike in all engines';

const addField = '[data-list=field] > [data-add]';
const addConsent = '[data-list=consent] > [data-add]';
const isComplete = () => page.waitForElement('#copy:enabled');

/** Adds a field at the end. @param {string} label @param {string} kind */
async function writeField(label, kind) {
  await page.on(addField, (button) => button.click());
  const id = `#${await page.on('[data-list=field] > ol > li:last-child input', ({ id }) => id)}`;
  await page.fill(id, label);
  await page.select(id.replace(/label$/, 'kind'), kind);
  return id.replace(/-label$/, '');
}

/** @param {string} field id of its controls @param {string[]} labels of its options, at least one */
async function writeOptions(field, labels) {
  for (const [index, label] of labels.entries()) {
    const option = `${field}-options-${index}-label`;
    if (index > 0) await page.on(`${field}-label`, pressAddOption);
    await page.fill(option, label);
  }
}

/** Runs in the page. @param {HTMLElement} label of the field */
function pressAddOption(label) {
  const add = label.closest('li')?.querySelector('[data-list=option] > [data-add]');
  /** @type {HTMLElement} */ (add).click();
}

test(
  'a petition asks in the builder for whatever it needs, and each partner for its own consent',
  once(alike),
  async () => {
    await openNewBuilder(page);
    await writePetition(page);
    for (const name of ['phone_number', 'organization']) {
      await page.click(`[data-at="/=${name}"] [data-part]`);
    }
    await page.click('[data-at="/=organization"] [data-at="/optional"]');
    await writeOptions(await writeField('Profession', 'choice'), ['Nurse', 'Midwife']);
    await writeOptions(await writeField('Trains you take', 'choices'), ['By day', 'By night']);
    await writeField('I am of age', 'tick');
    await writeField('Source', 'number');
    await writeField('Day of your last journey', 'date');
    await page.click('[data-at="/=updates"]');
    await page.select('#at-consents--updates-ask', 'yes_no');
    await page.fill('#at-consents--sign-statement', 'I sign.');
    await page.on(addConsent, (button) => button.click());
    await page.fill('#at-consents-2-by-name', 'the Fictitious Society');
    await page.fill('#at-consents-2-by-contact', 'mailto:society@example.org');
    await page.fill('#at-consents-2-by-privacy_policy', 'https://example.org/privacy');
    await page.fill('#at-consents-2-statement', partner.statement.en);
    await isComplete();
    assert.equal(await page.text('#count'), 'Ready');
    assert.deepEqual(JSON.parse(await downloaded(page)), nightTrain);
    await page.waitForElement(inPreview('#pb-field_source'));
  },
);

test('a name follows its label until somebody writes another', once(alike), async () => {
  await openNewBuilder(page);
  await writePetition(page);
  const field = await writeField('M\u00e9tier', 'line');
  assert.equal(await page.value(`${field}-name`), 'metier');
  await page.fill(`${field}-label`, 'Country');
  assert.equal(await page.value(`${field}-name`), 'field_country');
  await page.fill(`${field}-name`, 'Trade');
  await page.waitForElement(`${field}-name[aria-invalid]`);
  assert.match(await saidAt(`${field}-name`), /characters a to z/);
  await page.fill(`${field}-name`, 'trade');
  await page.fill(`${field}-label`, 'Your trade');
  assert.equal(await page.value(`${field}-name`), 'trade');
  // The label and the name it proposes are one step.
  const second = await writeField('', 'line');
  await page.fill(`${second}-label`, 'Employer');
  assert.equal(await page.value(`${second}-name`), 'employer');
  await page.click('#undo');
  assert.equal(await page.value(`${second}-name`), 'field');
  assert.equal(await page.value(`${second}-label`), '');
});

test(
  'the options of a choice come and go with its kind, and what a tick takes out it brings back',
  once(alike),
  async () => {
    await openNewBuilder(page);
    await writePetition(page);
    const field = await writeField('Profession', 'choice');
    await writeOptions(field, ['Nurse']);
    await page.select(`${field}-kind`, 'line');
    await isComplete();
    assert.equal(await page.has(`${field}-options-0-label`), false);
    await page.select(`${field}-kind`, 'choices');
    assert.equal(await page.value(`${field}-options-0-value`), 'nurse');
    const news = '[data-at="/=updates"][data-part]';
    await page.click(news);
    await page.fill('#at-consents--updates-hint', 'You can stop it at any time.');
    await page.click('[data-at="/second_question"][data-part]');
    assert.match(
      (await page.on('#at-consents--updates-second_question-question', (question) =>
        question.getAttribute('placeholder'),
      )) ?? '',
      /Would you like news/,
    );
    await isComplete();
    await page.click(news);
    await page.click(news);
    const { consents } = JSON.parse(await downloaded(page));
    assert.deepEqual(consents, [
      { name: 'updates', hint: { en: 'You can stop it at any time.' }, second_question: {} },
    ]);
    await page.select('#at-consents--updates-ask', 'yes_no');
    await page.waitForElement('[data-at="/second_question"][aria-invalid]');
    assert.match(await saidAt('[data-at="/second_question"][data-part]'), /asked for by a box/);
  },
);

test(
  'fields of one\u2019s own move past the others from the keyboard, and the focus stays with them',
  once('drafting.test.mjs moves other rows in each'),
  async () => {
    await openNewBuilder(page);
    await openFile(
      JSON.stringify({
        .../** @type {any} */ (healthData()),
        fields: [
          { name: 'email_address' },
          { name: 'trade', label: 'M\u00e9tier' },
          { name: 'country' },
          { name: 'reason', kind: 'long_text', label: 'Raison' },
        ],
      }),
    );
    await page.waitForElement('#at-fields-3-label');
    await page.on('[data-list=field] [data-at="/3"] [data-move="-1"]', (button) => button.focus());
    await page.press('Enter');
    assert.equal(await page.text('#says'), 'It is now field 3 of 4.');
    await page.press('Enter');
    assert.equal(await page.value('#at-fields-1-name'), 'reason');
    const focused = () => page.evaluate(() => document.activeElement?.closest('li')?.dataset.at);
    assert.equal(await focused(), '/1');
    const names = async () =>
      JSON.parse(await downloaded(page)).fields.map((/** @type {any} */ { name }) => name);
    await isComplete();
    assert.deepEqual(await names(), ['email_address', 'reason', 'trade', 'country']);
    await page.on('[data-list=field] [data-at="/1"] > * > [data-remove]', (button) =>
      button.focus(),
    );
    await page.press('Enter');
    assert.equal(await focused(), '/1');
    assert.match(await page.text('#says'), /The field is removed/);
    await page.press('Enter');
    assert.equal(await page.on(addField, (button) => document.activeElement === button), true);
    await page.click('#undo');
    assert.equal(await page.value('#at-fields-1-name'), 'trade');
  },
);
