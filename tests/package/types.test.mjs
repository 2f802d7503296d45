import { strict as assert } from 'node:assert';
import { copyFileSync, mkdirSync, readFileSync, readdirSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import ts from 'typescript';
import { PetitionBox } from '../../embed/petition-box.js';
import { emptyProject, repository, write } from './project.mjs';

const { folder, installed } = emptyProject();
const consumers = new URL('consumers/', import.meta.url);

/** The class has what is declared of it; `tests/lint types` checks this line. */
/** @type {typeof import('../../embed/package/petition-box.js').PetitionBox} */
export const declared = PetitionBox;

/** The types of the language and of the page, which all projects share. @type {Map<string, ts.SourceFile | undefined>} */
const libraries = new Map();

/**
 * @param {string} project folder
 * @param {string[]} sources in that folder
 * @param {Record<string, unknown>} [more] options of the compiler, as in tsconfig.json
 * @returns {string} what the TypeScript compiler complains of
 */
function complaints(project, sources, more) {
  const { options, errors } = ts.convertCompilerOptionsFromJson(
    {
      strict: true,
      noEmit: true,
      target: 'es2022',
      module: 'nodenext',
      moduleResolution: 'nodenext',
      lib: ['es2022', 'dom'],
      types: [],
      skipDefaultLibCheck: true,
      ...more,
    },
    project,
  );
  const host = ts.createCompilerHost(options);
  const { getSourceFile } = host;
  host.getCurrentDirectory = () => project;
  host.getSourceFile = (path, ...how) => {
    if (!/\/lib\.[a-z0-9.]+\.d\.ts$/.test(path)) return getSourceFile(path, ...how);
    if (!libraries.has(path)) libraries.set(path, getSourceFile(path, ...how));
    return libraries.get(path);
  };
  const program = ts.createProgram(
    sources.map((source) => join(project, source)),
    options,
    host,
  );
  return ts.formatDiagnostics([...errors, ...ts.getPreEmitDiagnostics(program)], host);
}

for (const name of readdirSync(consumers)) {
  copyFileSync(new URL(name, consumers), join(folder, name));
}

for (const [how, options] of Object.entries({
  'as Node does': {},
  'as bundlers do': { module: 'esnext', moduleResolution: 'bundler' },
  'as Node did before it read exports': { module: 'esnext', moduleResolution: 'node10' },
})) {
  test(`a page in TypeScript that finds modules ${how} compiles, and its mistakes do not`, () => {
    assert.equal(complaints(folder, ['page.ts'], options), '');
  });
}

test('a mistake is told where it is', () => {
  write(
    folder,
    'mistake.ts',
    "import 'petition-box';\ndocument.createElement('petition-box').src = 1;\n",
  );
  assert.match(complaints(folder, ['mistake.ts']), /^mistake\.ts\(2,\d+\): error TS2322/);
});

for (const [framework, types, source] of [
  ['React', '@types/react', 'react.tsx'],
  ['Svelte', 'svelte', 'svelte.ts'],
  ['Vue', 'vue', 'vue.ts'],
]) {
  test(`a page with ${framework} compiles, and its mistakes do not`, () => {
    const project = emptyProject().folder;
    const place = join(project, 'node_modules', types);
    mkdirSync(dirname(place), { recursive: true });
    symlinkSync(join(repository, 'node_modules', types), place);
    copyFileSync(new URL(source, consumers), join(project, source));
    assert.equal(complaints(project, [source], { jsx: 'react-jsx' }), '');
  });
}

test('the types name the events and attributes that custom-elements.json names', () => {
  const manifest = JSON.parse(readFileSync(join(installed, 'custom-elements.json'), 'utf8'));
  const [{ events, attributes }] = manifest.modules[0].declarations;
  const union = (/** @type {{ name: string }[]} */ named) =>
    named.map(({ name }) => `'${name}'`).join(' | ');
  write(
    folder,
    'names.ts',
    `import type { PetitionBoxAttributes, PetitionBoxEventMap } from 'petition-box';
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never;
export const events: Same<keyof PetitionBoxEventMap, ${union(events)}> = true;
export const attributes: Same<keyof PetitionBoxAttributes, ${union(attributes)}> = true;
`,
  );
  assert.equal(complaints(folder, ['names.ts']), '');
});
