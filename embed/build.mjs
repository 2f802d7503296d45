// Makes build/embed: what a partner's page loads. Needs build/wasm/petition-box.wasm.

import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, cp, mkdir, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { parse } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { build, transform } from 'esbuild';
import { minify } from 'terser';
import { writeBuilder } from './builder/build.mjs';
import { catalogueOf, originOf, shareCatalogueOf, usualCatalogueOf } from './catalogue.mjs';
import { writePackage } from './package.mjs';
import { writeStyle } from './styles.mjs';
import { target } from './target.mjs';

const root = new URL('../', import.meta.url);
const out = new URL('build/embed/', root);
const generated = new URL('build/embed-sources/', root);
const headers = [
  'widget/markup/patch.hpp',
  'widget/wire/request.hpp',
  'widget/box/message.hpp',
  'widget/wasm/boundary.hpp',
  'widget/builder/boundary.hpp',
  'widget/share/boundary.hpp',
];

/** @param {URL | string} path from the top of the repository */
const text = (path) => readFile(new URL(path, root), 'utf8');

/** By the files; widget/snippet/snippet.hpp knows them too. */
const themes = (await readdir(new URL('embed/themes/', root))).map((name) => parse(name).name).sort();
const styles = ['petition-box', 'layouts', 'share', ...themes.map((name) => `themes/${name}`)].map(
  (name) => `${name}.css`,
);

/** As Subresource Integrity writes it. @param {string} name in build/embed */
async function integrityOf(name) {
  const hash = createHash('sha256').update(await readFile(new URL(name, out)));
  return `sha256-${hash.digest('base64')}`;
}

/**
 * The enumerations of a header: C++ is their one source. A bundler puts the numbers of a TypeScript
 * enumeration in the place of its names; everybody else gets JavaScript.
 * @param {string} header
 */
function constantsOf(header) {
  const enums = [...header.matchAll(/enum class (\w+) : std::uint8_t \{([^}]*)\}/g)];
  return enums.map(([, name, body]) => {
    const members = body.replace(/\/\/.*/g, '').match(/\w+/g) ?? [];
    const lines = members.map((member, value) => `  ${member}: ${value},`).join('\n');
    return {
      typed: `export enum ${name} { ${members.join(', ')} }\n`,
      plain: `export const ${name} = /** @type {const} */ ({\n${lines}\n});\n`,
    };
  });
}

async function writeOpcodes() {
  const constants = (await Promise.all(headers.map(text))).flatMap(constantsOf);
  await mkdir(generated, { recursive: true });
  for (const [file, kind] of /** @type {const} */ ([
    ['opcodes.ts', 'typed'],
    ['opcodes.js', 'plain'],
  ])) {
    await writeFile(new URL(file, generated), constants.map((one) => one[kind]).join('\n'));
  }
}

/** The usual one, the whole one (widget/document/whole.hpp), that of what comes after the signature, and that of advice on answers. */
const modules = ['petition-box', 'petition-box-whole', 'petition-box-share', 'petition-box-advice'];

// What the module asks of a browser beyond the first version of WebAssembly; see core_options.
const features = ['--enable-bulk-memory', '--enable-sign-ext'];

/** The module, and the same in JavaScript for browsers in which WebAssembly is switched off. */
async function writeModule(/** @type {string} */ name) {
  const wasm = new URL(`${name}.wasm`, out);
  await copyFile(new URL(`build/wasm/${name}.wasm`, root), wasm);
  const { stdout } = await promisify(execFile)(
    'wasm2js',
    [...features, fileURLToPath(wasm), '-Oz'],
    {
      maxBuffer: 2 ** 26,
    },
  );
  // wasm2js writes a module that is its only instance; each box needs one of its own.
  const end = stdout.indexOf('var retasmFunc');
  if (end < 0) throw new Error('wasm2js: expected "var retasmFunc", found none');
  const body = stdout.slice(0, end).replace(/^import .*$/gm, '');
  // Older versions take what is imported by its names alone, newer ones by the modules it is in.
  const source = `export function instantiate(imports) {
    ${body}
    const env = { abort() { throw new Error('abort'); }, ...imports.env };
    return asmFunc({ ...env, ...imports.wasi_snapshot_preview1, ...imports, env });
  }`;
  const { code } = await transform(source, { minify: true, format: 'esm', target });
  await writeFile(new URL(`${name}.asm.js`, out), code);
}

/**
 * What scripts have to know of the other files.
 * @param {string} version
 * @param {string[]} scripts that are there already
 */
async function writeBuildFacts(version, scripts) {
  const integrity = [];
  for (const name of modules) {
    integrity.push([await integrityOf(`${name}.wasm`), await integrityOf(`${name}.asm.js`)]);
  }
  const [usual, whole, sharing, advising] = integrity;
  const facts = Object.entries({ version, integrity: [usual, whole], sharing, advising });
  for (const name of scripts) {
    const [, short = ''] = /^(?:petition-box-)?(\w+)\.js$/.exec(name) ?? [];
    facts.push([short, await integrityOf(name)]);
  }
  await writeFile(
    new URL('build.js', generated),
    facts.map(([name, fact]) => `export const ${name} = ${JSON.stringify(fact)};\n`).join(''),
  );
}

/**
 * @param {string} source in embed/
 * @param {string} name in build/embed
 * @param {string} [before] the first line
 */
