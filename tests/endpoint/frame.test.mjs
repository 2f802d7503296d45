// The page for a frame, and what a form without script in it leads to.

import { strict as assert } from 'node:assert';
import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import * as folders from '../browser/folders.mjs';
import { healthData, newFolder, petitionsFolder } from './petitions.mjs';
import { startEndpoint } from './endpoint.mjs';
import { navigate, post, send } from './request.mjs';
import { sharedEndpoint } from './shared.mjs';
import { ada, newSignature, without } from './signers.mjs';

/** @typedef {import('./request.mjs').Got} Got */

/** @param {Got} page @returns {string[]} */
const policyOf = (page) => String(page.headers['content-security-policy']).split('; ');

/** @param {Got} page */
const lockedToOurPages = (page) => policyOf(page).includes("frame-ancestors 'none'");

/** @param {Got} page */
const mayBeFramed = (page) =>
  !policyOf(page).some((directive) => directive.startsWith('frame-ancestors')) &&
  page.headers['x-frame-options'] === undefined;

/** @param {string} html @param {string} name @returns {string | undefined} the value of the attribute */
const attribute = (html, name) =>
  html.match(new RegExp(`<petition-box[^>]* ${name}="([^"]*)"`))?.[1]?.replaceAll('&amp;', '&');

/** @param {string} html @returns {string} where its form is sent */
const actionOf = (html) =>
  (html.match(/<form [^>]*action="([^"]*)"/)?.[1] ?? '').replaceAll('&amp;', '&');

/** @param {string} html @returns {string} */
const idOf = (html) =>
  html.match(/<input type="hidden" name="submission_id" value="([^"]*)"/)?.[1] ?? '';

const notColours = [
  '',
  '#',
  '#00',
  '#0000',
  '#00000000',
  '#ggg',
  '000',
  'red',
  'RED',
  '#000;',
  '#000}body{display:none',
  '"><script>',
  '#00"',
  ' #000',
  '#000 ',
  '#000\n',
  '#\u0660\u0660\u0660',
  'url(//example.org)',
  'var(--a)',
  '\0#000',
];

test('the box is in the page, as the script will find it', async (t) => {
  const program = await startEndpoint(t);
  await post(program.signatures, newSignature());
  const page = await send(`${program.petition}/frame?lang=en`);
  assert.equal(page.status, 200);
  assert.equal(page.headers['content-type'], 'text/html; charset=utf-8');
  assert.match(page.text, /^<!doctype html>\n<html lang="en" dir="ltr">/);
  assert.match(
    page.text,
    /<petition-box [^>]*><template shadowrootmode="open"><link rel="stylesheet" href="\.\.\/\.\.\/embed\/petition-box\.css" \/><div class="petition-box" part="box" data-state="editing" lang="en" dir="ltr" data-count="1"><div class="sides">/,
  );
  assert.match(
    page.text,
    /<\/div><\/template><a [^>]*>Sign the petition \(new window\)<\/a><\/petition-box>/,
  );
  assert.equal(attribute(page.text, 'src'), '../health-data?lang=en');
  assert.equal(attribute(page.text, 'endpoint'), 'signatures?in=frame');
  assert.equal(attribute(page.text, 'lang'), 'en');
  assert.equal(attribute(page.text, 'accent'), undefined);
  assert.ok(page.text.includes(`<script type="module" src="../../embed/framed.js"></script>`));
  assert.match(page.text, /1 signature of 100/);
  assert.doesNotMatch(page.text, /\son\w+=|style=|<style/);
});

test('any page may frame it, and it may run nothing but the box', async () => {
  const program = await sharedEndpoint();
  const page = await send(`${program.petition}/frame`);
  assert.ok(mayBeFramed(page));
  for (const directive of [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
  ])
    assert.ok(policyOf(page).includes(directive), directive);
  assert.match(String(page.headers['cache-control']), /^public, max-age=10, /);
  assert.equal(page.headers['x-content-type-options'], 'nosniff');
  assert.equal(page.headers['access-control-allow-origin'], undefined);
});

test('its box may send to the lists that the document names beside the endpoint', async (t) => {
  const also = {
    url: 'https://lists.example.org/news',
    protocol: 'listmonk',
    list: 'c0ffee00-0000-4000-8000-000000000000',
    for: 'updates',
  };
  const petitions = await petitionsFolder(t, { ...healthData(), endpoint: { also: [also] } });
  const program = await startEndpoint(t, { petitions });
  const policy = policyOf(await send(`${program.petition}/frame`));
  assert.ok(policy.includes("connect-src 'self' https://lists.example.org"), policy.join());
  assert.ok(policy.includes("form-action 'self'"), policy.join());
  const plain = policyOf(await send(`${program.petition}/sign`));
  assert.ok(!plain.join().includes('lists.example.org'), plain.join());
});

test('no other page may be framed, whatever its address says', async () => {
  const program = await sharedEndpoint();
  for (const page of [
    await send(`${program.petition}/sign`),
    await send(`${program.petition}/sign?in=frame&accent=%23123`),
    await send(`${program.petition}/thanks`),
    await send(`${program.petition}/thanks?in=frames`),
    await navigate(program.signatures, {}),
    await navigate(`${program.signatures}?frame=in`, {}),
  ]) {
    assert.ok(lockedToOurPages(page), page.text);
    assert.ok(!policyOf(page).some((directive) => directive.startsWith("script-src 'self'")));
    assert.match(page.text, /href="\.\.\/\.\.\/page\.css"/);
  }
});

