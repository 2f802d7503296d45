// A petition that asks for whatever can be asked for: written in the builder, and signed.

import { texts } from './builder.mjs';

const en = (/** @type {string} */ text) => ({ en: text });
const option = (/** @type {string} */ value, /** @type {string} */ label) => ({
  value,
  label: en(label),
});

/** A consent of somebody else than the controller. */
export const partner = {
  name: 'the_fictitious_socie',
  by: {
    name: en('the Fictitious Society'),
    contact: 'mailto:society@example.org',
    privacy_policy: 'https://example.org/privacy',
  },
  statement: en('The Fictitious Society may tell my answers to the ministry.'),
};

/** As the builder makes it of the texts that every petition has to have (builder.mjs). */
export const nightTrain = {
  petition: texts['#at-petition'],
  version: '1',
  languages: ['en'],
  title: en(texts['#at-title']),
  demands: [en(texts['#at-demands-0'])],
  fields: [
    { name: 'given_name' },
    { name: 'family_name' },
    { name: 'email_address' },
    { name: 'phone_number' },
    { name: 'organization', optional: true },
    { name: 'postal_code' },
    {
      name: 'profession',
      kind: 'choice',
      label: en('Profession'),
      options: [option('nurse', 'Nurse'), option('midwife', 'Midwife')],
    },
    {
      name: 'trains_you_take',
      kind: 'choices',
      label: en('Trains you take'),
      options: [option('by_day', 'By day'), option('by_night', 'By night')],
    },
    { name: 'i_am_of_age', kind: 'tick', label: en('I am of age') },
    // A signature says itself what its source is.
    { name: 'field_source', kind: 'number', label: en('Source') },
    { name: 'day_of_your_last_jou', kind: 'date', label: en('Day of your last journey') },
  ],
  controller: {
    name: en(texts['#at-controller-name']),
    contact: texts['#at-controller-contact'],
    purpose: en(texts['#at-controller-purpose']),
    retention: en(texts['#at-controller-retention']),
  },
  consents: [
    { name: 'sign', statement: en('I sign.') },
    { name: 'updates', ask: 'yes_no' },
    partner,
  ],
};
