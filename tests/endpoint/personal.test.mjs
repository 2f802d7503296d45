// Logs, metrics and addresses after a run with known names and addresses: nothing of anybody is in
// them.

import { strict as assert } from 'node:assert';
import { test } from 'node:test';
import { startEndpoint } from './endpoint.mjs';
import { parseExposition } from './exposition.mjs';
import { holdForWriting } from './other-writer.mjs';
import { form, send, sendRaw } from './request.mjs';
import { newSignature } from './signers.mjs';

// Each is a word that nothing else here has.
const personal = {
  given_name: 'Zerlinda',
  family_name: 'Quibbleworth',
  email_address: 'zq-mail@example.org',
  postal_code: '75011',
  comment: 'Wombatparade',
};
const words = [
  ...['Zerlinda', 'Quibbleworth', 'zq-mail', 'Wombatparade'],
  ...['Queryspill', 'Agentspill', 'Refererspill', '192.0.2.77', '2001:db8:77', 'Pathspill'],
];
const headers = {
  'user-agent': 'Agentspill/1',
  referer: 'https://example.org/?who=Refererspill',
  'x-forwarded-for': '192.0.2.77',
};

for (const logForm of ['json', 'text']) {
  test(`as ${logForm}`, async (t) => {
    const endpoint = await startEndpoint(t, {
      options: ['--log-form', logForm, '--metrics', '127.0.0.1:0', '--requests-of-address', '2'],
    });
    const url = endpoint.written.match(/^Its metrics are at (\S+)$/m)?.[1] ?? '';
    /** @type {string[]} */
    const addresses = [];
    /** @type {number[]} */
    const statuses = [];
    /** @param {string} body @param {string} [type] @param {Record<string, string>} [more] */
    const post = async (body, type = 'application/x-www-form-urlencoded', more = {}) => {
      const answer = await send(`${endpoint.signatures}?q=Queryspill`, {
        method: 'POST',
        headers: { ...headers, 'content-type': type, ...more },
        body,
      });
      statuses.push(answer.status);
      addresses.push(String(answer.headers.location ?? ''));
    };
    const signature = { ...newSignature(), ...personal };
    await post(form(signature));
    await post(form({ ...signature, submission_id: '' }), undefined, { accept: 'text/html' });
    await post(JSON.stringify({ ...newSignature(), ...personal }), 'application/json');
    await post(JSON.stringify({ ...personal, email_address: 'zq-mail' }), 'application/json');
    await post(`{"given_name":"Zerlinda`, 'application/json');
    await post(form({ ...signature, country: 'Quibbleworth' }), undefined, { accept: 'text/html' });
    await post(form(signature), 'text/plain');
    await post(form({ ...signature, comment: 'Wombatparade'.repeat(7000) }));
    await post(form(signature), undefined, { 'x-forwarded-for': '2001:db8:77::1' });
    await send(`${endpoint.url}/Pathspill?email=zq-mail@example.org`, { headers });
    await sendRaw(endpoint.port, [
      'POST /petitions/health-data/signatures?e=zq-mail HTTP/1.1\r\nHost: Zerlinda\r\nContent-Length: +9\r\n\r\nZerlinda',
    ]);
    for (let request = 0; request < 20; ++request) await send(endpoint.url, { headers });
    await post(form(signature));
    const release = await holdForWriting(t, endpoint.database);
    await post(form({ ...signature, submission_id: '' }), undefined, { 'x-forwarded-for': '' });
    await release();
    assert.deepEqual([...new Set(statuses)].sort(), [201, 303, 400, 413, 415, 422, 429, 503]);
    const metrics = (await send(url, { agent: false })).text;
    parseExposition(metrics);
    await endpoint.stop();
    const kept = await endpoint.rows('select answers from submissions');
    assert.ok(kept.length > 0 && JSON.stringify(kept).includes('Quibbleworth'));
    for (const [where, text] of Object.entries({
      logs: endpoint.written,
      metrics,
      addresses: addresses.join('\n'),
    }))
      for (const word of words)
        assert.ok(!text.toLowerCase().includes(word.toLowerCase()), `${word}, ${where}: ${text}`);

    assert.match(endpoint.written, /Signatures cannot be written: /);
    if (logForm === 'text') return;
    const lines = endpoint.written.split('\n').filter((line) => line.startsWith('{'));
    const events = lines.map((line) => JSON.parse(line));
    for (const { time, level } of events) {
      assert.match(time, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
      assert.match(level, /^(info|warning|error)$/);
    }
    const [first, last] = [events[0], events.at(-1)];
    assert.deepEqual([first.event, first.petitions, last.event], ['started', 2, 'ended']);
    const told = (/** @type {string} */ event) =>
      events.filter((found) => found.event === event).map(({ status }) => status);
    assert.deepEqual(told('failed'), [503]);
    for (const status of [400, 404, 413, 415, 422, 429])
      assert.ok(told('refused').includes(status));
    assert.equal(events.filter(({ event }) => event === 'store-failing').length, 1);
    assert.equal(events.find(({ event }) => event === 'slow').route, 'signatures');
  });
}

test('a level leaves out what is below it', async (t) => {
  const endpoint = await startEndpoint(t, { options: ['--log', 'warning', '--log-form', 'json'] });
  await endpoint.stop();
  assert.doesNotMatch(endpoint.written, /"event"/);
});
