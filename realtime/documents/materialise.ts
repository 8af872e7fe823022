import * as Y from "yjs";
import type { Merged, StoredDocument } from "#db/documents/stored.ts";
import { hardenYjs } from "../client/harden-yjs.ts";
import { contentHash } from "../wire/content-hash.ts";
import { LIMITS } from "../wire/limits.ts";

/**
 * Everything that needs Yjs on the server, and only ever on bytes of our own log. All of it is asynchronous so that it
 * can move to a worker without a change elsewhere; nothing on the way of a keystroke calls it.
 */

/** One update with everything these hold. Merges in a tree: the cost of a call grows with the square of its parts. */
export async function mergeUpdates(updates: readonly Uint8Array[]): Promise<Uint8Array> {
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

/** An update without content: no clients, no deletions. */
export const EMPTY_UPDATE = Uint8Array.of(0, 0);

/** What of `update` somebody at `vector` lacks. Deletions are always included, as no vector tells of them. */
export async function diffUpdate(update: Uint8Array, vector: ReadonlyMap<number, number>): Promise<Uint8Array> {
  return Y.diffUpdate(update, Y.encodeStateVector(vector as Map<number, number>));
}

/** The state of a document after its log, garbage collected. @throws Error when the log has a hole. */
export async function mergeStored(stored: StoredDocument): Promise<Merged> {
  const document = materialise(partsOf(stored));
  try {
    const merged = { state: Y.encodeStateAsUpdate(document), vector: Y.encodeStateVector(document) };
    assertCovers(document, stored);
    return merged;
  } finally {
    document.destroy();
  }
}

/** `contentHash` of the document these updates make. */
export async function hashOf(updates: readonly Uint8Array[]): Promise<string> {
  const document = materialise(updates);
  try {
    return contentHash(document);
  } finally {
    document.destroy();
  }
}

/** Builds the live object. The caller destroys it. @throws Error when something that the updates rest on is missing. */
export function materialise(updates: readonly Uint8Array[]): Y.Doc {
  hardenYjs();
  const document = new Y.Doc({ gc: true });
  document.transact(() => {
    for (const update of updates) Y.applyUpdate(document, update);
  });
  if (document.store.pendingStructs !== null || document.store.pendingDs !== null) {
    document.destroy();
    throw new Error("the log of the document has a hole");
  }
  return document;
}

/** The updates that make up a stored document, oldest first. */
export function partsOf({ snapshot, rows }: StoredDocument): Uint8Array[] {
  const parts = rows.flatMap((row) => row.entries.map((entry) => entry.update));
  return snapshot ? [snapshot.state, ...parts] : parts;
}

/** Compaction deletes what it merged, so it proves first that nothing of it is missing. */
function assertCovers(document: Y.Doc, stored: StoredDocument): void {
  const assert = (client: number, clock: number) => {
    if (Y.getState(document.store, client) < clock) throw new Error("the merged document lacks something of its log");
  };
  if (stored.snapshot) for (const [client, clock] of Y.decodeStateVector(stored.snapshot.vector)) assert(client, clock);
  for (const { entries } of stored.rows)
    for (const { update } of entries) for (const [client, clock] of Y.parseUpdateMeta(update).to) assert(client, clock);
}
