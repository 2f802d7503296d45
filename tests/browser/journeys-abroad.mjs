// Where signatures go that no endpoint of this project takes: for each protocol a server that stands
// in, the endpoint as a petition's document names it, and what the server has once somebody signed.

import { readFileSync } from 'node:fs';
import { answers } from './box.mjs';
import { appsScript } from './standins/apps-script.mjs';
import { contactForm7 } from './standins/contact-form-7.mjs';
import { directus } from './standins/directus.mjs';
import { basin, formcarry, formspree, web3forms } from './standins/form-services.mjs';
import { hubspot } from './standins/hubspot.mjs';
import { mautic } from './standins/mautic.mjs';
import { nextcloudForms } from './standins/nextcloud-forms.mjs';
import { opaque } from './standins/opaque.mjs';
import { actionNetwork, osdi } from './standins/osdi.mjs';
import { phplist } from './standins/phplist.mjs';
import { proca } from './standins/proca.mjs';
import { speakout } from './standins/speakout.mjs';

/** @import { Json, Standin } from './standins/standin.mjs' */

/**
 * @typedef {object} Journey
 * @property {(site: string) => Standin} server for a partner's site
 * @property {string} [path] of the endpoint on that server
 * @property {Json} endpoint of the document, but its url
 * @property {string[]} [fields] those of the example's signer unless told
 * @property {boolean} [subscribes] whether whoever signs joins a list: nothing more is asked then
 * @property {string} [state] of the box at the end; signed unless told
 * @property {Json[]} kept what the server has then
 */

const { given_name, family_name, email_address, postal_code } = answers;

/** What forms call the answers and consents, for those whose names are free. */
const names = {
  given_name: 'given',
  family_name: 'family',
  email_address: 'mail',
  postal_code: 'zip',
  sign: 'agreed',
  updates: 'news',
};

/** Under these names. */
const sent = { given: given_name, family: family_name, mail: email_address, zip: postal_code };

/** @param {string} name @returns {Json} */
const example = (name) =>
  JSON.parse(
    readFileSync(new URL(`../../examples/protocols/${name}.json`, import.meta.url), 'utf8'),
  );

/** What services keep that name nothing: our own names, but of the e-mail address. */
const served = {
  given_name,
  family_name,
  email: email_address,
  postal_code,
  consent_sign: 'given',
  consent_updates: 'given',
};

const person = {
  given_name,
  family_name,
  email_addresses: [{ address: email_address, primary: true }],
  postal_addresses: [{ primary: true, postal_code }],
  languages_spoken: ['fr'],
};

