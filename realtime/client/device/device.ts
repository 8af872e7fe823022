import type { DocumentRights } from "../../wire.ts";
import type { OutboxEntry } from "../outbox.ts";
import type { Overlap } from "../overlaps.ts";

export interface TimeApart {
  since: number;
  before: Uint8Array;
  /** Both texts as they met, once they have: what this device keeps of the document is the merge of both from then on. */
  met?: { own: Uint8Array; theirs: Uint8Array };
}

/** What is kept beside the text of a document. */
export interface DeviceNotes {
  /** What this person could do with it the last time. */
  rights: DocumentRights | null;
  /** What stood here once and was not what the server has; nobody has said yet that its words may go. */
  own: Uint8Array | null;
  /** Since when (ms, this device's clock) somebody writes on without the others, and the text as it was before. */
  apart: TimeApart | null;
  /** What two people made of one paragraph and nobody has chosen from yet. */
  overlaps: readonly Overlap[];
}

/** What becomes of some notes, seen those that are there. */
export type NoteChange = (known: DeviceNotes) => Partial<DeviceNotes>;

export const NO_NOTES: DeviceNotes = { rights: null, own: null, apart: null, overlaps: [] };

/** What a device keeps of a document from one visit to the next. */
export interface StoredCopy extends DeviceNotes {
  /** The document as one update; null when there is nothing. */
  state: Uint8Array | null;
  /** Edits that tabs which are gone left behind, and that nobody acknowledged. They are in `state` too. */
  orphans: readonly Uint8Array[];
}

/** Where the document and the outbox of this tab are kept. Everything that fails rejects, and then nothing is kept. */
export interface DeviceCopy {
  load(): Promise<StoredCopy>;
  /**
   * The edits of tabs that have gone since, or since the last call, and that nobody acknowledged. They are this tab's to
   * send from now on; tabs that ask at the same time may both get them, which is harmless.
   */
  inherit(): Promise<readonly Uint8Array[]>;
  /** Resolves when both are kept: this tab's edits, and what others wrote. */
  write(edits: readonly OutboxEntry[], others: readonly Uint8Array[]): Promise<void>;
  /** The server has this tab's edits up to this sequence. */
  settle(upTo: number): Promise<void>;
  /** Starts a new outbox session with these edits, in place of all that this tab and dead tabs had waiting. */
  restart(sessionId: string, edits: readonly OutboxEntry[]): Promise<void>;
  /** Puts notes in place of those that were there; the others stay. Several tabs may do so at once. */
  note(change: NoteChange): Promise<void>;
  /** Forgets the document, edits and notes included, but for these notes. */
  wipe(kept: Partial<DeviceNotes>): Promise<void>;
  /** Lets go; edits that are still waiting become orphans for the next tab. */
  close(): void;
}

/** The storage of one person on this device. */
export interface Device {
  /** "device" outlives the tab; "memory" does not. */
  readonly kind: "device" | "memory";
  /**
   * `sessionId` is this tab's outbox. `state` gives the whole document when the device needs it, which is when this
   * tab takes over keeping it from one that closed.
   */
  open(documentId: string, sessionId: string, state: () => Uint8Array): DeviceCopy;
  /** The storage went away under us: deleted, or wiped by a sign-out in another tab. @returns how to stop listening. */
  onLost(listener: () => void): () => void;
  close(): void;
}

export interface Unsent {
  /** Documents with edits that the server does not have. */
  documents: number;
  edits: number;
}
