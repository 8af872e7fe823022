import * as Y from "yjs";
import type { Device, DeviceCopy, DeviceNotes, NoteChange, StoredCopy } from "./device/device.ts";
import { DeviceWriter } from "./device/writer.ts";
import { newId } from "./new-id.ts";
import { Outbox } from "./outbox.ts";
import { splitUpdate } from "./split-update.ts";

/** More than this is sent as one difference instead of one by one: a day offline in a second. */
const ONE_BY_ONE = 50;

export type StorageState =
  /** What is written here outlives the tab. */
  | "device"
  /** It outlives the document, not the tab. */
  | "memory"
  /** The device cannot keep anything: working offline is not possible here. */
  | "unavailable";

/** What this tab wrote and the server has not acknowledged, in memory and on the device. */
export class Outgoing {
  outbox = new Outbox(newId());
  storage: StorageState;
  /** How many updates the server has acknowledged since the document was opened. */
  acknowledged = 0;
  /** The next join has to compare with the server and start a new session. */
  startsAfresh = false;
  private readonly stopListening: (() => void) | undefined;
  private readonly copy: DeviceCopy | null;
  private readonly writer: DeviceWriter | null;

  constructor(
    private readonly doc: Y.Doc,
    documentId: string,
    device: Device | null,
    private readonly host: { changed(): void; failed(error: unknown): void },
  ) {
    this.storage = device?.kind ?? "unavailable";
    const { sessionId } = this.outbox;
    this.copy = device?.open(documentId, sessionId, () => Y.encodeStateAsUpdate(doc)) ?? null;
    const fail = (error: unknown) => {
      this.storage = "unavailable";
      host.failed(error);
      host.changed();
    };
    this.stopListening = device?.onLost(() => fail(new Error("the device's storage went away")));
    this.writer =
      this.copy && new DeviceWriter(this.copy, sessionId, (...stored) => this.noteStored(...stored), fail, host.failed);
  }

  /** What the device has of the document; null when there is nothing, or it cannot say. */
  async load(): Promise<StoredCopy | null> {
    if (this.copy === null || this.storage === "unavailable") return null;
    const stored = await this.copy.load();
    for (const update of stored.orphans) this.outbox.add(update);
    if (stored.orphans.length > 0) {
      // They are on the device already, and in the document; the difference to the server will hold them.
      this.outbox.noteStored(stored.orphans.length);
      this.startsAfresh = true;
    }
    return stored;
  }

  /** What tabs that have gone meanwhile left behind waits here from now on. @returns it, for the document. */
  async inherit(): Promise<readonly Uint8Array[]> {
    if (this.copy === null || this.storage === "unavailable") return [];
    const updates = await this.copy.inherit();
    for (const update of updates) this.outbox.add(update);
    if (updates.length > 0) this.startsAfresh = true;
    return updates;
  }

  /** Something typed here. */
  add(update: Uint8Array): void {
    for (const piece of splitUpdate(update)) {
      const entry = this.outbox.add(piece);
      if (this.storage !== "unavailable") this.writer?.keepEdit(entry);
    }
  }

  keepOthers(update: Uint8Array): void {
    if (this.storage !== "unavailable") this.writer?.keepOthers(update);
  }

  acknowledge(upTo: number): void {
    const before = this.outbox.pending;
    this.outbox.acknowledge(upTo);
    if (this.outbox.pending === before) return;
    this.acknowledged += before - this.outbox.pending;
    if (this.storage !== "unavailable") this.writer?.settle(upTo);
  }

  /** The session to join with: the outbox's, or a new one when it starts afresh. */
  sessionToJoin(): string {
    if (this.outbox.pending > ONE_BY_ONE) this.startsAfresh = true;
    return this.startsAfresh ? newId() : this.outbox.sessionId;
  }

  /** Puts what the server lacks in a new session, in place of all that was waiting. */
  restart(sessionId: string, serverVector: Uint8Array): void {
    const hadPending = this.outbox.pending > 0;
    this.startsAfresh = false;
    this.outbox = new Outbox(sessionId);
    const lacking = Y.encodeStateAsUpdate(this.doc, serverVector);
    // Without content it still says everything that was ever deleted; that is worth sending if some of it is ours.
    const entries = hadPending || lacking[0] !== 0 ? splitUpdate(lacking).map((piece) => this.outbox.add(piece)) : [];
    if (this.storage !== "unavailable") this.writer?.restart(sessionId, entries);
  }

  /** Everything that is waiting is somewhere it survives this tab. */
  get isOnDevice(): boolean {
    return this.storage !== "unavailable" && this.outbox.isStored;
  }

  /** Closing the tab now would lose nothing. */
  get isSafe(): boolean {
    return this.outbox.pending === 0 || (this.storage === "device" && this.outbox.isStored);
  }

  note(change: NoteChange): void {
    if (this.storage !== "unavailable") this.writer?.note(change);
  }

  /** Forgets the document on the device, but for these notes. */
  async wipe(kept: Partial<DeviceNotes>): Promise<void> {
    await this.writer?.wipe(kept);
  }

  async close(): Promise<void> {
    this.stopListening?.();
    await this.writer?.close();
  }

  private noteStored(sessionId: string, upTo: number): void {
    if (sessionId !== this.outbox.sessionId) return;
    this.outbox.noteStored(upTo);
    this.host.changed();
  }
}
