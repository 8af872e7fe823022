import { KIND, readContent } from "../gate/content.ts";
import { Reader } from "../gate/reader.ts";
import { Refused } from "../gate/refused.ts";
import { OWN_LIMITS } from "../own-limits.ts";
import { EMPTY_UPDATE } from "./empty-update.ts";
import { readParent, STRUCT } from "./struct-head.ts";

/**
 * The difference of an update of our own log to somebody who has all of its content, which is nearly everybody who
 * comes back after a break of the line: its deletions, which no vector tells of. One walk over the bytes that builds
 * nothing, and stops at the first content that is lacking.
 *
 * @returns null when something is lacking, or the update holds what our editor does not make: Yjs knows then.
 */
export function deletionsOnly(update: Uint8Array, vector: ReadonlyMap<number, number>): Uint8Array | null {
  const reader = new Reader(update);
  try {
    for (let blocks = reader.uint(); blocks > 0; blocks--) {
      const count = reader.count(2);
      const known = vector.get(reader.uint()) ?? 0;
      let clock = reader.uint();
      for (let index = 0; index < count; index++) {
        clock += readStruct(reader);
        if (clock > known) return null;
      }
    }
  } catch (error) {
    if (error instanceof Refused) return null;
    throw error;
  }
  const deletions = update.subarray(reader.at);
  if (deletions.length === 1) return EMPTY_UPDATE;
  const difference = new Uint8Array(1 + deletions.length);
  difference.set(deletions, 1);
  return difference;
}

/** @returns how far it moves the clock. */
function readStruct(reader: Reader): number {
  const info = reader.byte();
  const kind = info & STRUCT.kindBits;
  if (kind === KIND.gc) return reader.uint();
  if ((info & STRUCT.hasOrigin) !== 0) {
    reader.uint();
    reader.uint();
  }
  if ((info & STRUCT.hasRight) !== 0) {
    reader.uint();
    reader.uint();
  }
  if ((info & (STRUCT.hasOrigin | STRUCT.hasRight)) === 0) readParent(reader, info);
  return readContent(reader, kind, OWN_LIMITS);
}
