import type { Database } from "#db/client.ts";
import { encodeEntries } from "./entries.ts";
import { documents, documentUpdates } from "./tables.ts";

export interface NewDocument {
  /** A UUID made by the caller, so that rows that refer to the document fit in the same transaction. */
  id: string;
  /** What it is the text of: lower case letters and hyphens, such as `phase`. */
  kind: string;
  /** Version of the editor schema that `update` was written with. */
  schemaVersion: number;
  /** What it begins with, as one Yjs V1 update. */
  update: Uint8Array;
  /** When it began; now when not given. */
  at?: Date;
}

/**
 * Makes a live document with its first contents, in the caller's transaction: it exists once, with its text, or not at
 * all. The beginning is the server's (no author); nobody can go on under the Yjs client id that made it.
 */
export async function createDocument(
  tx: Database,
  { id, kind, schemaVersion, update, at: createdAt }: NewDocument,
): Promise<void> {
  const { personIds, bytes } = encodeEntries([{ personId: null, sent: null, update }]);
  await tx.insert(documents).values({ id, kind, schemaVersion, lastSeq: 1, createdAt });
  await tx.insert(documentUpdates).values({ documentId: id, seq: 1, personIds, entries: bytes, createdAt });
}
