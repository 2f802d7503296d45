// Values of a JSON document by their pointers (RFC 6901). Where an item of a list has a name, a
// token "=NAME" stands for its index: "/fields/=country" is the field of that name, wherever it is.

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

/** @param {string | undefined} token @returns {token is string} whether it names an item */
const isName = (token) => token?.startsWith('=') ?? false;

/**
 * @param {Json} container
 * @param {string} token
 * @returns {string | number} the key of what the token points to; -1 where no item has that name
 */
const keyIn = (container, token) =>
  isName(token) && Array.isArray(container)
    ? container.findIndex((item) => item?.name === token.slice(1))
    : token;

/**
 * @param {Json} document
 * @param {string} pointer
 * @returns {string} the same with indices for the names of items that are there
 */
export function withIndices(document, pointer) {
  let value = document;
  let plain = '';
  for (const token of tokensOf(pointer)) {
    const key = keyIn(value, token);
    plain += `/${escaped(key === -1 ? token : String(key))}`;
    value = value?.[key];
  }
  return plain;
}

/**
 * @param {Json} document
 * @param {string} pointer
 * @returns {Json} undefined where there is nothing
 */
export function valueAt(document, pointer) {
  let value = document;
  for (const token of tokensOf(pointer)) {
    const key = keyIn(value, token);
    const holds = typeof value === 'object' && value !== null && Object.hasOwn(value, key);
    if (!holds) return undefined;
    value = value[key];
  }
  return value;
}

/**
 * Puts an item of that name into the list, before the first one whose name comes later.
 * @param {Json[]} list
 * @param {string} name
 * @param {string[]} order of names; any other comes after them
 * @returns {number} its index
 */
function insert(list, name, order) {
  const rank = (/** @type {string} */ other) => order.indexOf(other) + 1 || Infinity;
  const later = list.findIndex((item) => rank(item?.name) > rank(name));
  const index = later === -1 ? list.length : later;
  list.splice(index, 0, { name });
  return index;
}

/**
 * Puts a value there, with the objects and lists on the way to it.
 * @param {Json} document an object
 * @param {string} pointer not of the whole document
 * @param {Json} value
 * @param {string[]} [order] of the names of items
 * @returns {boolean} whether a list has an item more by it
 */
export function put(document, pointer, value, order = []) {
  const tokens = tokensOf(pointer);
  let container = document;
  let added = false;
  for (const [index, token] of tokens.entries()) {
    let key = keyIn(container, token);
    if (key === -1) {
      key = insert(container, token.slice(1), order);
      added = true;
    }
    const next = tokens[index + 1];
    if (next === undefined) {
      container[key] = isName(token) ? { ...container[key], ...value } : value;
    } else if (isName(next) && !Array.isArray(container[key])) {
      container[key] = [];
    } else if (typeof container[key] !== 'object' || container[key] === null) {
      container[key] = {};
    }
    container = container[key];
  }
  return added;
}

/**
 * Takes the member or the named item away, and the objects and lists that become empty by it.
 * @param {Json} document
 * @param {string} pointer of a member of an object, or of an item by its name
 * @param {string} kept pointer of the innermost object that stays in any case
 * @returns {boolean} whether a list has an item less by it
 */
export function remove(document, pointer, kept) {
  const parent = parentOf(pointer);
  const container = valueAt(document, parent);
  if (typeof container !== 'object' || container === null) return false;
  const key = keyIn(container, /** @type {string} */ (tokensOf(pointer).pop()));
  const isItem = typeof key === 'number';
  if (!isItem) delete container[key];
  else if (key !== -1) container.splice(key, 1);
  if (parent !== kept && parent !== '' && Object.keys(container).length === 0) {
    remove(document, parent, kept);
  }
  return isItem;
}
