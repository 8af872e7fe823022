import type { Entry } from "./entries.ts";

export interface LogRow {
  seq: number;
  entries: Entry[];
  /** Size of the stored entries in bytes. */
  size: number;
}

/** Everything a document consists of, as of one moment. */
export interface StoredDocument {
  kind: string;
  schemaVersion: number;
  lastSeq: number;
  snapshot: { seq: number; state: Uint8Array; vector: Uint8Array } | null;
  /** The log after the snapshot, by rising seq, without holes. */
  rows: LogRow[];
  /** Person per Yjs client id; what is missing belongs to the server. */
  owners: Map<number, string>;
}

export interface Head {
  lastSeq: number;
  schemaVersion: number;
}

export interface Tail extends Head {
  /** What came after the asked seq, without holes; null when compaction has already merged some of it. */
  rows: LogRow[] | null;
}

/** What one document adds in one commit. */
export interface Append {
  documentId: string;
  /** The newest seq that the writer has seen; the row becomes the one after it. */
  expectedSeq: number;
  entries: readonly Entry[];
  /** Client ids that write here for the first time. */
  newOwners: readonly { clientId: number; personId: string }[];
}

/** The database will never take this append, however often it is repeated. */
export class UnstorableAppend extends Error {}

/** A document's state as one update, and its state vector. */
export interface Merged {
  state: Uint8Array;
  vector: Uint8Array;
}

export type CompactionOutcome =
  /** The log up to `seq` is now the snapshot; `rows` were deleted. */
  | { outcome: "compacted"; seq: number; rows: number; bytes: number }
  /** Another node is at it. */
  | { outcome: "busy" }
  /** No row after the snapshot, or no such document. */
  | { outcome: "nothing" };
