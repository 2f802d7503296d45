// For the page inside a frame: registers the element, and tells the page around it how high it is, and
// nothing else. The height is no secret, so whoever holds the frame may hear it, and anybody may ask.

import { PetitionBox } from './petition-box.js';

customElements.define('petition-box', PetitionBox);

const page = document.documentElement;

const tell = () =>
  parent.postMessage({ petitionBox: page.getBoundingClientRect().height }, '*');

new ResizeObserver(tell).observe(page);
addEventListener('message', ({ data }) => {
  if (data?.petitionBox === 0) tell();
});
