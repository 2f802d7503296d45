// Makes build/embed/builder: the page on which a campaigner writes a petition and copies its
// snippet. Needs build/wasm/petition-builder.wasm.

import { copyFile, mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { writeStyle } from '../styles.mjs';
import { svelte } from './svelte.mjs';

const root = new URL('../../', import.meta.url);
const sources = new URL('embed/builder/', root);

/**
 * What people call each protocol that signatures are sent by, by its name; and the names of those that
 * may only stand beside another, for their call is itself a consent; and what people call those that tell
 * how many have signed.
 */
async function protocols() {
  const folder = new URL('embed/protocols/', root);
  const files = await readdir(folder);
  const all = await Promise.all(files.map((file) => readFile(new URL(file, folder), 'utf8')));
  const known = all.map((text) => JSON.parse(text));
  const named = (/** @type {any[]} */ some) =>
    Object.fromEntries(some.map(({ protocol, title }) => [protocol, title ?? protocol]));
  const sending = known.filter(({ request }) => request);
  const beside = sending.filter((one) => one.is_consent).map(({ protocol }) => protocol);
  return { titles: named(sending), beside, counting: named(known.filter(({ count }) => count)) };
}

/** @param {string} name in the folder of the catalogues */
const wordsOf = async (name) =>
  JSON.parse(await readFile(new URL(`locales/${name}`, sources), 'utf8'));

/**
 * A catalogue of each language, with what it makes of the words of descriptions: theirs are English.
 * @param {URL} out
 * @returns {Promise<{ tag: string, name: string }[]>} the languages, and what each calls itself: not every
 *   browser knows that of all
 */
async function writeLocales(out) {
  await mkdir(out, { recursive: true });
  const files = await readdir(new URL('locales/', sources));
  const tags = files.flatMap((file) => file.match(/^([\w-]+)\.json$/)?.[1] ?? []).sort();
  for (const tag of tags) {
    const ofProtocols = tag === 'en' ? {} : await wordsOf(`${tag}.protocols.json`);
    const words = { ...(await wordsOf(`${tag}.json`)), ...ofProtocols };
    await writeFile(new URL(`${tag}.json`, out), JSON.stringify(words));
  }
  return tags.map((tag) => ({
    tag,
    name: new Intl.DisplayNames(tag, { type: 'language' }).of(tag) ?? tag,
  }));
}

/**
 * @param {URL} out the folder that is served as /embed/builder/
 * @param {string[]} target the oldest browsers that it is for
 */
export async function writeBuilder(out, target) {
  await mkdir(out, { recursive: true });
  const module = 'petition-builder.wasm';
  await Promise.all([
    build({
      entryPoints: ['builder.js', 'preview.js'].map((name) => fileURLToPath(new URL(name, sources))),
      outdir: fileURLToPath(out),
      bundle: true,
      format: 'esm',
      minify: true,
      target,
      plugins: [svelte()],
      conditions: ['production'],
      legalComments: 'none',
    }),
    ...['builder.css', 'preview.css'].map((name) =>
      writeStyle(fileURLToPath(new URL(name, sources)), new URL(name, out), target),
    ),
    copyFile(new URL('examples/petitions/health-data.json', root), new URL('example.json', out)),
    ...['index.html', 'preview.html'].map((name) =>
      copyFile(new URL(name, sources), new URL(name, out)),
    ),
    writeFile(new URL('protocols.json', out), JSON.stringify(await protocols())),
    writeFile(
      new URL('languages.json', out),
      JSON.stringify(await writeLocales(new URL('locales/', out))),
    ),
    copyFile(new URL(`build/wasm/${module}`, root), new URL(module, out)),
    copyFile(new URL('embed/licences.txt', root), new URL('licences.txt', out)),
  ]);
}
