import type { TransactionSql } from "postgres";
import type { Sql } from "#db/client.ts";
import { intactParts } from "./digests.ts";
import { decodeEntries } from "./entries.ts";
import type { Head, LogRow, Outbox, Snapshot, StoredDocument, Tail } from "./stored.ts";

/** The pool, or one transaction on it. */
export type Reading = Sql | TransactionSql<{ bytea: Uint8Array }>;

interface UpdateRow {
  seq: string;
  person_ids: string[];
  entries: Uint8Array;
}

interface SnapshotRow {
  seq: string;
  state: Uint8Array;
  vector: Uint8Array;
  packed: Uint8Array | null;
  digests: Uint8Array | null;
}

/** Reads the whole document. The caller sees to one view of it: a repeatable read, or compaction's lock. */
export async function readOpened(sql: Reading, documentId: string): Promise<StoredDocument | null> {
  const [[document], [snapshot], rows, clients] = await Promise.all([
    sql<{ kind: string; schema_version: number; last_seq: string }[]>`
      select kind, schema_version, last_seq from documents where id = ${documentId}`,
    sql<SnapshotRow[]>`
      select seq, state, vector, case when packed_seq = seq then packed end as packed,
        case when digests_seq = seq then digests end as digests
      from document_snapshots where document_id = ${documentId}`,
    sql<UpdateRow[]>`
      select seq, person_ids, entries from document_updates where document_id = ${documentId} order by seq`,
    sql<{ client_id: string; person_id: string }[]>`
      select client_id, person_id from document_clients where document_id = ${documentId}`,
  ]);
  if (document === undefined) return null;
  return {
    kind: document.kind,
    schemaVersion: document.schema_version,
    lastSeq: Number(document.last_seq),
    snapshot: snapshot ? snapshotOf(snapshot) : null,
    rows: rows.map(logRow),
    owners: new Map(clients.map((client) => [Number(client.client_id), client.person_id])),
  };
}

function snapshotOf({ seq, digests, ...parts }: SnapshotRow): Snapshot {
  return { ...parts, seq: Number(seq), intact: intactParts(parts, digests) };
}

export async function readTail(sql: Sql, documentId: string, seq: number): Promise<Tail | null> {
  const rows = await sql<(Partial<UpdateRow> & { last_seq: string; snapshot_seq: string; schema_version: number })[]>`
    select d.last_seq, d.snapshot_seq, d.schema_version, u.seq, u.person_ids, u.entries
    from documents d left join document_updates u on u.document_id = d.id and u.seq > ${seq}
    where d.id = ${documentId} order by u.seq`;
  const document = rows[0];
  if (document === undefined) return null;
  return {
    lastSeq: Number(document.last_seq),
    schemaVersion: document.schema_version,
    rows: Number(document.snapshot_seq) > seq ? null : rows.filter(isUpdateRow).map(logRow),
  };
}

export async function readHeads(sql: Sql, documentIds: readonly string[]): Promise<Map<string, Head>> {
  const rows = await sql<{ id: string; last_seq: string; schema_version: number }[]>`
    select id, last_seq, schema_version from documents where id = any(${documentIds as string[]}::uuid[])`;
  return new Map(rows.map((row) => [row.id, { lastSeq: Number(row.last_seq), schemaVersion: row.schema_version }]));
}

/** One statement for everybody who comes in at the same moment. */
export async function readSessionMarks(sql: Sql, outboxes: readonly Outbox[]): Promise<number[]> {
  const rows = await sql<{ place: number; saved_up_to: string }[]>`
    select o.place::int, m.saved_up_to
    from unnest(
      ${outboxes.map((outbox) => outbox.documentId)}::uuid[],
      ${outboxes.map((outbox) => outbox.personId)}::uuid[],
      ${outboxes.map((outbox) => outbox.sessionId)}::uuid[]
    ) with ordinality as o (document_id, person_id, session_id, place)
    join document_sessions m using (document_id, person_id, session_id)`;
  const marks = outboxes.map(() => 0);
  for (const { place, saved_up_to } of rows) marks[place - 1] = Number(saved_up_to);
  return marks;
}

export async function writeSchemaVersion(sql: Sql, documentId: string, schemaVersion: number): Promise<void> {
  await sql`
    update documents set schema_version = ${schemaVersion}
    where id = ${documentId} and schema_version < ${schemaVersion}`;
}

function isUpdateRow<Row extends Partial<UpdateRow>>(row: Row): row is Row & UpdateRow {
  // A document without newer updates gives one row of the join with nothing on the right.
  return row.seq !== null && row.seq !== undefined;
}

/** A row that cannot be read must not take the document with it: it comes without entries, and says so. */
function logRow(row: UpdateRow): LogRow {
  const known = { seq: Number(row.seq), size: row.entries.length };
  try {
    return { ...known, entries: decodeEntries({ personIds: row.person_ids, bytes: row.entries }) };
  } catch (error) {
    return { ...known, entries: [], unreadable: error instanceof Error ? error.message : String(error) };
  }
}
