// The bytes that cross the boundary, as widget/markup/bytes.hpp defines them.

/**
 * UTF-8, by no TextEncoder that a page may have made. U+FFFD stands for half of a pair.
 * @param {string} text
 */
export function bytesOf(text) {
  const bytes = [];
  const escaped = encodeURIComponent(text.replace(/\p{Cs}/gu, '\ufffd'));
  for (const [, hex, plain] of escaped.matchAll(/%(..)|(.)/g)) {
    bytes.push(hex ? parseInt(hex, 16) : plain.charCodeAt(0));
  }
  return bytes;
}

export class Writer {
  /** @type {number[]} */
  #bytes = [];

  /** @param {number} value 0 to 255 */
  byte(value) {
    this.#bytes.push(value);
    return this;
  }

  /** @param {number} value a whole number from 0 to 2^53 */
  number(value) {
    while (value > 127) {
      this.byte((value % 128) + 128);
      value = Math.floor(value / 128);
    }
    return this.byte(value);
  }

  /** @param {Iterable<number>} bytes */
  raw(bytes) {
    for (const byte of bytes) this.byte(byte);
    return this;
  }

  /** @param {string | Uint8Array | number[]} value a text, or its UTF-8 */
  text(value) {
    const bytes = typeof value === 'string' ? bytesOf(value) : value;
    return this.number(bytes.length).raw(bytes);
  }

  written() {
    return new Uint8Array(this.#bytes);
  }
}

export class Reader {
  #bytes;
  #at;

  /**
   * @param {ArrayBufferLike} memory
   * @param {number} at
   */
  constructor(memory, at) {
    this.#bytes = new Uint8Array(memory);
    this.#at = at;
  }

  /** A mark to which the reader can go back. */
  get place() {
    return this.#at;
  }

  set place(at) {
    this.#at = at;
  }

  byte() {
    return this.#bytes[this.#at++];
  }

  number() {
    let value = 0;
    for (let unit = 1; ; unit *= 128) {
      const byte = this.byte();
      value += (byte % 128) * unit;
      if (byte < 128) return value;
    }
  }

  text() {
    let escaped = '';
    for (let left = this.number(); left > 0; --left) {
      escaped += '%' + (256 + this.byte()).toString(16).slice(1);
    }
    return decodeURIComponent(escaped);
  }
}
