import type { DocumentLog } from "#db/documents/log.ts";
import type { CompactionOutcome, StoredDocument } from "#db/documents/stored.ts";
import { type DocumentWork, workOn } from "./materialise.ts";

/**
 * Replaces the log of a document by its merged state, in one transaction; what people write meanwhile stays in the log
 * behind it. The versions that only the rows can tell of are kept first (`history/`). Two nodes at once: one does it,
 * the other gets "busy". Repeated: "nothing".
 *
 * @param keepsVersions false: the rows go without their versions being kept, for a document of which those cannot be
 * found out.
 * @throws Error when the merged state does not cover everything it replaces, and WorkError when merging takes too long;
 * the log is then as it was.
 * @returns besides the outcome how many blocks the editor's schema cannot hold, when there are any.
 */
export async function compactDocument(
  log: DocumentLog,
  documentId: string,
  work: DocumentWork = workOn(documentId),
  keepsVersions = true,
): Promise<CompactionOutcome & { beyondSchema?: number }> {
  let beyondSchema = 0;
  const merge = async (stored: StoredDocument) => {
    const merged = await work.compact(stored);
    beyondSchema = merged.beyondSchema;
    return merged;
  };
  const done = await log.compact(documentId, merge, keepsVersions ? work : undefined);
  return beyondSchema > 0 ? { ...done, beyondSchema } : done;
}
