// The bytes that cross the boundary, as widget/markup/bytes.hpp defines them.

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** @param {string} text @returns {Uint8Array} UTF-8; U+FFFD stands for half of a pair */
export const bytesOf = (text) => encoder.encode(text);

export class Writer {
  #bytes = new Uint8Array(256);
  #size = 0;

  /** Forgets what was written, but not the room for it: a key is not to cost any. */
  begin() {
    this.#size = 0;
    return this;
  }

  /** @param {number} value 0 to 255 */
  byte(value) {
    this.#reserve(1);
    this.#bytes[this.#size++] = value;
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

  /** @param {ArrayLike<number>} bytes */
  raw(bytes) {
    this.#reserve(bytes.length);
    this.#bytes.set(bytes, this.#size);
    this.#size += bytes.length;
    return this;
  }

  /** @param {number} more bytes */
  #reserve(more) {
    const before = this.#bytes;
    const size = this.#size + more;
    if (size > before.length) (this.#bytes = new Uint8Array(2 * size)).set(before);
  }

  /** @param {string | Uint8Array} value a text, or its UTF-8 */
  text(value) {
    const bytes = typeof value === 'string' ? bytesOf(value) : value;
    return this.number(bytes.length).raw(bytes);
  }

  written() {
    return this.#bytes.subarray(0, this.#size);
  }
}

export class Reader {
  #bytes;
  /** To which the reader can go back. */
  place;

  /**
   * @param {ArrayBufferLike} memory
   * @param {number} place
   */
  constructor(memory, place) {
    this.#bytes = new Uint8Array(memory);
    this.place = place;
  }

  byte() {
    return this.#bytes[this.place++];
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
    const size = this.number();
    return decoder.decode(this.#bytes.subarray(this.place, (this.place += size)));
  }
}
