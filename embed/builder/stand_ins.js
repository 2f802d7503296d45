// A draft as it may become: with stand-ins in the place of what is not written yet.

import { errorsIn } from './core.js';
import { placesIn } from './mistakes.js';
import { isTranslated } from './place.js';
import { put } from './pointer.js';

/** @import { Mistake } from './core.js' */
/** @import { Draft } from './draft.js' */
/** @import { Json } from './pointer.js' */

/**
 * @param {HTMLElement} form
 * @param {Draft} draft
 * @param {Mistake[]} mistakes of the draft
 * @returns {Json} the document, with stand-ins where the core expects what is not there; other
 *   mistakes stay in it
 */
export function withStandIns(form, draft, mistakes) {
  const places = placesIn(form, draft);
  const copy = structuredClone(draft.document);
  for (const { pointer } of errorsIn(mistakes)) {
    const place = places.get(pointer);
    const { standIn } = place?.dataset ?? {};
    if (!place || standIn === undefined) continue;
    put(copy, pointer, isTranslated(place) ? { [draft.languages[0]]: standIn } : standIn);
  }
  return copy;
}
