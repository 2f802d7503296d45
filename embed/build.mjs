// Makes build/embed: what a partner's page loads. Needs build/wasm/petition-box.wasm.

import { copyFile, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = new URL('../', import.meta.url);
const out = new URL('build/embed/', root);
const generated = new URL('build/embed-sources/', root);
const headers = ['widget/markup/patch.hpp', 'widget/wasm/boundary.hpp'];

/**
 * The enumerations of a header as JavaScript constants: C++ is their one source.
 * @param {string} header
 */
function constantsOf(header) {
  const enums = header.matchAll(/enum class (\w+) : std::uint8_t \{([^}]*)\}/g);
  return [...enums].map(([, name, body]) => {
    const members = [...body.replace(/\/\/.*/g, '').matchAll(/\w+/g)].map(
      ([member], value) => `  ${member}: ${value},`,
    );
    return `export const ${name} = /** @type {const} */ ({\n${members.join('\n')}\n});\n`;
  });
}

async function writeOpcodes() {
  const texts = await Promise.all(headers.map((name) => readFile(new URL(name, root), 'utf8')));
  await mkdir(generated, { recursive: true });
  await writeFile(new URL('opcodes.js', generated), texts.flatMap(constantsOf).join('\n'));
}

async function writeScript() {
  await build({
    entryPoints: [fileURLToPath(new URL('embed/define.js', root))],
    outfile: fileURLToPath(new URL('petition-box.js', out)),
    bundle: true,
    format: 'esm',
    minify: true,
    target: ['chrome111', 'firefox115', 'safari16.4'],
    legalComments: 'none',
  });
}

async function writeStyles() {
  await build({
    entryPoints: [fileURLToPath(new URL('embed/petition-box.css', root))],
    outfile: fileURLToPath(new URL('petition-box.css', out)),
    minify: true,
    target: ['chrome111', 'firefox115', 'safari16.4'],
  });
}

/** @param {string} name */
async function readLocale(name) {
  return JSON.parse(await readFile(new URL(`embed/locales/${name}.json`, root), 'utf8'));
}

// The wording of consent is a file of its own, for it is reviewed by others than the rest.
async function writeLocales() {
  const folder = new URL('embed/locales/', root);
  const tags = (await readdir(folder))
    .filter((file) => /^[\w-]+\.json$/.test(file))
    .map((file) => file.slice(0, -'.json'.length));
  await mkdir(new URL('locales/', out), { recursive: true });
  for (const tag of tags) {
    const consent = await readLocale(`${tag}.consent`);
    const words = { ...(await readLocale(tag)), ...consent.wording };
    await writeFile(new URL(`locales/${tag}.json`, out), JSON.stringify(words));
  }
}

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
await writeOpcodes();
await Promise.all([
  writeScript(),
  writeStyles(),
  writeLocales(),
  copyFile(new URL('build/wasm/petition-box.wasm', root), new URL('petition-box.wasm', out)),
  copyFile(new URL('embed/petition.schema.json', root), new URL('petition.schema.json', out)),
]);
