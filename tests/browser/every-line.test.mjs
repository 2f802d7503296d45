// Every line of the example petition is there to be read, whatever the snippet.

import { test } from 'node:test';
import { startEndpoint } from '../endpoint/endpoint.mjs';
import { once, page, pageWith } from './browser.mjs';
import { healthData } from './documents.mjs';
import { approach, inside } from './home.mjs';
import { assertEveryLine } from './lines.mjs';

/**
 * @typedef {object} Home
 * @property {string} [name] of the page; that of the snippet unless told
 * @property {string} [language] fr unless told
 * @property {string} [element] the path of the box, once a script has put it there
 * @property {string} [link] the path of the link that leads to the box, where no script does
 * @property {string} [box] the path of the box where no script is needed
 */

const preRendered = inside('petition-box')('.petition-box');

/** By kinds of snippets. @type {Record<string, Home>} */
const homes = {
  element: { name: 'health-data', element: 'petition-box', link: 'petition-box a' },
  wrapped: {
    element: '[data-petition-box] >>> petition-box',
    link: '[data-petition-box] a',
  },
  'pre-rendered': { element: 'petition-box', box: preRendered },
  frame: { element: 'iframe >>> petition-box', box: inside('iframe')(preRendered) },
  plain: { language: 'en', box: '.petition-box' },
};

test('with script every snippet shows every line', once('no engine hides lines'), async (t) => {
  const endpoint = await startEndpoint(t);
  for (const [kind, { name = kind, language = 'fr', element, box }] of Object.entries(homes)) {
    await page.goto(`${endpoint.url}/partners/${name}.html`);
    if (element) await approach(page, element);
    const path = element ? inside(element)('.petition-box') : String(box);
    assertEveryLine(await page.text(path), healthData(), language);
  }
});

test(
  'without script so does every snippet, or the page that its link leads to',
  once('no engine hides lines'),
  async (t) => {
    const endpoint = await startEndpoint(t);
    const still = await pageWith({ javascript: false });
    for (const [kind, { name = kind, language = 'fr', link, box }] of Object.entries(homes)) {
      await still.goto(`${endpoint.url}/partners/${name}.html`);
      if (link) await still.click(link);
      const path = box ?? '.petition-box';
      await still.waitForElement(path);
      assertEveryLine(await still.text(path), healthData(), language);
    }
  },
);
