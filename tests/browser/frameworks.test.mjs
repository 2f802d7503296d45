import { strict as assert } from 'node:assert';
import { test } from 'node:test';
import { unsignedEndpoint } from '../endpoint/shared.mjs';
import { answers, fillIn, inBox, submit, waitForState } from './box.mjs';
import { once, page } from './browser.mjs';
import { until } from './deadline.mjs';
import { assertNoErrors, assertSigned } from './home.mjs';

for (const framework of ['react', 'vue', 'svelte']) {
  test(`${framework} sets the box’s properties, changes one, and hears its events`, once('a framework sets them as it does in any engine'), async () => {
    const endpoint = await unsignedEndpoint();
    await page.goto(`${endpoint.url}/partners/${framework}.html`);
    await waitForState(page, 'editing');
    const properties = await page.on('petition-box', (/** @type {any} */ box) => ({
      src: box.src,
      endpoint: box.endpoint,
      lang: box.lang,
      loading: box.loading,
      accent: box.accent,
    }));
    assert.deepEqual(properties, {
      src: '../petitions/health-data',
      endpoint: '../petitions/health-data/signatures',
      lang: 'fr',
      loading: 'eager',
      accent: '#7a1f5c',
    });
    await until(
      async () => (await page.text('output')) === 'petition-box-ready',
      'the event petition-box-ready alone',
    );

    await fillIn(page);
    await page.click('#app button');
    await page.waitForElement(inBox('.petition-box[lang=en]'));
    assert.equal(await page.value(inBox('#pb-given_name')), answers.given_name);

    await submit(page);
    await waitForState(page, 'signed');
    const heard = await page.text('output');
    assert.match(heard, /^petition-box-ready, .*petition-box-signed$/);
    await assertSigned(endpoint, [{ language: 'en' }]);
    await assertNoErrors(page);
  });
}
