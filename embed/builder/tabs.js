// A list of tabs by the pattern of the ARIA Authoring Practices: one of them is in the order of the
// Tab key, and the arrow keys choose among them.

/** @type {Record<string, number>} */
const steps = { ArrowLeft: -1, ArrowRight: 1, Home: -Infinity, End: Infinity };

/** @param {HTMLElement} list @returns {HTMLElement[]} */
const tabsOf = (list) =>
  [...list.children].flatMap((tab) => (tab instanceof HTMLElement ? [tab] : []));

/** @param {HTMLElement} list @param {HTMLElement} chosen */
export function showChosen(list, chosen) {
  for (const tab of tabsOf(list)) {
    tab.setAttribute('aria-selected', String(tab === chosen));
    tab.tabIndex = tab === chosen ? 0 : -1;
  }
  const panel = document.getElementById(chosen.getAttribute('aria-controls') ?? '');
  panel?.setAttribute('aria-labelledby', chosen.id);
}

/** @param {HTMLElement} list @param {(tab: HTMLElement) => void} choose */
export function listenToTabs(list, choose) {
  const chooseAt = (/** @type {number} */ index) => {
    choose(tabsOf(list)[index]);
    // Choosing may have drawn the tabs anew.
    tabsOf(list)[index].focus();
  };
  list.addEventListener('click', ({ target }) => {
    const index = tabsOf(list).findIndex((tab) => target instanceof Node && tab.contains(target));
    if (index !== -1) chooseAt(index);
  });
  list.addEventListener('keydown', (event) => {
    const step = steps[event.key];
    const tabs = tabsOf(list);
    const now = tabs.findIndex((tab) => tab === event.target);
    if (step === undefined || now === -1) return;
    event.preventDefault();
    chooseAt(Math.min(Math.max(now + step, 0), tabs.length - 1));
  });
}
