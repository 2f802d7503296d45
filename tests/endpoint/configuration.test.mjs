// Options in a file and in the environment, and what is said of the mistakes there.

import { strict as assert } from 'node:assert';
import { join } from 'node:path';
import { test } from 'node:test';
import * as folders from '../browser/folders.mjs';
import { folderOf } from './petitions.mjs';
import { runEndpoint, startEndpoint } from './endpoint.mjs';
import { send } from './request.mjs';

/** @typedef {import('node:test').TestContext} TestContext */

/** @param {TestContext} t @param {string} text @returns {Promise<string>} the path of such a file */
const fileOf = async (t, text) => join(await folderOf(t, { 'endpoint.toml': text }), 'endpoint.toml');

/**
 * @param {string[]} args
 * @param {Record<string, string>} [env]
 * @returns {Promise<string[]>} the lines that it says, and nothing more, on ending with status 2
 */
async function mistakes(args, env) {
  const { status, out, error } = await runEndpoint(args, env);
  assert.equal(status, 2, error);
  assert.equal(out, '');
  return error.trimEnd().split('\n');
}

test('the command line wins over the environment, and that over the file', async (t) => {
  const config = await fileOf(
    t,
    `# All that it needs.
     database = "/none/signatures.sqlite"
     embed = '${folders.embed}'

     petitions = /none/file  # as any option
     port = 0
     most-connections = 100
    `,
  );
  /** Which folder it looks for. @param {string[]} args @param {Record<string, string>} [env] */
  const said = async (args, env) => {
    const { status, error } = await runEndpoint(['--config', config, ...args], env);
    assert.equal(status, 1, error);
    return error;
  };
  const of = (/** @type {string} */ folder) =>
    `cannot read the folder /none/${folder}: No such file or directory\n`;
  const env = { PETITION_ENDPOINT_PETITIONS: '/none/environment' };
  assert.equal(await said([]), of('file'));
  assert.equal(await said([], { PETITION_ENDPOINT_PETITIONS: '' }), of('file'));
  assert.equal(await said([], env), of('environment'));
  assert.equal(await said(['--petitions', '/none/line'], env), of('line'));
  assert.equal(await said(['--petitions=/none/line'], env), of('line'));
  const named = await runEndpoint([], { PETITION_ENDPOINT_CONFIG: config });
  assert.equal(named.error, of('file'));
});

test('a list is taken whole from the first that has it', async (t) => {
  const config = await fileOf(t, 'origin = ["https://one.example", "https://two.example"]\n');
  const options = ['--config', config];
  const env = { PETITION_ENDPOINT_ORIGIN: 'https://three.example https://four.example' };
  const allowed = async (/** @type {import('./endpoint.mjs').Endpoint} */ endpoint) => {
    const names = ['one', 'two', 'three', 'four'];
    const answers = names.map((name) =>
      send(endpoint.petition, { headers: { origin: `https://${name}.example` } }),
    );
    const allows = (await Promise.all(answers)).map(
      ({ headers }) => headers['access-control-allow-origin'] !== undefined,
    );
    return names.filter((_, index) => allows[index]);
  };
  assert.deepEqual(await allowed(await startEndpoint(t, { options })), ['one', 'two']);
  assert.deepEqual(await allowed(await startEndpoint(t, { options, env })), ['three', 'four']);
});

test('each mistake in a file is told with its line, and nothing that may be secret', async (t) => {
  const config = await fileOf(
    t,
    `prot = 8080
     port = 80a
     [limits]
     postgresql://ada:geheim@one/petitions
     database = postgresql://ada:geheim@one,two/petitions
     datbase = "postgresql://ada:geheim@one/petitions"
     key = "with#in"
     idle-seconds = 5
     idle-seconds = 6
     proxy = ["10.0.0.0/8",
     proxy = ["10.0.0.0/8", "near"]
     embed =
     config = "other.toml"
     help = true
     postgresql://ada:geheim@one/petitions?sslmode=disable
    `,
  );
  const lines = await mistakes(['--config', config]);
  const at = (/** @type {number} */ number, /** @type {string} */ said) =>
    `${config}:${number}: ${said}`;
  const expected = [
    at(1, 'prot: there is no such option'),
    at(2, 'port: expected a number from 0 to 65535, found "80a"'),
    at(3, 'expected KEY = VALUE, such as port = 8080, found a section'),
    at(4, 'expected KEY = VALUE, such as port = 8080, found no ='),
    at(
      5,
      'database: expected one value, found 2; a text with blanks or commas stands in quotation marks',
    ),
    at(6, 'datbase: there is no such option'),
    at(9, 'idle-seconds: expected once, found again'),
    at(10, 'expected a list that ends on its line, found no ]'),
    at(11, 'proxy: expected an IP address or network, found "near"'),
    at(12, 'embed: expected a folder, found ""'),
    at(13, 'config: there is no such option'),
    at(14, 'help: there is no such option'),
    at(15, 'expected KEY = VALUE, such as port = 8080, found no key before ='),
  ];
  // Where CLI11 reads # in quotation marks it is no mistake.
  assert.deepEqual(
    lines.filter((line) => !line.startsWith(`${config}:7:`)).sort(),
    [...expected].sort(),
  );
  assert.doesNotMatch(lines.join('\n'), /geheim/);
});

test('a file that is not there, or is none, is told with the reason', async (t) => {
  const folder = await folderOf(t, {});
  const none = join(folder, 'none.toml');
  assert.deepEqual(await mistakes(['--config', none]), [
    `the configuration ${none} cannot be read: No such file or directory`,
  ]);
  assert.deepEqual(await mistakes([`--config=${folder}`]), [
    `the configuration ${folder} cannot be read: Is a directory`,
  ]);
});

test('a mistake in the environment is told with the variable', async () => {
  const env = {
    PETITION_ENDPOINT_PORT: 'tcp://10.0.0.1:8080',
    PETITION_ENDPOINT_PROT: '8080',
    PETITION_ENDPOINT_PROXY: '10.0.0.0/8 near',
  };
  const lines = await mistakes([], env);
  assert.deepEqual(lines.sort(), [
    'PETITION_ENDPOINT_PORT: expected a number from 0 to 65535, found "tcp://10.0.0.1:8080"',
    'PETITION_ENDPOINT_PROT: there is no such option',
    'PETITION_ENDPOINT_PROXY: expected an IP address or network, found "near"',
  ]);
});
