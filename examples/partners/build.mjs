// Makes build/partners: the pages of this folder, ready to be served under /partners/, with the
// snippets pasted in, and what is there once a language. Needs build/embed.
// node examples/partners/build.mjs [PETITION-RENDER]
// The program is build/native's unless given.

import { execFile } from 'node:child_process';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { bundleFrameworks } from './bundle.mjs';

const sources = new URL('./', import.meta.url);
const root = new URL('../../', import.meta.url);
const out = new URL('build/partners/', root);
const program =
  process.argv[2] ?? fileURLToPath(new URL('build/native/widget/petition-render', root));

/** @param {string} path from the top of the repository */
const fromTop = (path) => fileURLToPath(new URL(path, root));

/**
 * @param {string} kind
 * @param {string} petition its id
 * @param {string} lang
 * @returns {Promise<string>} HTML
 */
async function snippet(kind, petition, lang) {
  const options = {
    '--snippet': kind,
    '--site': '..',
    '--lang': lang,
    '--embed': fromTop('build/embed'),
  };
  const document = fromTop(`examples/petitions/${petition}.json`);
  const { stdout } = await promisify(execFile)(program, [
    ...Object.entries(options).flat(),
    document,
  ]);
  return stdout.trimEnd();
}

/** @param {string} page with comments such as `<!-- snippet: frame petition=health-data lang=fr -->` */
async function withSnippets(page) {
  const places = [...page.matchAll(/<!-- snippet: (\S+) petition=(\S+) lang=(\S+) -->/g)];
  const snippets = await Promise.all(
    places.map(([, kind, petition, lang]) => snippet(kind, petition, lang)),
  );
  return places.reduce((text, [place], index) => text.replace(place, () => snippets[index]), page);
}

/** @param {string} tag @returns {string} the language, as who reads it calls it */
const nameOf = (tag) => new Intl.DisplayNames(tag, { type: 'language' }).of(tag) ?? tag;

/**
 * @param {string} page with a part between `<!-- each language -->` and `<!-- end -->`, in which TAG,
 *   NAME and SIGN stand for what they are in the language
 * @returns {Promise<string>} with the part once for each language that the box speaks
 */
async function inEachLanguage(page) {
  const files = await readdir(new URL('build/embed/locales/', root));
  const tags = files.flatMap((file) => file.match(/^([\w-]+)\.json$/)?.[1] ?? []).sort();
  const words = await Promise.all(
    tags.map(async (TAG) => {
      const catalogue = await readFile(new URL(`build/embed/locales/${TAG}.json`, root), 'utf8');
      return { TAG, NAME: nameOf(TAG), SIGN: JSON.parse(catalogue).sign };
    }),
  );
  /** @param {string} part @param {Record<string, string>} own */
  const said = (part, own) => part.replaceAll(/TAG|NAME|SIGN/g, (word) => own[word]);
  return page.replaceAll(/<!-- each language -->(.*?)<!-- end -->/gs, (_, part) =>
    words.map((own) => said(part, own)).join(''),
  );
}

/** @param {string} name of a file of this folder */
async function writePage(name) {
  const text = await readFile(new URL(name, sources), 'utf8');
  await writeFile(new URL(name, out), await withSnippets(await inEachLanguage(text)));
}

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
const names = (await readdir(sources)).filter((name) => /\.(html|css|js|svg)$/.test(name));
await Promise.all([...names.map(writePage), bundleFrameworks(sources, out)]);
