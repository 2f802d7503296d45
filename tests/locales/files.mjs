// The files of a language: under its canonical tag, all of them, written as those of the others.

import { originOf } from '../../embed/catalogue.mjs';
import { fileOf, parts, partsOf } from './language.mjs';

/** @import { Language, Mistake, Part, What } from './language.mjs' */

/** What may have another form of address, or other words. @type {Part[]} */
const ofVariants = ['words', 'whole', 'share', 'consent', 'pages'];

/**
 * @param {string} tag
 * @param {Part[]} [of] all of them unless told
 * @returns {What[]} a variant has the glossary of its language, and needs none but its words; English needs no glossary, and says itself what the descriptions of protocols do
 */
export function filesOf(tag, of = parts) {
  if (originOf(tag) !== tag) return ofVariants;
  return tag === 'en' ? of.filter((part) => part !== 'protocols') : [...of, 'glossary'];
}

/** @param {unknown} content @returns {string} as a file has it */
export const written = (content) => JSON.stringify(content, null, 2) + '\n';

/** @param {string} tag @returns {string | undefined} the one name of the language (RFC 5646 section 4.5) */
export function canonical(tag) {
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}

/**
 * @param {string} source
 * @param {boolean} isWritten whether it is written as the tools of translators write it
 * @returns {string | undefined} what a file with this content should be
 */
function expectedOf(source, isWritten) {
  if (source === '') return 'the file';
  try {
    const content = JSON.parse(source);
    if (typeof content !== 'object' || content === null || Array.isArray(content))
      return 'an object';
    // A key that is there twice is only once in it.
    if (isWritten && written(content) !== source)
      return 'two blanks a level, each key once, and letters as they are';
  } catch {
    return 'JSON';
  }
}

/** @param {Language} language @returns {Mistake[]} */
export function wrongFilesOf(language) {
  const { tag, sources, origin } = language;
  const name = canonical(tag);
  const wrong = filesOf(tag, partsOf(language)).flatMap((what) => {
    if (origin && what !== 'words' && sources[what] === '') return [];
    const expected = expectedOf(sources[what], what !== 'glossary');
    const found = sources[what] === '' ? 'none' : 'another';
    return expected ? [{ file: fileOf(what, tag), key: '', rule: 'file', expected, found }] : [];
  });
  if (name === tag) return wrong;
  const expected = name ? `the tag ${name}` : 'a language tag (RFC 5646)';
  return [{ file: fileOf('words', tag), key: '', rule: 'file', expected, found: tag }, ...wrong];
}
