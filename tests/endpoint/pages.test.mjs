// The pages that sign without a script.

import { strict as assert } from 'node:assert';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { healthData, petitionsFolder } from './petitions.mjs';
import { startEndpoint } from './endpoint.mjs';
import { navigate, post, send } from './request.mjs';
import { newPetition, sharedEndpoint } from './shared.mjs';
import { ada, newSignature, without } from './signers.mjs';

/** @param {string} html @param {string} name @returns {string} the value of the hidden field */
const hidden = (html, name) =>
  html.match(new RegExp(`<input type="hidden" name="${name}" value="([^"]*)"`))?.[1] ?? '';

/** @param {string} html @returns {string} where its form is sent */
const actionOf = (html) => html.match(/<form [^>]*action="([^"]*)"/)?.[1] ?? '';

/** @param {string} html @returns {string | undefined} the state of the box */
const stateOf = (html) => html.match(/class="petition-box"[^>]* data-state="([^"]*)"/)?.[1];

/**
 * The page's form, filled in by somebody.
 * @param {string} html
 * @param {Record<string, string>} answers
 */
const filledIn = (html, answers) => ({
  language: hidden(html, 'language'),
  document_version: hidden(html, 'document_version'),
  submission_id: hidden(html, 'submission_id'),
  ...without(answers, 'language', 'consent_updates'),
});

/** The script that clears a form which was signed, and the policy that lets it run and no other. */
const ownScript = /<script>([^<]*)<\/script><\/body><\/html>\n$/;

/** @param {string} html @returns {string} without the page's own script */
const withoutOwnScript = (html) => html.replace(ownScript, '');

test('the box is a page with a form, which needs no script', async () => {
  const program = await sharedEndpoint();
  for (const [query, language, words] of [
    ['?lang=fr', 'fr', 'Prénom'],
    ['?lang=en', 'en', 'Country'],
    ['', 'fr', 'Prénom'],
    ['?lang=eo', 'fr', 'Prénom'],
  ]) {
    const page = await send(`${program.petition}/sign${query}`);
    assert.equal(page.status, 200);
    assert.equal(page.headers['content-type'], 'text/html; charset=utf-8');
    assert.match(page.text, new RegExp(`^<!doctype html>\n<html lang="${language}" dir="ltr">`));
    assert.match(page.text, new RegExp(words));
    assert.match(
      page.text,
      /<link rel="stylesheet" href="\.\.\/\.\.\/embed\/petition-box\.css" \/>/,
    );
    assert.doesNotMatch(withoutOwnScript(page.text), /<script|<slot|\son\w+=|style=/);
    assert.equal(hidden(page.text, 'language'), language);
    assert.equal(stateOf(page.text), 'editing');
    assert.match(page.text, /<option value="FR" selected="">/);
  }
});

test('two readers have the same page until somebody signs, and then what says the number differs', async () => {
  const petition = await newPetition();
  for (const [kind, given_name, count] of [
    ['sign', 'Ann', 0],
    ['frame', 'Bob', 1],
  ]) {
    const page = `${petition.url}/${kind}?lang=en`;
    const [one, other] = [await send(page), await send(page)];
    assert.equal(other.text, one.text);
    assert.equal(other.headers.etag, one.headers.etag);
    assert.equal(hidden(one.text, 'submission_id'), '');

    const signature = newSignature({ given_name: String(given_name) });
    assert.equal((await post(petition.signatures, signature)).status, 201);
    const after = await send(page);
    // A page that nobody has read yet is drawn for it, with the colour the box has anyway.
    const drawn = await send(`${page}&accent=%23000`);
    const figures = (/** @type {string} */ html) => [
      html.match(/data-count="(\d+)"/)?.[1],
      html.match(/<progress [^>]*value="(\d+)"/)?.[1],
      html.match(/<div class="progress"[^>]*>.*?<\/div>/)?.[0],
    ];
    assert.deepEqual(figures(one.text).slice(0, 2), [`${count}`, `${count}`]);
    const more = `${Number(count) + 1}`;
    assert.deepEqual(figures(after.text).slice(0, 2), [more, more]);
    if (kind === 'frame') assert.deepEqual(figures(drawn.text), figures(after.text));
    const without = (/** @type {string} */ html) =>
      html.replace(/ data-count="\d+"/, '').replace(/<div class="progress"[^>]*>.*?<\/div>/, '');
    assert.equal(without(after.text), without(one.text));
    assert.notEqual(after.headers.etag, one.headers.etag);
  }
});

