// Starts and stops the cluster that all tests of a run share: node cluster-of-all.mjs start|stop FOLDER

import { rmSync } from 'node:fs';
import { Cluster } from './cluster.mjs';

const [word, folder] = process.argv.slice(2);
const cluster = new Cluster(folder);
// One that is there is of a run that was ended before its end.
if (cluster.isThere) cluster.kill();
rmSync(folder, { recursive: true, force: true });
if (word === 'start') cluster.make({ lasting: true });
