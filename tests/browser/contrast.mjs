// What somebody can see of an element.

/**
 * Runs in the page.
 * @param {Element} root
 * @param {string} property a colour, such as color or border-top-color
 * @param {string[]} [selectors] of elements below the root, and of their ::before; without, it is of the
 *   root itself
 * @returns {number[]} the contrast of each with its ground (WCAG 2.2)
 */
export function contrastsOf(root, property, selectors = ['']) {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true });
  const pixel = (/** @type {string} */ colour) => {
    context?.clearRect(0, 0, 1, 1);
    Object.assign(context ?? {}, { fillStyle: colour });
    context?.fillRect(0, 0, 1, 1);
    return [...(context?.getImageData(0, 0, 1, 1).data ?? [])];
  };
  const luminance = (/** @type {number[]} */ rgb) => {
    const [red, green, blue] = rgb
      .map((value) => value / 255)
      .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  return selectors.map((selector) => {
    const [path, part] = selector.split('::');
    const element = path ? root.querySelector(path) : root;
    if (element === null) throw new Error(`no element ${path}`);
    const ink = pixel(getComputedStyle(element, part && `::${part}`).getPropertyValue(property));
    if (ink[3] === 0) return 1;
    /** @type {Element | null} */
    let ground = property === 'color' ? element : element.parentElement;
    while (ground && pixel(getComputedStyle(ground).backgroundColor)[3] !== 255) {
      const tree = ground.getRootNode();
      ground = ground.parentElement ?? (tree instanceof ShadowRoot ? tree.host : null);
    }
    const paper = pixel(ground ? getComputedStyle(ground).backgroundColor : 'white');
    const [darker, lighter] = [luminance(ink), luminance(paper)].sort((a, b) => a - b);
    return (lighter + 0.05) / (darker + 0.05);
  });
}
