// What somebody can see of an element.

/**
 * Runs in the page.
 * @param {Element} element
 * @param {string} property a colour of it, such as color or border-top-color
 * @param {string} [part] of it: ::before
 * @returns {number} its contrast with the ground (WCAG 2.2)
 */
export function contrastOf(element, property, part) {
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
  const ink = pixel(getComputedStyle(element, part).getPropertyValue(property));
  if (ink[3] === 0) return 1;
  /** @type {Element | null} */
  let ground = property === 'color' ? element : element.parentElement;
  while (ground && pixel(getComputedStyle(ground).backgroundColor)[3] !== 255) {
    const root = ground.getRootNode();
    ground = ground.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
  }
  const paper = pixel(ground ? getComputedStyle(ground).backgroundColor : 'white');
  const [darker, lighter] = [luminance(ink), luminance(paper)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}
