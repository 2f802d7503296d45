import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { build } from 'esbuild';
import { emptyProject, write } from './project.mjs';

const { folder, installed } = emptyProject();

/** @param {string} source of the one module of a page @returns {Promise<string>} its bundle */
async function bundle(source) {
  write(folder, 'page.js', source);
  const { outputFiles } = await build({
    absWorkingDir: folder,
    entryPoints: ['page.js'],
    bundle: true,
    format: 'esm',
    write: false,
    logLevel: 'silent',
  });
  return outputFiles[0].text;
}

test('a bundler leaves out the class where nobody uses it', async () => {
  const text = await bundle("import { PetitionBox } from 'petition-box'; console.log('a page');");
  assert.match(text, /a page/);
  assert.doesNotMatch(text, /petition-box-/);
});

test('a bundler keeps the module that registers it', async () => {
  assert.match(await bundle("import 'petition-box/define';"), /\.define\("petition-box"/);
});

test('no bundler finds the address of a file in the modules, to look for or to copy', () => {
  const text = readFileSync(join(installed, 'petition-box.js'), 'utf8');
  assert.doesNotMatch(text, /new URL\([^)]*(here|import\.meta)/);
  assert.equal(text.split('import.meta').length, 2);
  // What webpack reads of it has no address at all.
  assert.match(text, /typeof __webpack_require__ === "function" \? "" : import\.meta\.url/);
});
