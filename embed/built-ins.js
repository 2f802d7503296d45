// What a page's scripts may have put something else in the place of, as the language or the browser
// gives it. A variable of a script of the page hides a name from every script, and not the property of
// globalThis: what pages call theirs, fetch and crypto, is taken from there.

export const Promise = /* @__PURE__ */ (() =>
  /** @type {PromiseConstructor} */ ((async () => {})().constructor))();

/** Without the polyfills that know no parent but an element. @param {ChildNode | null} node */
export const remove = (node) => node?.parentNode?.removeChild(node);

/**
 * @param {string} address
 * @returns {{ href: string, origin: string, hostname: string }} by the browser's own parser; without a document by
 *   URL, which throws where it is no address
 */
export const parse = (address) =>
  globalThis.document
    ? Object.assign(document.createElement('a'), { href: address })
    : new URL(address);