async function writeScript(source, name, before = '') {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(`embed/${source}`, root))],
    write: false,
    bundle: true,
    conditions: ['bundle'],
    // What the package has to ask in other bundlers.
    define: { __webpack_require__: 'undefined' },
    format: 'esm',
    minify: true,
    target,
    legalComments: 'none',
  });
  // What the visitor loads is weighed: this leaves less of it.
  const { code = '' } = await minify(outputFiles[0].text, {
    module: true,
    ecma: 2020,
    compress: { passes: 3 },
  });
  await writeFile(new URL(name, out), before + code);
}

/**
 * What is in a file of a language. Of a variant, the texts of its language where it has none.
 * @param {string} tag
 * @param {string} part ".share", say
 */
async function textsOf(tag, part) {
  const own = `embed/locales/${tag}${part}.json`;
  const origin = originOf(tag);
  if (origin === tag) return JSON.parse(await text(own));
  const texts = JSON.parse(await text(`embed/locales/${origin}${part}.json`));
  return existsSync(new URL(own, root)) ? { ...texts, ...JSON.parse(await text(own)) } : texts;
}

/**
 * Of each language, all that the box says, what its usual module does, and what is said once somebody has signed.
 */
async function writeLocales() {
  await mkdir(new URL('locales/share/', out), { recursive: true });
  for (const file of await readdir(new URL('embed/locales/', root))) {
    const [, tag] = file.match(/^([\w-]+)\.json$/) ?? [];
    if (tag === undefined) continue;
    const [words, consent, whole, share] = await Promise.all(
      ['', '.consent', '.whole', '.share'].map((part) => textsOf(tag, part)),
    );
    await writeFile(new URL(`locales/${tag}.json`, out), catalogueOf(words, consent, whole));
    await writeFile(new URL(`locales/${tag}.usual.json`, out), usualCatalogueOf(words, consent));
    await writeFile(new URL(`locales/share/${tag}.json`, out), shareCatalogueOf(words, share));
  }
}

/** The descriptions of protocols, without their blanks. */
async function writeProtocols() {
  await mkdir(new URL('protocols/', out), { recursive: true });
  for (const file of await readdir(new URL('embed/protocols/', root))) {
    const description = JSON.parse(await text(`embed/protocols/${file}`));
    await writeFile(new URL(`protocols/${file}`, out), JSON.stringify(description));
  }
}

/** For snippets: which version this is, and what its files must be. @param {string} version */
async function writeIntegrity(version) {
  const integrity = {
    version,
    script: await integrityOf('petition-box.js'),
    stylesheet: await integrityOf('petition-box.css'),
    frame_script: await integrityOf('petition-box-frame.js'),
    running: await integrityOf('petition-box-running.js'),
    ...Object.fromEntries(
      await Promise.all(themes.map(async (name) => [name, await integrityOf(`themes/${name}.css`)])),
    ),
  };
  await writeFile(new URL('integrity.json', out), JSON.stringify(integrity, null, 2) + '\n');
}

/**
 * The same under the version's own address: a snippet with integrity asks for this version for ever.
 * @param {string} version
 */
async function writeVersion(version) {
  const files = await readdir(out);
  const folder = new URL(`${version}/`, out);
  await mkdir(folder);
  for (const file of files) {
    await cp(new URL(file, out), new URL(file, folder), { recursive: true });
  }
}

/** Beside each file the same compressed, for endpoints to send to browsers that take it. */
async function writeCompressed() {
  const compress = async (/** @type {string} */ name) => {
    const file = new URL(name, out);
    if (!(await stat(file)).isFile()) return;
    const bytes = await readFile(file);
    const params = { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
    await writeFile(new URL(`${name}.br`, out), await promisify(brotliCompress)(bytes, { params }));
    await writeFile(new URL(`${name}.gz`, out), await promisify(gzip)(bytes, { level: 9 }));
  };
  await Promise.all((await readdir(out, { recursive: true })).map(compress));
}

const { version } = JSON.parse(await text('package.json'));
await rm(out, { recursive: true, force: true });
await mkdir(new URL('themes/', out), { recursive: true });
await Promise.all([
  writeLocales(),
  writeOpcodes(),
  writeProtocols(),
  ...modules.map(writeModule),
  ...styles.map((name) =>
    writeStyle(fileURLToPath(new URL(`embed/${name}`, root)), new URL(name, out), target),
  ),
  ...['petition.schema.json', 'protocol.schema.json', 'licences.txt'].map((name) =>
    copyFile(new URL(`embed/${name}`, root), new URL(name, out)),
  ),
]);
// It is there before the module is: an engine that knows this comment makes all its functions ready meanwhile
// (https://v8.dev/blog/explicit-compile-hints).
await writeScript('running.js', 'petition-box-running.js', '//# allFunctionsCalledOnLoad\n');
await writeBuildFacts(version, []);
await Promise.all(['share.js', 'advice.js'].map((name) => writeScript(name, name)));
await writeBuildFacts(version, ['petition-box-running.js', 'share.js', 'advice.js']);
await Promise.all([
  writeScript('define.js', 'petition-box.js'),
  writeScript('frame.js', 'petition-box-frame.js'),
  writeScript('framed.js', 'framed.js'),
]);
await writeIntegrity(version);
await writeVersion(version);
await writePackage(target);
await writeBuilder(new URL('builder/', out), target);
await writeCompressed();
