// People who sign. Nobody is like this: the addresses are of domains that cannot exist.

import { randomUUID } from 'node:crypto';

/** What somebody sends who fills in every field and wants no news. */
export const ada = {
  given_name: 'Ada',
  family_name: 'D’Essai',
  email_address: 'ada@example.org',
  country: 'FR',
  postal_code: '75011',
  comment: 'Pour mes enfants.\nEt pour moi.',
  consent_sign: 'given',
  consent_updates: 'refused',
  language: 'fr',
};

/**
 * @param {Record<string, string>} [different]
 * @returns {Record<string, string>} the same, under an id of its own
 */
export const newSignature = (different = {}) => ({
  ...ada,
  submission_id: randomUUID(),
  ...different,
});

/**
 * @param {number} number
 * @returns {Record<string, string>} the signature of one person among many
 */
export const signatureOf = (number) =>
  newSignature({ email_address: `signer-${number}@example.org`, family_name: `Essai ${number}` });

/**
 * @param {Record<string, string>} fields
 * @param {string[]} names
 * @returns {Record<string, string>} without these
 */
export const without = (fields, ...names) =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)));
