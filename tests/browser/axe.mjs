import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const all = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'RGAAv4', 'best-practice'];

/** Why a test of its findings runs in one engine (browser.mjs). */
export const axeRules = 'axe-core judges the elements and the styles that are asked for';

/** The rules about colours: all that differs between a light page and the same page in the dark. */
export const colours = ['cat.color'];

/**
 * What axe-core finds on the whole page, shadow roots included. It comes through the driver, so
 * that a page's policy does not keep it out.
 * @param {import('./page.mjs').Page} page
 * @param {string[]} [tags] of the rules
 * @returns {Promise<string[]>} one line for each finding
 */
export async function findings(page, tags = all) {
  if (!(await page.run('"axe" in window'))) await page.run(`(() => { ${source} })()`);
  return page.evaluate(async (values) => {
    /** @type {import('axe-core')} */
    const axe = Reflect.get(window, 'axe');
    const { violations } = await axe.run(document, {
      runOnly: { type: 'tag', values },
      resultTypes: ['violations'],
    });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(
        ({ target, failureSummary }) =>
          `${id} at ${target.flat().join(' >>> ')}: ${failureSummary?.replace(/\s+/g, ' ')}`,
      ),
    );
  }, tags);
}
