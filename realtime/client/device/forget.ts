import type { Unsent } from "./device.ts";
import { deleteDatabase, openExisting, resultOf } from "./idb.ts";
import { databaseName, OUTBOX } from "./layout.ts";
import { tellSignedOut } from "./sign-out.ts";

/**
 * Deletes everything that this device keeps of a person's documents: for signing out on a shared computer. Ask
 * `unsentOnDevice` first: edits that were never sent go with it. Other tabs of the person stop and let go of it too.
 */
export async function forgetDevice(personId: string): Promise<void> {
  tellSignedOut(personId);
  if (typeof indexedDB === "undefined") return;
  await deleteDatabase(databaseName(personId));
}

/** How much of a person's work exists on this device only. Nothing is created by asking. */
export async function unsentOnDevice(personId: string): Promise<Unsent> {
  const nothing = { documents: 0, edits: 0 };
  if (typeof indexedDB === "undefined") return nothing;
  const database = await openExisting(databaseName(personId));
  if (database === null) return nothing;
  try {
    const keys = await resultOf(database.transaction([OUTBOX]).objectStore(OUTBOX).getAllKeys());
    return { documents: new Set((keys as string[][]).map(([documentId]) => documentId)).size, edits: keys.length };
  } finally {
    database.close();
  }
}
