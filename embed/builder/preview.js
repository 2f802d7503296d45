// The page in which the builder shows the box: a real box with the draft in it, brought into a state as a
// visitor would bring it there, and a stand-in for the site of the petition (stand-in.js). Its own page, so
// that the box has the width and height that it has elsewhere, and what it asks in a dialog is asked in here.

import { standIn } from './stand-in.js';
import { states } from './states.js';

/**
 * What the builder wants to be shown, by a message.
 * @typedef {object} Shown
 * @property {string} text of a document without mistakes
 * @property {string} src where the document will be, for the addresses in it
 * @property {string} language
 * @property {string} accent empty: the box's own
 * @property {string} layout empty: all of the box
 * @property {string} theme empty: its own look
 * @property {string} link words of the link in the element
 * @property {string} state
 * @property {[string, string][]} answers to what the document asks, by the names of the controls
 * @property {boolean} [again] from the beginning, whatever was typed
 */

const patience = 10_000; // ms
/** What a box has taken of the memory that modules may have, a browser gives back with the page alone. */
const mostBoxes = 20;

/** @type {Shown} */
let shown;
let box = document.createElement('petition-box');
/** So that what was typed into a box does not come back in the next. */
let count = 0;
let isBringing = false;
/** The text that the box has read last, and how many before. */
let read = '';
let readings = 0;

const address = (/** @type {string} */ path) => new URL(path, document.baseURI).href;
const endpoint = () => address(`stand-in/signatures/${count}`);

standIn(() => ({
  src: address(shown.src).split('#')[0],
  endpoint: endpoint(),
  text: shown.text,
  answer: states[shown.state].answer,
}));

/** @param {'ready' | 'tried'} message */
const tell = (message) => parent.postMessage({ petitionBoxPreview: message }, location.origin);

/** @param {string} selector @returns {HTMLElement | null | undefined} */
const inBox = (selector) => box.shadowRoot?.querySelector(selector);

/**
 * @param {string} selector
 * @returns {Promise<HTMLElement>} once it is in the box; never, where there is another box
 */
async function find(selector) {
  const own = box;
  for (let waited = 0; waited < patience; waited += 20) {
    const found = box === own && inBox(selector);
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`${selector} has not come`);
}

function fillIn() {
  for (const [name, value] of shown.answers) {
    for (const control of /** @type {NodeListOf<HTMLInputElement>} */ (
      box.shadowRoot?.querySelectorAll(`form [name="${CSS.escape(name)}"]`)
    )) {
      if (/checkbox|radio/.test(control.type)) {
        if (control.value === value && !control.checked) control.click();
      } else {
        control.value = value;
        for (const type of ['input', 'change']) control.dispatchEvent(new Event(type, { bubbles: true }));
      }
    }
  }
}

/**
 * Presses what a visitor presses, until the box is in the state.
 * @param {Promise<unknown>} ready when all can be chosen
 */
async function bring(ready) {
  const { ends, sends, asked } = states[shown.state];
  const { dataset } = await find('[data-state=editing], [data-state=closed]');
  if (!sends || dataset.state === 'closed') return;
  await ready;
  if (sends === 'answers') fillIn();
  (await find('.submit')).click();
  if (sends === 'nothing') return void (await find('#pb-errors'));
  await find(`[data-state=${ends}], [data-state=asked]`);
  if (!asked) inBox('#pb-question [data-press=decline]')?.click();
  await find(`[data-state=${ends}]`);
}

async function replaceBox() {
  ++count;
  isBringing = true;
  const { layout, link } = shown;
  const next = document.createElement('petition-box');
  next.setAttribute('endpoint', endpoint());
  next.setAttribute('loading', 'eager');
  if (layout) next.setAttribute('layout', layout);
  next.append(Object.assign(document.createElement('a'), { href: '#', textContent: link }));
  box.remove();
  box = next;
  const ready = new Promise((resolve) => next.addEventListener('petition-box-ready', resolve));
  dress();
  document.body.append(box);
  await bring(ready).catch((error) => console.warn(error));
  if (box !== next) return;
  isBringing = false;
  document.documentElement.dataset.reached = shown.state;
}

/** Gives the box what it may be given at any time. */
function dress() {
  const { src, text, language, accent, theme } = shown;
  if (text !== read) ++readings;
  read = text;
  // By another fragment the box knows that there is something else to read.
  const address = `${src}#${readings}`;
  if (box.getAttribute('src') !== address) box.setAttribute('src', address);
  box.setAttribute('lang', language);
  for (const [name, value] of Object.entries({ accent, theme })) {
    if (value) box.setAttribute(name, value);
    else box.removeAttribute(name);
  }
}

addEventListener('message', ({ origin, source, data }) => {
  if (source !== parent || origin !== location.origin || !data?.text) return;
  const before = shown;
  shown = data;
  const isSame = before?.state === 'empty' && shown.state === 'empty' && before.layout === shown.layout;
  const isOver = inBox('.petition-box:not([data-state=loading], [data-state=editing], [data-state=unavailable])');
  // What somebody has typed into the form stays in it.
  if (isSame && !shown.again && !isOver) return dress();
  delete document.documentElement.dataset.reached;
  // The builder tells again what is to be shown.
  if (count >= mostBoxes) location.reload();
  else replaceBox();
});

document.addEventListener('petition-box-submit', () => {
  if (!isBringing) tell('tried');
});

// Whoever looks at the preview stays there.
for (const type of ['click', 'auxclick']) {
  addEventListener(
    type,
    (event) => {
      const link = event.composedPath().find((one) => one instanceof HTMLAnchorElement);
      if (link && !link.getAttribute('href')?.startsWith('#')) event.preventDefault();
    },
    true,
  );
}
Object.assign(window, { open: () => null });

// While the box is brought into its state, it takes the focus from nobody.
const { focus } = HTMLElement.prototype;
HTMLElement.prototype.focus = function (/** @type {FocusOptions | undefined} */ options) {
  if (!isBringing) focus.call(this, options);
};
const { showModal } = HTMLDialogElement.prototype;
HTMLDialogElement.prototype.showModal = function () {
  const before = /** @type {HTMLElement | null} */ (parent.document.activeElement);
  showModal.call(this);
  if (isBringing) before?.focus({ preventScroll: true });
};

// The page around it is not scrolled.
Element.prototype.scrollIntoView = function (/** @type {boolean | ScrollIntoViewOptions | undefined} */ options) {
  const { top, bottom } = this.getBoundingClientRect();
  const isStart = typeof options === 'object' && options.block === 'start';
  if (isStart || top < 0 || bottom > innerHeight) scrollBy({ top: top - 12, behavior: 'instant' });
};

tell('ready');
