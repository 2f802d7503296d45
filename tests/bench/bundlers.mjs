// The package in the bundlers that are too large to be dependencies of the tests. To be run by hand:
//   node tests/bench/bundlers.mjs [next|webpack|vite|rollup|parcel]…
// Installs them into a temporary folder, or uses the project BUNDLERS, which has them; builds the smallest
// page with each of them, with `base` and without; looks for the path of the project in what was built;
// and opens the page in Chromium.

import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { after, test } from 'node:test';
import { until } from '../browser/deadline.mjs';
import { open } from '../browser/engines.mjs';
import { temporaryFolder } from '../browser/temporary-folder.mjs';
import { waitForState } from '../browser/box.mjs';
import { startEndpoint } from '../endpoint/endpoint.mjs';
import { emptyProject, write } from '../package/project.mjs';

const packages = {
  next: ['next', 'react', 'react-dom'],
  webpack: ['webpack', 'webpack-cli'],
  vite: ['vite'],
  rollup: ['rollup', '@rollup/plugin-node-resolve'],
  parcel: ['parcel'],
};
/** @typedef {keyof typeof packages} Bundler */

const wanted = /** @type {Bundler[]} */ (
  process.argv.length > 2 ? process.argv.slice(2) : Object.keys(packages)
);
const project = emptyProject();
const folder = process.env.BUNDLERS ?? project.folder;
const base = '/partners/petition-box/';

/** @param {string} program @param {string[]} args */
const run = (program, ...args) =>
  execFileSync(program, args, {
    cwd: folder,
    encoding: 'utf8',
    timeout: 600_000,
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', CI: '1' },
  });

if (process.env.BUNDLERS) {
  cpSync(project.installed, join(folder, 'node_modules/petition-box'), { recursive: true });
} else {
  run('npm', 'install', '--no-audit', '--no-fund', ...wanted.flatMap((name) => packages[name]));
}

const browser = await open('chromium');
after(() => browser.close());

/** @param {boolean} told whether the class is told where its files are */
const source = (told) => `import { PetitionBox } from 'petition-box';
import 'petition-box/define';
${told ? `PetitionBox.base = '${base}';` : 'globalThis.box = PetitionBox;'}
`;

const box = `<petition-box src="/petitions/health-data" endpoint="/petitions/health-data/signatures"
  loading="eager" lang="fr"><a href="/sign">Sign</a></petition-box>`;
const html = (/** @type {string} */ script) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>A page</title>${box}${script}</html>`;
const moduleTag = '<script type="module" src="./page.js"></script>';

/** Builds the page into the folder `out`. @type {Record<Bundler, (told: boolean) => void>} */
const build = {
  next(told) {
    const define = told ? `PetitionBox.base = '${base}';` : '';
    write(
      folder,
      'app/layout.js',
      'export default ({ children }) => <html lang="en"><body>{children}</body></html>;',
    );
    write(
      folder,
      'app/page.js',
      `'use client';
import { useEffect } from 'react';
import { PetitionBox } from 'petition-box';
${define}
export default function Page() {
  useEffect(() => void import('petition-box/define'), []);
  return ${box.replace('loading', 'suppressHydrationWarning loading')};
}`,
    );
    write(
      folder,
      'next.config.mjs',
      "export default { output: 'export', distDir: 'out', basePath: '/partners' };",
    );
    run('npx', 'next', 'build');
  },
  webpack(told) {
    write(folder, 'page.js', source(told));
    run(
      'npx',
      'webpack',
      '--mode',
      'production',
      '--entry',
      './page.js',
      '-o',
      'out',
      '--output-filename',
      'page.js',
    );
    write(folder, 'out/index.html', html('<script src="page.js"></script>'));
  },
  vite(told) {
    write(folder, 'page.js', source(told));
    write(folder, 'index.html', html(moduleTag));
    run('npx', 'vite', 'build', '--base', './', '--outDir', 'out');
  },
  rollup(told) {
    write(folder, 'page.js', source(told));
    run('npx', 'rollup', 'page.js', '-p', 'node-resolve', '-f', 'es', '-d', 'out');
    write(folder, 'out/index.html', html(moduleTag));
  },
  parcel(told) {
    write(folder, 'page.js', source(told));
    write(folder, 'index.html', html(moduleTag));
    run(
      'npx',
      'parcel',
      'build',
      'index.html',
      '--dist-dir',
      'out',
      '--public-url',
      './',
      '--no-cache',
    );
  },
};

/** @param {string} path @returns {string[]} the files in it that are text */
const textsIn = (path) =>
  statSync(path).isDirectory()
    ? readdirSync(path).flatMap((name) => textsIn(join(path, name)))
    : [readFileSync(path, 'latin1')];

/** @type {Record<string, string>} */
const types = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
};

/**
 * Serves the folder under /partners/, without the policy of the endpoint, which allows no inline
 * script, and all else from the endpoint.
 * @param {import('node:test').TestContext} t
 * @param {string} site folder
 * @param {string} endpoint its address
 * @returns {Promise<string>} the address of the site, without a slash at its end
 */
async function serve(t, site, endpoint) {
  const server = createServer(async ({ url = '/', headers }, response) => {
    const path = url.match(/^\/partners\/([^?#]+)/)?.[1];
    if (path === undefined) {
      const { accept = '*/*' } = headers;
      const answer = await fetch(endpoint + url, { headers: { accept } });
      response.writeHead(answer.status, {
        'content-type': String(answer.headers.get('content-type')),
      });
      response.end(Buffer.from(await answer.arrayBuffer()));
    } else if (existsSync(join(site, path))) {
      response.writeHead(200, { 'content-type': types[extname(path)] ?? 'text/plain' });
      response.end(readFileSync(join(site, path)));
    } else {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, 'localhost', () => resolve(undefined)));
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://localhost:${/** @type {import('node:net').AddressInfo} */ (server.address()).port}`;
}

for (const name of wanted) {
  for (const told of [true, false]) {
    test(`${name}, ${told ? 'told the base' : 'not told the base'}`, async (t) => {
      for (const left of ['out', '.next', 'dist', 'app', 'index.html']) {
        rmSync(join(folder, left), { recursive: true, force: true });
      }
      build[name](told);
      const out = join(folder, 'out');
      for (const text of textsIn(out)) {
        const at = text.indexOf(folder);
        assert.equal(at, -1, text.slice(Math.max(0, at - 100), at + 100));
      }
      const partners = temporaryFolder('site');
      cpSync(out, partners, { recursive: true });
      const copied = join(partners, 'petition-box');
      cpSync(join(folder, 'node_modules/petition-box'), copied, { recursive: true });
      const endpoint = await startEndpoint(t);
      const { page } = browser;
      await page.goto(`${await serve(t, partners, endpoint.url)}/partners/index.html`);
      if (told) {
        await waitForState(page, 'editing');
      } else {
        // Those that leave the module its address look for the files beside it, where there are none.
        const complaints = async () =>
          (await page.messages())
            .map(({ text }) => text)
            .filter((text) => text.includes('petition-box:'));
        await until(async () => (await complaints()).length > 0, 'a complaint');
        console.log(`${name}: ${await complaints()}`);
        assert.doesNotMatch(String(await complaints()), /file:/);
      }
    });
  }
}
