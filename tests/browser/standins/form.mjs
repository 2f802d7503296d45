// What a form has sent, as servers read it.

/**
 * @param {import('./standin.mjs').Asked} asked
 * @returns {Promise<[string, string][]>} in order; none where the body is no form's
 */
export async function pairsOf({ type, headers, body }) {
  if (type === 'application/x-www-form-urlencoded') {
    return [...new URLSearchParams(body.toString())];
  }
  if (type !== 'multipart/form-data') return [];
  const whole = new Response(new Uint8Array(body), {
    headers: { 'content-type': String(headers['content-type']) },
  });
  const data = await whole.formData().catch(() => new FormData());
  return [...data].map(([name, value]) => [name, String(value)]);
}

/**
 * As PHP's $_POST has it: of a name that comes again the last counts, but where it ends in []; a
 * dot or a blank in a name is a low line.
 * @param {[string, string][]} pairs
 * @returns {Record<string, string | string[]>}
 */
export function phpFields(pairs) {
  /** @type {Record<string, string | string[]>} */
  const fields = {};
  for (const [name, value] of pairs) {
    const plain = name.replace(/[. ]/g, '_');
    if (!plain.endsWith('[]')) {
      fields[plain] = value;
      continue;
    }
    const list = plain.slice(0, -2);
    fields[list] = [...(Array.isArray(fields[list]) ? fields[list] : []), value];
  }
  return fields;
}

/** @param {unknown} value @returns {value is string} with an @ in it, and a host after it */
export const isEmail = (value) =>
  typeof value === 'string' && /^[\x21-\x7e]+@[a-z\d-]+(\.[a-z\d-]+)+$/i.test(value);
