// What a language costs a visitor.

import { brotliCompressSync } from 'node:zlib';
import { catalogueOf } from '../../embed/catalogue.mjs';
import { fileOf } from './language.mjs';

/** @import { Language, Mistake } from './language.mjs' */

/** Bytes, compressed with brotli. */
export const most = 2_600;

/** @param {Language} language */
export const weightOf = ({ texts }) =>
  brotliCompressSync(catalogueOf(texts.words, { wording: texts.consent }, texts.whole)).length;

/** @param {Language} language @returns {Mistake[]} */
export function tooHeavy(language) {
  const weight = weightOf(language);
  if (weight <= most) return [];
  const file = fileOf('words', language.tag);
  return [{ file, key: '', rule: 'weight', expected: `at most ${most} bytes`, found: `${weight}` }];
}
