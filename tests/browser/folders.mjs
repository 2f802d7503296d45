// Where the build has put what is tested.

import { fileURLToPath } from 'node:url';

/** @param {string} path from the top of the repository @returns {string} */
export const fromTop = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

export const program =
  process.env.PETITION_ENDPOINT ?? fromTop('build/tests/examples/endpoint/petition-endpoint');
export const embed = process.env.PETITION_EMBED ?? fromTop('build/embed');
export const petitions = process.env.PETITION_DOCUMENTS ?? fromTop('examples/petitions');
export const partners = process.env.PETITION_PARTNERS ?? fromTop('build/partners');
