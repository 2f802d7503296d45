// What a petition says to its readers, line by line.

import { strict as assert } from 'node:assert';
import { read } from '../command/commonmark.mjs';

/** @import { Json } from './documents.mjs' */

/** @param {string} source of a running text */
const wordsOf = (source) =>
  read(source)
    .map(({ text }) => text)
    .join('');

/**
 * @param {Json} petition its document
 * @param {string} language
 * @returns {string[]} what the box shows of it before anybody signs, without its markup
 */
export function linesOf(petition, language) {
  const { addressee, title, introduction, headings, demands, timeline, conclusion } = petition;
  const { name, purpose, retention } = petition.controller;
  const plain = [addressee, title, headings?.demands, headings?.timeline, name, purpose, retention];
  const events = (timeline ?? []).map((/** @type {Json} */ event) => event.text);
  const running = [introduction, demands, events, conclusion].flatMap((texts) => texts ?? []);
  /** @param {Json} text */
  const translated = (text) => (typeof text === 'string' ? text : text[language]);
  return [
    ...plain.filter(Boolean).map(translated),
    ...running.map((text) => wordsOf(translated(text))),
  ];
}

/** What is folded is there to be opened. @param {import('./page.mjs').Page} page @param {string} path of the box */
export async function readAll(page, path) {
  await page.click(`${path} details:not([open]) summary`);
  return page.text(path);
}

/** @param {string} shown @param {Json} petition its document @param {string} language */
export function assertEveryLine(shown, petition, language) {
  for (const line of linesOf(petition, language)) {
    assert.ok(shown.includes(line), `expected to read \u201c${line}\u201d in: ${shown}`);
  }
}
