/** Where the last call of `readNumber` ended. A pair per call would cost more than the reading. */
export let next = 0;

/** A number as lib0 and Yjs write it: seven bits a byte, the lowest first. */
export function readNumber(bytes: Uint8Array, at: number): number {
  let value = 0;
  let factor = 1;
  for (let index = at; ; index++) {
    const byte = bytes[index];
    if (byte === undefined) throw new Error("a number is cut off");
    value += (byte & 127) * factor;
    if (byte < 128) {
      next = index + 1;
      return value;
    }
    factor *= 128;
  }
}

/** Numbers and byte strings one after the other; a byte string with its length before it. */
export function write(...parts: readonly (number | Uint8Array)[]): Uint8Array {
  const pieces: Uint8Array[] = [];
  for (const part of parts) {
    if (typeof part === "number") pieces.push(numberBytes(part));
    else pieces.push(numberBytes(part.length), part);
  }
  return Buffer.concat(pieces);
}

function numberBytes(value: number): Uint8Array {
  const bytes: number[] = [];
  let rest = value;
  while (rest > 127) {
    bytes.push((rest % 128) | 128);
    rest = Math.floor(rest / 128);
  }
  bytes.push(rest);
  return Uint8Array.from(bytes);
}
