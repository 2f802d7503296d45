// The example petition as it is changed while people sign it.

import { createHash } from 'node:crypto';
import { healthData } from './petitions.mjs';
import { newSignature } from './signers.mjs';

export const hashOf = (/** @type {string} */ text) =>
  createHash('sha256').update(text).digest('hex');

const profession = {
  name: 'profession',
  kind: 'choice',
  label: { fr: 'Profession' },
  options: [{ value: 'nurse', label: { fr: 'Infirmier, infirmière' } }],
};

/** The example with one field more, that must be filled in, and other words beside a consent. */
export function secondVersion(petition = 'health-data') {
  const document = { ...healthData(), petition };
  document.version = '2';
  document.fields.push(profession);
  document.consents[0].statement = { fr: 'Je signe la deuxième.' };
  return document;
}

/** What the box sends of the second version. */
export const ofSecond = (/** @type {Record<string, string>} */ different = {}) =>
  newSignature({
    document_version: '2',
    profession: 'nurse',
    consent_sign_text: hashOf('Je signe la deuxième.'),
    ...different,
  });
