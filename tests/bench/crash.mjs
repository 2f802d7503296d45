// Whether a signature that was answered 201 is ever lost, or counted twice: the endpoint is killed
// under load again and again. To be run by hand: node tests/bench/crash.mjs [KILLS]
// The program is build/native's; PETITION_ENDPOINT names another.

process.env.PETITION_ENDPOINT ??= new URL(
  '../../build/native/examples/endpoint/petition-endpoint',
  import.meta.url,
).pathname;
const { Endpoint } = await import('../endpoint/endpoint.mjs');
const { signThroughKills } = await import('../endpoint/kills.mjs');

const kills = Number(process.argv[2] ?? 100);
const endpoint = new Endpoint();
await endpoint.start();
try {
  const found = await signThroughKills(endpoint, { kills, connections: 200, most: 2000 });
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
