// What the endpoint takes in a second, beside what its databases take on this machine at this moment.
// To be run by hand: node tests/bench/endpoint.mjs [ROUNDS]
// The program is build/native's; PETITION_ENDPOINT names another. The client shares the cores.

import { randomUUID } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../browser/temporary-folder.mjs';

process.env.PETITION_ENDPOINT ??= new URL(
  '../../build/native/examples/endpoint/petition-endpoint',
  import.meta.url,
).pathname;
const { fromTop } = await import('../browser/folders.mjs');
const { Cluster } = await import('../endpoint/cluster.mjs');
const { runOn } = await import('../endpoint/database.mjs');
const { Endpoint } = await import('../endpoint/endpoint.mjs');

const rounds = Number(process.argv[2] ?? 5);
const seconds = 1;
const connections = 200;
const folder = temporaryFolder('bench');
const program = new Endpoint();
const cluster = new Cluster(temporaryFolder('cluster'));

/** What the form shows beside its consents, as the box sends it. @type {Record<string, string>} */
let hashes = {};

/** @param {Record<string, string>} [different] @returns {string} what the box sends of somebody new */
function newBody(different = {}) {
  return new URLSearchParams({
    submission_id: randomUUID(),
    language: 'fr',
    document_version: '1',
    box_version: '0.1.0',
    given_name: 'Ada',
    family_name: 'Essai',
    email_address: `${randomUUID()}@example.org`,
    country: 'FR',
    postal_code: '75011',
    consent_sign: 'given',
    consent_sign_text: hashes.sign,
    consent_sign_at: String(Date.now()),
    consent_updates: 'refused',
    consent_updates_text: hashes.updates,
    ...different,
  }).toString();
}

/** @param {string} body @param {string} [type] @returns {string} */
const request = (body, type = 'application/x-www-form-urlencoded') =>
  'POST /petitions/health-data/signatures HTTP/1.1\r\nHost: localhost\r\n' +
  `Content-Type: ${type}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;

const newPost = () => request(newBody());

// Bodies made to cost much: as long as a body may be, and refused.
const marks = () => request(newBody({ comment: 'e' + '\u0301'.repeat(2600) }));
const names = () =>
  request(
    JSON.stringify(Object.fromEntries(Array.from({ length: 2300 }, (_, i) => [`n${i}`, '']))),
    'application/json',
  );
const fields = () => request(newBody() + '&a='.repeat(4000));

/** @param {string} path */
const get = (path) => `GET ${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`;

/**
 * Each connection sends its next request when it has the answer to the last. It is wrk that sends, for
 * it takes little of the cores from what is measured.
 * @param {string | (() => string)} sent the same each time, or another each time
 * @param {'taken' | 'refused'} expected
 * @param {number} [port]
 * @param {number} [at] once, on how many connections
 * @returns {{ rate: number, p50: number, p99: number }} answers a second, and ms to an answer
 */
function measure(sent, expected, port = program.port, at = connections) {
  const requests = typeof sent === 'string' ? [sent] : Array.from({ length: 40_000 * seconds }, sent);
  const file = join(folder, 'requests');
  writeFileSync(file, requests.map((text) => `${Buffer.byteLength(text)}\n${text}`).join(''));
  const printed = execFileSync('wrk', [
    ...['--threads', '1', '--connections', String(at), '--duration', `${seconds}s`],
    ...['--script', fromTop('tests/bench/load.lua'), `http://127.0.0.1:${port}`, '--', file],
  ]).toString();
  const told = JSON.parse(printed.slice(printed.lastIndexOf('\n{')));
  const { answers, refused, broken, seconds: passed, p50, p99 } = told;
  if (broken > 0 || refused !== (expected === 'refused' ? answers : 0)) throw new Error(printed);
  return { rate: answers / passed, p50, p99 };
}

/** @param {Parameters<typeof measure>} how @returns {number} answers a second */
const answersPerSecond = (...how) => measure(...how).rate;

