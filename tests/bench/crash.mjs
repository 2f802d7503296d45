// Whether a signature that was answered 201 is ever lost, or counted twice: the endpoint is killed
// under load again and again; or the server of its database is. To be run by hand:
//   node tests/bench/crash.mjs [--postgresql | --server] [KILLS]
// --postgresql: the endpoint, on PostgreSQL instead of SQLite; --server: that server itself.
// The program is build/native's; PETITION_ENDPOINT names another.

process.env.PETITION_ENDPOINT ??= new URL(
  '../../build/native/examples/endpoint/petition-endpoint',
  import.meta.url,
).pathname;
const { temporaryFolder } = await import('../browser/temporary-folder.mjs');
const { Cluster } = await import('../endpoint/cluster.mjs');
const { Endpoint } = await import('../endpoint/endpoint.mjs');
const { signThroughKills, theDatabase } = await import('../endpoint/kills.mjs');

const words = process.argv.slice(2);
const kills = Number(words.find((word) => !word.startsWith('--')) ?? 100);
const isServer = words.includes('--server');
const cluster =
  isServer || words.includes('--postgresql') ? new Cluster(temporaryFolder('cluster')) : undefined;
cluster?.make({ safe: true });
const endpoint = new Endpoint({ database: cluster?.address() });
await endpoint.start();
const victim = isServer && cluster !== undefined ? theDatabase(endpoint, cluster) : undefined;
try {
  const found = await signThroughKills(endpoint, { kills, connections: 200, most: 2000, victim });
  const [{ rows, people }] = found.rows;
  for (const [what, number] of Object.entries({
    kills,
    'answered 201': found.answered,
    'cut off, sent again': found.cut,
    'of these kept all the same': found.keptUnanswered,
    'answered and missing': found.missing.length,
    'counted, by the endpoint': found.counted,
    'counted, in the database': rows,
    'people among these': people,
    'other answers': found.others.length,
  })) {
    console.log(`${what.padEnd(32)}${String(number).padStart(10)}`);
  }
  console.log(`integrity of the database: ${found.integrity}`);
  const wrong = found.missing.length > 0 || found.others.length > 0 || found.integrity !== 'ok';
  if (wrong || ![rows, people, found.counted].every((count) => count === found.answered)) {
    process.exitCode = 1;
  }
} finally {
  await endpoint.stop();
}
