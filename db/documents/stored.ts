import type { Intact } from "./digests.ts";
import type { Entry } from "./entries.ts";

export interface LogRow {
  seq: number;
  /** Empty when the row cannot be read. */
  entries: Entry[];
  /** Size of the stored entries in bytes. */
  size: number;
  /** Why its bytes are not a row. They are kept as they are. */
  unreadable?: string;
}

/** The merged state of a document up to a row. */
export interface Snapshot {
  seq: number;
  state: Uint8Array;
  vector: Uint8Array;
  /** The same state for the wire (`Merged.packed`), or null. */
  packed: Uint8Array | null;
  intact: Intact | null;
}

/** Everything a document consists of, as of one moment. */
export interface StoredDocument {
  kind: string;
  schemaVersion: number;
  lastSeq: number;
  snapshot: Snapshot | null;
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

/** A person's device, in one document. */
export interface Outbox {
  documentId: string;
  personId: string;
  sessionId: string;
}

/** The database will never take this append, however often it is repeated. */
export class UnstorableAppend extends Error {}

/** Somebody's rights changed, and this node has not heard of it: nothing was written. Hear, and offer the same again. */
export class UnheardRights extends Error {}

/** A document's state as one update, and its state vector. */
export interface Merged {
  state: Uint8Array;
  vector: Uint8Array;
  /** The state as a V2 update, deflated, to be sent as it is; null when that is not worth it. */
  packed: Uint8Array | null;
  /** Rows of which something could not be read and is not in the state: they are set aside, never deleted. */
  unreadable: readonly number[];
}

export type CompactionOutcome =
  /** The log up to `seq` is now the snapshot; `rows` were deleted. */
  | { outcome: "compacted"; seq: number; rows: number; bytes: number; setAside: readonly number[] }
  /** Another node is at it. */
  | { outcome: "busy" }
  /** No row after the snapshot, or no such document. */
  | { outcome: "nothing" };
