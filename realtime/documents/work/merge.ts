import * as Y from "yjs";
import { LIMITS } from "../../wire/limits.ts";
import { EMPTY_UPDATE } from "./empty-update.ts";
import { mergeInOrder } from "./merge-in-order.ts";

/** One update with everything these hold, in the order of the log. Does not integrate: linear in the bytes. */
export function mergeUpdates(updates: readonly Uint8Array[]): Uint8Array {
  if (updates.length < 2) return updates[0] ?? EMPTY_UPDATE;
  return mergeInOrder(updates) ?? mergeInTree(updates);
}

/** Yjs's own way, for what is out of order. The cost of one call grows with the square of its parts. */
function mergeInTree(updates: readonly Uint8Array[]): Uint8Array {
  let level = [...updates];
  while (level.length > 1) {
    const next: Uint8Array[] = [];
    for (let at = 0; at < level.length; at += LIMITS.mergeAtOnce) {
      const part = level.slice(at, at + LIMITS.mergeAtOnce);
      next.push(part.length === 1 ? part[0]! : Y.mergeUpdates(part));
    }
    level = next;
  }
  return level[0] ?? EMPTY_UPDATE;
}

/** What of `update` somebody at `vector` lacks. Deletions are always included, as no vector tells of them. */
export function difference(update: Uint8Array, vector: ReadonlyMap<number, number>): Uint8Array {
  return Y.diffUpdate(update, Y.encodeStateVector(vector as Map<number, number>));
}
