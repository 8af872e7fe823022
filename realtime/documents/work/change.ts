import type * as Y from "yjs";
import { mergeUpdates } from "./merge.ts";

/**
 * All edits made by the server in a document use this Yjs client id: the log lets them in one after the other, and the
 * gate lets nobody else use it. A fresh id for every edit would make every state vector grow for ever.
 */
export const SERVER_CLIENT_ID = 1;

/** Applies `change` to the document. @returns what it returned, and the update it made, or null when nothing changed. */
export function changeNow<Result>(
  document: Y.Doc,
  change: (document: Y.Doc) => Result,
): { result: Result; update: Uint8Array | null } {
  const updates: Uint8Array[] = [];
  const collect = (update: Uint8Array) => void updates.push(update);
  document.clientID = SERVER_CLIENT_ID;
  document.on("update", collect);
  try {
    const result = document.transact(() => change(document));
    return { result, update: updates.length === 0 ? null : mergeUpdates(updates) };
  } finally {
    document.off("update", collect);
  }
}