test('without script it signs, and its answers stay in the frame', async (t) => {
  const program = await startEndpoint(t);
  const page = await send(`${program.petition}/frame?lang=en&accent=%23A1b2C3`);
  const action = actionOf(page.text);
  const [path, query] = action.split('#')[0].split('?');
  assert.equal(path, 'signatures');
  assert.deepEqual(Object.fromEntries(new URLSearchParams(query)), {
    lang: 'en',
    in: 'frame',
    accent: '#A1b2C3',
  });
  assert.equal(action.split('#')[1], 'pb-errors');
  const signature = { ...without(ada, 'language'), submission_id: idOf(page.text) };

  const again = await navigate(`${program.petition}/${action}`, without(signature, 'given_name'));
  assert.equal(again.status, 422);
  assert.ok(mayBeFramed(again));
  assert.doesNotMatch(again.text, /<script/);
  assert.match(again.text, /href="\.\.\/\.\.\/frame\.css\?accent=%23A1b2C3"/);
  assert.match(again.text, /<h1>Check these answers<\/h1>/);
  assert.equal(actionOf(again.text), action);
  // From here on it has an id, so that sending it twice counts once however late.
  signature.submission_id = idOf(again.text);
  assert.match(signature.submission_id, /^[0-9a-f-]{36}$/);

  const answer = await navigate(`${program.petition}/${actionOf(again.text)}`, signature);
  assert.equal(answer.status, 303, answer.text);
  const location = String(answer.headers.location).replace(/again=[^&]+&/, '');
  assert.equal(location, 'thanks?lang=en&in=frame&accent=%23A1b2C3#pb-status');
  const thanks = await send(`${program.petition}/${answer.headers.location}`);
  assert.ok(mayBeFramed(thanks));
  assert.match(thanks.text, /<h1>Thank you/);
  assert.match(thanks.text, /data-state="signed"/);
  const twice = await navigate(`${program.petition}/${action}`, signature);
  assert.equal(twice.status, 303);
  assert.deepEqual(await program.rows('select given_name, language from signatures'), [
    { given_name: ada.given_name, language: 'en' },
  ]);
});

test('a closed petition is shown as closed, and its refusal stays in the frame', async (t) => {
  const petitions = await petitionsFolder(t, { ...healthData(), closes: '2024-01-31' });
  const program = await startEndpoint(t, { petitions });
  const page = await send(`${program.petition}/frame`);
  assert.match(page.text, /data-state="closed"/);
  assert.doesNotMatch(page.text, /<form/);
  const answer = await navigate(`${program.signatures}?in=frame`, newSignature());
  assert.equal(answer.status, 410);
  assert.ok(mayBeFramed(answer));
});

test('a colour goes to the script and to the style', async () => {
  const program = await sharedEndpoint();
  for (const colour of ['#000', '#FfF', '#0b5f5c', '#ABCDEF']) {
    const value = encodeURIComponent(colour);
    const page = await send(`${program.petition}/frame?accent=${value}`);
    assert.equal(attribute(page.text, 'accent'), colour);
    assert.ok(page.text.includes(`href="../../frame.css?accent=${value}"`), colour);
    const style = await send(`${program.url}/frame.css?accent=${value}`);
    assert.equal(style.headers['content-type'], 'text/css; charset=utf-8');
    assert.ok(style.text.endsWith(`\n:root {\n  --petition-box-accent: ${colour};\n}\n`));
  }
});

test('what is no colour is passed over', async () => {
  const program = await sharedEndpoint();
  const plain = await send(`${program.url}/frame.css`);
  for (const text of notColours) {
    const query = `accent=${encodeURIComponent(text)}`;
    const page = await send(`${program.petition}/frame?${query}`);
    assert.equal(page.status, 200);
    assert.doesNotMatch(page.text, /accent/, JSON.stringify(text));
    assert.equal((await send(`${program.url}/frame.css?${query}`)).text, plain.text);
  }
});

test('the text of a document and of the address is text on the page', async (t) => {
  const hostile = '</title></template></petition-box><script>alert(1)</script>';
  const petitions = await petitionsFolder(t, { ...healthData(), title: hostile });
  const program = await startEndpoint(t, { petitions });
  const page = await send(`${program.petition}/frame?lang=${encodeURIComponent(hostile)}`);
  assert.equal(page.text.split('<script').length - 1, 1);
  assert.equal(page.text.split('</template>').length - 1, 1);
  assert.equal(page.text.split('</title>').length - 1, 1);
});

test('its link leads out of the frame', async () => {
  const program = await sharedEndpoint();
  const page = await send(`${program.petition}/frame?lang=fr`);
  const link = page.text.match(/<\/template><a ([^>]*)>/)?.[1];
  assert.equal(link, 'href="sign?lang=fr" target="_blank" rel="noopener"');
  assert.ok(lockedToOurPages(await send(`${program.petition}/sign?lang=fr`)));
});

test('there is a way to the builder, which is a folder with a page', async (t) => {
  const embed = await newFolder(t);
  await cp(folders.embed, embed, { recursive: true });
  await mkdir(join(embed, 'builder'), { recursive: true });
  await writeFile(join(embed, 'builder', 'index.html'), '<!doctype html><title>Builder</title>');
  const program = await startEndpoint(t, { embed });
  const way = await send(`${program.url}/build`);
  assert.equal(way.status, 308);
  assert.equal(way.headers.location, 'embed/builder/');
  const page = await send(`${program.url}/${way.headers.location}`);
  assert.equal(page.status, 200);
  assert.equal(page.headers['content-type'], 'text/html; charset=utf-8');
  assert.match(page.text, /<title>Builder<\/title>/);
  for (const path of ['/embed/builder', '/embed/', '/embed/builder//', '/build/']) {
    assert.equal((await send(program.url + path)).status, 404, path);
  }
});
