// From the builder to a partner's page: its snippets, its preview, its own page.

import { strict as assert } from 'node:assert';
import { writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { test } from 'node:test';
import { startEndpoint } from '../endpoint/endpoint.mjs';
import { axeRules, colours, findings } from './axe.mjs';
import { answers, fillIn, submit, visit, waitForState } from './box.mjs';
import { once, page, pageWith } from './browser.mjs';
import {
  askForSnippet,
  downloaded,
  inPreview,
  openBuilder,
  openNewBuilder,
  saidAt,
  texts,
  waitForTitle,
  writePetition,
} from './builder.mjs';
import { until } from './deadline.mjs';
import { folderWith, healthData } from './documents.mjs';
import { embed } from './folders.mjs';
import { policy } from './policy.mjs';

/** @typedef {import('./page.mjs').Page} Page */

/** @type {Record<string, string>} */
const types = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
};

/**
 * A site of its own.
 * @param {import('node:test').TestContext} t at whose end it closes
 * @param {(path: string) => Promise<Record<string, string | Buffer> | null>} answer body and
 *   headers; null: there is nothing at that path
 * @returns {Promise<string>} its address, without a slash at its end
 */
async function serve(t, answer) {
  const server = createServer(async (request, response) => {
    const { body = '', ...headers } = (await answer(String(request.url))) ?? {};
    const status = body === '' ? 404 : 200;
    response.writeHead(status, /** @type {Record<string, string>} */ (headers)).end(body);
  });
  await new Promise((resolve) => server.listen(0, 'localhost', () => resolve(undefined)));
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return `http://localhost:${port}`;
}

/** @param {Page} tab @param {string} kind @returns {Promise<string>} its text, once there is one */
async function snippetOf(tab, kind) {
  // A preview that grows just when the mouse is pressed moves the button away from it.
  const choose = async () => {
    await tab.click(`#kind-${kind}`);
    return tab.has(`#kind-${kind}[aria-selected=true]`);
  };
  await until(choose, `choosing ${kind}`);
  return tab.waitFor(
    `the snippet ${kind}`,
    () => /** @type {HTMLTextAreaElement} */ (document.querySelector('#text')).value,
  );
}

test('from an empty draft to a signature on a partner\u2019s page', async (t) => {
  const petitions = folderWith(healthData());
  const endpoint = await startEndpoint(t, { petitions });
  await openBuilder(page, endpoint.url);
  await writePetition(page);
  const snippet = await snippetOf(page, 'element');
  await page.click('#copy');
  const said = await page.waitFor('the page saying that it copied', () =>
    String(document.querySelector('#copied')?.textContent),
  );
  assert.match(said, /copied|selected/);

  writeFileSync(join(petitions, 'night-train.json'), await downloaded(page));
  await endpoint.stop();
  await endpoint.start();
  const site = await serve(t, async (path) =>
    path === '/'
      ? {
          'content-type': types['.html'],
          'content-security-policy': policy.replaceAll("'self'", `'self' ${endpoint.url}`),
          body: `<!doctype html><html lang="en"><title>A partner</title>${snippet}</html>`,
        }
      : null,
  );
  await visit(page, site);
  await fillIn(page);
  await submit(page);
  await waitForState(page, 'signed');
  assert.deepEqual(
    await endpoint.rows('select petition, given_name, email_address, language from signatures'),
    [
      {
        petition: 'night-train',
        given_name: answers.given_name,
        email_address: answers.email_address,
        language: 'en',
      },
    ],
  );
});

