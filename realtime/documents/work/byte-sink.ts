/** Bytes that are written one after the other, in an array that grows. */
export class ByteSink {
  array: Uint8Array<ArrayBuffer> = new Uint8Array(64);
  length = 0;

  /** A whole number, seven bits a byte, the lowest first, the top bit set on all but the last. */
  uint(value: number): void {
    this.reserve(8);
    let rest = value;
    while (rest > 127) {
      this.array[this.length++] = (rest % 128) | 128;
      rest = Math.floor(rest / 128);
    }
    this.array[this.length++] = rest;
  }

  bytes(source: Uint8Array, from: number, to: number): void {
    this.reserve(to - from);
    // Most pieces are a letter; a view of it would cost more than the copy.
    if (to - from > 32) this.array.set(source.subarray(from, to), this.length);
    else for (let at = from, into = this.length; at < to; at++, into++) this.array[into] = source[at]!;
    this.length += to - from;
  }

  /** Everything written, as an array of its own. */
  take(): Uint8Array<ArrayBuffer> {
    return this.array.slice(0, this.length);
  }

  private reserve(more: number): void {
    if (this.length + more <= this.array.length) return;
    const grown = new Uint8Array(Math.max(this.array.length * 2, this.length + more));
    grown.set(this.array.subarray(0, this.length));
    this.array = grown;
  }
}
