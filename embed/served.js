// Where the script of a site finds its files: in the folder of its own version. Those never change, so
// that what an open page asks for later still fits.

import { parse } from './built-ins.js';
import { again, importFile } from './link.js';
import { patience, within } from './waiting.js';
import { running, version } from '#build';

const [, folder = ''] =
  /^(\w+:\/\/[^?#]*\/)petition-box\.js(?:[?#]|$)/.exec(import.meta.url ?? '') ?? [];

/** Empty where the script is not where it was put: in a page, or in a file with others. */
export const beside = !folder || folder.endsWith(`/${version}/`) ? folder : `${folder}${version}/`;

/**
 * @param {string} base where somebody says that they are; else empty
 * @param {string} src address of a petition's document
 * @param {boolean} elsewhere whether the script may be the only file that was put where it is
 * @returns {string} where nobody says it, the folder on the site that has the petition
 */
export function folderFor(base, src, elsewhere) {
  const { href, origin } = parse(src);
  const [site, petition] = href.split('/petitions/');
  return (
    (!(elsewhere && base === beside) && base) ||
    `${petition ? site : origin}/embed/${version}/`
  );
}

/**
 * A file of its own, which a page pays for when its visitor is near.
 * @param {string} base
 * @param {number} attempt from 1
 * @returns {Promise<typeof import('./running.js')>}
 */
export const loadRunning = (base, attempt) =>
  within(patience, () => importFile(again(base + 'petition-box-running.js', attempt), running));
