// How it starts, and what it says when it cannot.

import { strict as assert } from 'node:assert';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import * as folders from '../browser/folders.mjs';
import { folderOf, healthData, newFolder, petitionsFolder } from './petitions.mjs';
import { runEndpoint, startEndpoint } from './endpoint.mjs';

/**
 * @param {string} folder
 * @param {Record<string, string>} [other]
 * @returns {string[]} arguments that are right, but for the others
 */
const args = (folder, other = {}) =>
  Object.entries({
    '--port': '0',
    '--database': join(folder, 'signatures.sqlite'),
    '--petitions': folders.petitions,
    '--embed': folders.embed,
    ...other,
  }).flat();

test('it explains itself', async () => {
  const { status, out, error } = await runEndpoint(['--help']);
  assert.equal(status, 0);
  assert.match(out, /^Usage: petition-endpoint /);
  assert.equal(error, '');
});

test('a wrong option is named, with the usage, and the status is 2', async (t) => {
  const folder = await newFolder(t);
  for (const [wrong, said] of /** @type {[string[], RegExp][]} */ ([
    [[...args(folder), '--nonsense'], /^there is no option --nonsense\n/],
    [[...args(folder), '--partners'], /^--partners needs a value\n/],
    [[...args(folder), 'more'], /^"more" belongs to no option\n/],
    [
      args(folder, { '--port': '65536' }),
      /^--port: expected a number from 0 to 65535, found "65536"\n/,
    ],
    [args(folder, { '--port': '80a' }), /^--port: /],
    [
      args(folder, { '--origin': 'example.org' }),
      /^--origin: expected an origin such as https:\/\/example\.org, found "example\.org"\n/,
    ],
    [args(folder, { '--idle-seconds': '0' }), /^--idle-seconds: /],
    [['--petitions', 'a', '--embed', 'b'], /^--database is needed\n/],
  ])) {
    const { status, out, error } = await runEndpoint(wrong);
    assert.equal(status, 2, error);
    assert.match(error, said);
    assert.match(error, /\nUsage: petition-endpoint /);
    assert.equal(out, '');
  }
});

/** @param {string[]} wrong @returns {Promise<string>} what it says on ending with status 1 */
async function complaint(wrong) {
  const { status, out, error } = await runEndpoint(wrong);
  assert.equal(status, 1, error);
  assert.equal(out, '');
  return error;
}

test('a port in use is one clear line', async (t) => {
  const running = await startEndpoint(t);
  const error = await complaint(args(await newFolder(t), { '--port': String(running.port) }));
  assert.equal(
    error,
    `port ${running.port} is in use by another program; choose another by --port N\n`,
  );
});

test('an address that is none, or not of this machine, is one clear line', async (t) => {
  const folder = await newFolder(t);
  assert.match(
    await complaint(args(folder, { '--address': 'localhost' })),
    /^--address: expected an IP address, found "localhost"\n$/,
  );
  assert.match(
    await complaint(args(folder, { '--address': '192.0.2.1' })),
    /^cannot listen on 192\.0\.2\.1, port 0: .+\n$/,
  );
});

test('folders that cannot be read, or hold nothing, are one clear line each', async (t) => {
  const folder = await newFolder(t);
  const none = join(folder, 'none');
  assert.equal(
    await complaint(args(folder, { '--petitions': none })),
    `cannot read the folder ${none}: No such file or directory\n`,
  );
  assert.match(
    await complaint(args(folder, { '--embed': none })),
    /^cannot read the folder .*none\/locales: No such file or directory\n/,
  );
  assert.equal(
    await complaint(args(folder, { '--partners': none })),
    `cannot read the folder ${none}: No such file or directory\n`,
  );
  assert.match(
    await complaint(args(folder, { '--petitions': folder })),
    /: expected a petition document such as health-data\.json\n$/,
  );
  await mkdir(join(folder, 'locales'));
  assert.match(
    await complaint(args(folder, { '--embed': folder })),
    /locales: expected a catalogue such as fr\.json\n$/,
  );
});

test('every mistake of every document and catalogue is named with its file and its place', async (t) => {
  const petitions = await folderOf(t, {
    'a.json': JSON.stringify({ ...healthData(), title: 7, goal: 'many' }),
    'b.json': '{',
    'c.json': JSON.stringify(healthData()),
    'd.json': JSON.stringify(healthData()),
    'notes.txt': 'not a petition',
  });
  const embed = await newFolder(t);
  await mkdir(join(embed, 'locales'));
  await writeFile(join(embed, 'locales', 'fr.json'), '{"sign": 7}');
  const error = await complaint(
    args(await newFolder(t), { '--petitions': petitions, '--embed': embed }),
  );
  const lines = error.trimEnd().split('\n');
  assert.equal(lines.length, 6, error);
  assert.ok(lines[0].startsWith(`${petitions}/a.json: /title: expected `), error);
  assert.ok(lines[1].startsWith(`${petitions}/a.json: /goal: expected `), error);
  assert.ok(
    lines[2].startsWith(`${petitions}/b.json: (whole document): expected well-formed JSON`),
    error,
  );
  for (const [line, name] of /** @type {const} */ ([
    [3, 'c.json'],
    [4, 'd.json'],
  ]))
    assert.equal(
      lines[line],
      `${petitions}/${name}: /petition: expected a name that no other document has, found health-data`,
    );
  assert.equal(lines[5], `${embed}/locales/fr.json: /sign: expected a text, found a whole number`);
});

test('what nobody reads in a document is told, and the document served', async (t) => {
  const petitions = await petitionsFolder(t, { ...healthData(), titel: 'a slip' });
  const program = await startEndpoint(t, { petitions });
  assert.ok(program.written.startsWith(`${petitions}/health-data.json: /titel: `), program.written);
});

test('a database that is none, of something else, or out of reach is one clear line', async (t) => {
  const folder = await newFolder(t);
  const text = join(folder, 'text');
  await writeFile(
    text,
    'This is no database, and it is long enough for SQLite to see that.'.repeat(20),
  );
  const cases = /** @type {[string, RegExp][]} */ ([
    [join(folder, 'none', 'signatures.sqlite'), /: unable to open database file\n$/],
    [folder, /: unable to open database file\n$/],
    [text, /: file is not a database\n$/],
  ]);
  for (const [database, said] of cases) {
    const error = await complaint(args(folder, { '--database': database }));
    assert.ok(error.startsWith(`cannot open the database ${database}: `), error);
    assert.match(error, said);
  }
});

test('a database of another program is left alone', async (t) => {
  const program = await startEndpoint(t);
  await program.stop();
  await program.run('drop table statements; pragma user_version = 0');
  const error = await complaint(args(await newFolder(t), { '--database': program.database }));
  assert.match(error, /it holds something else than signatures/);
  await program.run('pragma user_version = 99');
  assert.match(
    await complaint(args(await newFolder(t), { '--database': program.database })),
    /it holds something else/,
  );
  await program.run('pragma user_version = 1');
});

test('it writes that it has started and stopped, and nothing of who signed', async (t) => {
  const program = await startEndpoint(t);
  await program.stop();
  assert.equal(program.written, `Petition Box is at ${program.url}/\nStopped.\n`);
});
