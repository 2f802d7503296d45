// Lets esbuild read the components of the builder.

import { readFile } from 'node:fs/promises';
import { compile, compileModule } from 'svelte/compiler';

/** @returns {import('esbuild').Plugin} */
export const svelte = () => ({
  name: 'svelte',
  setup(build) {
    build.onLoad({ filter: /\.svelte(\.js)?$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const { js, warnings } = path.endsWith('.js')
        ? compileModule(source, { filename: path, generate: 'client' })
        : // What is built node by node needs no markup, which the page's policy would refuse.
          compile(source, { filename: path, generate: 'client', runes: true, fragments: 'tree' });
      return {
        contents: js.code,
        warnings: warnings.map(({ message, start }) => ({
          text: message,
          location: start ? { file: path, line: start.line, column: start.column } : null,
        })),
      };
    });
  },
});
