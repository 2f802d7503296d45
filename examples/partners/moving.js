// Adds the box, moves it between two places, removes it and puts it back.

const first = document.querySelector('#first');
const second = document.querySelector('#second');

function newBox() {
  const box = document.createElement('petition-box');
  box.setAttribute('src', '../petitions/health-data');
  box.setAttribute('endpoint', '../petitions/health-data/signatures');
  box.setAttribute('lang', 'en');
  return box;
}

/** @type {HTMLElement | undefined} */
let box;

/** @type {Record<string, () => void>} by the id of the button */
const actions = {
  add: () => first?.append((box ??= newBox())),
  move: () => box && (first?.contains(box) ? second : first)?.append(box),
  remove: () => box?.remove(),
  'put-back': () => box && first?.append(box),
};

for (const [id, action] of Object.entries(actions)) {
  document.getElementById(id)?.addEventListener('click', action);
}
