// What a template of Svelte says of the element, as its checker sees it.
// Each line after @ts-expect-error is a mistake.

import type { SvelteHTMLElements } from 'svelte/elements';
import 'petition-box';

type Said = SvelteHTMLElements['petition-box'];

export const said: Said = {
  src: '/petition.json',
  endpoint: '/signatures',
  lang: 'fr',
  class: 'wide',
  loading: 'eager',
  'onpetition-box-error': (event) => console.error(event.detail.message),
};

export const mistakes: Said[] = [
  // @ts-expect-error: an address is a string
  { src: 1 },
  // @ts-expect-error: neither lazy nor eager
  { loading: 'soon' },
  // @ts-expect-error: no event carries personal data
  { 'onpetition-box-signed': (event) => event.detail.email_address },
];
