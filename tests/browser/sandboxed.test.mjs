import { strict as assert } from 'node:assert';
import { createServer } from 'node:http';
import { test } from 'node:test';
import { unsignedEndpoint } from '../endpoint/shared.mjs';
import { page } from './browser.mjs';
import { assertSigned, sign } from './home.mjs';

/** What a site's own server passes on, of what the endpoint says of its answer. */
const passed = ['content-type', 'access-control-allow-origin', 'location'];

/**
 * The endpoint behind a site that sends no policy. In a page without an origin WebKit takes 'self'
 * for no site at all: there, a policy has to name the site.
 * @param {import('node:test').TestContext} t at whose end the site closes
 * @param {string} url of the endpoint
 * @returns {Promise<string>} the site's address
 */
async function openSiteWithoutPolicy(t, url) {
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const answer = await fetch(url + request.url, {
      method: request.method,
      ...(body && { body, headers: { 'content-type': request.headers['content-type'] ?? '' } }),
      redirect: 'manual',
    });
    for (const name of passed) {
      const value = answer.headers.get(name);
      if (value !== null) response.setHeader(name, value);
    }
    response.writeHead(answer.status).end(Buffer.from(await answer.arrayBuffer()));
  });
  await new Promise((resolve) => server.listen(0, 'localhost', () => resolve(undefined)));
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://localhost:${/** @type {import('node:net').AddressInfo} */ (server.address()).port}`;
}

for (const [id, allowed] of [
  ['scripts', 'scripts only'],
  ['forms', 'scripts and forms'],
]) {
  test(`a box in a sandbox that allows ${allowed} signs`, async (t) => {
    const endpoint = await unsignedEndpoint();
    const site = await openSiteWithoutPolicy(t, endpoint.url);
    await page.goto(`${site}/partners/sandboxed.html`);
    const home = { element: `iframe#${id} >>> petition-box`, petition: 'town-clock' };
    await sign(page, home);
    assert.equal(await page.on(home.element, () => self.origin), 'null');
    await assertSigned(endpoint, [home]);
  });
}
