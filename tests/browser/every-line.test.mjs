// Every line of a petition is there to be read, whatever the snippet: of the example, or of the
// document that PETITION names.

import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { startEndpoint } from '../endpoint/endpoint.mjs';
import { once, page, pageWith } from './browser.mjs';
import { folderWith, healthData } from './documents.mjs';
import { approach, inside } from './home.mjs';
import { assertEveryLine, readAll } from './lines.mjs';
import { openPartnerSite } from './partner-site.mjs';
import { snippetOf } from './petition-render.mjs';
import { policy } from './policy.mjs';

const file = process.env.PETITION;
const petition = file === undefined ? healthData() : JSON.parse(readFileSync(file, 'utf8'));
const [language] = petition.languages;

/**
 * @typedef {object} Home
 * @property {string} [element] the path of the box that a script puts there
 * @property {string} [link] the path of the link that leads to the box where no script runs
 * @property {string} [box] the path of what is seen of the box without one
 */

const sheet = inside('petition-box')('.petition-box');

/** By kinds of snippets. @type {Record<string, Home>} */
const homes = {
  element: { element: 'petition-box', link: 'petition-box a' },
  wrapped: { element: '[data-petition-box] >>> petition-box', link: '[data-petition-box] a' },
  'pre-rendered': { element: 'petition-box', box: sheet },
  frame: { element: 'iframe >>> petition-box', box: inside('iframe')(sheet) },
  plain: { box: '.petition-box' },
};

/** @param {import('node:test').TestContext} t @returns a page of a partner for each home */
async function openSites(t) {
  const endpoint = await startEndpoint(t, { petitions: folderWith(petition) });
  const permitted = policy.replaceAll("'self'", `'self' ${endpoint.url}`);
  return Promise.all(
    Object.entries(homes).map(async ([kind, home]) => {
      const options = ['--snippet', kind, '--site', endpoint.url, '--lang', language];
      const snippet = snippetOf(petition, ...options);
      return { ...home, url: await openPartnerSite(t, {}, snippet, { policy: permitted }) };
    }),
  );
}

test(
  'every snippet shows every line of the petition',
  once('no engine leaves lines out'),
  async (t) => {
    for (const { element, box, url } of await openSites(t)) {
      await page.goto(url);
      if (element) await approach(page, element);
      const path = element ? inside(element)('.petition-box') : String(box);
      assertEveryLine(await readAll(page, path), petition, language);
    }
  },
);

test(
  'without script every snippet shows every line, or has a link to the page that does',
  once('no engine leaves lines out'),
  async (t) => {
    const still = await pageWith({ javascript: false });
    for (const { link, box = '.petition-box', url } of await openSites(t)) {
      await still.goto(url);
      if (link) await still.click(link);
      await still.waitForElement(box);
      await still.waitForLoad();
      assertEveryLine(await readAll(still, box), petition, language);
    }
  },
);
