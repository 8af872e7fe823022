import * as Y from "yjs";
import type { LogRow } from "#db/documents/stored.ts";
import { type ClientRange, inspectUpdate } from "./gate/index.ts";
import { OWN_LIMITS } from "./own-limits.ts";

/** What a room keeps of an update that is in the log. */
export interface KnownFacts {
  clients: readonly ClientRange[];
  /** Whether it deletes anything: no state vector tells whether somebody has that yet. */
  deletes: boolean;
}

/**
 * The facts of an update from our own log; null when nobody can read it: its bytes were damaged where they are kept.
 * Never for bytes that have not been in the log: the second way is Yjs's own.
 */
export function factsOfKnown(update: Uint8Array): KnownFacts | null {
  const inspection = inspectUpdate(update, OWN_LIMITS);
  if (inspection.ok) return { clients: inspection.facts.clients, deletes: inspection.facts.deletes.length > 0 };
  try {
    // Merged or garbage collected states hold structs that the gate takes from nobody. Read to the end first: what
    // tells of the clocks stops before the deletions.
    Y.decodeUpdate(update);
    const { from, to } = Y.parseUpdateMeta(update);
    const clients = [...to].map(([client, end]) => ({ client, from: from.get(client) ?? 0, to: end }));
    return { clients, deletes: true };
  } catch {
    return null;
  }
}

export interface KnownUpdate {
  update: Uint8Array;
  facts: KnownFacts;
}

/** What of these rows can be read, in order, and the numbers of the rows of which something cannot. */
export function readableOf(rows: readonly LogRow[]): { known: KnownUpdate[]; unreadable: number[] } {
  const known: KnownUpdate[] = [];
  const unreadable = new Set<number>();
  for (const { seq, entries, unreadable: why } of rows) {
    if (why !== undefined) unreadable.add(seq);
    for (const { update } of entries) {
      const facts = factsOfKnown(update);
      if (facts) known.push({ update, facts });
      else unreadable.add(seq);
    }
  }
  return { known, unreadable: [...unreadable] };
}

/** Moves a vector on by what an update brings. What does not begin where it stands leaves a hole, and does not count. */
export function moveOn(vector: Map<number, number>, { clients }: KnownFacts): void {
  for (const { client, from, to } of clients) {
    const known = vector.get(client) ?? 0;
    if (from <= known && to > known) vector.set(client, to);
  }
}
