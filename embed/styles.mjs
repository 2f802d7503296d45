// What of the stylesheets the browser gets.

import { writeFile } from 'node:fs/promises';
import { build } from 'esbuild';

const rule = /([^{}]+)\{([^{}]*\blight-dark\([^{}]*)\}/g;
const pair = /\blight-dark\(((?:[^(),]|\([^()]*\))*),(?:[^()]|\([^()]*\))*\)/g;

/** @param {string} declaration @returns {string} the same on a light page, for all browsers */
const light = (declaration) =>
  declaration.startsWith('color-scheme:')
    ? 'color-scheme:light'
    : declaration.replace(pair, (_, first) => first);

/**
 * A browser without light-dark() has the light colours, also on a dark page.
 * @param {string} css minified, without nested rules
 */
export const lightUnlessBoth = (css) =>
  css.replace(rule, (_, selector, body) => {
    const declarations = body.split(';');
    const both = declarations.filter((/** @type {string} */ one) => one !== light(one));
    return (
      `${selector}{${declarations.map(light).join(';')}}` +
      `@supports (color:light-dark(red,red)){${selector}{${both.join(';')}}}`
    );
  });

/**
 * esbuild leaves the values of custom properties and what a browser is asked for as they are written.
 * @param {string} css minified
 */
const tight = (css) =>
  css
    .replace(/(--[\w-]+[:,]) +/g, '$1')
    .replace(/\( +| +(?=\))/g, (one) => one.trim())
    .replace(/(\([\w-]+:) (?=[^{}]*\{)/g, '$1')
    .replace(/(\blight-dark\((?:[^()]|\([^()]*\))*,) /g, '$1');

/**
 * @param {string} source path of the stylesheet
 * @param {URL} file to write
 * @param {string[]} target browsers, as esbuild names them
 */
export async function writeStyle(source, file, target) {
  const { outputFiles } = await build({
    entryPoints: [source],
    bundle: true,
    minify: true,
    target,
    write: false,
  });
  await writeFile(file, lightUnlessBoth(tight(outputFiles[0].text)));
}
