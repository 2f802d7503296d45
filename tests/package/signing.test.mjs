// The installed package on a page, unbundled and bundled: each is signed in a browser.

import { strict as assert } from 'node:assert';
import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { build } from 'esbuild';
import { answers, fillIn, submit, visit, waitForState, inBox } from '../browser/box.mjs';
import { page } from '../browser/browser.mjs';
import { until } from '../browser/deadline.mjs';
import { startEndpoint } from '../endpoint/endpoint.mjs';
import { temporaryFolder } from '../browser/temporary-folder.mjs';
import { emptyProject, write } from './project.mjs';

const { folder, installed } = emptyProject();

/** @param {string} script its tag */
const pageWith = (script) => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>A page</title>
<link rel="icon" href="data:,">
${script}
<petition-box src="/petitions/health-data" endpoint="/petitions/health-data/signatures">
  <a href="/petitions/health-data/sign?lang=en">Sign the petition</a>
</petition-box>
</html>
`;

/**
 * Bundles the one module of a page into the site.
 * @param {string} site folder
 * @param {string} source of the module
 * @param {import('esbuild').BuildOptions} options
 */
async function bundle(site, source, options) {
  write(folder, 'page.js', source);
  await build({
    absWorkingDir: folder,
    entryPoints: ['page.js'],
    outdir: site,
    bundle: true,
    logLevel: 'error',
    ...options,
  });
}

/**
 * Copies the files that a bundler leaves behind, as the package's README tells.
 * @param {string} to folder
 */
function copyFiles(to) {
  mkdirSync(to, { recursive: true });
  const share = ['share.js', 'share.css', 'petition-box-share.wasm', 'petition-box-share.asm.js'];
  const box = ['petition-box.wasm', 'petition-box.asm.js', 'petition-box.css', 'locales'];
  const advice = ['advice.js', 'petition-box-advice.wasm', 'petition-box-advice.asm.js'];
  for (const name of [...box, ...share, ...advice]) {
    cpSync(join(installed, name), join(to, name), { recursive: true });
  }
}

/**
 * Serves the site, signs on its page index.html, and looks for the row.
 * @param {import('node:test').TestContext} t
 * @param {string} site folder
 * @returns {Promise<string[]>} the paths of the box's files that the page has loaded, sorted
 */
async function sign(t, site) {
  const endpoint = await startEndpoint(t, { partners: site });
  await visit(page, `${endpoint.url}/partners/index.html`);
  await fillIn(page);
  await submit(page);
  await waitForState(page, 'signed');
  await page.waitForElement(inBox('#pb-share-copy'));
  assert.deepEqual(
    await endpoint.rows(`select ${Object.keys(answers).join(', ')} from signatures`),
    [answers],
  );
  const complaints = (await page.messages()).filter(({ kind }) => kind !== 'other');
  assert.deepEqual(complaints, []);
  const loaded = await page.evaluate(() =>
    performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname),
  );
  const files = loaded.filter((path) => !path.startsWith('/petitions/'));
  return [...new Set(files)].sort();
}

/** @param {string} base path @param {string[]} scripts their paths */
const filesAt = (base, ...scripts) =>
  [
    ...scripts,
    ...['locales/en.usual.json', 'petition-box.css', 'petition-box.wasm'].map((name) => base + name),
    ...['advice.js', 'petition-box-advice.wasm', 'share.js', 'locales/share/en.json', 'share.css', 'petition-box-share.wasm'].map(
      (name) => base + name,
    ),
  ].sort();

test('without a bundler, a page loads the modules from the folder of the package', async (t) => {
  const site = temporaryFolder('site');
  const base = '/partners/node_modules/petition-box/';
  cpSync(installed, join(site, 'node_modules/petition-box'), { recursive: true });
  write(site, 'index.html', pageWith(`<script type="module" src="${base}define.js"></script>`));
  assert.deepEqual(
    await sign(t, site),
    filesAt(base, `${base}define.js`, `${base}petition-box.js`),
  );
});

for (const format of /** @type {const} */ (['esm', 'iife'])) {
  const tag = {
    esm: '<script type="module" src="page.js"></script>',
    iife: '<script defer src="page.js"></script>',
  };
  test(`bundled as ${format}, the class is told where its files are`, async (t) => {
    const site = temporaryFolder('site');
    const base = '/partners/assets/petition-box/';
    copyFiles(join(site, 'assets/petition-box'));
    const source = `
      import { PetitionBox } from 'petition-box';
      PetitionBox.base = '${base}';
      customElements.define('petition-box', PetitionBox);
    `;
    await bundle(site, source, { format, logOverride: { 'empty-import-meta': 'silent' } });
    write(site, 'index.html', pageWith(tag[format]));
    assert.deepEqual(await sign(t, site), filesAt(base, '/partners/page.js'));
  });
}

test('bundled, the base can be set before the module that registers the element', async (t) => {
  const site = temporaryFolder('site');
  const base = '/partners/assets/petition-box/';
  copyFiles(join(site, 'assets/petition-box'));
  const source = `
    import { PetitionBox } from 'petition-box';
    PetitionBox.base = '${base}';
    await import('petition-box/define');
  `;
  await bundle(site, source, { format: 'esm', target: 'es2022' });
  write(site, 'index.html', pageWith('<script type="module" src="page.js"></script>'));
  assert.deepEqual(await sign(t, site), filesAt(base, '/partners/page.js'));
});

test('bundled, the files may lie beside the bundle, and nothing needs to be told', async (t) => {
  const site = temporaryFolder('site');
  copyFiles(join(site, 'scripts'));
  const outdir = join(site, 'scripts');
  await bundle(site, "import 'petition-box/define';", { format: 'esm', outdir });
  write(site, 'index.html', pageWith('<script type="module" src="scripts/page.js"></script>'));
  assert.deepEqual(await sign(t, site), filesAt('/partners/scripts/', '/partners/scripts/page.js'));
});

test('bundled, the element finds its translation where there is no WebAssembly', async (t) => {
  const site = temporaryFolder('site');
  const base = '/partners/scripts/';
  const outdir = join(site, 'scripts');
  copyFiles(outdir);
  const source = "delete globalThis.WebAssembly; import('petition-box/define');";
  await bundle(site, source, { format: 'esm', outdir });
  write(site, 'index.html', pageWith('<script type="module" src="scripts/page.js"></script>'));
  const files = filesAt(base, `${base}page.js`).map((path) => path.replace('.wasm', '.asm.js'));
  assert.deepEqual(await sign(t, site), files.sort());
});

test('bundled with the path of a machine for an address, the box asks for no file and says what to set', async (t) => {
  const site = temporaryFolder('site');
  // As Parcel does, and webpack with other modules.
  const define = { 'import.meta.url': '"file:///home/somebody/site/petition-box.js"' };
  await bundle(site, "import 'petition-box/define';", { format: 'iife', define });
  write(site, 'index.html', pageWith('<script defer src="page.js"></script>'));
  const endpoint = await startEndpoint(t, { partners: site });
  await page.goto(`${endpoint.url}/partners/index.html`);
  await page.scrollTo('petition-box');
  const errors = async () => (await page.messages()).filter(({ kind }) => kind === 'error');
  await until(async () => (await errors()).length > 0, 'what to set');
  assert.match(JSON.stringify(await errors()), /the folder of its files in PetitionBox\.base/);
  assert.doesNotMatch(JSON.stringify(await errors()), /file:/);
  assert.equal(await page.on('petition-box a', (link) => link.getClientRects().length), 1);
});

test('bundled, the base may be set in the script that registers the element, and an eager box waits for it', async (t) => {
  const site = temporaryFolder('site');
  const base = '/partners/assets/petition-box/';
  copyFiles(join(site, 'assets/petition-box'));
  const source = `
    import { PetitionBox } from 'petition-box';
    import 'petition-box/define';
    PetitionBox.base = '${base}';
  `;
  await bundle(site, source, { format: 'iife', logOverride: { 'empty-import-meta': 'silent' } });
  const eager = pageWith('<script defer src="page.js"></script>').replace(
    '<petition-box',
    '$& loading="eager"',
  );
  write(site, 'index.html', eager);
  assert.deepEqual(await sign(t, site), filesAt(base, '/partners/page.js'));
});
