import type { DocumentLog } from "#db/documents/log.ts";
import type { StoredDocument } from "#db/documents/stored.ts";
import { type Ledger, outboxKey } from "./ledger.ts";
import { workOn } from "./materialise.ts";
import { Opening } from "./opening.ts";

export interface AfterGap {
  stored: StoredDocument;
  opening: Opening;
  /** Everything that the room lacked. */
  updates: Uint8Array[];
}

/**
 * Reads on for a room that missed rows which compaction has merged since: the rows are gone, so the difference is
 * taken between the states. Brings the ledger up to date. Null when the document is gone.
 */
export async function readAfterGap(log: DocumentLog, documentId: string, ledger: Ledger): Promise<AfterGap | null> {
  const stored = await log.open(documentId);
  if (stored === null) return null;
  const opening = new Opening(stored, workOn(documentId));
  const known = new Map(ledger.vector);
  const updates = opening.answer(await opening.prepare(known, 0), known);
  const outboxes = ledger.outboxes();
  const marks = await log.sessionMarks(
    outboxes.map((outbox) => {
      const [personId, sessionId] = outbox.split(" ") as [string, string];
      return { documentId, personId, sessionId };
    }),
  );
  ledger.noteVector(opening.vector());
  ledger.noteOwners(stored.owners);
  outboxes.forEach((outbox, index) => {
    ledger.noteSaved(outbox, marks[index] ?? 0);
  });
  noteStoredMarks(ledger, stored);
  return { stored, opening, updates };
}

/** Takes the outbox marks of the loose rows into the ledger. */
export function noteStoredMarks(ledger: Ledger, stored: StoredDocument): void {
  for (const { entries } of stored.rows)
    for (const { personId, sent } of entries)
      if (personId && sent) ledger.noteSaved(outboxKey(personId, sent.sessionId), sent.sequence);
}