test('a cache may keep a page with a form nobody has touched, and no other', async () => {
  const petition = await newPetition();
  const kept = 'public, max-age=10, stale-while-revalidate=20, stale-if-error=86400';
  for (const path of ['sign', 'frame', 'sign?lang=en', 'sign?lang=eo', 'frame?accent=%23123']) {
    const url = `${petition.url}/${path}`;
    for (const method of ['GET', 'HEAD']) {
      const { status, headers } = await send(url, { method });
      assert.equal(status, 200);
      assert.equal(headers['cache-control'], kept, path);
      // A language in the address is the one there is.
      assert.equal(headers.vary, path.includes('lang=') ? undefined : 'Accept-Language', path);
      const known = { 'if-none-match': `"x", ${headers.etag}` };
      const again = await send(url, { method, headers: known });
      assert.equal(again.status, 304, path);
      assert.equal(again.text, '');
      for (const name of ['etag', 'cache-control', 'vary', 'content-security-policy'])
        assert.equal(again.headers[name], headers[name], name);
      assert.equal(again.headers['access-control-allow-origin'], undefined);
    }
  }
  const page = { accept: 'text/html' };
  for (const answer of [
    await send(`${petition.url}/thanks?again=abc`),
    await send(`${petition.url}/nowhere`, { headers: page }),
    await navigate(petition.signatures, {}),
    await navigate(petition.signatures, newSignature()),
    await post(petition.signatures, newSignature()),
    await post(petition.signatures, {}),
  ]) {
    assert.equal(answer.headers['cache-control'], 'no-store', `${answer.status}`);
    assert.equal(answer.headers.etag, undefined);
  }
});

test('pictures come from the hosts alone that the document names', async (t) => {
  const document = {
    ...healthData(),
    organiser: { name: 'A', logo: '/logo.svg' },
    picture: { src: 'https://pictures.example/a.png', alt: 'A', width: 16, height: 9 },
  };
  const program = await startEndpoint(t, { petitions: await petitionsFolder(t, document) });
  for (const path of ['sign', 'frame', 'thanks']) {
    const { headers, text } = await send(`${program.petition}/${path}`);
    const policy = String(headers['content-security-policy']).split('; ');
    assert.ok(policy.includes("img-src 'self' https://pictures.example data:"), policy.join('; '));
    assert.match(text, /<img src="https:\/\/pictures\.example\/a\.png"/);
    assert.match(text, /<img src="\/logo\.svg"/);
  }
  const { headers } = await send(`${program.url}/partners/health-data.html`);
  assert.match(String(headers['content-security-policy']), /img-src 'self' https:\/\/pictures\.example data:/);
});

