// What the thanks on a page without script have below them.

import { strict as assert } from 'node:assert';
import { test } from 'node:test';
import { send } from './request.mjs';
import { sharedEndpoint } from './shared.mjs';

/** @param {string} petition @param {string} [referer] @returns {Promise<string>} the page of thanks */
async function thanks(petition, referer) {
  const headers = { accept: 'text/html', ...(referer && { referer }) };
  const page = await send(`${petition}/thanks?lang=en`, { headers });
  assert.equal(page.status, 200);
  return page.text;
}

/** @param {string} html @returns {string | null} the address that is told */
function toldOn(html) {
  const [, query] = /href="https:\/\/t\.me\/share\/url\?([^"]*)"/.exec(html) ?? [];
  return new URLSearchParams(query?.replaceAll('&amp;', '&')).get('url');
}

test('whoever signs without script tells others of the page that they came from', async () => {
  const { petition } = await sharedEndpoint();
  const partner = 'https://partner.example/clock?p=1&utm_source=mail#form';
  const html = await thanks(petition, partner);
  assert.equal(toldOn(html), 'https://partner.example/clock?p=1');
  assert.match(html, /href="mailto:\?subject=/);
  // What needs a script is not there.
  assert.doesNotMatch(html, /Mastodon|data-share="copy"/);
  const form = `${petition}/sign?lang=en`;
  assert.equal(toldOn(await thanks(petition, form)), form);
  for (const page of ['frame?lang=en', 'signatures?lang=en', 'thanks?again=x']) {
    assert.equal(toldOn(await thanks(petition, `${petition}/${page}`)), `${petition}/sign`);
  }
});

test('where no page is told there is nothing to tell', async () => {
  const { petition } = await sharedEndpoint();
  for (const referer of [undefined, 'https://partner.example/', 'javascript:alert(1)']) {
    const html = await thanks(petition, referer);
    assert.match(html, /Thank you/);
    assert.doesNotMatch(html, /pb-share/);
    assert.equal(toldOn(html), null);
  }
});
