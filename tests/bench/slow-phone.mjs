// The example's form three times on pages that are else the same, and a phone four times slower than
// this machine to look at them with: what is measured in a browser is measured side by side.

import { createServer } from 'node:http';
import { launch } from '../browser/chromium.mjs';
import { until } from '../browser/deadline.mjs';
import { healthData } from '../browser/documents.mjs';
import { snippetOf } from '../browser/petition-render.mjs';
import { Endpoint } from '../endpoint/endpoint.mjs';

/** By the kinds of snippet. The first runs no script: it is the floor. */
export const forms = /** @type {const} */ (['plain', 'pre-rendered', 'element']);

/** @typedef {(typeof forms)[number]} Form */

/** @typedef {import('puppeteer-core').Page} Page */

/** What a petition is told that its page is for. @type {Partial<Record<Form, string[]>>} */
const more = { element: ['--at-once'] };

/** @param {Form} form @param {string} site of the petition @returns {string} HTML */
const pageWith = (form, site) => `<!doctype html>
<html lang="fr">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<link rel="icon" href="data:,">
<title>Un site partenaire</title>
<h1>Un site partenaire</h1>
${snippetOf(healthData(), '--snippet', form, '--site', site, '--lang', 'fr', ...(more[form] ?? []))}
</html>
`;

/**
 * Starts an endpoint, a site with the three pages as a partner has them, and a browser; all end when
 * `measure` has.
 * @param {(phone: {
 *   visit: (form: Form, prepare?: (page: Page) => Promise<unknown>) => Promise<Page>,
 *   version: string,
 * }) => Promise<void>} measure `visit` opens a form as somebody does who has never been there, and
 *   resolves when it takes what is typed
 */
export async function withSlowPhone(measure) {
  const endpoint = new Endpoint();
  await endpoint.start();
  const pages = new Map(forms.map((form) => [`/${form}`, pageWith(form, endpoint.url)]));
  const partner = createServer(({ url = '' }, response) =>
    response.setHeader('content-type', 'text/html').end(pages.get(url)),
  );
  await new Promise((resolve) => partner.listen(0, 'localhost', () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (partner.address());
  const { browser } = await launch();
  /** @param {Form} form @param {(page: Page) => Promise<unknown>} [prepare] before the page comes */
  async function visit(form, prepare = async () => {}) {
    const page = await (await browser.createBrowserContext()).newPage();
    await page.setViewport({ width: 390, height: 844 });
    await page.emulateCPUThrottling(4);
    await prepare(page);
    await page.goto(`http://localhost:${port}/${form}`);
    if (form !== 'plain') await until(() => page.evaluate(isRunning), `the form ${form}`);
    return page;
  }
  try {
    await measure({ visit, version: await browser.version() });
  } finally {
    await browser.close();
    partner.close();
    await endpoint.stop();
  }
}

/** Runs in the page. @returns whether a script has taken the form: it alone knows the count */
const isRunning = () =>
  !!document.querySelector('petition-box')?.shadowRoot?.querySelector('progress[value]');

/**
 * Runs in the page.
 * @returns {HTMLInputElement | null} the field for the e-mail address
 */
export const emailField = () =>
  (document.querySelector('petition-box')?.shadowRoot ?? document).querySelector(
    '[name=email_address]',
  );

/** @param {number[]} numbers @param {number} share of them that are not greater, 0 to 1 */
export const percentile = (numbers, share) =>
  [...numbers].sort((a, b) => a - b)[Math.ceil(share * numbers.length) - 1];

/** @param {number[]} numbers */
export const median = (numbers) => percentile(numbers, 0.5);