test('the pages allow no script but their own, no other site and no frame', async () => {
  const program = await sharedEndpoint();
  const pages = [
    await send(`${program.petition}/sign`),
    await send(`${program.petition}/thanks`),
    await navigate(program.signatures, {}),
  ];
  for (const { headers, text } of pages) {
    const policy = String(headers['content-security-policy']).split('; ');
    const script = text.match(ownScript)?.[1] ?? '';
    const hash = createHash('sha256').update(script).digest('base64');
    for (const directive of [
      "default-src 'none'",
      `script-src 'sha256-${hash}'`,
      "style-src 'self'",
      "form-action 'self'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ]) {
      assert.ok(policy.includes(directive), `${directive} in ${policy.join('; ')}`);
    }
    assert.equal(policy.filter((directive) => directive.startsWith('script-src')).length, 1);
    assert.equal(headers['x-content-type-options'], 'nosniff');
    assert.equal(headers['referrer-policy'], 'same-origin');
    assert.equal(headers['access-control-allow-origin'], undefined);
  }
  assert.equal(pages[1].headers['x-robots-tag'], 'noindex');
});

test('its form signs, and the browser goes on to the thanks in the same language', async (t) => {
  const program = await startEndpoint(t);
  const page = await send(`${program.petition}/sign?lang=en`);
  assert.equal(actionOf(page.text), 'signatures?lang=en#pb-errors');
  const answer = await navigate(
    `${program.petition}/${actionOf(page.text)}`,
    filledIn(page.text, ada),
  );
  assert.equal(answer.status, 303, answer.text);
  assert.match(String(answer.headers.location), /^thanks\?lang=en&again=[^&]+#pb-status$/);
  const thanks = await send(`${program.petition}/${answer.headers.location}`);
  assert.equal(stateOf(thanks.text), 'signed');
  assert.match(thanks.text, / id="pb-status"/);
  assert.match(thanks.text, /<h1>Thank you/);
  assert.doesNotMatch(thanks.text, /<form[^>]* action="signatures/);
  assert.deepEqual(
    await program.rows(
      'select given_name, language, document_version, consent_updates, box_version from signatures',
    ),
    [
      {
        given_name: ada.given_name,
        language: 'en',
        document_version: '1',
        consent_updates: 'none',
        box_version: '',
      },
    ],
  );
});

test('a script that loads pages into pages is answered with a page, the box with JSON', async () => {
  const petition = await newPetition();
  const answer = (
    /** @type {string} */ accept,
    /** @type {string} */ mode,
    fields = newSignature(),
  ) => post(petition.signatures, fields, { accept, 'sec-fetch-mode': mode });
  // What Turbo asks for; htmx 4 and Astro's router ask for HTML as well.
  const turbo = 'text/vnd.turbo-stream.html, text/html, application/xhtml+xml';
  for (const mode of ['same-origin', 'cors']) {
    for (const accept of [turbo, 'text/html, */*', 'text/*']) {
      const thanks = await answer(accept, mode);
      assert.equal(thanks.status, 303, thanks.text);
      assert.match(String(thanks.headers.location), /^thanks/);
    }
    const again = await answer(turbo, mode, {});
    assert.equal(again.status, 422);
    assert.equal(stateOf(again.text), 'refused');
    for (const accept of [
      'application/json, application/problem+json',
      '*/*',
      'application/json',
    ]) {
      assert.equal((await answer(accept, mode)).status, 201, accept);
    }
  }
});

test('what its boxes said is what was agreed to', async (t) => {
  const program = await startEndpoint(t);
  const page = await send(`${program.petition}/sign?lang=en`);
  await navigate(`${program.petition}/${actionOf(page.text)}`, filledIn(page.text, ada));
  const [{ text }] = await program.rows(
    `select text from statements join signatures on hash = consent_sign_text`,
  );
  const shown = page.text
    .match(/<label for="pb-consent_sign">([^<]*)</)?.[1]
    .replaceAll('&#39;', "'");
  assert.equal(text, shown);
});

test('a mistake brings the form back with the values and the errors', async (t) => {
  const program = await startEndpoint(t);
  const page = await send(`${program.petition}/sign?lang=fr`);
  const typed = filledIn(page.text, {
    ...ada,
    given_name: '"><script>alert(1)</script>',
    email_address: 'ada@example',
  });
  const again = await navigate(`${program.petition}/${actionOf(page.text)}`, typed);
  assert.equal(again.status, 422);
  assert.equal(again.headers['content-type'], 'text/html; charset=utf-8');
  assert.equal(stateOf(again.text), 'refused');
  assert.match(again.text, / id="pb-errors"/);
  assert.match(again.text, /<h1>Vérifiez ces réponses<\/h1>/);
  assert.match(
    again.text,
    /<input [^>]*id="pb-email_address"[^>]*aria-invalid="true"[^>]*value="ada@example"/,
  );
  assert.match(again.text, /<input [^>]*id="pb-given_name"[^>]*value="&quot;&gt;&lt;script&gt;/);
  assert.match(again.text, /<textarea [^>]*>Pour mes enfants\.&#10;Et pour moi\.<\/textarea>/);
  assert.match(again.text, /<input type="checkbox" id="pb-consent_sign"[^>]* checked/);
  assert.doesNotMatch(withoutOwnScript(again.text), /<script/);
  // From here on it has an id, so that sending it twice counts once however late.
  assert.match(hidden(again.text, 'submission_id'), /^[0-9a-f-]{36}$/);
  const mended = await navigate(
    `${program.petition}/${actionOf(again.text)}`,
    filledIn(again.text, ada),
  );
  assert.equal(mended.status, 303);
  assert.equal((await program.rows('select * from signatures')).length, 1);
});

test('pressing the button twice counts once', async (t) => {
  const program = await startEndpoint(t);
  const page = await send(`${program.petition}/sign`);
  const answers = await Promise.all(
    [1, 2].map(() =>
      navigate(program.signatures, filledIn(page.text, without(ada, 'email_address'))),
    ),
  );
  assert.deepEqual(
    answers.map(({ status }) => status),
    [422, 422],
  );
  const presses = await Promise.all(
    [1, 2].map(() => navigate(program.signatures, filledIn(page.text, ada))),
  );
  assert.deepEqual(
    presses.map(({ status }) => status),
    [303, 303],
  );
  assert.deepEqual((await send(program.signatures)).json, { count: 1 });
});

test('the next person may go back and sign on the same page', async (t) => {
  const program = await startEndpoint(t);
  const page = await send(`${program.petition}/sign`);
  const next = { ...ada, given_name: 'Eve', email_address: 'eve@example.org' };
  for (const person of [ada, next, next]) {
    assert.equal((await navigate(program.signatures, filledIn(page.text, person))).status, 303);
  }
  assert.deepEqual(await program.rows('select given_name from signatures'), [
    { given_name: 'Ada' },
    { given_name: 'Eve' },
  ]);
});

test('two people who write the same count twice where their pages made them an id, as their script does', async (t) => {
  const document = healthData();
  document.fields = [{ name: 'given_name' }];
  document.consents = [{ name: 'sign' }];
  const program = await startEndpoint(t, { petitions: await petitionsFolder(t, document) });
  const page = await send(`${program.petition}/sign`);
  const script = String(page.text.match(ownScript)?.[1]);
  const fields = { given_name: 'Ann', consent_sign: 'given' };
  for (const count of [1, 2]) {
    const id = { value: '', type: 'hidden' };
    const form = { elements: Object.assign([id], { submission_id: id }) };
    const ofForm = (/** @type {string} */ selector) => (/form/.test(selector) ? form : null);
    // The page's script by itself: nothing of a browser but what it asks for.
    new Function('document', 'performance', 'sessionStorage', 'addEventListener', script)(
      { querySelector: ofForm },
      { getEntriesByType: () => [] },
      {},
      () => {},
    );
    assert.match(id.value, /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    for (const press of [1, 2]) {
      const signature = { ...filledIn(page.text, fields), submission_id: id.value };
      assert.equal((await navigate(program.signatures, signature)).status, 303, `${press}`);
    }
    assert.deepEqual((await send(program.signatures)).json, { count });
  }
});

test('nobody can tell from the pages that an address has signed before', async () => {
  const petition = await newPetition();
  const answers = [];
  for (const comment of ['first', 'second']) {
    answers.push(await navigate(petition.signatures, newSignature({ comment })));
  }
  const [first, repeated] = answers.map(({ status, headers, text }) =>
    JSON.stringify([status, { ...headers, date: '' }, text]),
  );
  assert.equal(repeated, first);
});

test('a browser asks for a page, a script does not', async () => {
  const petition = await newPetition();
  /** @type {[Record<string, string>, string][]} */
  const cases = [
    [{ accept: 'text/html' }, 'text/html; charset=utf-8'],
    [{ accept: 'text/html, */*' }, 'text/html; charset=utf-8'],
    [{ accept: 'text/html;q=0.5, application/json' }, 'application/problem+json'],
    [{ accept: 'application/json, text/plain, */*' }, 'application/problem+json'],
    [{ accept: '*/*' }, 'application/problem+json'],
    [{ accept: '' }, 'application/problem+json'],
    [{ accept: 'text/html', 'sec-fetch-mode': 'cors' }, 'text/html; charset=utf-8'],
    [{ accept: '*/*', 'sec-fetch-mode': 'navigate' }, 'text/html; charset=utf-8'],
  ];
  for (const [headers, type] of cases) {
    assert.equal(
      (await post(petition.signatures, {}, headers)).headers['content-type'],
      type,
      JSON.stringify(headers),
    );
  }
});

test('a closed petition has a page that says so, and takes nothing', async (t) => {
  const petitions = await petitionsFolder(t, { ...healthData(), closes: '2024-01-31' });
  const program = await startEndpoint(t, { petitions });
  const page = await send(`${program.petition}/sign?lang=fr`);
  assert.equal(page.status, 200);
  assert.equal(stateOf(page.text), 'closed');
  assert.doesNotMatch(page.text, /<form/);
  const answer = await navigate(program.signatures, newSignature());
  assert.equal(answer.status, 410);
  assert.equal(stateOf(answer.text), 'closed');
});

test('a browser that sends what is no form gets a page, too', async () => {
  const petition = await newPetition();
  const answer = await send(petition.signatures, {
    method: 'POST',
    headers: { accept: 'text/html', 'content-type': 'text/plain' },
    body: 'x',
  });
  assert.equal(answer.status, 415);
  assert.match(answer.text, /<h1>That did not work<\/h1>/);
  assert.match(answer.text, /<p lang="en">415: A signature is sent as /);
});

test('what is refused to a browser is a page in the language of its reader, with its style', async () => {
  const petition = await newPetition();
  const site = new URL('/', petition.url).href;
  const inFrench = { accept: 'text/html', 'accept-language': 'fr-CA, en;q=0.5' };
  const inEsperanto = { accept: 'text/html', 'accept-language': 'eo' };
  const nowhere = `${site}petitions/nowhere`;
  const text = { 'content-type': 'text/plain' };
  /** @type {[Promise<import('./request.mjs').Got>, number, string, RegExp, string][]} */
  const cases = [
    [send(`${nowhere}/sign`, { headers: inFrench }), 404, 'fr', /n’existe pas/, '../../'],
    [send(`${nowhere}/sign?lang=fr`, { headers: inEsperanto }), 404, 'fr', /n’existe pas/, '../../'],
    [send(`${nowhere}/sign?lang=fr_FR`, { headers: inEsperanto }), 404, 'fr', /n’existe/, '../../'],
    [send(`${nowhere}/sign`, { headers: inEsperanto }), 404, 'en', /no such page/, '../../'],
    [send(nowhere, { headers: inFrench }), 404, 'fr', /n’existe pas/, '../'],
    [send(`${site}nothing`, { headers: inFrench }), 404, 'fr', /n’existe pas/, ''],
    [
      send(`${petition.url}/sign/a/b`, { headers: inFrench }),
      404,
      'fr',
      /n’existe/,
      '../../../../',
    ],
    [post(`${petition.url}/sign`, {}, inFrench), 405, 'fr', /n’a pas abouti/, '../../'],
    [post(petition.signatures, {}, { ...text, ...inFrench }), 415, 'fr', /n’a pas/, '../../'],
    [post(petition.signatures, {}, { ...text, ...inEsperanto }), 415, 'en', /did not work/, '../../'],
  ];
  for (const [sent, status, language, heading, root] of cases) {
    const page = await sent;
    assert.equal(page.status, status);
    assert.equal(page.headers['content-type'], 'text/html; charset=utf-8');
    assert.match(page.text, new RegExp(`^<!doctype html>\n<html lang="${language}"`));
    assert.match(page.text.match(/<h1>([^<]*)<\/h1>/)?.[1] ?? '', heading);
    assert.ok(page.text.includes(`href="${root}page.css"`), page.text);
    assert.match(String(page.headers['content-security-policy']), /^default-src 'none'/);
    assert.match(String(page.headers.vary), /Accept-Language/);
  }
});

test('the thanks say what whoever goes back would see', async () => {
  const program = await sharedEndpoint();
  const thanks = await send(`${program.petition}/thanks?lang=fr`);
  assert.match(thanks.text, /<p>Si d’autres personnes se servent de cet appareil/);
  const form = await send(`${program.petition}/sign?lang=fr`);
  assert.doesNotMatch(form.text, /cet appareil/);
});

test('the text of a document is text on the pages', async (t) => {
  const hostile = '</title><script>alert(1)</script>';
  const document = { ...healthData(), title: hostile };
  const program = await startEndpoint(t, { petitions: await petitionsFolder(t, document) });
  const page = await send(`${program.petition}/sign?lang=fr`);
  assert.doesNotMatch(withoutOwnScript(page.text), /<script/);
  assert.ok(page.text.includes('&lt;script&gt;'));
  const echoed = await send(`${program.petition}/sign?lang=${encodeURIComponent(hostile)}`);
  assert.doesNotMatch(withoutOwnScript(echoed.text), /<script/);
});
