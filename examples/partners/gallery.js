// Puts a frame for each state into the gallery, shown as the page's address says, and has the links at
// its top change one thing of that each.

import { states } from './states.js';

const asked = new URLSearchParams(location.search);
const shown = { theme: '', scheme: 'light', width: 'narrow', lang: 'fr', ...Object.fromEntries(asked) };

/** @param {string} name of the state @param {string} caption */
function frameOf(name, caption) {
  const figure = document.createElement('figure');
  const frame = document.createElement('iframe');
  const { theme, scheme, lang } = shown;
  frame.loading = 'lazy';
  frame.title = caption;
  frame.src = `state.html?${new URLSearchParams({ state: name, theme, scheme, lang })}`;
  frame.addEventListener('load', () => grow(frame));
  const title = document.createElement('figcaption');
  title.textContent = caption;
  figure.id = name;
  figure.append(title, frame);
  return figure;
}

/** @param {HTMLIFrameElement} frame is from now on as high as what is in it */
function grow(frame) {
  const body = frame.contentDocument?.body;
  if (!body) return;
  const follow = () => {
    frame.style.height = `${Math.ceil(body.getBoundingClientRect().bottom) + 2}px`;
  };
  new ResizeObserver(follow).observe(body);
}

for (const link of document.querySelectorAll('nav a')) {
  const { searchParams } = new URL(link.getAttribute('href') ?? '', location.href);
  const [[key, value]] = searchParams;
  link.setAttribute('href', `?${new URLSearchParams({ ...shown, [key]: value })}`);
  if (Reflect.get(shown, key) === value) link.setAttribute('aria-current', 'true');
}
document.documentElement.style.colorScheme = shown.scheme;
document.documentElement.className = shown.width;
document
  .querySelector('main')
  ?.append(...Object.entries(states).map(([name, { caption }]) => frameOf(name, caption)));
