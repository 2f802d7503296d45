// The second question to those who sign without script: asked once the signature is kept.

import { strict as assert } from 'node:assert';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { until } from '../browser/deadline.mjs';
import { startEndpoint } from './endpoint.mjs';
import { navigate, post, send } from './request.mjs';
import { newPetition, sharedEndpoint } from './shared.mjs';
import { newSignature, without } from './signers.mjs';

const untouched = (/** @type {Record<string, string>} */ different = {}) =>
  without(newSignature(different), 'consent_updates');

/** @param {string} html */
const questionIn = (html) => html.match(/<section class="says question".*?<\/section>/)?.[0] ?? '';

/** @param {string} html @returns {Record<string, string>} the hidden fields of the question */
function hiddenIn(html) {
  const form = questionIn(html).match(/<form [^>]*>(.*?)<\/form>/)?.[1] ?? '';
  const fields = form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g);
  return Object.fromEntries([...fields].map(([, name, value]) => [name, value]));
}

/**
 * Signs as a browser without script does, and goes on to the thanks.
 * @param {Awaited<ReturnType<typeof newPetition>>} petition
 * @param {Record<string, string>} signature
 */
async function thanksFor(petition, signature) {
  const { status, headers } = await navigate(`${petition.signatures}?lang=en`, signature);
  assert.equal(status, 303);
  return send(new URL(String(headers.location), petition.signatures).href);
}

/** @param {Awaited<ReturnType<typeof newPetition>>} petition */
const answersOf = async (petition) =>
  (await sharedEndpoint()).rows(`select how, answer, text_hash from consents c
    join submissions s on s.id = submission_id
    where s.petition = '${petition.id}' and name = 'updates' order by how`);

test('who left the box of news as it was is asked on the page of thanks, and a yes is one more answer', async () => {
  const petition = await newPetition();
  const page = await thanksFor(petition, untouched());
  assert.match(page.text, /data-state="signed"/);
  assert.deepEqual(
    [...page.text.matchAll(/<button name="answer" value="([^"]*)">/g)].map(([, value]) => value),
    ['given', 'refused'],
  );
  assert.doesNotMatch(questionIn(page.text), /checked|autofocus/);
  const [box] = await answersOf(petition);
  assert.deepEqual([box.how, box.answer], ['box', 'none']);

  const yes = { ...hiddenIn(page.text), answer: 'given' };
  const answer = await navigate(`${petition.url}/second-answer?lang=en`, yes);
  assert.equal(answer.status, 303);
  assert.equal(answer.headers.location, 'thanks?lang=en#pb-status');
  const [, second] = await answersOf(petition);
  assert.deepEqual([second.how, second.answer], ['second_question', 'given']);
  const [{ text }] = await (
    await sharedEndpoint()
  ).rows(
    `select text from statements where hash = '${second.text_hash}' and consent = 'updates' limit 1`,
  );
  assert.equal(createHash('sha256').update(String(text)).digest('hex'), second.text_hash);
  assert.deepEqual(await petition.rows('consent_updates, consents'), [
    { consent_updates: 'given', consents: '{"sign":"given","updates":"given"}' },
  ]);

  // The first answer stays, whoever sends another with the same token.
  await navigate(`${petition.url}/second-answer`, { ...yes, answer: 'refused' });
  assert.equal((await answersOf(petition)).length, 2);
  assert.deepEqual((await send(petition.signatures)).json, { count: 1 });
});

test('a no to the second question is kept as a no', async () => {
  const petition = await newPetition();
  const page = await thanksFor(petition, untouched());
  await navigate(`${petition.url}/second-answer`, { ...hiddenIn(page.text), answer: 'refused' });
  assert.deepEqual(await petition.rows('consent_updates as word'), [{ word: 'refused' }]);
});

