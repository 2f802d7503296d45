import { strict as assert } from 'node:assert';
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, readdirSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { PetitionBox } from '../../embed/petition-box.js';
import { emptyProject, repository, write } from './project.mjs';

const { folder, installed } = emptyProject();
const consumers = new URL('consumers/', import.meta.url);

/** The class has what is declared of it; `tests/lint types` checks this line. */
/** @type {typeof import('../../embed/package/petition-box.js').PetitionBox} */
export const declared = PetitionBox;

/**
 * @param {string} project folder
 * @param {string[]} sources in that folder
 * @param {Record<string, unknown>} [options] of the compiler
 * @returns {string} what the TypeScript compiler complains of
 */
function complaints(project, sources, options) {
  const compilerOptions = {
    strict: true,
    noEmit: true,
    target: 'es2022',
    module: 'nodenext',
    moduleResolution: 'nodenext',
    lib: ['es2022', 'dom'],
    types: [],
    skipDefaultLibCheck: true,
    ...options,
  };
  write(project, 'tsconfig.json', JSON.stringify({ compilerOptions, files: sources }));
  const tsc = join(repository, 'node_modules/typescript/bin/tsc');
  const { stdout } = spawnSync(process.execPath, [tsc, '-p', project], {
    cwd: project,
    encoding: 'utf8',
    timeout: 300_000,
  });
  return stdout;
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
