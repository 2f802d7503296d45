import { strict as assert } from 'node:assert';
import { test } from 'node:test';
import { build } from 'esbuild';
import { emptyProject, write } from './project.mjs';

const { folder } = emptyProject();

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