test(
  'what is copied or saved at once after a change has that change in it',
  once('the builder reads its controls first'),
  async () => {
    await openNewBuilder(page);
    await writePetition(page);
    await snippetOf(page, 'plain');
    /** Changes the title and presses a button before anything else can happen. */
    const pressAfter = (/** @type {string} */ title, /** @type {string} */ button) =>
      page.on(
        button,
        async (pressed, text) => {
          const field = /** @type {HTMLTextAreaElement} */ (document.querySelector('#at-title'));
          field.value = text;
          field.dispatchEvent(new Event('input', { bubbles: true }));
          pressed.click();
        },
        title,
      );
    await page.evaluate(() => {
      addEventListener('click', (event) => {
        const { href } = /** @type {HTMLAnchorElement} */ (event.target);
        if (!href) return;
        event.preventDefault();
        document.body.dataset.saved = href;
      });
    });
    await pressAfter('Keep the day train', '#download');
    const saved = await page.evaluate(async () =>
      (await fetch(String(document.body.dataset.saved))).json(),
    );
    assert.deepEqual(saved.title, { en: 'Keep the day train' });
    await pressAfter('Keep the slow train', '#copy');
    await page.waitFor('the snippet being copied', () =>
      document.querySelector('#copied')?.textContent?.includes('snippet is'),
    );
    assert.match(await page.value('#text'), /Keep the slow train/);
    await pressAfter('', '#download');
    assert.equal(await page.has('#download[hidden]'), true);
  },
);

test(
  'there are six snippets, and another form of the first and the last',
  once('the core writes the snippets'),
  async () => {
    const endpoint = await openNewBuilder(page);
    await writePetition(page);
    const address = `${endpoint.url}/petitions/night-train`;
    for (const [kind, beginning] of [
      ['pre-rendered', '<script type="module"'],
      ['frame', '<iframe'],
      ['plain', '<link rel="stylesheet"'],
      ['link', '<a href'],
      ['element', '<script type="module"'],
    ]) {
      const snippet = await snippetOf(page, kind);
      assert.ok(snippet.startsWith(beginning) && snippet.includes(address), snippet);
    }
    // As in a page that is not served over https.
    await page.evaluate(() => {
      Object.defineProperty(navigator, 'clipboard', { value: undefined });
    });
    await page.click('#copy');
    assert.match(await page.text('#copied'), /is selected/);
    const selected = await page.on(
      '#text',
      (/** @type {HTMLTextAreaElement} */ text) =>
        document.activeElement === text &&
        text.selectionStart === 0 &&
        text.selectionEnd === text.value.length,
    );
    assert.equal(selected, true);
    await page.click('#wrapped');
    assert.match(await page.value('#text'), /<div data-petition-box/);
    assert.doesNotMatch(await page.value('#text'), /preload/);
    await page.click('#at-once');
    assert.match(await page.value('#text'), /rel="preload"[^]*data-loading="eager"/);
    await page.click('#kind-link');
    await page.click('#markdown');
    assert.equal(await page.value('#text'), `[Sign the petition](${address}/sign?lang=en)`);
    assert.match(await page.text('[data-kind=link]'), /Hugo/);
    await page.fill('#setting-site', 'example.org');
    await page.waitForElement('#setting-site[aria-invalid]');
    assert.match(await saidAt('#setting-site'), /begins with https:/);
    assert.equal(await page.has('#copy:disabled'), true);
  },
);

test('the preview is the real box, as wide as it says, and sends nothing', async () => {
  const endpoint = await openNewBuilder(page);
  await writePetition(page);
  await waitForTitle(page, texts['#at-title']);
  // The preview follows a moment after the last change.
  await page.waitForElement(inPreview('#pb-postal_code'));
  const width = () => page.on('#screen', (screen) => screen.offsetWidth);
  assert.equal(await width(), 390);
  await fillIn(page, { at: inPreview });
  await submit(page, inPreview);
  await page.waitForElement('#preview-submit.tried');
  await waitForState(page, 'signed', inPreview);
  assert.deepEqual(await endpoint.rows('select * from signatures'), []);
  await page.click('.widths label:last-of-type span');
  assert.equal(await width(), 1120);
  const complaints = (await page.messages()).filter(({ kind }) => kind !== 'other');
  assert.deepEqual(complaints, []);
});

