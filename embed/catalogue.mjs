/**
 * A catalogue as it ships. The wording of consent is a file of its own, for it is reviewed by others than the rest;
 * so are the words that only the whole module says (widget/document/whole.hpp), for few visitors need them.
 * @param {Record<string, string>} words of embed/locales/TAG.json
 * @param {{ wording: Record<string, string> }} consent of TAG.consent.json beside it
 * @param {Record<string, string>} [whole] of TAG.whole.json; unless given, it is the usual module's catalogue
 * @returns {string} JSON
 */
export const catalogueOf = (words, consent, whole = {}) =>
  JSON.stringify({ ...words, ...whole, ...consent.wording });

/**
 * What is said once somebody has signed: it comes then.
 * @param {Record<string, string>} words of embed/locales/TAG.json
 * @param {Record<string, string>} share of TAG.share.json beside it
 * @returns {string} JSON
 */
export const shareCatalogueOf = ({ new_window }, share) => JSON.stringify({ new_window, ...share });
