import * as Y from "yjs";
import { Listeners } from "../listeners.ts";
import type { OutboxEntry } from "../outbox.ts";
import {
  type Device,
  type DeviceCopy,
  type DeviceNotes,
  NO_NOTES,
  type NoteChange,
  type StoredCopy,
} from "./device.ts";
import { completed, openDatabase, resultOf } from "./idb.ts";
import {
  BY_DOCUMENT,
  COPIES,
  type CopyRow,
  databaseName,
  layOut,
  NOTES,
  type NoteRow,
  OUTBOX,
  type OutboxRow,
  outboxOf,
  outboxRange,
} from "./layout.ts";
import { hold, isFree, knowsTabs } from "./tab-locks.ts";

/** Pieces of a document after which they are made one again. */
const PIECES = 200;

/** Keeps documents and outboxes in IndexedDB, in one database per person. */
export function indexedDbDevice(personId: string): Device {
  const name = databaseName(personId);
  const lost = new Listeners<[]>();
  const lose = () => lost.tell();
  const opening = openDatabase(name, layOut).then((database) => {
    // Another tab signs out and deletes it: holding on would keep the text on a shared computer.
    database.onversionchange = () => {
      database.close();
      lose();
    };
    database.onclose = lose;
    return database;
  });
  opening.catch(lose);
  return {
    kind: "device",
    open: (documentId, sessionId, state) => new IndexedDbCopy(opening, name, documentId, sessionId, state),
    onLost: (listener) => lost.add(listener),
    close: () => void opening.then((database) => database.close()).catch(() => {}),
  };
}

class IndexedDbCopy implements DeviceCopy {
  /** Sessions whose edits are this tab's to send: its own, and those of tabs that are gone. */
  private readonly mine: Set<string>;
  private readonly releases: (() => void)[] = [];
  /** Of all tabs with this document one keeps what others write; it would be stored once per tab otherwise. */
  private isScribe = false;
  private loaded = false;
  private pieces = 0;

  constructor(
    private readonly opening: Promise<IDBDatabase>,
    private readonly name: string,
    private readonly documentId: string,
    private sessionId: string,
    private readonly state: () => Uint8Array,
  ) {
    this.mine = new Set([sessionId]);
    this.releases.push(hold(this.lockOf(sessionId)));
    this.releases.push(hold(`${name} scribe ${documentId}`, () => this.becomeScribe()));
  }

  async load(): Promise<StoredCopy> {
    const database = await this.opening;
    const transaction = database.transaction([COPIES, OUTBOX, NOTES], "readonly");
    const [rows, edits, note] = await Promise.all([
      resultOf<CopyRow[]>(transaction.objectStore(COPIES).index(BY_DOCUMENT).getAll(this.documentId)),
      resultOf<OutboxRow[]>(transaction.objectStore(OUTBOX).getAll(outboxOf(this.documentId))),
      resultOf<NoteRow | undefined>(transaction.objectStore(NOTES).get(this.documentId)),
    ]);
    const orphans = await this.takeOver(edits);
    this.pieces = rows.length;
    this.loaded = true;
    const state = rows.length === 0 ? null : merged(rows);
    return { ...notesOf(note), state, orphans };
  }

  async inherit(): Promise<readonly Uint8Array[]> {
    // Every minute all that another tab is about to send would be sent from here too.
    if (!knowsTabs) return [];
    const outbox = (await this.opening).transaction([OUTBOX], "readonly").objectStore(OUTBOX);
    return this.takeOver(await resultOf<OutboxRow[]>(outbox.getAll(outboxOf(this.documentId))));
  }

  async write(edits: readonly OutboxEntry[], others: readonly Uint8Array[]): Promise<void> {
    const kept = this.isScribe ? others : [];
    if (edits.length === 0 && kept.length === 0) return;
    const transaction = (await this.opening).transaction([COPIES, OUTBOX], "readwrite");
    const { documentId } = this;
    const copies = transaction.objectStore(COPIES);
    for (const update of kept) copies.add({ documentId, update } satisfies CopyRow);
    for (const edit of edits) copies.add({ documentId, update: edit.update } satisfies CopyRow);
    this.putEdits(transaction, edits);
    await completed(transaction);
    this.pieces += kept.length + edits.length;
    if (this.isScribe && this.pieces > PIECES) await this.condense();
  }

