import type { DocumentLog } from "#db/documents/log.ts";
import { partsOf, workOn } from "./materialise.ts";

/** The whole document as one Yjs update, and the seq it stands for; null when there is none. */
export async function readDocument(
  log: DocumentLog,
  documentId: string,
): Promise<{ update: Uint8Array; seq: number } | null> {
  const stored = await log.open(documentId);
  return stored && { update: await workOn(documentId).merge(partsOf(stored)), seq: stored.lastSeq };
}
