// For a page that holds the box in a frame: makes the frame as high as what is in it, and tells it the
// address of the page, which signers share. Believes only frames of this page that show the address
// this script came from.

const { origin } = new URL(import.meta.url);
const highest = 20_000;

/**
 * With those in open shadow roots.
 * @param {Document | ShadowRoot} root
 * @returns {HTMLIFrameElement[]}
 */
const framesIn = (root) =>
  [...root.querySelectorAll('*')].flatMap((element) => {
    if (element.shadowRoot) return framesIn(element.shadowRoot);
    return element instanceof HTMLIFrameElement ? element : [];
  });

addEventListener('message', ({ source, origin: sender, data }) => {
  const height = Math.ceil(data?.petitionBox);
  if (sender !== origin || height > highest) return;
  for (const frame of framesIn(document)) {
    if (frame.contentWindow !== source) continue;
    if (!(height > 0)) return frame.contentWindow?.postMessage({ petitionBoxPage: location.href }, sender);
    Object.assign(frame.style, { height: height + 'px', border: 0 });
    // The link beside it is for sites that remove frames.
    const link = /** @type {HTMLElement | null} */ (frame.nextElementSibling);
    if (link?.matches('.petition-box-link')) link.style.display = 'none';
  }
});

// A frame that was there first has told its height to nobody.
for (const frame of framesIn(document)) {
  if (frame.src.startsWith(origin + '/')) {
    // As the snippet names it: what else the address of this page says is nobody's business there.
    const told = location.search.match(`[?&](${frame.dataset.source}=[^&]+)`);
    if (told) frame.src += '&' + told[1];
    frame.contentWindow?.postMessage({ petitionBox: 0 }, '*');
  }
}
