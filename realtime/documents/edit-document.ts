import type * as Y from "yjs";
import type { DocumentLog } from "#db/documents/log.ts";
import { materialise, mergeUpdates, partsOf } from "./materialise.ts";

/**
 * All edits made by the server in a document use this Yjs client id: the log lets them in one after the other, and the
 * gate lets nobody else use it. A fresh id for every edit would make every state vector grow for ever.
 */
export const SERVER_CLIENT_ID = 1;

/**
 * Changes a document on the server, as one update in the log. `change` gets the document as it is now and must not
 * wait for anything; what people write at the same moment merges with it.
 *
 * @returns what `change` returned, and the seq of the update, or null when nothing changed.
 * @throws Error when there is no such document, and whatever `change` throws; the document is then as it was.
 */
export async function editDocument<Result>(
  log: DocumentLog,
  documentId: string,
  by: { personId: string } | "system",
  change: (document: Y.Doc) => Result,
): Promise<{ result: Result; seq: number | null }> {
  let result!: Result;
  const seq = await log.edit(documentId, by === "system" ? null : by.personId, async (stored) => {
    const document = materialise(partsOf(stored));
    const updates: Uint8Array[] = [];
    document.clientID = SERVER_CLIENT_ID;
    document.on("update", (update: Uint8Array) => updates.push(update));
    try {
      result = document.transact(() => change(document));
      return updates.length === 0 ? null : await mergeUpdates(updates);
    } finally {
      document.destroy();
    }
  });
  return { result, seq };
}
