// The box in a `<div data-petition-box>`: found whenever that comes, and out of the way of those who
// mend a page by comparing it with a new one.

import { strict as assert } from 'node:assert';
import { test } from 'node:test';
import { answers, fillIn, waitForState } from './box.mjs';
import { page } from './browser.mjs';
import { healthData } from './documents.mjs';
import { inside } from './home.mjs';
import { openPartnerSite } from './partner-site.mjs';

const at = inside('[data-petition-box] >>> petition-box');

/** @param {import('node:test').TestContext} t @param {string} [pasted] */
async function openSite(t, pasted = '') {
  const site = await openPartnerSite(
    t,
    {
      '/petition': { body: JSON.stringify(healthData()) },
      '/signatures': { body: '{"count":41}' },
    },
    pasted,
  );
  await page.goto(site);
  await page.waitFor('the script', () => customElements.get('petition-box') !== undefined);
}

/** Runs in the page: the div, as a router or a page builder puts it there. */
function paste() {
  const place = document.createElement('div');
  place.setAttribute('data-petition-box', '');
  for (const [name, value] of [['src', '/petition'], ['endpoint', '/signatures'], ['lang', 'fr']]) {
    place.setAttribute(`data-${name}`, value);
  }
  const link = document.createElement('a');
  Object.assign(link, { href: '/sign', textContent: 'Signer' });
  place.append(link);
  const around = document.createElement('section');
  around.append(place);
  document.querySelector('main')?.append(around);
}

test('a div that comes after the page has loaded has its box, and the link until then', async (t) => {
  await openSite(t);
  await page.evaluate(paste);
  assert.equal(await page.text('[data-petition-box] a'), 'Signer');
  await page.scrollTo('[data-petition-box]');
  await waitForState(page, 'editing', at);
  assert.equal(await page.has('main petition-box'), false);
});

test('what is typed survives whoever makes the page the same as a new one', async (t) => {
  await openSite(t);
  await page.evaluate(paste);
  await page.scrollTo('[data-petition-box]');
  await waitForState(page, 'editing', at);
  await fillIn(page, { at });
  await page.evaluate(() => {
    // What morphdom, idiomorph, Turbo and htmx do with an element that both pages have: they set the
    // attributes of the new one, remove the others, and put its children in the place of the old.
    const place = /** @type {Element} */ (document.querySelector('[data-petition-box]'));
    const fresh = /** @type {Element} */ (place.cloneNode(true));
    fresh.setAttribute('data-lang', 'en');
    for (const { name } of [...place.attributes]) {
      if (!fresh.hasAttribute(name)) place.removeAttribute(name);
    }
    for (const { name, value } of fresh.attributes) place.setAttribute(name, value);
    place.replaceChildren(...fresh.childNodes);
  });
  await page.waitFor(
    'the box in English',
    () =>
      document
        .querySelector('[data-petition-box]')
        ?.shadowRoot?.querySelector('petition-box')
        ?.shadowRoot?.querySelector('.petition-box')
        ?.getAttribute('lang') === 'en',
  );
  for (const [name, answer] of Object.entries(answers)) {
    assert.equal(await page.value(at(`#pb-${name}`)), answer);
  }
  const ticked = await page.on(at('#pb-consent_sign'), (box) => Reflect.get(box, 'checked'));
  assert.equal(ticked, true);
});

test('a div that is made something else shows what is in it, and a box again when it is one', async (t) => {
  await openSite(t);
  await page.evaluate(paste);
  await page.scrollTo('[data-petition-box]');
  await waitForState(page, 'editing', at);
  await page.on('[data-petition-box]', (place) => {
    place.id = 'place';
    place.removeAttribute('data-petition-box');
    place.replaceChildren('Un article');
  });
  await page.waitFor(
    'the article',
    () => /** @type {HTMLElement} */ (document.querySelector('#place')).offsetHeight < 100,
  );
  assert.equal(await page.text('#place'), 'Un article');
  await page.on('#place', (place) => place.setAttribute('data-petition-box', ''));
  await waitForState(page, 'editing', at);
});

test('an element that can have no shadow root has the box in it', async (t) => {
  await openSite(
    t,
    `<ul><li data-petition-box data-src="/petition" data-endpoint="/signatures" data-lang="fr"
      data-loading="eager"><a href="/sign">Signer</a></li></ul>`,
  );
  await waitForState(page, 'editing');
});
