// What a template of Vue says of the element, as its checker sees it.
// Each line after @ts-expect-error is a mistake.

import type { GlobalComponents } from 'vue';
import 'petition-box';

type Said = InstanceType<GlobalComponents['petition-box']>['$props'];

export const said: Said = {
  src: '/petition.json',
  endpoint: '/signatures',
  lang: 'fr',
  class: 'wide',
  loading: 'eager',
  onPetitionBoxError: (event) => console.error(event.detail.message),
};

export const mistakes: Said[] = [
  // @ts-expect-error: an address is a string
  { src: 1 },
  // @ts-expect-error: neither lazy nor eager
  { loading: 'soon' },
  // @ts-expect-error: no such attribute
  { source: '/petition.json' },
  // @ts-expect-error: no event carries personal data
  { onPetitionBoxSigned: (event) => event.detail.email_address },
];
