import type { DocumentLog } from "#db/documents/log.ts";
import type { DocumentNode } from "#domain/documents/tree.ts";
import { type DocumentWork, partsOf, workOn } from "./materialise.ts";

/** The whole document as one Yjs update, and the seq it stands for; null when there is none. */
export async function readDocument(
  log: DocumentLog,
  documentId: string,
): Promise<{ update: Uint8Array; seq: number } | null> {
  const stored = await log.open(documentId);
  return stored && { update: await workOn(documentId).merge(partsOf(stored)), seq: stored.lastSeq };
}

/** What the document says, as plain data for a page; null when there is none. @throws WorkError when it takes too long. */
export async function readDocumentText(
  log: DocumentLog,
  documentId: string,
  work: DocumentWork = workOn(documentId),
): Promise<DocumentNode | null> {
  const stored = await log.open(documentId);
  return stored && work.text(partsOf(stored));
}
