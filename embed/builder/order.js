// The members of a document in the order in which its schema describes them: one petition gives one
// text, however it was put together.

/** @import { Json } from './pointer.js' */

/**
 * @param {Json} value
 * @param {Json} schema of the value, in JSON Schema
 * @param {Json} root the schema that "#/..." refers to
 * @returns {Json} what the schema does not describe comes last, as it was
 */
export function inOrder(value, schema, root = schema) {
  if (typeof value !== 'object' || value === null) return value;
  const { properties = {}, items } = resolved(schema, root);
  if (Array.isArray(value)) return value.map((item) => inOrder(item, items, root));
  const described = Object.keys(properties).filter((name) => Object.hasOwn(value, name));
  const others = Object.keys(value).filter((name) => !Object.hasOwn(properties, name));
  return Object.fromEntries(
    [...described, ...others].map((name) => [name, inOrder(value[name], properties[name], root)]),
  );
}

/** @param {Json} schema @param {Json} root @returns {Json} */
function resolved(schema, root) {
  const name = schema?.$ref?.slice('#/$defs/'.length);
  return name === undefined ? (schema ?? {}) : root.$defs[name];
}
