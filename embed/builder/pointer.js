// Values of a JSON document by their pointers (RFC 6901).

/** @typedef {any} Json a value as JSON.parse gives it */

/** @param {string} token of a pointer, as it is written in one */
export const escaped = (token) => token.replaceAll('~', '~0').replaceAll('/', '~1');

/** @param {string} pointer */
const tokensOf = (pointer) =>
  pointer
    .split('/')
    .slice(1)
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));

/** @param {string} pointer @returns {string} of what holds it; of the document for the document */
export const parentOf = (pointer) => pointer.slice(0, Math.max(0, pointer.lastIndexOf('/')));

/**
 * @param {Json} document
 * @param {string} pointer
 * @returns {Json} undefined where there is nothing
 */
export function valueAt(document, pointer) {
  let value = document;
  for (const token of tokensOf(pointer)) {
    const holds = typeof value === 'object' && value !== null && Object.hasOwn(value, token);
    if (!holds) return undefined;
    value = value[token];
  }
  return value;
}

/**
 * Puts a value there, with the objects on the way to it.
 * @param {Json} document an object
 * @param {string} pointer not of the whole document
 * @param {Json} value
 */
export function put(document, pointer, value) {
  const tokens = tokensOf(pointer);
  const last = /** @type {string} */ (tokens.pop());
  let container = document;
  for (const token of tokens) {
    if (typeof container[token] !== 'object' || container[token] === null) container[token] = {};
    container = container[token];
  }
  container[last] = value;
}

/**
 * Takes the member away, and the objects that become empty by it.
 * @param {Json} document
 * @param {string} pointer of a member of an object
 * @param {string} kept pointer of the innermost object that stays in any case
 */
export function remove(document, pointer, kept) {
  const parent = parentOf(pointer);
  const container = valueAt(document, parent);
  if (typeof container !== 'object' || container === null) return;
  delete container[/** @type {string} */ (tokensOf(pointer).pop())];
  if (parent !== kept && parent !== '' && Object.keys(container).length === 0) {
    remove(document, parent, kept);
  }
}
