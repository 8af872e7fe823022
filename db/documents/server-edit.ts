import { type RecordedEvent, recordEventIn } from "#db/activity/store.ts";
import type { Sql } from "#db/client.ts";
import { encodeEntries } from "./entries.ts";
import { type Reading, readOpened } from "./read.ts";
import type { StoredDocument } from "./stored.ts";

/** Any number that no other advisory lock of the application uses as its first key. */
const DOCUMENT_LOCK = 7_260_001;

/** Held until the transaction ends, by server edits and compaction; writing people never wait for it. */
export async function lockDocument(tx: Reading, documentId: string): Promise<void> {
  await tx`select pg_advisory_xact_lock(${DOCUMENT_LOCK}, hashtext(${documentId}))`;
}

export async function tryLockDocument(tx: Reading, documentId: string): Promise<boolean> {
  const [row] = await tx<{ locked: boolean }[]>`
    select pg_try_advisory_xact_lock(${DOCUMENT_LOCK}, hashtext(${documentId})) as locked`;
  return row?.locked === true;
}

/**
 * The document's row is locked only for the last two statements: what people type meanwhile goes in before, and the
 * edit, being an update like any other, merges with it.
 */
export function appendServerEdit(
  sql: Sql,
  documentId: string,
  personId: string | null,
  make: (stored: StoredDocument) => Promise<Uint8Array | null>,
  event?: RecordedEvent,
): Promise<number | null> {
  return sql.begin(async (tx) => {
    await lockDocument(tx, documentId);
    const stored = await readOpened(tx, documentId);
    if (stored === null) throw new Error("there is no such document");
    const update = await make(stored);
    if (update === null) return null;
    const { personIds, bytes } = encodeEntries([{ personId, sent: null, update }]);
    // Before the document's row is locked: it may have to wait for somebody who changes the cycle.
    if (event) await recordEventIn(tx, event);
    const [document] = await tx<{ last_seq: string }[]>`
      update documents set last_seq = last_seq + 1 where id = ${documentId} returning last_seq`;
    if (document === undefined) throw new Error("the document was deleted meanwhile");
    await tx`
      insert into document_updates (document_id, seq, person_ids, entries)
      values (${documentId}, ${document.last_seq}, ${personIds}::uuid[], ${bytes})`;
    return Number(document.last_seq);
  }) as Promise<number | null>;
}