/** How long signers wait where few sign. @param {string} what @param {number} port */
function printWaiting(what, port) {
  const few = 64;
  const measured = Array.from({ length: rounds }, () => measure(newPost, 'taken', port, few));
  const [p50, p99] = [median(measured.map((m) => m.p50)), median(measured.map((m) => m.p99))];
  console.log(`${what}, on ${few} connections: p50 ${p50} ms, p99 ${p99} ms`);
}

/**
 * The rows of signatures into the tables of the endpoint, by SQLite's own command.
 * @param {number} rows in all
 * @param {number} together in one transaction
 * @returns {number} signatures a second
 */
function rowsPerSecond(rows, together) {
  const database = join(folder, `raw-${together}.sqlite`);
  if (!existsSync(database)) {
    const schema = execFileSync('sqlite3', [program.database, '.schema']).toString();
    execFileSync('sqlite3', [database], { input: schema });
  }
  const statements = [
    'pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on;',
  ];
  const answers = (/** @type {string} */ address) =>
    `{"given_name":"Ada","family_name":"Essai","email_address":"${address}","country":"FR","postal_code":"75011"}`;
  const key = () => randomUUID().replaceAll('-', '');
  for (let row = 0; row < rows; ++row) {
    if (row % together === 0) statements.push('begin immediate;');
    const id = randomUUID();
    const address = key();
    statements.push(
      `insert into submissions values ('${id}','health-data',x'${key()}',x'${address}',${Date.now()},'counted','fr','1','${hashes.sign}','0.1.0','','${answers(`${id}@example.org`)}');`,
      `insert into consents values ('${id}','sign','box','sign','','given','${hashes.sign}',${Date.now()});`,
      `insert into consents values ('${id}','updates','box','updates','','refused','${hashes.updates}',0);`,
      `insert into people values ('health-data',x'${address}${key()}','${id}');`,
    );
    if ((row + 1) % together === 0) statements.push('commit;');
  }
  const began = performance.now();
  execFileSync('sqlite3', [database], {
    input: statements.join('\n'),
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  return rows / ((performance.now() - began) / 1000);
}

/** The statements with which the endpoint writes, by their names in its source. */
function written() {
  const source = readFileSync(fromTop('examples/endpoint/postgresql/batch.cpp'), 'utf8');
  const statements = source.matchAll(/constexpr const char\* (\w+) = R"sql\(([^]*?)\)sql"/g);
  return [...statements].map(([, name, sql]) => [name, sql]);
}

/** @param {(string | number)[]} values @returns {string} of SQL: an array of them */
const array = (values) =>
  `'{${values.map((value) => JSON.stringify(String(value)).replaceAll("'", "''")).join()}}'`;

/**
 * The same for PostgreSQL, by the very statements of the endpoint.
 * @param {string} database an address, where the tables are
 * @param {number} rows in all
 * @param {number} together in one transaction
 * @returns {number} signatures a second
 */
function rowsPerSecondOfServer(database, rows, together) {
  const statements = written().map(([name, sql]) => `prepare ${name} as ${sql};`);
  const key = () => `\\x${randomUUID().replaceAll('-', '')}`;
  for (let row = 0; row < rows; row += together) {
    /** @param {(row: number) => string | number} value */
    const column = (value) => array(Array.from({ length: together }, (_, i) => value(i)));
    /** @param {(row: number) => string | number} value of each of two consents */
    const consents = (value) => array(Array.from({ length: 2 * together }, (_, i) => value(i)));
    const ids = Array.from({ length: together }, () => randomUUID()).sort();
    const addresses = Array.from({ length: together }, key).sort();
    const name = (/** @type {number} */ i) => (i % 2 === 0 ? 'sign' : 'updates');
    const petition = column(() => 'health-data');
    const answers = (/** @type {number} */ i) =>
      `{"given_name":"Ada","family_name":"Essai","email_address":"${ids[i]}@example.org","country":"FR","postal_code":"75011"}`;
    const common = (/** @type {string} */ value) => column(() => value);
    statements.push(
      'begin;',
      `execute insert_submissions(${column((i) => ids[i])}, ${petition}, ${column(key)},
        ${column((i) => addresses[i])}, ${column(Date.now)}, ${common('counted')}, ${common('fr')},
        ${common('1')}, ${common(hashes.sign)}, ${common('0.1.0')}, ${common('')},
        ${column(answers)});`,
      `execute insert_consents(${consents(() => 'health-data')}, ${consents((i) => ids[i >> 1])},
        ${consents(name)}, ${consents(() => 'box')}, ${consents(name)}, ${consents(() => '')},
        ${consents((i) => (i % 2 === 0 ? 'given' : 'refused'))},
        ${consents((i) => hashes[name(i)])}, ${consents(Date.now)});`,
      `execute insert_people(${petition}, ${column((i) => addresses[i] + key().slice(2))},
        ${column((i) => addresses[i])}, ${column(() => 1)}, ${column((i) => ids[i])});`,
      `execute add_to_tallies('{health-data}', '{${together}}', 'bench', ${Date.now()});`,
      'commit;',
    );
  }
  const began = performance.now();
  execFileSync('psql', ['-X', '-q', '-v', 'ON_ERROR_STOP=1', '-d', database], {
    input: statements.join('\n'),
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  return rows / ((performance.now() - began) / 1000);
}

/** @param {number[]} values @returns {number} */
const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];

/**
 * The others are set against the first. What else the machine does makes each of them half as fast at
 * times: they take turns, in rounds, and what is printed is the median of the rounds.
 * @param {Record<string, () => number>} rows what to a number a second
 */
function print(rows) {
  const names = Object.keys(rows);
  const measured = Array.from({ length: rounds }, () => names.map((name) => rows[name]()));
  for (const [i, name] of names.entries()) {
    const rate = Math.round(median(measured.map((round) => round[i])));
    const share = median(measured.map((round) => round[i] / round[0]));
    console.log(`${name.padEnd(44)}${String(rate).padStart(8)}/s${share.toFixed(2).padStart(8)}`);
  }
}

/** @param {string} name @returns {Promise<string>} the address of a database that is only this one's */
async function newDatabase(name) {
  await runOn(cluster.address(), `create schema ${name}`);
  return cluster.address(name);
}

cluster.make({ safe: true });
await program.start();
const onServer = new Endpoint({ database: await newDatabase('of_endpoint') });
const limitOfServer = new Endpoint({ database: await newDatabase('of_limit') });
await onServer.start();
try {
  for (const { consent, hash } of await program.rows(
    "select consent, hash from statements where petition = 'health-data' and language = 'fr'",
  ))
    hashes[String(consent)] = String(hash);
  // It makes the tables.
  await limitOfServer.start();
  await limitOfServer.stop();
  const { database } = limitOfServer;
  console.log(`${connections} connections, ${rounds} rounds of ${seconds} s each`);
  print({
    'SQLite, 512 signatures a transaction': () => rowsPerSecond(512 * 20, 512),
    'SQLite, one signature a transaction': () => rowsPerSecond(1000, 1),
    'endpoint, signatures': () => answersPerSecond(newPost, 'taken'),
    'endpoint, refused: marks without end': () => answersPerSecond(marks(), 'refused'),
    'endpoint, refused: 2,300 names': () => answersPerSecond(names(), 'refused'),
    'endpoint, refused: 4,000 pairs': () => answersPerSecond(fields(), 'refused'),
    'endpoint, count': () => answersPerSecond(get('/petitions/health-data/signatures'), 'taken'),
    'endpoint, document': () => answersPerSecond(get('/petitions/health-data'), 'taken'),
    'endpoint, page without script': () =>
      answersPerSecond(get('/petitions/health-data/sign'), 'taken'),
  });
  printWaiting('endpoint, signatures', program.port);
  print({
    'PostgreSQL, 512 signatures a transaction': () =>
      rowsPerSecondOfServer(database, 512 * 30, 512),
    'PostgreSQL, 50 signatures a transaction': () => rowsPerSecondOfServer(database, 50 * 200, 50),
    'PostgreSQL, one signature a transaction': () => rowsPerSecondOfServer(database, 1000, 1),
    'endpoint on PostgreSQL, signatures': () => answersPerSecond(newPost, 'taken', onServer.port),
  });
  printWaiting('endpoint on PostgreSQL, signatures', onServer.port);
} finally {
  await program.stop();
  await onServer.stop();
}
