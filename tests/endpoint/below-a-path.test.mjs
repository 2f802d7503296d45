// Behind a proxy that serves the endpoint below a path of its own.

import { strict as assert } from 'node:assert';
import { test } from 'node:test';
import { startEndpoint } from './endpoint.mjs';
import { prefix, serveBelowPath } from './path-proxy.mjs';
import { navigate, send } from './request.mjs';
import { ada, without } from './signers.mjs';

/**
 * @param {string} url of a page
 * @param {string} html
 * @returns {string[]} the addresses of what it loads and leads to
 */
const addressesOn = (url, html) =>
  [...html.matchAll(/<[^>]*? (?:href|src|action|endpoint|data-src|data-endpoint)="([^"]*)"/g)]
    .map(([, address]) => address.replaceAll('&amp;', '&'))
    .filter((address) => !/^(data|mailto):/.test(address))
    .map((address) => new URL(address, url).href);

/** @param {string} html @param {string} name @returns {string} the value of the hidden field */
const hidden = (html, name) =>
  html.match(new RegExp(`<input type="hidden" name="${name}" value="([^"]*)"`))?.[1] ?? '';

/** @param {string} url @param {string} html @returns {string} where its form is sent */
const actionOf = (url, html) =>
  new URL((html.match(/<form [^>]*action="([^"]*)"/)?.[1] ?? '').replaceAll('&amp;', '&'), url)
    .href;

test('a form signs without script below a path, by way of its mistakes, to the thanks', async (t) => {
  const endpoint = await startEndpoint(t);
  const { url, strays } = await serveBelowPath(t, endpoint.url);
  for (const name of ['sign', 'frame']) {
    const from = `${url}/petitions/health-data/${name}?lang=en`;
    const page = await send(from);
    const action = actionOf(from, page.text);
    const signature = {
      ...without(ada, 'language'),
      email_address: `${name}@example.org`,
      submission_id: hidden(page.text, 'submission_id'),
    };
    const again = await navigate(action, without(signature, 'given_name'));
    assert.equal(again.status, 422);
    const signed = await navigate(actionOf(action, again.text), signature);
    assert.equal(signed.status, 303, signed.text);
    const location = new URL(String(signed.headers.location), action).href;
    assert.ok(location.startsWith(`${url}/petitions/health-data/thanks?lang=en`), location);
    const thanks = await send(location);
    assert.match(thanks.text, /data-state="signed"/);
    for (const [at, { text }] of /** @type {const} */ ([
      [from, page],
      [action, again],
      [location, thanks],
    ]))
      for (const address of addressesOn(at, text)) {
        const { pathname, host } = new URL(address);
        if (host !== new URL(url).host) continue;
        assert.ok(pathname.startsWith(`${prefix}/`), `${address} on ${at}`);
        const found = await send(address, {
          method: pathname.endsWith('/signatures') ? 'OPTIONS' : 'GET',
        });
        assert.ok(found.status < 400, `${address} on ${at}: ${found.status}`);
      }
  }
  assert.equal((await endpoint.rows('select * from signatures')).length, 2);
  assert.deepEqual(strays, []);
});

test('what the endpoint redirects to is below the path', async (t) => {
  const endpoint = await startEndpoint(t);
  const { url } = await serveBelowPath(t, endpoint.url);
  for (const [path, to] of [
    ['/build', '/embed/builder/'],
    ['/', '/partners/health-data.html'],
  ]) {
    const answer = await send(url + path);
    assert.match(String(answer.status), /^30/);
    const location = new URL(String(answer.headers.location), url + path).href;
    assert.equal(location, url + to);
    assert.equal((await send(location)).status, 200);
  }
});

test('the partner pages find the box and the petition below the path', async (t) => {
  const endpoint = await startEndpoint(t);
  const { url } = await serveBelowPath(t, endpoint.url);
  for (const name of ['health-data', 'index', 'frame', 'plain', 'pre-rendered', 'several']) {
    const at = `${url}/partners/${name}.html`;
    const page = await send(at);
    assert.equal(page.status, 200, name);
    for (const address of addressesOn(at, page.text)) {
      if (new URL(address).host === new URL(url).host)
        assert.ok(address.startsWith(url), `${address} on ${name}`);
    }
  }
});
