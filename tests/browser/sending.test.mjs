// What the signer sees and hears while the signature is on its way.

import { strict as assert } from 'node:assert';
import { test } from 'node:test';
import { fillIn, inBox, submit, visit, waitForState } from './box.mjs';
import { once, page } from './browser.mjs';
import { until } from './deadline.mjs';
import { healthData } from './documents.mjs';
import { openPartnerSite } from './partner-site.mjs';

/** @typedef {import('./partner-site.mjs').Answer} Answer */

/**
 * A site whose endpoint answers when it is told how, and from then on so. A browser may send a request
 * again by itself whose connection breaks.
 * @param {import('node:test').TestContext} t
 */
async function siteThatWaits(t) {
  /** @type {Answer | null | undefined} */
  let given;
  /** @type {((answer: Answer | null) => void)[]} */
  const waiting = [];
  let posts = 0;
  const answer = (/** @type {Answer | null} */ next) => {
    given = next;
    waiting.splice(0).forEach((go) => go(next));
  };
  t.after(() => answer(null));
  const site = await openPartnerSite(
    t,
    {
      '/petition': { body: JSON.stringify(healthData()) },
      '/signatures': async (sent) => {
        if (sent === '') return { body: '{"count":41}' };
        posts++;
        return given === undefined ? new Promise((resolve) => waiting.push(resolve)) : given;
      },
    },
    '<petition-box src="/petition" endpoint="/signatures" lang="fr"></petition-box>',
  );
  return { site, answer, posts: () => posts };
}

const status = inBox('[role=status]');

/** @param {string} path */
const isInView = (path) =>
  page.on(path, (element) => {
    const { top, bottom, height } = element.getBoundingClientRect();
    return height > 0 && top >= 0 && bottom <= innerHeight;
  });

/** Whether the browser would ask before it leaves the page. */
const asks = () =>
  page.evaluate(() => {
    const event = /** @type {BeforeUnloadEvent} */ (document.createEvent('BeforeUnloadEvent'));
    event.initEvent('beforeunload', false, true);
    dispatchEvent(event);
    return event.returnValue !== '';
  });

for (const [device, width, height] of /** @type {const} */ ([
  ['a phone', 360, 640],
  ['a desktop', 1280, 720],
])) {
  const wide = once('there is more room', device === 'a phone');
  test(
    `on ${device} the button and the words beside it say how the sending goes`,
    wide,
    async (t) => {
      const { site, answer } = await siteThatWaits(t);
      await page.resize(width, height);
      await visit(page, site);
      await fillIn(page);
      assert.equal(await asks(), false);
      await submit(page);
      await waitForState(page, 'sending');
      assert.equal(await page.text(inBox('#pb-submit')), 'Envoi…');
      assert.match(await page.text(status), /^Envoi de votre signature…$/);
      assert.ok((await isInView(status)) && (await isInView(inBox('#pb-submit'))), 'sending');
      assert.equal(await asks(), true);
      answer(null);
      await waitForState(page, 'trying-again');
      assert.match(await page.text(status), /Aucune réponse n’est encore arrivée/);
      assert.ok((await isInView(status)) && (await isInView(inBox('#pb-submit'))), 'not yet sent');
      assert.equal(await asks(), true);
      answer({ status: 404, body: '' });
      await waitForState(page, 'failed');
      assert.equal(await page.text(inBox('#pb-submit')), 'Réessayer');
      assert.ok(await isInView(inBox('#pb-status')), 'failed');
      answer({ status: 201, body: '{"status":"received"}' });
      await submit(page);
      await waitForState(page, 'signed');
      assert.equal(await page.focused(), '#pb-status');
      assert.ok(await isInView(inBox('#pb-status')), 'signed');
      assert.equal(await page.on(inBox('#pb-status-heading'), ({ localName }) => localName), 'h4');
      assert.equal(await asks(), false);
    },
  );
}

test(
  'offline, the live region speaks when something else is so, and not at each attempt',
  once('the core decides what is said'),
  async (t) => {
    const { site, answer, posts } = await siteThatWaits(t);
    await visit(page, site);
    await page.on(status, (region) => {
      /** @type {string[]} */
      const spoken = [];
      Object.assign(window, { spoken });
      new MutationObserver(() => spoken.push(region.textContent ?? '')).observe(region, {
        subtree: true,
        childList: true,
        characterData: true,
      });
    });
    await fillIn(page);
    await submit(page);
    answer(null);
    await waitForState(page, 'trying-again');
    const online = () => page.evaluate(() => dispatchEvent(new Event('online')));
    for (let attempt = 1; attempt <= 6; attempt++) {
      const before = posts();
      // Whoever comes online while an attempt is on its way is not asked for another one.
      await until(async () => (await online()) && posts() > before, 'another attempt');
    }
    const spoken = await page.run('spoken');
    assert.equal(spoken.length, 2, spoken.join('\n'));
    answer({ status: 201, body: '{"status":"received"}' });
    const signed = inBox('[data-state=signed]');
    await until(async () => (await online()) && page.has(signed), 'the thanks');
  },
);
