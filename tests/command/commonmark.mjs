// What running text means, as the npm package commonmark reads it, with no more syntax than that.

import { Node, Parser } from 'commonmark';

/** Words with the marks on them. @typedef {{ text: string, marks: string }} Words */

/** @param {Words[]} words @returns {Words[]} the same, with words of the same marks as one */
export function joined(words) {
  /** @type {Words[]} */
  const all = [];
  for (const { text, marks } of words) {
    const last = all.at(-1);
    if (last?.marks === marks) last.text += text;
    else if (text) all.push({ text, marks });
  }
  return all;
}

/** The inline parser without the syntax that running text has not. */
const parser = /** @type {any} */ (new Parser()).inlineParser;
for (const other of ['Backticks', 'Autolink', 'HtmlTag', 'Entity', 'Newline']) {
  parser[`parse${other}`] = () => false;
}
const { parseBackslash, parseBang, parseLinkDestination } = parser;
parser.parseBackslash = function (/** @type {unknown} */ block) {
  return this.subject[this.pos + 1] !== '\n' && parseBackslash.call(this, block);
};
parser.parseBang = function (/** @type {unknown} */ block) {
  parseBang.call(this, block);
  if (this.brackets?.image) this.brackets.active = false;
  return true;
};
parser.parseLinkDestination = function () {
  const words = this.subject.slice(
    this.brackets.index + 1,
    this.subject.lastIndexOf(']', this.pos),
  );
  const isAlone = this.subject[this.pos - 1] === '(';
  const address = parseLinkDestination.call(this);
  const isLink = isAlone && this.subject[this.pos] === ')' && /^https?:\/\/[^/]/.test(address);
  return isLink && words.trim() ? address : null;
};

/** @param {string} source @returns {Words[]} as commonmark reads it */
export function read(source) {
  const block = new Node('paragraph');
  Reflect.set(block, '_string_content', source);
  parser.parse(block);
  /** @type {Words[]} */
  const words = [];
  const open = { emph: 0, strong: 0, link: '' };
  const walker = block.walker();
  for (let event = walker.next(); event; event = walker.next()) {
    const { type, literal, destination } = event.node;
    const by = event.entering ? 1 : -1;
    if (type === 'emph' || type === 'strong') open[type] += by;
    else if (type === 'link') open.link = event.entering ? `${destination} ` : '';
    else if (type === 'text') {
      const marks = `${open.link}${open.emph > 0 ? 'e' : ''}${open.strong > 0 ? 's' : ''}`;
      words.push({ text: literal ?? '', marks });
    }
  }
  return joined(words);
}
