// What stands in the controls of a form.

/** @import { Writer } from './bytes.js' */

/** @typedef {{ name: string, values: string[] }} Entry what the form would send under a name */

/**
 * @param {ShadowRoot} root
 * @param {string} [only] a name
 * @returns {Entry[]} what the form would send, and nothing where a box is not ticked
 */
export function entriesOf(root, only) {
  /** @type {Entry[]} */
  const entries = [];
  /** @type {NodeListOf<HTMLInputElement>} */
  const controls = root.querySelectorAll('[name]:not([type=hidden])');
  for (const control of controls) {
    // A form that goes elsewhere without script has the names of that place.
    const name = control.dataset.name ?? control.name;
    if (only && only !== name) continue;
    const { type, value, checked, validity } = control;
    let entry = entries[entries.length - 1];
    // Those of one name stand together.
    if (entry?.name !== name) entries.push((entry = { name, values: [] }));
    const { values } = entry;
    if (!/checkbox|radio/.test(type)) {
      // Half of a date has no value, and is not nothing.
      entry.values = [validity?.badInput ? '?' : value];
    } else if (checked && !values.includes(value)) {
      values.push(value);
    }
  }
  return entries;
}

/** @param {ShadowRoot} root @returns {Entry[]} what the form would send, but for what is empty */
export const filledIn = (root) => entriesOf(root).filter(({ values }) => values.join(''));

/**
 * @param {Writer} writer
 * @param {Entry[]} entries
 */
export function write(writer, entries) {
  writer.number(entries.length);
  for (const { name, values } of entries) {
    writer.text(name).number(values.length);
    for (const value of values) writer.text(value);
  }
}
