// Sites that remove elements from what is pasted: whatever the snippet, a way to sign is left.

import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { transform } from 'esbuild';
import { once, page } from './browser.mjs';
import { healthData } from './documents.mjs';
import { openPartnerSite } from './partner-site.mjs';
import { snippetOf } from './petition-render.mjs';
import { keptByWordPress } from './wordpress.mjs';

const load = createRequire(import.meta.url);
const sanitizeHtml = load('sanitize-html');
const purify = readFileSync(load.resolve('dompurify/dist/purify.min.js'), 'utf8');
const kinds = ['element', 'wrapped', 'pre-rendered', 'frame', 'plain', 'link'];

/** @param {string} html */
async function keptByDomPurify(html) {
  if (!(await page.run('"DOMPurify" in window'))) await page.run(`(() => { ${purify}\n })()`);
  return page.evaluate((text) => Reflect.get(window, 'DOMPurify').sanitize(text), html);
}

/** @type {Record<string, (html: string) => string | Promise<string>>} */
const sites = {
  'WordPress, from an author': keptByWordPress,
  DOMPurify: keptByDomPurify,
  'sanitize-html': (html) => sanitizeHtml(html),
};

/** Runs in the page: the first links in the HTML that a visitor sees. @param {string} html */
function seenLinks(html) {
  const main = /** @type {HTMLElement} */ (document.querySelector('main'));
  main.replaceChildren(new DOMParser().parseFromString(html, 'text/html').body);
  const links = [...main.querySelectorAll('a')].filter(
    (link) => link.checkVisibility() && link.innerText !== '' && link.getClientRects().length > 0,
  );
  return links.map((link) => ({ href: link.getAttribute('href'), text: link.innerText }));
}

for (const [site, keep] of Object.entries(sites)) {
  test(
    `${site} leaves a way to sign, whatever the snippet`,
    once('no engine removes anything'),
    async (t) => {
      await page.goto(await openPartnerSite(t, {}, '', { policy: "default-src 'self'" }));
      for (const kind of kinds) {
        const options = ['--snippet', kind, '--site', 'https://box.example', '--lang', 'fr'];
        const links = await page.evaluate(
          seenLinks,
          await keep(snippetOf(healthData(), ...options)),
        );
        assert.deepEqual(
          links[0],
          {
            href: 'https://box.example/petitions/health-data/sign?lang=fr',
            text: 'Signer la p\u00e9tition',
          },
          `${kind}: ${JSON.stringify(links)}`,
        );
      }
    },
  );
}

test(
  'every snippet is XML and JSX, for pages in XHTML and MDX',
  once('no engine writes snippets'),
  async (t) => {
    await page.goto(await openPartnerSite(t, {}, '', { policy: "default-src 'self'" }));
    const title = 'Un { titre }\n\n& <b>';
    for (const kind of kinds) {
      const options = ['--snippet', kind, '--site', 'https://box.example', '--lang', 'fr'];
      const snippet = snippetOf({ ...healthData(), title }, ...options);
      const mistakes = await page.evaluate((pasted) => {
        const text = `<div xmlns="http://www.w3.org/1999/xhtml">${pasted}</div>`;
        const parsed = new DOMParser().parseFromString(text, 'application/xhtml+xml');
        return parsed.querySelector('parsererror')?.textContent ?? '';
      }, snippet);
      assert.equal(mistakes, '', kind);
      await transform(`<>${snippet}</>`, { loader: 'jsx' });
      // An empty line would end the HTML of a text in Markdown.
      assert.doesNotMatch(snippet, /\n\s*\n|\{/, kind);
    }
  },
);
