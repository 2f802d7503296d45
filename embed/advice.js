// Advice on what stands in a field, from the first change in a form on. What it is, is decided in
// widget/advice.

import { advising } from '#build';
import { coreOf } from './core.js';
import { download } from './module.js';

/** @import { Core } from './core.js' */

const file = import.meta.url.replace(/[^/]*$/, 'petition-box-advice');

async function load() {
  const instantiate = await download(file, advising, 1);
  return coreOf(instantiate, 'petition_advice_message', 'petition_advice_answer');
}

/** @type {Promise<Core> | undefined} */
let core;

/**
 * @param {string} kind of a field
 * @param {string} answer that stands in it
 * @returns {Promise<string>} for the core (widget/box/message.hpp, Advised)
 */
export async function advise(kind, answer) {
  core ??= load();
  return (await core).send(0, (writer) => writer.text(kind).text(answer)).text();
}
