import * as Y from "yjs";
import type { OutboxEntry } from "../outbox.ts";
import {
  type Device,
  type DeviceCopy,
  type DeviceNotes,
  NO_NOTES,
  type NoteChange,
  type StoredCopy,
} from "./device.ts";

interface Kept {
  updates: Uint8Array[];
  outboxes: Map<string, OutboxEntry[]>;
  notes: DeviceNotes;
}

/**
 * A device that lasts as long as this object: for Node, and for tests, where several "tabs" share one. Behaves as
 * IndexedDB does, the wait for a confirmation included.
 */
export function memoryDevice(): Device {
  const documents = new Map<string, Kept>();
  const alive = new Set<string>();
  const keptOf = (documentId: string) => {
    const kept = documents.get(documentId) ?? { updates: [], outboxes: new Map(), notes: NO_NOTES };
    documents.set(documentId, kept);
    return kept;
  };
  return {
    kind: "memory",
    open: (documentId, sessionId) => new MemoryCopy(() => keptOf(documentId), documents, documentId, alive, sessionId),
    onLost: () => () => {},
    close: () => {},
  };
}

class MemoryCopy implements DeviceCopy {
  private readonly mine: Set<string>;

  constructor(
    private readonly kept: () => Kept,
    private readonly documents: Map<string, Kept>,
    private readonly documentId: string,
    private readonly alive: Set<string>,
    private sessionId: string,
  ) {
    this.mine = new Set([sessionId]);
    alive.add(sessionId);
  }

  async load(): Promise<StoredCopy> {
    const { updates, notes } = this.kept();
    const state = updates.length === 0 ? null : Y.mergeUpdates(updates);
    return { ...notes, state, orphans: await this.inherit() };
  }

  async inherit(): Promise<readonly Uint8Array[]> {
    const orphans: Uint8Array[] = [];
    for (const [session, edits] of this.kept().outboxes) {
      if (this.alive.has(session) || this.mine.has(session)) continue;
      this.mine.add(session);
      orphans.push(...edits.map((edit) => edit.update));
    }
    return orphans;
  }

  async write(edits: readonly OutboxEntry[], others: readonly Uint8Array[]): Promise<void> {
    const { updates, outboxes } = this.kept();
    updates.push(...others, ...edits.map((edit) => edit.update));
    if (edits.length > 0) outboxes.set(this.sessionId, [...(outboxes.get(this.sessionId) ?? []), ...edits]);
  }

  async settle(upTo: number): Promise<void> {
    const { outboxes } = this.kept();
    const left = (outboxes.get(this.sessionId) ?? []).filter((edit) => edit.sequence > upTo);
    if (left.length > 0) outboxes.set(this.sessionId, left);
    else outboxes.delete(this.sessionId);
  }

  async restart(sessionId: string, edits: readonly OutboxEntry[]): Promise<void> {
    this.alive.add(sessionId);
    const { outboxes } = this.kept();
    for (const session of this.mine) outboxes.delete(session);
    this.mine.add(sessionId);
    this.sessionId = sessionId;
    if (edits.length > 0) outboxes.set(sessionId, [...edits]);
  }

  async note(change: NoteChange): Promise<void> {
    const kept = this.kept();
    kept.notes = { ...kept.notes, ...change(kept.notes) };
  }

  async wipe(kept: Partial<DeviceNotes>): Promise<void> {
    this.documents.delete(this.documentId);
    await this.note(() => kept);
  }

  close(): void {
    for (const session of this.mine) this.alive.delete(session);
  }
}
