// What the endpoint takes in a second, beside what SQLite takes on this machine at this moment.
// To be run by hand: node tests/bench/endpoint.mjs [SECONDS]
// The program is build/native's; PETITION_ENDPOINT names another. The client shares the cores.

import { randomUUID } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

process.env.PETITION_ENDPOINT ??= new URL(
  '../../build/native/examples/endpoint/petition-endpoint',
  import.meta.url,
).pathname;
const { Endpoint } = await import('../endpoint/endpoint.mjs');

const seconds = Number(process.argv[2] ?? 5);
const connections = 200;
const folder = mkdtempSync(join(tmpdir(), 'petition-bench-'));
const program = new Endpoint();

/** @returns {string} a signature of somebody new, as the box sends it */
function newPost() {
  const body = new URLSearchParams({
    submission_id: randomUUID(),
    given_name: 'Ada',
    family_name: 'Essai',
    email_address: `${randomUUID()}@example.org`,
    country: 'FR',
    postal_code: '75011',
    consent_sign: 'given',
    consent_updates: 'refused',
    language: 'fr',
  }).toString();
  return (
    'POST /petitions/health-data/signatures HTTP/1.1\r\nHost: localhost\r\n' +
    'Content-Type: application/x-www-form-urlencoded\r\n' +
    `Content-Length: ${body.length}\r\n\r\n${body}`
  );
}

/** @param {string} path @returns {() => string} */
const get = (path) => () => `GET ${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`;

/**
 * Each connection sends its next request when it has the answer to the last.
 * @param {() => string} next
 * @param {string} expected status
 * @returns {Promise<number>} answers a second
 */
async function answersPerSecond(next, expected) {
  const requests = Array.from({ length: 20_000 * seconds }, next);
  let answers = 0;
  const sockets = Array.from({ length: connections }, () => {
    const socket = connect(program.port, '127.0.0.1').setNoDelay();
    let missing = 0;
    const ask = () => socket.write(requests.pop() ?? next());
    socket.on('connect', ask);
    socket.on('data', (chunk) => {
      if (missing === 0) {
        const text = chunk.toString('latin1');
        if (!text.startsWith(`HTTP/1.1 ${expected} `)) throw new Error(text);
        const length = Number(text.match(/Content-Length: (\d+)/)?.[1]);
        missing = text.indexOf('\r\n\r\n') + '\r\n\r\n'.length + length;
      }
      missing -= chunk.length;
      if (missing > 0) return;
      answers += 1;
      ask();
    });
    return socket;
  });
  const began = performance.now();
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  const passed = (performance.now() - began) / 1000;
  const counted = answers;
  sockets.forEach((socket) => socket.destroy());
  return counted / passed;
}

/**
 * The same rows into the same tables, by SQLite's own command.
 * @param {number} rows in all
 * @param {number} together in one transaction
 * @returns {number} rows a second
 */
function rowsPerSecond(rows, together) {
  const database = join(folder, `raw-${together}.sqlite`);
  execFileSync('sqlite3', [program.database, `.clone ${database}`], { stdio: 'ignore' });
  const statements = ['pragma journal_mode = wal; pragma synchronous = full;'];
  for (let row = 0; row < rows; ++row) {
    if (row % together === 0) statements.push('begin immediate;');
    const id = randomUUID();
    statements.push(
      `insert into signatures values (null,'health-data','${id}','Ada','Essai','${id}@example.org','FR','75011','','given','${'a'.repeat(64)}',0,'refused','${'a'.repeat(64)}',0,'fr','1','',0);`,
      `insert into submissions values ('${id}','${'a'.repeat(64)}',1,0);`,
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

await program.start();
try {
  const raw = rowsPerSecond(512 * 60, 512);
  const rows = {
    'SQLite, 512 signatures a transaction': raw,
    'SQLite, one signature a transaction': rowsPerSecond(3000, 1),
    'endpoint, signatures': await answersPerSecond(newPost, '201'),
    'endpoint, count': await answersPerSecond(get('/petitions/health-data/signatures'), '200'),
    'endpoint, document': await answersPerSecond(get('/petitions/health-data'), '200'),
    'endpoint, page without script': await answersPerSecond(
      get('/petitions/health-data/sign'),
      '200',
    ),
  };
  console.log(`${connections} connections, ${seconds} s each`);
  for (const [what, number] of Object.entries(rows)) {
    console.log(
      `${what.padEnd(40)}${Math.round(number).toString().padStart(8)}/s${(number / raw).toFixed(2).padStart(8)}`,
    );
  }
} finally {
  await program.stop();
  rmSync(folder, { recursive: true });
}
