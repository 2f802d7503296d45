// The box in a frame of the endpoint's: it grows, and the page around it learns nothing else.

import { strict as assert } from 'node:assert';
import { test } from 'node:test';
import { unsignedEndpoint } from '../endpoint/shared.mjs';
import { answers, fillIn, inBox, submit, waitForState } from './box.mjs';
import { once, cannot, page, pageWith } from './browser.mjs';
import { until } from './deadline.mjs';
import { healthData } from './documents.mjs';
import { load } from './home.mjs';
import { openPartnerSite } from './partner-site.mjs';
import { snippetOf } from './petition-render.mjs';
import { policy } from './policy.mjs';

const inFrame = (/** @type {string} */ selector) => `iframe >>> ${inBox(selector)}`;

/** What a curious page would do: it hears every message, every key and every input. */
const eavesdrop = {
  type: 'text/javascript',
  body: `window.heard = [];
    addEventListener('message', ({ data, origin }) => heard.push(JSON.stringify([origin, data])));
    for (const type of ['keydown', 'keyup', 'input', 'change', 'submit', 'beforeinput', 'focusin']) {
      addEventListener(type, (event) => heard.push(type + (event.key ?? event.target.value)), true);
    }`,
};

/** A sibling frame that says how high the other one has to be, in every way it can. */
const liar = {
  type: 'text/html',
  body: '<!doctype html><title>Liar</title><script src="/lie.js"></script>',
};
const lie = {
  type: 'text/javascript',
  body: `for (const to of [parent, ...Array.from(parent)]) {
      for (const height of [7, 77777, '7px', null]) {
        to.postMessage({ petitionBox: height }, '*');
      }
    }
    parent.postMessage('lied', '*');`,
};

/**
 * The endpoint, and a partner's page of another origin with the frame in it.
 * @param {import('node:test').TestContext} t
 * @param {object} [how]
 * @param {boolean} [how.script] whether the page has the frame's script
 * @param {string} [how.head] what else is in the head of the page
 * @param {string} [how.more] what else is in its body
 * @param {Record<string, import('./partner-site.mjs').Resource>} [how.resources] what else it serves
 */
async function openFrame(t, { script = true, head = '', more = '', resources = {} } = {}) {
  const endpoint = await unsignedEndpoint();
  const options = ['--snippet', 'frame', '--site', `${endpoint.url}/`, '--lang', 'fr'];
  const snippet = snippetOf(healthData(), ...options);
  const site = await openPartnerSite(
    t,
    { '/eavesdrop.js': eavesdrop, '/liar': liar, '/lie.js': lie, ...resources },
    (script ? snippet : snippet.replace(/<script.*<\/script>/s, '')) + more,
    {
      head: '<script src="/eavesdrop.js"></script>' + head,
      policy: policy.replace("script-src 'self'", `script-src 'self' ${endpoint.url}`),
    },
  );
  assert.notEqual(new URL(site).origin, new URL(endpoint.url).origin);
  await page.goto(site);
  await page.waitForElement(inFrame('form'));
  return endpoint;
}

const heightOfFrame = () => page.on('iframe', (frame) => frame.getBoundingClientRect().height);
const heightInFrame = () =>
  page.on('iframe >>> html', (root) => Math.ceil(root.getBoundingClientRect().height));
/** @param {string} words that the page around the frame hears */
const hears = (words) =>
  page.waitFor(
    `hearing ${words}`,
    (one) =>
      Reflect.get(window, 'heard').some((/** @type {string} */ heard) => heard.includes(one)),
    words,
  );

/** The frame shows all of its page, but for its own border. */
const assertFits = () =>
  until(
    async () => Math.abs((await heightOfFrame()) - (await heightInFrame())) <= 4,
    'the frame being as high as its page',
  );

/** Runs in the page: whether the link for sites that remove frames is seen. */
const isLinkSeen = () =>
  document.querySelector('.petition-box-link')?.getClientRects().length !== 0;

test('the link beside the frame is seen until the frame works, and where the script is blocked', async (t) => {
  await openFrame(t);
  await page.waitFor(
    'the link to be gone',
    () => document.querySelector('.petition-box-link')?.getClientRects().length === 0,
  );
  await openFrame(t, { script: false });
  assert.equal(await page.evaluate(isLinkSeen), true);
});

