import type { DeviceNotes } from "./device.ts";

/** One database per person, so that two people on a shared computer never meet in one. */
export const databaseName = (personId: string) => `${DATABASE_PREFIX}${personId}`;
export const DATABASE_PREFIX = "leerlus-live-";

/** Rows of { documentId, update }: the documents, piece by piece. */
export const COPIES = "copies";
/** Rows of { documentId, sessionId, sequence, update } by these three: edits that nobody acknowledged. */
export const OUTBOX = "outbox";
/** Rows of what else is known of a document. */
export const NOTES = "notes";
export const BY_DOCUMENT = "document";

export interface CopyRow {
  documentId: string;
  update: Uint8Array;
}
export interface OutboxRow extends CopyRow {
  sessionId: string;
  sequence: number;
}

export interface NoteRow extends Partial<DeviceNotes> {
  documentId: string;
}

export function layOut(database: IDBDatabase): void {
  database.createObjectStore(COPIES, { autoIncrement: true }).createIndex(BY_DOCUMENT, "documentId");
  database.createObjectStore(OUTBOX, { keyPath: ["documentId", "sessionId", "sequence"] });
  database.createObjectStore(NOTES, { keyPath: "documentId" });
}

/** All outbox rows of a session in a document, up to and with a sequence. */
export function outboxRange(documentId: string, sessionId: string, upTo = Number.MAX_SAFE_INTEGER): IDBKeyRange {
  return IDBKeyRange.bound([documentId, sessionId, 0], [documentId, sessionId, upTo]);
}

/** All outbox rows of a document. An array sorts after every string and number. */
export function outboxOf(documentId: string): IDBKeyRange {
  return IDBKeyRange.bound([documentId], [documentId, []]);
}
