// The description of the endpoint: every answer in it is provoked. That each is as it says, here and in
// other tests, request.mjs sees to.

import { strict as assert } from 'node:assert';
import { test } from 'node:test';
import { api, described, operations } from './description.mjs';
import { holdForWriting } from './other-writer.mjs';
import { healthData, petitionsFolder } from './petitions.mjs';
import { startEndpoint } from './endpoint.mjs';
import { form, send } from './request.mjs';
import { newSignature } from './signers.mjs';

/**
 * @typedef {import('./request.mjs').Got} Got
 * @typedef {import('./request.mjs').Sent} Sent
 * @typedef {{ operation: string, answer: Got }} Provoked operation: "get /health"
 */

/** @returns {string[]} "get /health 200 application/json" for each answer that is described */
const all = () =>
  operations.flatMap(({ name, operation }) =>
    Object.entries(operation.responses).flatMap(([status, response]) =>
      Object.keys(response.content ?? { none: {} }).map((type) => `${name} ${status} ${type}`),
    ),
  );

/** @param {import('node:test').TestContext} t @returns {Promise<Provoked[]>} */
async function provokeAll(t) {
  const closed = { ...healthData(), petition: 'closed', closes: '2024-01-31' };
  const program = await startEndpoint(t, {
    petitions: await petitionsFolder(t, healthData(), closed),
    options: ['--origin', 'https://partner.example', '--requests-of-address', '1'],
  });
  const bare = await startEndpoint(t, { partners: await petitionsFolder(t, healthData()) });
  /** @type {Provoked[]} */
  const provoked = [];
  /** @param {string} operation @param {string} path @param {Sent} [sent] */
  const get = async (operation, path, sent) => {
    const answer = await send(program.url + path, sent);
    provoked.push({ operation: `get ${operation}`, answer });
    return answer;
  };
  /**
   * @param {string} body
   * @param {Record<string, string>} [headers]
   * @param {string} [petition]
   * @param {string} [rest]
   */
  const post = async (body, headers = {}, petition = 'health-data', rest = 'signatures') => {
    const type = { 'content-type': 'application/x-www-form-urlencoded' };
    provoked.push({
      operation: `post /petitions/{petition}/${rest}`,
      answer: await send(`${program.url}/petitions/${petition}/${rest}`, {
        method: 'POST',
        headers: { ...type, ...headers },
        body,
      }),
    });
  };
  const page = { accept: 'text/html' };

  for (const [operation, path] of [
    ['/petitions/{petition}', '/petitions/health-data'],
    ['/embed/{file}', '/embed/petition-box.wasm'],
    ['/partners/{file}', '/partners/health-data.html'],
    ['/petitions/{petition}/sign', '/petitions/health-data/sign'],
    ['/petitions/{petition}/frame', '/petitions/health-data/frame'],
  ]) {
    const { headers } = await get(operation, path);
    await get(operation, path, { headers: { 'if-none-match': String(headers.etag) } });
  }
  for (const rest of ['', '/signatures', '/sign', '/frame', '/thanks', '/second-answer']) {
    await get(`/petitions/{petition}${rest}`, `/petitions/health-data${rest}`);
    await get(`/petitions/{petition}${rest}`, `/petitions/unknown${rest}`);
    await get(`/petitions/{petition}${rest}`, `/petitions/unknown${rest}`, { headers: page });
  }
  for (const headers of [{}, page]) {
    await get('/embed/{file}', '/embed/unknown', { headers });
    await get('/partners/{file}', '/partners/unknown', { headers });
    provoked.push({ operation: 'get /', answer: await send(bare.url, { headers }) });
  }
  await get('/page.css', '/page.css');
  await get('/frame.css', '/frame.css');
  await get('/', '/');
  await get('/build', '/build');
  await get('/health', '/health');
  await get('/ready', '/ready');

  await post(form(newSignature()));
  await post(form(newSignature()), page);
  for (const headers of [{}, page]) {
    await post('{', { 'content-type': 'application/json', ...headers });
    await post(form(newSignature()), headers, 'unknown');
    await post('x'.repeat(70_000), headers);
    await post('', { 'content-type': 'text/plain', ...headers });
  }
  await post('', page, 'health-data', 'second-answer');
  for (const headers of [{}, page]) await post('', headers, 'unknown', 'second-answer');
  await post(form(newSignature()), { origin: 'https://other.example' });
  await post(form(newSignature()), { ...page, origin: 'https://other.example' });
  await post(form(newSignature()), {}, 'closed');
  await post(form(newSignature()), page, 'closed');
  await post('');
  await post('', page);
  const sender = { 'x-forwarded-for': '192.0.2.1' };
  for (const { name } of operations) {
    const [method, path] = name.split(' ');
    for (const headers of [sender, { ...sender, ...page }]) {
      const ask = () => send(program.url + path, { method: method.toUpperCase(), headers });
      // Each second one more is taken.
      let answer = await ask();
      while (answer.status !== 429) answer = await ask();
      provoked.push({ operation: name, answer });
    }
  }
  await holdForWriting(t, program.database);
  await Promise.all([
    post(form(newSignature())),
    post(form(newSignature()), page),
    get('/ready', '/ready'),
  ]);
  return provoked;
}

test('each answer that is described can be had, and every answer is as it is described', async (t) => {
  const provoked = await provokeAll(t);
  const found = provoked.map(({ operation, answer }) => described(operation, answer));
  assert.deepEqual([...new Set(found)].sort(), all().sort());
});

test('the names of a signature are those that are kept', async (t) => {
  const program = await startEndpoint(t);
  const columns = (await program.rows("select name from pragma_table_info('signatures')")).map(
    ({ name }) => name,
  );
  // How each consent was said stands in the table of all that was said, not in the view.
  const names = Object.keys(api.components.schemas.Signature.properties).filter(
    (name) => !name.endsWith('_how'),
  );
  const own = ['petition', 'received_at', 'answers', 'consents'];
  assert.deepEqual([...names, ...own].sort(), columns.sort());
});
