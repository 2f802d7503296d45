// The database of an endpoint, as a test looks into it: an SQLite file, or what is one's own in a
// cluster of PostgreSQL. PETITION_STORE=postgresql has all endpoints of a test use the latter.

import { execFile, execFileSync } from 'node:child_process';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { temporaryFolder } from '../browser/temporary-folder.mjs';
import { Cluster } from './cluster.mjs';

/** Whether the endpoints of this process keep what they take in PostgreSQL unless told otherwise. */
export const isPostgresql = process.env.PETITION_STORE === 'postgresql';

/** @param {string} program @param {string[]} args @returns {Promise<string>} what it prints */
async function printed(program, ...args) {
  const { stdout } = await promisify(execFile)(program, args, {
    timeout: 20_000,
    maxBuffer: 64 * 1024 * 1024,
  });
  return stdout;
}

/** @typedef {Record<string, unknown>} Row */

const sqlite = {
  /** @param {string} file @param {string} query @returns {Promise<Row[]>} */
  async rows(file, query) {
    const answer = await printed('sqlite3', '-readonly', '-json', file, query);
    return answer.trim() === '' ? [] : JSON.parse(answer);
  },
  /** @param {string} file @param {string} statement */
  run: (file, statement) => printed('sqlite3', '-cmd', '.timeout 5000', file, statement),
  /** @param {string} file @returns {Promise<string>} what is wrong with it, or ok */
  async integrity(file) {
    return (await printed('sqlite3', '-readonly', file, 'pragma integrity_check')).trim();
  },
  /** @param {string} file @returns {Promise<string>} another file, a copy of this */
  async backUp(file) {
    const copy = join(temporaryFolder('copy'), 'copy.sqlite');
    await printed('sqlite3', '-readonly', file, `VACUUM INTO '${copy}'`);
    copyFileSync(`${file}.key`, `${copy}.key`);
    return copy;
  },
  deletion: 'pragma foreign_keys = on; delete',
  sequence: 'rowid',
};

/** A value as SQLite gives it: a JSON text is a text. @param {unknown} value */
const asText = (value) =>
  typeof value === 'object' && value !== null ? JSON.stringify(value) : value;

/** @param {string} address @param {string} sql */
const psql = (address, sql) =>
  printed('psql', '-X', '-q', '-A', '-t', '-v', 'ON_ERROR_STOP=1', '-d', address, '-c', sql);

const postgresql = {
  /** @param {string} address @param {string} query @returns {Promise<Row[]>} */
  async rows(address, query) {
    /** @type {Row[]} */
    const rows = JSON.parse(
      await psql(address, `select coalesce(json_agg(t), '[]') from (${query}) t`),
    );
    const texts = (/** @type {Row} */ row) =>
      Object.fromEntries(Object.entries(row).map(([name, value]) => [name, asText(value)]));
    return rows.map(texts);
  },
  run: psql,
  /**
   * @param {string} address
   * @returns {Promise<string>} ok where as many people are there as the replicas have counted
   */
  async integrity(address) {
    const people = '(select count(*) from people)';
    const counted = '(select coalesce(sum(people), 0) from tallies)';
    const [{ p, c }] = await postgresql.rows(address, `select ${people} p, ${counted} c`);
    return p === c ? 'ok' : `${p} people, of whom ${c} were counted`;
  },
  /** @param {string} address @returns {Promise<string>} that of a copy, on a server that has nothing else */
  async backUp(address) {
    const [, schema = ''] = /application_name=(\w+)/.exec(address) ?? [];
    const dump = join(temporaryFolder('dump'), 'petitions.dump');
    await printed('pg_dump', '-Fc', '-n', schema, '-f', dump, '-d', address);
    const other = new Cluster(temporaryFolder('cluster'));
    other.make();
    const copy = other.address(schema);
    await printed('pg_restore', '--exit-on-error', '-d', copy, dump);
    copyFileSync(keyOf(address)['--key'], keyOf(copy)['--key']);
    return copy;
  },
  deletion: 'delete',
  sequence: 'ctid',
};

/** @param {string} database */
const kindOf = (database) => (database.startsWith('postgresql:') ? postgresql : sqlite);

/** @param {string} database @param {string} query SQL that only reads */
export const rowsOf = (database, query) => kindOf(database).rows(database, query);

/** @param {string} database @param {string} statement */
export const runOn = (database, statement) => kindOf(database).run(database, statement);

/** As the README says. @param {string} database @returns {Promise<string>} a copy with the same key */
export const backUp = (database) => kindOf(database).backUp(database);

/** @param {string} database */
export const integrityOf = (database) => kindOf(database).integrity(database);

/** The words that begin a deletion with what belongs to the rows. @param {string} database */
export const deletionOn = (database) => kindOf(database).deletion;

/** The column in whose order rows have come. @param {string} database */
export const sequenceOf = (database) => kindOf(database).sequence;

/** @type {Cluster | undefined} */
let own;

/** @returns {Cluster} that of all tests (PETITION_CLUSTER), or one of this process */
export function cluster() {
  const shared = process.env.PETITION_CLUSTER;
  if (shared !== undefined) return new Cluster(shared);
  if (own === undefined) {
    own = new Cluster(temporaryFolder('cluster'));
    own.make();
  }
  return own;
}

/** @returns {string} the address of a database in which nothing is */
export function newPostgresql() {
  const name = `endpoint_${process.pid}_${Math.random().toString(36).slice(2)}`;
  execFileSync('psql', ['-X', '-q', '-d', cluster().address(), '-c', `create schema ${name}`]);
  return cluster().address(name);
}

/** @returns {string} a database in which nothing is, of whichever kind */
export const newDatabase = () =>
  isPostgresql ? newPostgresql() : join(temporaryFolder('endpoint'), 'signatures.sqlite');

/** @type {Map<string, string>} */
const keys = new Map();

/** @param {string} database @returns {Record<string, string>} the option that names its key, if any */
export function keyOf(database) {
  if (kindOf(database) === sqlite) return {};
  const key = keys.get(database) ?? join(temporaryFolder('key'), 'key');
  keys.set(database, key);
  return { '--key': key };
}
