import { strict as assert } from 'node:assert';
import { test } from 'node:test';
import { visit } from './box.mjs';
import { once, page } from './browser.mjs';
import { healthData, inTwoLanguages, withWrongTypes } from './documents.mjs';
import { openPartnerSite } from './partner-site.mjs';

/**
 * What the box did with a document.
 * @typedef {{ event: string, detail: string, state: string | null, text: string }} Outcome
 */

/**
 * Runs in the page: gives the box one document after the other.
 * @param {string[]} addresses of documents
 * @returns {Promise<Outcome[]>}
 */
async function showEach(addresses) {
  const box = /** @type {HTMLElement} */ (document.querySelector('petition-box'));
  const outcomes = [];
  for (const address of addresses) {
    /** @type {Promise<CustomEvent | null>} */
    const raised = new Promise((resolve) => {
      for (const name of ['petition-box-ready', 'petition-box-error']) {
        box.addEventListener(name, (event) => resolve(/** @type {CustomEvent} */ (event)), {
          once: true,
        });
      }
      setTimeout(() => resolve(null), 10_000);
    });
    box.setAttribute('src', address);
    const event = await raised;
    const shown = () => box.shadowRoot?.querySelector('.petition-box');
    // The whole module, which says what is wrong, asks for the words anew.
    do await new Promise((resolve) => requestAnimationFrame(resolve));
    while (shown()?.getAttribute('data-state') === 'loading');
    const root = shown();
    outcomes.push({
      event: event?.type ?? 'none',
      detail: JSON.stringify(event?.detail ?? null),
      state: root?.getAttribute('data-state') ?? null,
      text: root?.textContent?.trim() ?? '',
    });
  }
  return outcomes;
}

/**
 * @param {import('node:test').TestContext} t
 * @param {string[]} documents as the partner's server sends them
 * @returns {Promise<Outcome[]>} one for each
 */
async function outcomesOf(t, documents) {
  const resources = Object.fromEntries(
    documents.map((body, index) => [`/documents/${index}`, { body }]),
  );
  const site = await openPartnerSite(
    t,
    {
      ...resources,
      '/petition': { body: JSON.stringify(healthData()) },
      '/signatures': { body: '{"count":0}' },
    },
    '<petition-box src="/petition" endpoint="/signatures" lang="fr"></petition-box>',
  );
  await visit(page, site);
  const outcomes = [];
  const addresses = Object.keys(resources);
  while (addresses.length > 0) {
    outcomes.push(...(await page.evaluate(showEach, addresses.splice(0, 4))));
  }
  assert.deepEqual(await page.evaluate(() => Reflect.get(window, 'errors')), [], 'uncaught errors');
  return outcomes;
}

/** @param {Outcome} outcome @param {string} what */
function assertCalm(outcome, what) {
  assert.equal(outcome.state, 'unavailable', what);
  assert.equal(outcome.event, 'petition-box-error', what);
  assert.match(outcome.text, /^\S[^\n]{10,200}\.$/, `${what}: one sentence for visitors`);
  assert.doesNotMatch(outcome.text, /JSON|error|erreur|undefined|\/documents\//i, what);
}

test(
  'a document that is no petition is answered with one calm sentence',
  once('the core reads the documents'),
  async (t) => {
    const documents = {
      'not JSON': '{ "petition": ',
      'a web page': '<!doctype html><title>404</title>',
      empty: '',
      null: 'null',
      'a list': '[]',
      'an object': '{}',
      '5 MB of text': JSON.stringify({ ...healthData(), version: 'x'.repeat(5_000_000) }),
      '5 MB of nothing': `${' '.repeat(5_000_000)}${JSON.stringify(healthData())}`,
      'lists nested 10,000 deep': '['.repeat(10_000) + ']'.repeat(10_000),
      'objects nested 10,000 deep': '{"title":'.repeat(10_000) + '1' + '}'.repeat(10_000),
      'a title nested 10,000 deep': JSON.stringify({ ...healthData(), title: 0 }).replace(
        '"title":0',
        `"title":${'['.repeat(10_000)}${']'.repeat(10_000)}`,
      ),
    };
    const outcomes = await outcomesOf(t, Object.values(documents));
    Object.keys(documents).forEach((what, index) => assertCalm(outcomes[index], what));
  },
);

test(
  'a value of the wrong type anywhere is reported with its JSON pointer',
  once('the core reads the documents'),
  async (t) => {
    const cases = withWrongTypes(inTwoLanguages(healthData()));
    assert.ok(cases.length > 40);
    const outcomes = await outcomesOf(
      t,
      cases.map(({ document }) => JSON.stringify(document)),
    );
    const console = (await page.messages()).map(({ text }) => text).join('\n');
    cases.forEach(({ pointer }, index) => {
      assertCalm(outcomes[index], pointer);
      assert.ok(
        outcomes[index].detail.includes(pointer),
        `${pointer} in the event: ${outcomes[index].detail}`,
      );
      // The last line says who tells more.
      assert.ok(console.includes(`${pointer}\n`), `${pointer} in the console`);
    });
  },
);

test(
  'after a broken document a good one is shown',
  once('the core reads the documents'),
  async (t) => {
    const outcomes = await outcomesOf(t, ['{', JSON.stringify(healthData())]);
    assert.deepEqual(
      outcomes.map(({ event, state }) => [event, state]),
      [
        ['petition-box-error', 'unavailable'],
        ['petition-box-ready', 'editing'],
      ],
    );
  },
);
