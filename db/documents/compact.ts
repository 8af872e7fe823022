import type { Sql } from "#db/client.ts";
import { digestsOf } from "./digests.ts";
import { keepVersionsIn, type VersionWork } from "./keep-versions.ts";
import { readOpened } from "./read.ts";
import { tryLockDocument } from "./server-edit.ts";
import type { CompactionOutcome, LogRow, Merged, StoredDocument } from "./stored.ts";

/**
 * In one transaction: merge, replace the snapshot, keep the outbox marks of the rows and the rows that could not be
 * read, delete the rows. A crash at any
 * point leaves the log as it was. What `merge` throws (the merged state does not cover the old one) does so too.
 */
export function compactLog(
  sql: Sql,
  documentId: string,
  merge: (stored: StoredDocument) => Promise<Merged>,
  work?: VersionWork,
): Promise<CompactionOutcome> {
  return sql.begin(async (tx): Promise<CompactionOutcome> => {
    if (!(await tryLockDocument(tx, documentId))) return { outcome: "busy" };
    const stored = await readOpened(tx, documentId);
    const seq = stored?.rows.at(-1)?.seq;
    if (!stored || seq === undefined) return { outcome: "nothing" };
    // The rows know who wrote what and when, and what stood there before it was deleted; the merged state does not.
    if (work) await keepVersionsIn(tx, documentId, stored, work, { consume: true });
    const { state, vector, packed, unreadable } = await merge(stored);
    await tx`
      insert into document_snapshots (document_id, seq, state, vector, packed, packed_seq, digests, digests_seq)
      values (${documentId}, ${seq}, ${state}, ${vector}, ${packed}, ${packed && seq},
        ${digestsOf({ state, vector, packed })}, ${seq})
      on conflict (document_id) do update
      set seq = excluded.seq, state = excluded.state, vector = excluded.vector, packed = excluded.packed,
        packed_seq = excluded.packed_seq, digests = excluded.digests, digests_seq = excluded.digests_seq,
        created_at = now()`;
    const marks = outboxMarks(stored.rows);
    if (marks.length > 0)
      await tx`
        insert into document_sessions (document_id, person_id, session_id, saved_up_to)
        select ${documentId}, m.person_id, m.session_id, m.saved_up_to
        from unnest(
          ${marks.map((mark) => mark.personId)}::uuid[],
          ${marks.map((mark) => mark.sessionId)}::uuid[],
          ${marks.map((mark) => mark.sequence)}::bigint[]
        ) as m (person_id, session_id, saved_up_to)
        on conflict (document_id, person_id, session_id) do update
        set saved_up_to = greatest(document_sessions.saved_up_to, excluded.saved_up_to), seen_at = now()`;
    if (unreadable.length > 0)
      await tx`
        insert into document_rows_set_aside (document_id, seq, person_ids, entries, created_at)
        select document_id, seq, person_ids, entries, created_at from document_updates
        where document_id = ${documentId} and seq = any(${unreadable as number[]}::bigint[])`;
    const deleted = await tx`delete from document_updates where document_id = ${documentId} and seq <= ${seq}`;
    await tx`update documents set snapshot_seq = ${seq} where id = ${documentId}`;
    return { outcome: "compacted", seq, rows: deleted.count, bytes: state.length, setAside: unreadable };
  }) as Promise<CompactionOutcome>;
}

function outboxMarks(rows: readonly LogRow[]) {
  const marks = new Map<string, { personId: string; sessionId: string; sequence: number }>();
  for (const { entries } of rows)
    for (const { personId, sent } of entries)
      if (personId && sent) marks.set(`${personId} ${sent.sessionId}`, { personId, ...sent });
  return [...marks.values()];
}
