import type { GateLimits } from "./limits.ts";
import type { Reader } from "./reader.ts";
import { refuse } from "./refused.ts";

/** As a key of a plain object these would reach its prototype or shadow what every object must have. */
const FORBIDDEN = ["__proto__", "constructor", "prototype", "toString", "valueOf", "hasOwnProperty"];
const FORBIDDEN_BYTES = FORBIDDEN.map((name) => new TextEncoder().encode(name));

/** Reads the name of an element, an attribute or a mark. */
export function readName(reader: Reader, limits: GateLimits): void {
  reader.text();
  checkName(reader.bytes, reader.textFrom, reader.textTo, limits);
}

export function checkName(bytes: Uint8Array, from: number, to: number, limits: GateLimits): void {
  if (to - from > limits.nameBytes) refuse("name too long");
  if (to === from) refuse("name is empty");
  for (const name of FORBIDDEN_BYTES) if (equals(bytes, from, to, name)) refuse("forbidden name");
}

export function equals(bytes: Uint8Array, from: number, to: number, expected: Uint8Array): boolean {
  if (to - from !== expected.length) return false;
  for (let i = 0; i < expected.length; i++) if (bytes[from + i] !== expected[i]) return false;
  return true;
}