/** @type {Record<string, Journey>} */
export const journeys = {
  'contact-form-7': {
    server: () =>
      contactForm7({ 8: { rules: [{ field: 'mail', rule: 'email' }], acceptances: [{ name: 'agreed' }] } }),
    endpoint: { protocol: 'contact-form-7', form: 8, names },
    kept: [
      {
        form: 8,
        status: 'mail_sent',
        _wpcf7_unit_tag: 'petition-box',
        ...sent,
        agreed: '1',
        news: '1',
      },
    ],
  },
  directus: {
    server: () =>
      directus('signatures', {
        given: { required: true },
        family: {},
        mail: { regex: /@/, unique: true },
        zip: {},
        agreed: {},
        news: {},
      }),
    endpoint: { protocol: 'directus', collection: 'signatures', names },
    kept: [{ ...sent, agreed: true, news: true }],
  },
  speakout: {
    server: () => speakout({ allowed: true }),
    endpoint: { protocol: 'speakout', petition: 2 },
    kept: [
      {
        action: 'dk_speakout_sendmail',
        id: '2',
        first_name: given_name,
        last_name: family_name,
        email: email_address,
        postcode: postal_code,
        optin: 1,
        lang: 'fr',
      },
    ],
  },
  proca: {
    server: () => proca({ page: 42 }),
    path: '/api',
    endpoint: { protocol: 'proca', page: 42 },
    kept: [
      {
        page: 42,
        action: { actionType: 'petition', customFields: {} },
        contact: {
          firstName: given_name,
          lastName: family_name,
          email: email_address,
          address: { postcode: postal_code },
        },
        privacy: { optIn: true },
      },
    ],
  },
  osdi: {
    server: () => osdi('1'),
    path: '/api/v1/petitions/1',
    endpoint: { protocol: 'osdi' },
    kept: [
      {
        origin_system: 'Petition Box',
        person: {
          ...person,
          email_addresses: [{ ...person.email_addresses[0], status: 'subscribed' }],
        },
      },
    ],
  },
  'action-network': {
    server: () => actionNetwork('abc'),
    endpoint: { protocol: 'action-network', petition: 'abc' },
    subscribes: true,
    kept: [{ person }],
  },
  hubspot: {
    server: () =>
      hubspot({ portal: 1, form: 'petition', fields: ['firstname', 'lastname', 'email', 'zip'] }),
    endpoint: { protocol: 'hubspot', portal: 1, form: 'petition', subscription: 999 },
    kept: [
      {
        fields: Object.entries({
          firstname: given_name,
          lastname: family_name,
          email: email_address,
          zip: postal_code,
        }).map(([name, value]) => ({ objectTypeId: '0-1', name, value })),
      },
    ],
  },
  'nextcloud-forms': {
    server: () =>
      nextcloudForms({
        form: 3,
        share: 'abc',
        questions: {
          7: { text: 'Name', required: true },
          8: { text: 'E-mail', email: true },
          9: { text: 'News', options: ['31', '32'] },
        },
      }),
    endpoint: {
      protocol: 'nextcloud-forms',
      form: 3,
      share: 'abc',
      names: { given_name: '7', email_address: '8', updates: '9' },
      yes: { updates: '31' },
    },
    fields: ['given_name', 'email_address'],
    kept: [{ 7: [given_name], 8: [email_address], 9: ['31'] }],
  },
  mautic: {
    server: (site) =>
      mautic({ form: 1, fields: { mail: { required: true, email: true } }, origins: [site] }),
    endpoint: { protocol: 'mautic', form: 1, name: 'petition', names },
    kept: [{ formId: '1', formName: 'petition', ...sent, agreed: '1', news: '1' }],
  },
  phplist: {
    server: (site) => phplist({ origin: site }),
    path: '/lists',
    endpoint: {
      protocol: 'phplist',
      page: 1,
      list: 3,
      names: { given_name: 'attribute1', family_name: 'attribute2', postal_code: 'attribute3' },
    },
    subscribes: true,
    state: 'to-confirm',
    kept: [
      {
        email: email_address,
        'list[3]': 'signup',
        htmlemail: '1',
        VerificationCodeX: '',
        subscribe: '1',
        attribute1: given_name,
        attribute2: family_name,
        attribute3: postal_code,
      },
    ],
  },
  opaque: {
    server: () => opaque('/formResponse', ['given', 'mail']),
    path: '/formResponse',
    endpoint: { protocol: 'opaque', names, yes: 'Oui' },
    state: 'sent',
    kept: [{ ...sent, agreed: 'Oui', news: 'Oui' }],
  },
  formspree: {
    server: () => formspree('abc'),
    path: '/f/abc',
    endpoint: { protocol: example('formspree') },
    kept: [served],
  },
  basin: {
    server: () => basin('abc'),
    path: '/f/abc',
    endpoint: { protocol: example('basin') },
    kept: [served],
  },
  formcarry: {
    server: () => formcarry('abc'),
    path: '/s/abc',
    endpoint: { protocol: example('formcarry') },
    kept: [served],
  },
  web3forms: {
    server: () => web3forms('k'),
    endpoint: { protocol: example('web3forms'), form: 'k' },
    kept: [{ access_key: 'k', ...served }],
  },
  'apps-script': {
    server: () => appsScript('abc'),
    path: '/macros/s/abc/exec',
    endpoint: { protocol: example('apps-script') },
    kept: [
      {
        language: 'fr',
        answers: { given_name, family_name, email_address, postal_code },
        consents: { sign: 'given', updates: 'given' },
      },
    ],
  },
};
