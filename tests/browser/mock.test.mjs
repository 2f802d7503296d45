// A site before its endpoint is there: every answer is the example in the endpoint's description.

import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fillIn, inBox, submit, waitForState } from './box.mjs';
import { once, page } from './browser.mjs';
import { fromTop } from './folders.mjs';
import { openPartnerSite } from './partner-site.mjs';

const inOne = once('what the box shows of a document is tested in all');

const api = JSON.parse(readFileSync(fromTop('examples/endpoint/openapi.json'), 'utf8'));

/**
 * @param {string} path as the description has it
 * @param {string} method
 * @returns {import('./partner-site.mjs').Answer} the first answer that is described
 */
function mocked(path, method) {
  const [status, response] = Object.entries(api.paths[path][method].responses)[0];
  const [type, media] = Object.entries(response.content)[0];
  const { $ref } = Object.values(media.examples ?? {})[0] ?? {};
  const example =
    $ref === undefined ? media.example : api.components.examples[$ref.split('/').pop()].value;
  return { status: Number(status), type, body: JSON.stringify(example) };
}

test(
  'the examples in the description are a petition that the box shows and signs',
  inOne,
  async (t) => {
    const [document, signatures] = ['/petitions/{petition}', '/petitions/{petition}/signatures'];
    const { example: id } = api.components.parameters.petition;
    /** @type {string[]} */
    const posted = [];
    const site = await openPartnerSite(
      t,
      {
        [`/petitions/${id}`]: mocked(document, 'get'),
        [`/petitions/${id}/signatures`]: (body) => {
          if (body === '') return mocked(signatures, 'get');
          posted.push(body);
          return mocked(signatures, 'post');
        },
      },
      `<petition-box src="/petitions/${id}" endpoint="/petitions/${id}/signatures" lang="fr"></petition-box>`,
    );
    await page.goto(site);
    await page.scrollTo('petition-box');
    await waitForState(page, 'editing');
    const { title } = JSON.parse(String(mocked(document, 'get').body));
    assert.ok((await page.text(inBox('.petition-box'))).includes(title.fr));
    await fillIn(page, { fields: ['given_name', 'family_name', 'email_address'] });
    await submit(page, inBox);
    await waitForState(page, 'signed');
    assert.equal(posted.length, 1);
  },
);
