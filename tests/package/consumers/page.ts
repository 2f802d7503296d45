// A page that uses the element from TypeScript. Each line after @ts-expect-error is a mistake.

import { PetitionBox } from 'petition-box';
import type { PetitionBoxEventMap, PetitionBoxProblem } from 'petition-box';
import 'petition-box/define';

PetitionBox.base = '/assets/petition-box/';
const observed: readonly string[] = PetitionBox.observedAttributes;
customElements.define('petition-box', PetitionBox);

const made: PetitionBox = document.createElement('petition-box');
const found: PetitionBox | null = document.querySelector('petition-box');
made.src = '/petition.json';
made.endpoint = '/signatures';
made.lang = 'fr';
made.accent = '#0b5f5c';
made.loading = 'eager';
const started: Promise<void> = made.load();

made.addEventListener('petition-box-error', (event) => {
  const problem: PetitionBoxProblem = event.detail;
  if (problem.reason === 'src') console.error(problem.message);
});
made.addEventListener('petition-box-failed', ({ detail: { status, address } }) => {
  if (status !== '0') console.error(status, address);
});
document.addEventListener('petition-box-submit', (event) => event.preventDefault());
addEventListener('petition-box-signed', (event) => event.target);
made.addEventListener('click', (event) => event.clientX);
const names: (keyof PetitionBoxEventMap)[] = ['petition-box-ready', 'petition-box-to-confirm'];
export { found, names, observed, started };

// @ts-expect-error: an address is a string
made.src = 1;
// @ts-expect-error: neither lazy nor eager
made.loading = 'soon';
// @ts-expect-error: no such property
made.source = '/petition.json';
// @ts-expect-error: takes nothing
void made.load('now');
// @ts-expect-error: a promise
const loaded: boolean = made.load();
// @ts-expect-error: an address is a string
PetitionBox.base = new URL('https://petitions.example.org/');
// @ts-expect-error: the browser reads it once
PetitionBox.observedAttributes = [];
// @ts-expect-error: no event carries personal data
made.addEventListener('petition-box-signed', (event) => event.detail.email_address);
// @ts-expect-error: no such reason
made.addEventListener('petition-box-error', (event) => event.detail.reason === 'weather');
// @ts-expect-error: no such event
const name: keyof PetitionBoxEventMap = 'petition-box-read';
