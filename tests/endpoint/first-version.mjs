// Databases as the first version of the endpoint wrote them.

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fromTop } from '../browser/folders.mjs';

const first = readFileSync(fromTop('examples/endpoint/sqlite/migrations/001_first.sql'), 'utf8');

/** @param {string} database a file @param {string} sql what is in it */
export function writeFirstVersion(database, sql) {
  execFileSync('sqlite3', [database], { input: `${first}\npragma user_version = 1;\n${sql}` });
}

/**
 * So many people have signed; every third has said yes to news, and the content of each is of its own.
 * @param {number} people
 * @returns {string} SQL
 */
export const manySigners = (people) => `
  begin;
  create temporary table n as with recursive n(i) as
    (select 1 union all select i + 1 from n where i < ${people}) select i from n;
  insert into signatures select i, 'health-data', printf('%08x-0000-4000-8000-%012x', i, i),
    'Ada', 'Essai ' || i, 'signer-' || i || '@example.org', 'FR', '75011',
    'Pour mes enfants, et pour moi.', 'given', '${'a'.repeat(64)}', 1700000000000 + i,
    iif(i % 3 = 0, 'given', 'refused'), '${'b'.repeat(64)}', 0, 'fr', '1', '0.1.0',
    1700000000000 + i from n;
  insert into submissions select submission_id, printf('%064x', i), i, received_at
    from signatures join n on i = id;
  commit;`;

/** @param {string} database @param {string} query SQL @returns {string} what it prints */
export const ask = (database, query) =>
  execFileSync('sqlite3', ['-readonly', database, query]).toString().trim();
