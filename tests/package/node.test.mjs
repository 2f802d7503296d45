import { strict as assert } from 'node:assert';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { emptyProject } from './project.mjs';

const { folder } = emptyProject();

/** @param {string} source of a module that Node runs in the project @returns what it has written */
function run(source) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--input-type=module', '--eval', source],
    { cwd: folder, encoding: 'utf8', timeout: 60_000 },
  );
  assert.deepEqual({ status, stderr }, { status: 0, stderr: '' });
  return stdout;
}

/** @param {string} name */
const importing = (name) =>
  JSON.parse(
    run(`
      const globals = () => Object.getOwnPropertyNames(globalThis);
      const before = new Set(globals());
      const module = await import('${name}');
      console.log(JSON.stringify({
        exported: Object.entries(module).map(([name, value]) => name + ': ' + typeof value),
        added: globals().filter((name) => !before.has(name)),
        defined: 'customElements' in globalThis,
      }));
    `),
  );

test('the class can be imported in Node, and leaves nothing behind', () => {
  assert.deepEqual(importing('petition-box'), {
    exported: ['PetitionBox: function'],
    added: [],
    defined: false,
  });
});

test('the module that registers it can be imported in Node, and registers nothing', () => {
  assert.deepEqual(importing('petition-box/define'), { exported: [], added: [], defined: false });
});

test('in Node, too, the class tells its attributes and the folder of its files', () => {
  const said = run(`
    import { PetitionBox } from 'petition-box';
    console.log(PetitionBox.observedAttributes.includes('src'), PetitionBox.base);
  `);
  assert.match(said, /^true file:\/\/\/.*\/node_modules\/petition-box\/\n$/);
});
