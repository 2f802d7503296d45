// The pages made with a framework: one script each. Vue and Svelte are compiled here, so that no
// page has to allow eval.

import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { compile } from 'svelte/compiler';
import { compileScript, parse } from 'vue/compiler-sfc';

const isBox = (/** @type {string} */ tag) => tag === 'petition-box';

/**
 * @param {string} name of the framework
 * @param {RegExp} filter the files to compile
 * @param {(source: string, name: string) => string} translate gives a JavaScript module
 * @returns {import('esbuild').Plugin}
 */
const compiler = (name, filter, translate) => ({
  name,
  setup({ onLoad }) {
    onLoad({ filter }, async ({ path }) => ({
      contents: translate(await readFile(path, 'utf8'), basename(path)),
    }));
  },
});

const vue = compiler('vue', /\.vue$/, (source, filename) => {
  const { descriptor, errors } = parse(source, { filename });
  if (errors.length > 0) throw errors[0];
  return compileScript(descriptor, {
    id: filename,
    inlineTemplate: true,
    templateOptions: { compilerOptions: { isCustomElement: isBox } },
  }).content;
});

const svelte = compiler(
  'svelte',
  /\.svelte$/,
  (source, filename) => compile(source, { filename, generate: 'client' }).js.code,
);

/**
 * Writes react.js, vue.js and svelte.js.
 * @param {URL} sources folder with the folders react, vue and svelte
 * @param {URL} out folder
 */
export async function bundleFrameworks(sources, out) {
  await build({
    entryPoints: {
      react: fileURLToPath(new URL('react/main.jsx', sources)),
      vue: fileURLToPath(new URL('vue/main.js', sources)),
      svelte: fileURLToPath(new URL('svelte/main.js', sources)),
    },
    outdir: fileURLToPath(out),
    plugins: [vue, svelte],
    bundle: true,
    format: 'esm',
    minify: true,
    jsx: 'automatic',
    conditions: ['browser', 'production'],
    define: {
      'process.env.NODE_ENV': '"production"',
      __VUE_OPTIONS_API__: 'false',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
    },
    target: ['chrome111', 'firefox115', 'safari16.4'],
    legalComments: 'none',
  });
}