test(
  'a draft is looked at once it is still, and not at each key',
  once('the builder has no opinion on engines'),
  async () => {
    await openNewBuilder(page);
    const title = texts['#at-title'].repeat(2);
    await page.on('iframe#screen >>> petition-box', (box) => {
      const seen = new MutationObserver(
        (changes) =>
          (document.body.dataset.shown = String(
            Number(document.body.dataset.shown ?? 0) + changes.length,
          )),
      );
      seen.observe(box, { attributeFilter: ['src'] });
    });
    await page.fill('#at-title', title);
    await waitForTitle(page, title);
    const shown = Number(await page.on('iframe#screen >>> body', (body) => body.dataset.shown));
    assert.ok(shown < title.length / 4, `${shown} times for ${title.length} keys`);
  },
);

test(
  'what is no colour is told, and leaves the box its own',
  once('the core reads the colour'),
  async () => {
    await openNewBuilder(page);
    const accent = () => page.on('iframe#screen >>> petition-box', (box) => box.getAttribute('accent'));
    await page.fill('#setting-accent', '#8a1c4a');
    await until(async () => (await accent()) === '#8a1c4a', 'the colour');
    await page.fill('#setting-accent', 'reddish');
    await page.waitFor('the mistake', () =>
      document.querySelector('#no-colour')?.textContent?.includes('reddish'),
    );
    await until(async () => (await accent()) === null, 'the colour of the box');
    await page.fill('#setting-accent', '');
    await page.waitFor(
      'no mistake',
      () => document.querySelector('#no-colour')?.textContent === '',
    );
  },
);

test(
  'it works as static files in any folder',
  once('it is a question about addresses'),
  async (t) => {
    const site = await serve(t, async (path) => {
      const name = path.match(/^\/some\/folder\/([\w./-]+)$/)?.[1] ?? '';
      const type = types[extname(name)];
      return type ? { 'content-type': type, body: await readFile(join(embed, name)) } : null;
    });
    await page.goto(`${site}/some/folder/builder/index.html`);
    await page.waitForElement('#at-title');
    await writePetition(page);
    assert.match(await snippetOf(page, 'frame'), /^<iframe/);
    await waitForState(page, 'editing', inPreview);
  },
);

/**
 * Makes the builder show all that it has, and looks at it.
 * @param {Page} tab
 * @param {(state: string) => Promise<void>} look
 */
async function throughTheBuilder(tab, look) {
  await openNewBuilder(tab);
  await look('empty');
  await writePetition(tab);
  await tab.click('[data-at="/timeline"] [data-add]');
  await askForSnippet(tab);
  await tab.waitForElement('#at-timeline-0-text[aria-invalid]');
  await tab.click('[data-at="/=updates"]');
  await tab.on('[data-list=field] > [data-add]', (button) => button.click());
  await tab.select('[data-at="/kind"]', 'choice');
  await tab.on('[data-list=consent] > [data-add]', (button) => button.click());
  await tab.waitForElement('[data-list=consent] [aria-invalid]');
  await tab.select('#protocol', 'contact-form-7');
  await tab.waitForElement('#at-endpoint-form');
  await tab.on('details.told', (/** @type {HTMLDetailsElement} */ details) => {
    details.open = true;
  });
  await look('with mistakes');
  await tab.click('#open');
  await look('with a dialog');
}

for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
  const what = `axe-core finds nothing in the builder, ${colorScheme}, wide and narrow`;
  test(what, once(axeRules), async () => {
    const light = colorScheme === 'light';
    const tab = light ? page : await pageWith({ colorScheme });
    const rules = light ? undefined : colours;
    await throughTheBuilder(tab, async (state) => {
      for (const width of [390, 1280]) {
        await tab.resize(width, 900);
        // Nothing is under what stays in view while the page is scrolled.
        await tab.evaluate(() => scrollTo(0, 0));
        assert.deepEqual(await findings(tab, rules), [], `${state} at ${width} pixels`);
      }
    });
  });
}

test(
  'nothing of the builder lies outside the screen, wide and narrow',
  once('its layout is of grids and floats alone'),
  async () => {
    await throughTheBuilder(page, async (state) => {
      for (const width of [390, 1280]) {
        await page.resize(width, 900);
        const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.ok(over <= 0, `${state} at ${width} pixels: ${over} pixels lie outside`);
      }
    });
  },
);
