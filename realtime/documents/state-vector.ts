import * as Y from "yjs";
import { readVarint } from "../wire/bytes.ts";
import { HIGHEST_CLIENT } from "./gate/index.ts";

export type Vector = ReadonlyMap<number, number>;

/**
 * Reads the state vector of a client: a count, then client id and clock for each. Bounded by its bytes; null when it
 * is anything else than exactly that.
 */
export function readVector(bytes: Uint8Array): Map<number, number> | null {
  if (bytes.length === 0) return new Map();
  const count = readVarint(bytes, 0);
  if (count === null || count.value > bytes.length / 2) return null;
  const vector = new Map<number, number>();
  let at = count.next;
  for (let index = 0; index < count.value; index++) {
    const client = readVarint(bytes, at);
    const clock = client && readVarint(bytes, client.next);
    if (!clock || client.value > HIGHEST_CLIENT) return null;
    vector.set(client.value, clock.value);
    at = clock.next;
  }
  return at === bytes.length ? vector : null;
}

/** The vector of a stored snapshot. */
export function readKnownVector(bytes: Uint8Array): Map<number, number> {
  return Y.decodeStateVector(bytes);
}

export function writeVector(vector: Vector): Uint8Array {
  return Y.encodeStateVector(vector as Map<number, number>);
}

/** What of `vector` counts against `base`: ids that are known there, and no further than they go there. */
export function within(vector: Vector, base: Vector): Map<number, number> {
  const common = new Map<number, number>();
  for (const [client, clock] of base) {
    const theirs = Math.min(vector.get(client) ?? 0, clock);
    if (theirs > 0) common.set(client, theirs);
  }
  return common;
}
