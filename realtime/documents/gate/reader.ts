import { refuse } from "./refused.ts";

/**
 * A place in the bytes. Every read is checked against the end first, so nothing is believed that is not there, and no
 * read copies: strings are left where they are and described by `textFrom`, `textTo` and `textUnits`.
 */
export class Reader {
  at = 0;
  readonly end: number;
  /** First byte of the string read last. */
  textFrom = 0;
  /** One past the last byte of the string read last. */
  textTo = 0;
  /** Length of the string read last in UTF-16 units, the measure Yjs counts clocks in. */
  textUnits = 0;

  constructor(readonly bytes: Uint8Array) {
    this.end = bytes.length;
  }

  byte(): number {
    if (this.at >= this.end) refuse("ends too early");
    return this.bytes[this.at++]!;
  }

  skip(count: number): void {
    if (count > this.end - this.at) refuse("ends too early");
    this.at += count;
  }

  /** A variable-length unsigned number, at most 2^53 − 1 and in its shortest form, the only one Yjs writes. */
  uint(): number {
    const first = this.byte();
    if (first < 0x80) return first;
    let value = first & 0x7f;
    let scale = 0x80;
    for (;;) {
      const next = this.byte();
      value += (next & 0x7f) * scale;
      if (next < 0x80) {
        if (next === 0) refuse("number longer than it needs to be");
        if (value > Number.MAX_SAFE_INTEGER) refuse("number above 2^53 - 1");
        return value;
      }
      scale *= 0x80;
      if (scale > 2 ** 49) refuse("number above 2^53 - 1");
    }
  }

  /** How many items follow; refused when even `smallest` bytes for each could not fit in what remains. */
  count(smallest: number): number {
    const count = this.uint();
    if (count * smallest > this.end - this.at) refuse("count larger than the bytes that follow");
    return count;
  }

  /**
   * Walks over a string: length in bytes, then well-formed UTF-8. Yjs decodes with a fatal TextDecoder, so one bad
   * byte would throw in every colleague's browser.
   */
  text(): void {
    const length = this.uint();
    if (length > this.end - this.at) refuse("string longer than the bytes that follow");
    const { bytes } = this;
    const to = this.at + length;
    let at = this.at;
    let units = length;
    this.textFrom = at;
    this.textTo = to;
    while (at < to) {
      const lead = bytes[at]!;
      if (lead < 0x80) {
        at += 1;
        continue;
      }
      const width = sequenceWidth(bytes, at, to);
      // Each unit counted once: 2 bytes are 1 unit, 3 bytes 1, and 4 bytes a surrogate pair.
      units -= width === 4 ? 2 : width - 1;
      at += width;
    }
    this.textUnits = units;
    this.at = to;
  }
}

/** Width of the well-formed UTF-8 sequence that starts at `at` (Unicode 15, table 3-7). */
function sequenceWidth(bytes: Uint8Array, at: number, to: number): number {
  const lead = bytes[at]!;
  const width = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  if (lead < 0xc2 || lead > 0xf4 || at + width > to) refuse("not UTF-8");
  const second = bytes[at + 1]!;
  const lowest = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const highest = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  if (second < lowest || second > highest) refuse("not UTF-8");
  if (width > 2 && (bytes[at + 2]! & 0xc0) !== 0x80) refuse("not UTF-8");
  if (width > 3 && (bytes[at + 3]! & 0xc0) !== 0x80) refuse("not UTF-8");
  return width;
}