test(
  'with JavaScript off the link beside the frame is not seen',
  { skip: cannot.javascript },
  async () => {
    const endpoint = await unsignedEndpoint();
    const quiet = await pageWith({ javascript: false });
    await quiet.goto(`${endpoint.url}/partners/frame.html`);
    await quiet.waitFor(
      'the stylesheet',
      () => document.querySelector('.petition-box-link')?.getClientRects().length === 0,
    );
  },
);

test('the frame is as high as what is in it, and stays so when that changes', async (t) => {
  await openFrame(t);
  await hears('petitionBox');
  await assertFits();
  await page.resize(400, 900);
  await page.waitFor('the frame growing', () => {
    const frame = document.querySelector('iframe');
    return frame !== null && frame.getBoundingClientRect().height > 2500;
  });
  await assertFits();
});

test('a frame that was there before its script is as high as what is in it, too', async (t) => {
  /** @type {() => void} */
  let hear = () => {};
  const heard = new Promise((resolve) => (hear = () => resolve(undefined)));
  t.after(hear);
  // Modules run in the order of the page: the frame's script comes after one that waits.
  await openFrame(t, {
    head: '<script src="/listen.js"></script><script type="module" src="/late.js"></script>',
    resources: {
      '/listen.js': {
        type: 'text/javascript',
        body: "addEventListener('message', ({ data }) => data.petitionBox && fetch('/heard'));",
      },
      '/heard': () => (hear(), { body: '' }),
      '/late.js': async () => (await heard, { type: 'text/javascript', body: '' }),
    },
  });
  await assertFits();
});

test(
  'a frame in a shadow root of the page grows, too',
  once('the script is the same, and its messages'),
  async (t) => {
    await openFrame(t);
    await page.on('iframe', (frame) => {
      const shell = document.createElement('div');
      frame.before(shell);
      frame.style.height = '';
      shell.attachShadow({ mode: 'open' }).append(frame);
    });
    // The frame has loaded anew in its new place.
    await page.waitFor('the frame growing', () => {
      const shell = [...document.querySelectorAll('div')].find(({ shadowRoot }) => shadowRoot);
      const frame = shell?.shadowRoot?.querySelector('iframe');
      return frame && frame.style.height !== '' && frame.getBoundingClientRect().height > 400;
    });
  },
);

test('a visitor signs in the frame; the page around it cannot read what is typed', async (t) => {
  const endpoint = await openFrame(t);
  await page.scrollTo(inFrame('form'));
  await load(page, 'iframe >>> petition-box');
  await fillIn(page, { at: inFrame });
  await submit(page, inFrame);
  await waitForState(page, 'signed', inFrame);
  assert.equal((await endpoint.rows('select * from signatures')).length, 1);
  const found = await page.evaluate(() => {
    const frame = /** @type {HTMLIFrameElement} */ (document.querySelector('iframe'));
    /** @type {string[]} */
    const seen = Reflect.get(window, 'heard').map(String);
    if (frame.contentDocument !== null) seen.push('the document');
    for (const name of ['document', 'localStorage', 'petitionBox']) {
      try {
        seen.push(`${name}: ${Reflect.get(/** @type {Window} */ (frame.contentWindow), name)}`);
      } catch {
        // That is what is hoped for.
      }
    }
    return seen;
  });
  for (const one of found) {
    assert.match(
      one,
      /^\["http:\/\/localhost:\d+",\{"petitionBox":(?:[\d.]+|"page")\}\]$|^focusin/,
    );
    for (const answer of Object.values(answers)) assert.ok(!one.includes(answer), one);
  }
});

test(
  'a message of a sibling frame or of another origin moves nothing',
  once('the script looks at the sender'),
  async (t) => {
    await openFrame(t, { more: '<iframe class="liar" src="/liar"></iframe>' });
    await hears('petitionBox');
    await hears('"lied"');
    await assertFits();
    // The page's own origin and window, with the right words: still not the frame.
    await page.evaluate(() => postMessage({ petitionBox: 7 }, '*'));
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 200)));
    await assertFits();
    assert.equal(await page.on('iframe.liar', (frame) => frame.style.height), '');
  },
);

test('without its script the frame scrolls', async (t) => {
  await openFrame(t, { script: false });
  const room = await page.on('iframe >>> html', (root) => root.scrollHeight - innerHeight);
  assert.ok(room > 0, `${room} pixels to scroll`);
  await page.scrollTo(inFrame('#pb-submit'));
  await page.click(inFrame('#pb-submit'));
});