  async settle(upTo: number): Promise<void> {
    const transaction = (await this.opening).transaction([OUTBOX], "readwrite");
    transaction.objectStore(OUTBOX).delete(outboxRange(this.documentId, this.sessionId, upTo));
    await completed(transaction);
  }

  async restart(sessionId: string, edits: readonly OutboxEntry[]): Promise<void> {
    this.releases.push(hold(this.lockOf(sessionId)));
    const transaction = (await this.opening).transaction([OUTBOX], "readwrite");
    for (const session of this.mine) transaction.objectStore(OUTBOX).delete(outboxRange(this.documentId, session));
    this.mine.add(sessionId);
    this.sessionId = sessionId;
    this.putEdits(transaction, edits);
    await completed(transaction);
  }

  async note(change: NoteChange): Promise<void> {
    const transaction = (await this.opening).transaction([NOTES], "readwrite");
    const notes = transaction.objectStore(NOTES);
    const known = await resultOf<NoteRow | undefined>(notes.get(this.documentId));
    notes.put({ ...known, documentId: this.documentId, ...change(notesOf(known)) } satisfies NoteRow);
    await completed(transaction);
  }

  async wipe(kept: Partial<DeviceNotes>): Promise<void> {
    const transaction = (await this.opening).transaction([COPIES, OUTBOX, NOTES], "readwrite");
    const copies = transaction.objectStore(COPIES);
    const keys = await resultOf(copies.index(BY_DOCUMENT).getAllKeys(this.documentId));
    for (const key of keys) copies.delete(key);
    transaction.objectStore(OUTBOX).delete(outboxOf(this.documentId));
    const notes = transaction.objectStore(NOTES);
    if (Object.keys(kept).length === 0) notes.delete(this.documentId);
    else notes.put({ documentId: this.documentId, ...kept } satisfies NoteRow);
    await completed(transaction);
  }

  close(): void {
    for (const release of this.releases) release();
  }

  /** Of these edits those of tabs that are gone. */
  private async takeOver(edits: readonly OutboxRow[]): Promise<Uint8Array[]> {
    const freed = new Set<string>();
    for (const session of new Set(edits.map((edit) => edit.sessionId)))
      if (!this.mine.has(session) && (await isFree(this.lockOf(session)))) freed.add(session);
    for (const session of freed) this.mine.add(session);
    return edits.filter((edit) => freed.has(edit.sessionId)).map((edit) => edit.update);
  }

  private putEdits(transaction: IDBTransaction, edits: readonly OutboxEntry[]): void {
    const { documentId, sessionId } = this;
    const outbox = transaction.objectStore(OUTBOX);
    for (const { sequence, update } of edits)
      outbox.put({ documentId, sessionId, sequence, update } satisfies OutboxRow);
  }

  private becomeScribe(): void {
    this.isScribe = true;
    // The tab that kept it until now is gone, and may have missed the last of what we saw.
    if (this.loaded) void this.write([], [this.state()]).catch(() => {});
  }

  /** Makes all pieces one, those that other tabs wrote meanwhile included: one transaction reads and replaces them. */
  private async condense(): Promise<void> {
    const transaction = (await this.opening).transaction([COPIES], "readwrite");
    const copies = transaction.objectStore(COPIES);
    const done = completed(transaction);
    const [rows, keys] = await Promise.all([
      resultOf<CopyRow[]>(copies.index(BY_DOCUMENT).getAll(this.documentId)),
      resultOf(copies.index(BY_DOCUMENT).getAllKeys(this.documentId)),
    ]);
    copies.add({ documentId: this.documentId, update: merged(rows) } satisfies CopyRow);
    for (const key of keys) copies.delete(key);
    await done;
    this.pieces = 1;
  }

  private lockOf(sessionId: string): string {
    return `${this.name} ${sessionId}`;
  }
}

function notesOf(row: NoteRow | undefined): DeviceNotes {
  const { documentId: _, ...notes } = { documentId: "", ...NO_NOTES, ...row };
  return notes;
}

/** The document that these pieces make, without what was deleted. */
function merged(rows: readonly CopyRow[]): Uint8Array {
  const document = new Y.Doc();
  document.transact(() => {
    for (const { update } of rows) Y.applyUpdate(document, update);
  });
  const state = Y.encodeStateAsUpdate(document);
  document.destroy();
  return state;
}
