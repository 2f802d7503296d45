/**
 * A catalogue as it ships. The wording of consent is a file of its own, for it is reviewed by others
 * than the rest.
 * @param {Record<string, string>} words of embed/locales/TAG.json
 * @param {{ wording: Record<string, string> }} consent of TAG.consent.json beside it
 * @returns {string} JSON
 */
export const catalogueOf = (words, consent) => JSON.stringify({ ...words, ...consent.wording });
