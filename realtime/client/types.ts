import type { Awareness } from "y-protocols/awareness";
import type { Doc } from "yjs";
import type { Code, DocumentRights } from "../wire.ts";
import type { Device } from "./device/device.ts";
import type { ClientLog, HoldUp, LineStatus } from "./line.ts";
import type { StorageState } from "./outgoing.ts";
import type { Overlap } from "./overlaps.ts";
import type { DocumentStatus } from "./status.ts";
import type { Keys } from "./topics.ts";

export interface LiveOptions {
  /** Where the application is, such as `https://leerlus.example`. */
  url: string;
  /** The Cookie header, in Node. A browser sends its own. */
  cookie?: string;
  /** The Origin header, in Node: that of `url` unless the server is reached by another name than its own. */
  origin?: string;
  /** Whose session this is. Names what is kept on the device; needed for "indexeddb". */
  personId?: string;
  /**
   * Where documents and unsent edits are kept: "indexeddb" over reloads (the default in a browser that knows who
   * signed in), "memory" as long as the connection (the default elsewhere), "none", or a device of one's own.
   */
  storage?: "indexeddb" | "memory" | "none" | Device;
  log?: ClientLog;
}

/** One line per tab, for all its documents and notices. It comes back by itself. */
export interface LiveConnection {
  readonly status: LineStatus;
  /** Some of this person's work exists in this tab only: worth a question before the tab is closed. */
  readonly hasUnsaved: boolean;
  /** Opens a document, or shares one that is open already. Returns at once; the line may be down. */
  openDocument(documentId: string): LiveDocument;
  /** Hears of changes under a topic, as query keys to ask again. @returns how to stop. */
  watch(topic: string, onKeys: (keys: Keys) => void): () => void;
  onStatus(listener: (status: LineStatus) => void): () => void;
  /** The line is back after a break: notices may have been missed, so ask everything again. */
  onReturn(listener: () => void): () => void;
  /** The session is over, and nothing comes or goes on this line any more. */
  onSessionEnded(listener: (end: SessionEnd) => void): () => void;
  /** Closes every document, each as `LiveDocument.close` does, and then the line. */
  close(): Promise<void>;
}

export interface SessionEnd {
  /** In another tab of this device, which keeps nothing then; otherwise unsent edits stay on it until the next sign-in. */
  elsewhere: boolean;
  /** The words of unsent edits that stand in this tab only, to be copied. */
  unsaved: string;
}

export interface LiveDocument {
  readonly documentId: string;
  readonly doc: Doc;
  /** The others' cursors and who they are (`SharedPresence` of the wire), for the editor. */
  readonly awareness: Awareness;
  /** What the light beside the document says. */
  readonly status: DocumentStatus;
  readonly storage: StorageState;
  /** `seq`: edits of this tab that are on the server's disk, counted since it was opened; `pending`: those that are not. */
  readonly acknowledged: { seq: number; pending: number };
  /** Why the server keeps this person's edits waiting, when it said so; nothing is lost by it. */
  readonly heldUp: HoldUp | null;
  /** Null until the server, or the device from last time, has said. */
  readonly rights: DocumentRights | null;
  /** This page has to be loaded anew before one can write (again): it is too old, or this copy cannot go on. */
  readonly reload: boolean;
  /** The text is there to be shown and edited, from the server or from the device. Never rejects. */
  readonly ready: Promise<void>;
  /** The server's text is in. Rejects with the code when the document is refused. */
  readonly synced: Promise<void>;
  /** How much of a long document has come in, 0 to 1; null for a short one, which comes at once. */
  readonly progress: number | null;
  onProgress(listener: (progress: number) => void): () => void;
  onStatus(listener: (status: DocumentStatus) => void): () => void;
  onRights(listener: (rights: DocumentRights) => void): () => void;
  /**
   * The server reads something else than this copy. Both are given, each as one Yjs update, before this one is brought
   * in line, or given up (`reload`) because it holds what the server does not have. The own version stays on the device
   * and is told of again at the next visits, beside the server's of then, until `settleDivergence`.
   */
  onDivergence(listener: (ownVersion: Uint8Array, serversVersion: Uint8Array) => void): () => void;
  /** The person has what they want of the own version: it is forgotten. */
  settleDivergence(): void;
  /**
   * Words that this person and others wrote in one place while this one was away for ten seconds or more, kept on the
   * device until they are settled. In the document stands the merge of both, or nothing where a side deleted. What is
   * typed before a line that went silent is known to be gone (45 s at most) is not compared.
   */
  readonly overlaps: readonly Overlap[];
  onOverlaps(listener: (overlaps: readonly Overlap[]) => void): () => void;
  /** The person chose, or does not need to. */
  settleOverlap(overlap: Overlap): void;
  /** Edits the server has not acknowledged, as text to copy; `code` says why, when it refused them for good. */
  unsent(): { code: Code | null; text: string } | null;
  /** Gives up the edits that were refused, here and on the device. Close it then, and open it again. */
  discard(): Promise<void>;
  /** Edits that only this tab has are sent first, for ten seconds at most; resolves when it is closed. */
  close(): Promise<void>;
}
