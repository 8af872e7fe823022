import type { RecordedEvent } from "#db/activity/store.ts";
import type { Sql } from "#db/client.ts";
import { type RightsChange, readRightsChanges } from "#db/rights/changes.ts";
import { appendRows } from "./append.ts";
import { compactLog } from "./compact.ts";
import { type AskedVersion, keepVersionsIn, type VersionWork } from "./keep-versions.ts";
import { readHeads, readOpened, readSessionMarks, readTail, writeSchemaVersion } from "./read.ts";
import { appendServerEdit, lockDocument, tryLockDocument } from "./server-edit.ts";
import type { Append, CompactionOutcome, Head, Merged, Outbox, StoredDocument, Tail } from "./stored.ts";

/**
 * The truth about live documents. Every method may throw what the database throws; repeating `append` is always safe,
 * also when it is unknown whether the first one arrived.
 */
export interface DocumentLog {
  /** The whole document; null when there is none. */
  open(documentId: string): Promise<StoredDocument | null>;
  /**
   * Adds one row to each of these documents (each at most once), in one commit. A document whose newest seq is no
   * longer the expected one is left as it is and missing from the answer: read its tail and try again.
   *
   * @param heard up to which change of rights the writer has looked again who may write; not given, nobody asks.
   * @returns the documents that took their row. @throws UnheardRights when a later one is about somebody who wrote here.
   */
  append(rows: readonly Append[], heard?: number): Promise<Set<string>>;
  /** The changes of rights that were committed after `heard`, and up to which one that goes. */
  rightsChanges(heard: number): Promise<{ changes: RightsChange[]; heard: number }>;
  /** What came after `seq`; null when the document is gone. */
  tail(documentId: string, seq: number): Promise<Tail | null>;
  /** The newest seq of each of these documents; gone ones are missing. */
  heads(documentIds: readonly string[]): Promise<Map<string, Head>>;
  /** Up to which sequence compacted rows hold each of these outboxes; 0 when they hold nothing. */
  sessionMarks(outboxes: readonly Outbox[]): Promise<number[]>;
  /** Notes that a client with this editor schema writes; never lowers it. */
  raiseSchemaVersion(documentId: string, schemaVersion: number): Promise<void>;
  /**
   * Adds an edit made by the server. `make` gets the document as it is and gives the update, or null for no change;
   * edits of one document are made one after the other over all nodes, so they may share a Yjs client id.
   *
   * @param event recorded in the same transaction, and only when something changed.
   * @returns the seq of the new row, or null when nothing changed. @throws Error when there is no such document.
   */
  edit(
    documentId: string,
    personId: string | null,
    make: (stored: StoredDocument) => Promise<Uint8Array | null>,
    event?: RecordedEvent,
  ): Promise<number | null>;
  /**
   * Replaces the log by its merged state. One node at a time per document; harmless when repeated. With `work` the
   * versions that its rows ask for are kept first, in the same transaction.
   */
  compact(
    documentId: string,
    merge: (stored: StoredDocument) => Promise<Merged>,
    work?: VersionWork,
  ): Promise<CompactionOutcome>;
  /**
   * Keeps the versions that the log asks for, and the one asked for. Without one, it steps back for a node that is at
   * it already. Harmless when repeated.
   *
   * @returns the id of the version asked for. @throws Error when there is no such document and one was asked for.
   */
  keepVersions(documentId: string, work: VersionWork, asked?: AskedVersion): Promise<string | null>;
}

/** The log on PostgreSQL. Give it a pool of its own (3 connections): page loads must not make keystrokes wait. */
export function createDocumentLog(sql: Sql): DocumentLog {
  return {
    open: (documentId) => sql.begin("isolation level repeatable read read only", (tx) => readOpened(tx, documentId)),
    append: (rows, heard) => appendRows(sql, rows, heard),
    rightsChanges: (heard) => readRightsChanges(sql, heard),
    tail: (documentId, seq) => readTail(sql, documentId, seq),
    heads: (documentIds) => readHeads(sql, documentIds),
    sessionMarks: (outboxes) => readSessionMarks(sql, outboxes),
    raiseSchemaVersion: (documentId, schemaVersion) => writeSchemaVersion(sql, documentId, schemaVersion),
    edit: (documentId, personId, make, event) => appendServerEdit(sql, documentId, personId, make, event),
    compact: (documentId, merge, work) => compactLog(sql, documentId, merge, work),
    keepVersions: (documentId, work, asked) => keepVersions(sql, documentId, work, asked),
  };
}

function keepVersions(
  sql: Sql,
  documentId: string,
  work: VersionWork,
  asked: AskedVersion | undefined,
): Promise<string | null> {
  return sql.begin(async (tx) => {
    if (asked) await lockDocument(tx, documentId);
    else if (!(await tryLockDocument(tx, documentId))) return null;
    const stored = await readOpened(tx, documentId);
    if (stored) return keepVersionsIn(tx, documentId, stored, work, asked ? { asked } : {});
    if (asked) throw new Error("there is no such document");
    return null;
  }) as Promise<string | null>;
}
