import type { RecordedEvent } from "#db/activity/store.ts";
import type { AskedVersion } from "#db/documents/keep-versions.ts";
import type { DocumentLog } from "#db/documents/log.ts";
import type { StoredDocument } from "#db/documents/stored.ts";
import type { Comparison } from "#domain/documents/compare.ts";
import type { DocumentNode } from "#domain/documents/tree.ts";
import { partsOf, workOn } from "../materialise.ts";
import { readVector } from "../state-vector.ts";
import type { ReadContent } from "./work.ts";

/** What a process can do with the history of documents, whether it serves sockets or not. */
export interface Versions {
  /**
   * Keeps the versions that the document's log asks for and, when somebody asks, one of the text as it is now: its id
   * is returned. Harmless when repeated, on any node.
   */
  keepVersions(documentId: string, asked?: AskedVersion): Promise<string | null>;
  /** What the document says now, and how far that goes; null when there is none. */
  readContent(documentId: string): Promise<ReadContent | null>;
  compareContents(documentId: string, older: DocumentNode, newer: DocumentNode): Promise<Comparison>;
  /**
   * Makes a document say what a version says, as one new edit of the server.
   *
   * @param seen state vector of what whoever asks has seen: only that is taken away. What is no vector counts as
   * nothing seen, so that nothing goes.
   * @param event recorded in the transaction of the edit, when there is one.
   * @returns whether anything had to change.
   */
  restoreContent(
    documentId: string,
    by: { personId: string } | "system",
    target: DocumentNode,
    seen: Uint8Array,
    event?: RecordedEvent,
  ): Promise<boolean>;
}

/** @param tell is told of each edit, for those who have the document open. */
export function versionsOn(log: DocumentLog, tell: (documentId: string, seq: number) => void): Versions {
  return {
    keepVersions: (documentId, asked) => log.keepVersions(documentId, workOn(documentId), asked),
    async readContent(documentId) {
      const stored = await log.open(documentId);
      return stored && workOn(documentId).content(partsOf(stored));
    },
    compareContents: (documentId, older, newer) => workOn(documentId).compare(older, newer),
    async restoreContent(documentId, by, target, seen, event) {
      const vector = readVector(seen) ?? new Map<number, number>();
      const personId = by === "system" ? null : by.personId;
      const make = (stored: StoredDocument) => workOn(documentId).restore(partsOf(stored), target, vector);
      const seq = await log.edit(documentId, personId, make, event);
      if (seq !== null) tell(documentId, seq);
      return seq !== null;
    },
  };
}
