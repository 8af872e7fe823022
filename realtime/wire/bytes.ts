/** A number at `at`, and where the next byte is. */
export interface Read {
  value: number;
  next: number;
}

const HIGHEST = 0x1fff_ffff_ffff;

/** Bytes that `writeVarint` will need: 1 to 7. Numbers are whole, 0 to 2^45 − 1. */
export function varintSize(value: number): number {
  let size = 1;
  for (let rest = value; rest > 127; rest = Math.floor(rest / 128)) size++;
  return size;
}

/** Writes `value` seven bits a byte, the lowest first, the top bit set on all but the last. @returns the next index. */
export function writeVarint(into: Uint8Array, at: number, value: number): number {
  let index = at;
  let rest = value;
  while (rest > 127) {
    into[index++] = (rest % 128) | 128;
    rest = Math.floor(rest / 128);
  }
  into[index++] = rest;
  return index;
}

/** Reads such a number before `end`; null when it is cut off or over 2^45 − 1. */
export function readVarint(bytes: Uint8Array, at: number, end = bytes.length): Read | null {
  let value = 0;
  let factor = 1;
  for (let index = at; index < end && index < at + 7; index++) {
    const byte = bytes[index]!;
    value += (byte & 127) * factor;
    if (byte < 128) return value <= HIGHEST ? { value, next: index + 1 } : null;
    factor *= 128;
  }
  return null;
}

/** Byte strings one after the other, each with its length before it. */
export function pack(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  let size = 0;
  for (const part of parts) size += varintSize(part.length) + part.length;
  const packed = new Uint8Array(size);
  packInto(packed, 0, parts);
  return packed;
}

/** Writes what `pack` would at `at` of a larger array that has room for it. */
export function packInto(into: Uint8Array, at: number, parts: readonly Uint8Array[]): void {
  let index = at;
  for (const part of parts) {
    index = writeVarint(into, index, part.length);
    into.set(part, index);
    index += part.length;
  }
}

/** The byte strings that `pack` put together, as views; null when the lengths do not fit the bytes. */
export function unpack(packed: Uint8Array, from = 0): Uint8Array[] | null {
  const parts: Uint8Array[] = [];
  let at = from;
  while (at < packed.length) {
    const length = readVarint(packed, at);
    if (length === null || length.next + length.value > packed.length) return null;
    parts.push(packed.subarray(length.next, length.next + length.value));
    at = length.next + length.value;
  }
  return parts;
}
