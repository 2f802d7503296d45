// What a field of one kind has and another has not: the options of a choice come and go with it.

import { named } from './names.js';

/** @import { Sight } from './sight.svelte.js' */

/** @param {Sight} sight @param {string} field pointer of one whose kind was changed */
export function changeKind(sight, field) {
  const { core, draft } = sight;
  const pointer = `${field}/options`;
  const options = draft.at(pointer);
  const kind = draft.at(`${field}/kind`);
  // Whether the core expects options of such a field.
  const mistakes = core.check(JSON.stringify({ fields: [{ kind }] }));
  const wanted = mistakes.some((mistake) => mistake.pointer === '/fields/0/options');
  if (wanted === (options !== undefined)) return;
  if (wanted) {
    draft.put(pointer, draft.takenOut.get(pointer) ?? [named(sight, 'option', {}, [])]);
  } else {
    draft.takenOut.set(pointer, options);
    draft.remove(pointer, field);
  }
}
