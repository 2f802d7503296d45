// One state of the gallery, told by the page's address (`?state=errors&theme=paper&scheme=dark&lang=ar`): a real
// box, and what a visitor does until it is there.

import { standIn } from './stand-in.js';
import { states } from './states.js';

const asked = new URLSearchParams(location.search);
const name = asked.get('state') ?? 'empty';
const state = states[name];
const lang = asked.get('lang') ?? 'fr';
const page = document.documentElement;

/** What the visitor types, by the names of the fields. */
const answers = {
  given_name: 'Zo\u00eb',
  family_name: 'D\u2019Essai',
  email_address: 'zoe@example.org',
};

/**
 * @param {string} selector in the box
 * @returns {Promise<HTMLElement>} once it is there
 */
async function find(selector) {
  for (;;) {
    const found = document.querySelector('petition-box')?.shadowRoot?.querySelector(selector);
    if (found) return /** @type {HTMLElement} */ (found);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** @returns {Promise<string>} what the link to sign elsewhere says: a word of the box */
async function sign() {
  const words = await fetch(`../embed/locales/${lang}.json`);
  return (await words.json()).sign;
}

async function addBox() {
  const box = document.createElement('petition-box');
  const { layout = '' } = state;
  const theme = asked.get('theme');
  for (const [key, value] of Object.entries({ ...standIn(state), lang, layout, theme, loading: 'eager' })) {
    if (value) box.setAttribute(key, value);
  }
  const link = document.createElement('a');
  link.href = `../petitions/${state.petition ?? 'town-clock'}/sign?lang=${lang}`;
  link.textContent = await sign();
  box.append(link);
  document.querySelector('main')?.append(box);
}

/** @param {Record<string, string>} texts */
async function type(texts) {
  for (const [field, text] of Object.entries(texts)) {
    const input = /** @type {HTMLInputElement} */ (await find(`#pb-${field}`));
    input.value = text;
    for (const kind of ['input', 'change']) input.dispatchEvent(new Event(kind, { bubbles: true }));
  }
}

async function fillIn() {
  await type(answers);
  (await find('#pb-consent_sign')).click();
}

async function bring() {
  await addBox();
  if (state.types) {
    await find('[data-state=editing] .submit');
    await type(state.types);
    await find('[role=alert]');
  }
  if (state.sends) {
    await find('[data-state=editing] .submit');
    if (state.sends === 'answers') await fillIn();
    (await find('.submit')).click();
    if (state.sends === 'nothing') await find('#pb-errors');
  }
  await find(`[data-state=${state.ends}]`);
  page.dataset.reached = name;
}

page.lang = lang;
page.dir = lang === 'ar' ? 'rtl' : 'ltr';
page.style.colorScheme = asked.get('scheme') ?? 'light dark';
// A page is not scrolled to each box that it has in a frame.
if (parent !== self) Element.prototype.scrollIntoView = () => {};
await bring();
