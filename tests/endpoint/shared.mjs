// One endpoint for the tests of a file that need nothing of their own, or nothing but a petition: each of
// these has one that nobody else signs, so that their counts and rows do not mix.

import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after } from 'node:test';
import { inTwoLanguages } from '../browser/documents.mjs';
import * as folders from '../browser/folders.mjs';
import { temporaryFolder } from '../browser/temporary-folder.mjs';
import { Endpoint } from './endpoint.mjs';
import { healthData } from './petitions.mjs';

/** The example's petition under other ids: documents are read when the endpoint starts. */
const unused = Array.from({ length: 20 }, (_, number) => `health-data-${number}`);

async function start() {
  const petitions = temporaryFolder('petitions');
  cpSync(folders.petitions, petitions, { recursive: true });
  for (const petition of unused) {
    const document = JSON.stringify({ ...inTwoLanguages(healthData()), petition });
    writeFileSync(join(petitions, `${petition}.json`), document);
  }
  const endpoint = new Endpoint({ petitions });
  await endpoint.start();
  return endpoint;
}

/** @type {Promise<Endpoint> | undefined} */
let started;
after(async () => (await started)?.stop());

class Petition {
  #endpoint;

  /** @param {Endpoint} endpoint @param {string} id */
  constructor(endpoint, id) {
    this.#endpoint = endpoint;
    this.id = id;
    this.url = `${endpoint.url}/petitions/${id}`;
    this.signatures = `${this.url}/signatures`;
  }

  /**
   * @param {string} columns of SQL
   * @returns {Promise<Record<string, unknown>[]>} of each person who is counted for this petition
   */
  rows(columns) {
    return this.#endpoint.rows(`select ${columns} from signatures where petition = '${this.id}'`);
  }
}

/** @returns {Promise<Endpoint>} with the examples' petitions, for whom it is the same who has signed */
export function sharedEndpoint() {
  started ??= start();
  return started;
}

/** @returns {Promise<Endpoint>} the same, after all that was signed there has been deleted */
export async function unsignedEndpoint() {
  const endpoint = await sharedEndpoint();
  await endpoint.run(`${endpoint.deletion} from submissions`);
  return endpoint;
}

/** @returns {Promise<Petition>} the example's petition, which nobody has signed */
export async function newPetition() {
  const endpoint = await sharedEndpoint();
  const id = unused.shift();
  if (id === undefined) throw new Error('this file has more tests than the endpoint has petitions');
  return new Petition(endpoint, id);
}