test('who has said yes or no is not asked again, nor is a program', async () => {
  for (const consent_updates of ['given', 'refused']) {
    const page = await thanksFor(await newPetition(), newSignature({ consent_updates }));
    assert.deepEqual(hiddenIn(page.text), {});
    assert.doesNotMatch(page.text, /says question/);
  }
  const answer = await post((await newPetition()).signatures, untouched());
  assert.deepEqual([answer.status, answer.text], [201, '{"status":"received"}']);
});

test('a token that was changed, or made up, asks nothing and keeps nothing', async () => {
  const petition = await newPetition();
  const { again } = hiddenIn((await thanksFor(petition, untouched())).text);
  const [id, time, code] = again.split('.');
  for (const token of [
    '',
    'x',
    `${id}.${Number(time) + 1}.${code}`,
    `${id}.1.${code}`,
    `${id}.${time}`,
    again.replace(/^./, (first) => (first === '0' ? '1' : '0')),
    again.slice(0, -1),
  ]) {
    const page = await send(`${petition.url}/thanks?again=${token}`);
    assert.doesNotMatch(page.text, /says question/, token);
    const { status } = await navigate(`${petition.url}/second-answer`, {
      again: token,
      answer: 'given',
    });
    assert.equal(status, 303, token);
  }
  assert.equal((await answersOf(petition)).length, 1);
});

test('a token is for the petition that was signed, and for no other', async () => {
  const petition = await newPetition();
  const other = await newPetition();
  const hidden = hiddenIn((await thanksFor(petition, untouched())).text);
  const page = await send(`${other.url}/thanks?again=${hidden.again}`);
  assert.equal(questionIn(page.text), '');
  await navigate(`${other.url}/second-answer`, { ...hidden, answer: 'given' });
  assert.equal((await answersOf(petition)).length, 1);
});

test('a token that is too old asks nothing and keeps nothing', async (t) => {
  const endpoint = await startEndpoint(t, { options: ['--question-seconds', '1'] });
  const signed = await navigate(endpoint.signatures, untouched());
  const thanks = new URL(String(signed.headers.location), endpoint.signatures);
  await until(
    async () => questionIn((await send(thanks.href)).text) === '',
    'the end of the token',
  );
  const again = String(thanks.searchParams.get('again'));
  await navigate(`${endpoint.petition}/second-answer`, { again, answer: 'given' });
  assert.deepEqual(await endpoint.rows("select answer from consents where name = 'updates'"), [
    { answer: 'none' },
  ]);
});

test('a token is good at every endpoint of the same database', async (t) => {
  const endpoint = await startEndpoint(t);
  const other = await startEndpoint(t, { database: endpoint.database });
  const signed = await navigate(endpoint.signatures, untouched());
  const thanks = new URL(String(signed.headers.location), other.signatures);
  const hidden = hiddenIn((await send(thanks.href)).text);
  await navigate(`${other.petition}/second-answer`, { ...hidden, answer: 'given' });
  assert.deepEqual(
    await endpoint.rows("select how, answer from consents where name = 'updates' order by how"),
    [
      { how: 'box', answer: 'none' },
      { how: 'second_question', answer: 'given' },
    ],
  );
});

test('whoever presses twice is asked of the signature that is kept, also where the clock goes on between', async () => {
  const petition = await newPetition();
  const signature = without(untouched(), 'submission_id');
  // The endpoint gives one id to the same content for ten seconds of the clock.
  const period = 10_000;
  await new Promise((resolve) => setTimeout(resolve, period - (Date.now() % period) - 300));
  await thanksFor(petition, signature);
  await new Promise((resolve) => setTimeout(resolve, period - (Date.now() % period) + 50));
  const page = await thanksFor(petition, signature);
  const yes = { ...hiddenIn(page.text), answer: 'given' };
  assert.equal((await navigate(`${petition.url}/second-answer`, yes)).status, 303);
  assert.deepEqual((await send(petition.signatures)).json, { count: 1 });
  assert.deepEqual(
    (await answersOf(petition)).map(({ how, answer }) => `${how} ${answer}`),
    ['box none', 'second_question given'],
  );
});
