import type { GateLimits } from "./limits.ts";
import { checkName } from "./names.ts";
import type { Reader } from "./reader.ts";
import { refuse } from "./refused.ts";

/**
 * Walks over a string that Yjs will hand to JSON.parse (the value of a mark). A text that does not parse would throw
 * halfway an update in every colleague's browser. Only what JSON.stringify writes passes: no space between tokens,
 * and no escapes in keys, so that a forbidden key cannot hide behind one.
 */
export function readJsonText(reader: Reader, limits: GateLimits): void {
  reader.text();
  const end = reader.textTo;
  const stop = readValue(reader.bytes, reader.textFrom, end, 0, limits);
  if (stop !== end) refuse("mark value is not JSON");
}

function bad(): never {
  return refuse("mark value is not JSON");
}

/** Each reader takes the place where its token starts and gives the place after it. */
function readValue(bytes: Uint8Array, at: number, end: number, depth: number, limits: GateLimits): number {
  if (at >= end) bad();
  if (depth > limits.valueDepth) refuse("value nested too deep");
  switch (bytes[at]) {
    case 0x7b: // {
      return readObject(bytes, at + 1, end, depth, limits);
    case 0x5b: // [
      return readArray(bytes, at + 1, end, depth, limits);
    case 0x22: // "
      return readString(bytes, at, end, true);
    case 0x74:
      return readWord(bytes, at, end, "true");
    case 0x66:
      return readWord(bytes, at, end, "false");
    case 0x6e:
      return readWord(bytes, at, end, "null");
    default:
      return readNumber(bytes, at, end);
  }
}

function readObject(bytes: Uint8Array, start: number, end: number, depth: number, limits: GateLimits): number {
  if (bytes[start] === 0x7d && start < end) return start + 1;
  let at = start;
  for (;;) {
    const afterKey = readString(bytes, at, end, false);
    if (afterKey - at > 2) checkName(bytes, at + 1, afterKey - 1, limits);
    if (afterKey >= end || bytes[afterKey] !== 0x3a) bad();
    at = readValue(bytes, afterKey + 1, end, depth + 1, limits);
    if (at >= end) bad();
    const next = bytes[at++];
    if (next === 0x7d) return at;
    if (next !== 0x2c) bad();
  }
}

function readArray(bytes: Uint8Array, start: number, end: number, depth: number, limits: GateLimits): number {
  if (bytes[start] === 0x5d && start < end) return start + 1;
  let at = start;
  for (;;) {
    at = readValue(bytes, at, end, depth + 1, limits);
    if (at >= end) bad();
    const next = bytes[at++];
    if (next === 0x5d) return at;
    if (next !== 0x2c) bad();
  }
}

function readString(bytes: Uint8Array, start: number, end: number, escapes: boolean): number {
  if (start >= end || bytes[start] !== 0x22) bad();
  let at = start + 1;
  while (at < end) {
    const byte = bytes[at++]!;
    if (byte === 0x22) return at;
    if (byte < 0x20) bad();
    if (byte !== 0x5c) continue;
    if (!escapes || at >= end) bad();
    const kind = bytes[at++]!;
    if (kind === 0x75) {
      if (at + 4 > end) bad();
      for (const stop = at + 4; at < stop; at++) if (!isHex(bytes[at]!)) bad();
    } else if (!ESCAPES.has(kind)) bad();
  }
  return bad();
}

const ESCAPES = new Set(Array.from('"\\/bfnrt', (character) => character.charCodeAt(0)));

function isHex(byte: number): boolean {
  const lower = byte | 0x20;
  return isDigit(byte) || (lower >= 0x61 && lower <= 0x66);
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39;
}

function readWord(bytes: Uint8Array, start: number, end: number, word: string): number {
  const to = start + word.length;
  if (to > end) bad();
  for (let i = 0; i < word.length; i++) if (bytes[start + i] !== word.charCodeAt(i)) bad();
  return to;
}

function readNumber(bytes: Uint8Array, start: number, end: number): number {
  let at = bytes[start] === 0x2d ? start + 1 : start;
  if (bytes[at] === 0x30 && at < end) at += 1;
  else at = readDigits(bytes, at, end);
  if (at < end && bytes[at] === 0x2e) at = readDigits(bytes, at + 1, end);
  if (at < end && (bytes[at]! | 0x20) === 0x65) {
    const sign = bytes[at + 1];
    at = readDigits(bytes, sign === 0x2b || sign === 0x2d ? at + 2 : at + 1, end);
  }
  return at;
}

function readDigits(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  while (at < end && isDigit(bytes[at])) at += 1;
  if (at === start) bad();
  return at;
}
