// When a petition takes its last signature: the endpoint's clock, in the petition's time zone.

import { strict as assert } from 'node:assert';
import { join } from 'node:path';
import { test } from 'node:test';
import * as folders from '../browser/folders.mjs';
import { healthData, petitionsFolder } from './petitions.mjs';
import { runEndpoint, startEndpoint } from './endpoint.mjs';
import { navigate, post, send } from './request.mjs';
import { ada, newSignature } from './signers.mjs';

const hours = 60 * 60 * 1000;

/** @param {number} moment @returns {string} the day in UTC */
const day = (moment) => new Date(moment).toISOString().slice(0, 10);

/**
 * A last day that is over in one zone and not in the other, whatever the time.
 * @returns {{ closes: string, over: string, lasts: string }}
 */
function lastDay() {
  const now = Date.now();
  // 14 hours ahead of UTC, and 12 hours behind: from 10:00 UTC on the day is over in the one.
  const ahead = new Date(now).getUTCHours() >= 11;
  if (ahead) return { closes: day(now), over: 'Pacific/Kiritimati', lasts: 'UTC' };
  return { closes: day(now - 24 * hours), over: 'UTC', lasts: 'Etc/GMT+12' };
}

test('a petition closes at midnight of its own time zone', async (t) => {
  const { closes, over, lasts } = lastDay();
  const petitions = await petitionsFolder(
    t,
    { ...healthData(), petition: 'over', closes, time_zone: over },
    { ...healthData(), petition: 'lasts', closes, time_zone: lasts },
  );
  const program = await startEndpoint(t, { petitions });
  const at = (/** @type {string} */ id) => `${program.url}/petitions/${id}/signatures`;
  assert.equal((await post(at('over'), newSignature())).status, 410);
  assert.equal((await post(at('lasts'), newSignature())).status, 201);
});

test('the number of a petition that is closed comes with the word that it is', async (t) => {
  const closed = { ...healthData(), petition: 'closed', closes: '2024-01-31' };
  const petitions = await petitionsFolder(t, healthData(), closed);
  const program = await startEndpoint(t, { petitions });
  const at = (/** @type {string} */ id) => `${program.url}/petitions/${id}/signatures`;
  assert.equal((await send(at('health-data'))).text, '{"count":0}');
  assert.equal((await send(at('closed'))).text, '{"count":0,"closed":true}');
});

test('whoever signs too late without a script can still copy what was typed', async (t) => {
  const petitions = await petitionsFolder(t, { ...healthData(), closes: '2024-01-31' });
  const program = await startEndpoint(t, { petitions });
  const page = await navigate(program.signatures, newSignature());
  assert.equal(page.status, 410);
  assert.match(page.text, /data-state="closed"/);
  assert.ok(page.text.includes(`value="${ada.email_address}"`), page.text);
  assert.doesNotMatch(page.text, /type="submit"/);
});

test('a time zone that there is not is refused with its place', async (t) => {
  const petitions = await petitionsFolder(t, { ...healthData(), time_zone: 'Europe/Atlantis' });
  const { status, error } = await runEndpoint([
    ...['--port', '0', '--database', join(petitions, 'signatures.sqlite')],
    ...['--petitions', petitions, '--embed', folders.embed],
  ]);
  assert.equal(status, 1, error);
  assert.match(
    error,
    /\/time_zone: expected a time zone such as Europe\/Paris, or UTC, found "Europe\/Atlantis"/,
  );
});
