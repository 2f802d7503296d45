// The plain form is part of its page: the rules for it are for nothing else there.

import { strict as assert } from 'node:assert';
import { test } from 'node:test';
import { unsignedEndpoint } from '../endpoint/shared.mjs';
import { page } from './browser.mjs';
import { healthData } from './documents.mjs';
import { openPartnerSite } from './partner-site.mjs';
import { places, snippetOf } from './petition-render.mjs';

/**
 * Runs in the page: every style of one element of each kind, outside the form and in it.
 * @param {boolean} styled whether the stylesheet of the box applies
 */
function stylesWhen(styled) {
  const link = document.querySelector('link[href$="petition-box.css"]');
  const sheet = /** @type {HTMLLinkElement} */ (link).sheet;
  /** @type {CSSStyleSheet} */ (sheet).disabled = !styled;
  const tags = ['h2', 'h3', 'h4', 'p', 'a', 'ol', 'ul', 'fieldset', 'time', 'progress', 'input'];
  tags.push('select', 'textarea', 'button');
  const classes = ['petition', 'signing', 'field', 'consent', 'status', 'error', 'notice', 'links'];
  const outside = [...tags, ...classes.map((name) => `div.${name}`)].map((selector) => {
    const [tag, name] = selector.split('.');
    const element = document.createElement(tag);
    if (name !== undefined) element.className = name;
    if (tag === 'input') element.setAttribute('aria-invalid', 'true');
    document.body.append(element);
    const style = getComputedStyle(element);
    const all = [...style].map((property) => `${property}: ${style.getPropertyValue(property)}`);
    element.remove();
    return `${selector} ${all.join('; ')}`;
  });
  const button = /** @type {Element} */ (document.querySelector('.submit'));
  return { outside, inside: getComputedStyle(button).fontWeight };
}

test('the stylesheet of the plain form changes nothing else of its page', async () => {
  const endpoint = await unsignedEndpoint();
  await page.goto(`${endpoint.url}/partners/plain.html`);
  assert.equal(await page.on('.petition-box-link', (link) => link.getClientRects().length), 0);
  const styled = await page.evaluate(stylesWhen, true);
  const plain = await page.evaluate(stylesWhen, false);
  assert.deepEqual(styled.outside, plain.outside);
  assert.notEqual(styled.inside, plain.inside);
});

test('of two plain forms on a page, of one petition even, each label is for its own control', async (t) => {
  const form = snippetOf(healthData(), '--snippet', 'plain', ...places);
  const site = await openPartnerSite(t, {}, `${form}<hr>${form}`);
  await page.goto(site);
  const second = '.petition-box:last-of-type';
  await page.click(`${second} .consent span`);
  await page.click(`${second} .given_name span`);
  await page.type('Zoë');
  const filled = await page.evaluate(() =>
    Array.from(document.forms, (form) => [
      Reflect.get(form, 'consent_sign').checked,
      Reflect.get(form, 'given_name').value,
    ]),
  );
  assert.deepEqual(filled, [
    [false, ''],
    [true, 'Zoë'],
  ]);
  const names = await page.evaluate(() =>
    Array.from(document.forms[1].elements, (/** @type {any} */ { labels }) =>
      labels?.[0]?.innerText.split('\n')[0].trim(),
    ).filter(Boolean),
  );
  assert.deepEqual(names.slice(0, 3), ['Prénom', 'Nom', 'Adresse électronique']);
});
