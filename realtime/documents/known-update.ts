import * as Y from "yjs";
import { type ClientRange, inspectUpdate } from "./gate/index.ts";
import { OWN_LIMITS } from "./own-limits.ts";

/** What a room keeps of an update that is in the log. */
export interface KnownFacts {
  clients: readonly ClientRange[];
  /** Whether it deletes anything: no state vector tells whether somebody has that yet. */
  deletes: boolean;
}

/** The facts of an update from our own log. Never for bytes that have not been there: the second way is Yjs's own. */
export function factsOfKnown(update: Uint8Array): KnownFacts {
  const inspection = inspectUpdate(update, OWN_LIMITS);
  if (inspection.ok) return { clients: inspection.facts.clients, deletes: inspection.facts.deletes.length > 0 };
  // Merged or garbage collected states hold structs that the gate takes from nobody.
  const { from, to } = Y.parseUpdateMeta(update);
  const clients = [...to].map(([client, end]) => ({ client, from: from.get(client) ?? 0, to: end }));
  return { clients, deletes: true };
}
