import { Connection } from "./connection.ts";
import type { LiveConnection, LiveDocument, LiveOptions } from "./types.ts";

export type { Code, DocumentRights, PresenceUser, SharedPresence } from "../wire.ts";
export type { Device, Unsent } from "./device/device.ts";
export { forgetDevice, unsentOnDevice } from "./device/forget.ts";
export { memoryDevice } from "./device/memory.ts";
export { hardenYjs } from "./harden-yjs.ts";
export type { ClientLog, HoldUp, LineStatus } from "./line.ts";
export type { StorageState } from "./outgoing.ts";
export { blockId, type Overlap } from "./overlaps.ts";
export type { DocumentStatus } from "./status.ts";
export type { Keys } from "./topics.ts";
export type { LiveConnection, LiveDocument, LiveOptions, SessionEnd } from "./types.ts";

/** Opens the live line of this tab. Nothing waits for it: documents can be opened at once, and are joined when it is up. */
export function connectLive(options: LiveOptions): LiveConnection {
  return new Connection(options);
}

/**
 * One document on a line of its own, for tools, benches and tests in Node. Closing it closes the line.
 *
 * @returns when the server's text is in. @throws Error with the code when the session or the document is refused.
 */
export async function connectDocument({
  documentId,
  ...options
}: LiveOptions & { documentId: string }): Promise<LiveDocument> {
  const connection = connectLive(options);
  const document = connection.openDocument(documentId);
  const signedOut = new Promise<never>((_resolve, reject) => {
    connection.onSessionEnded(() => reject(new Error("SESSION_ENDED")));
  });
  try {
    await Promise.race([document.synced, signedOut]);
  } catch (error) {
    await connection.close();
    throw error;
  }
  signedOut.catch(() => {});
  const close = async () => {
    await document.close();
    await connection.close();
  };
  // The getters of the handle stay live behind this one.
  return Object.create(document, { close: { value: close } }) as LiveDocument;
}
