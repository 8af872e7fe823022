import * as Y from "yjs";
import type { StoredCopy } from "./device/device.ts";
import { Listeners } from "./listeners.ts";
import type { Outgoing } from "./outgoing.ts";
import { type Overlap, overlapsOf, type Version, versionOf } from "./overlaps.ts";

/** People who lost each other for less than this write as they do in one room, and the merge is as good as ever. */
const LONG_MS = 10_000;
/** More than anybody goes through. Only those of which all words are in the text are left out. */
const MOST = 100;

/** Time without the others, and what comes of it where both sides wrote in one place (`LiveDocument.overlaps`). */
export class Apart {
  overlaps: readonly Overlap[] = [];
  readonly listeners = new Listeners<[readonly Overlap[]]>();
  /** The text when the others were last heard; null while they are, or when nobody knows. */
  private before: Uint8Array | null = null;
  /** When that was (ms, this device's clock); 0 for a copy of an unknown age. */
  private since = 0;
  /** The device knows of it. */
  private isNoted = false;

  constructor(
    private readonly doc: Y.Doc,
    private readonly outgoing: Outgoing,
    private readonly failed: (error: unknown) => void,
  ) {}

  /** What the device has of an earlier visit. Call it before anything can be typed. */
  recall({ apart, overlaps, state }: StoredCopy): void {
    this.isNoted = apart !== null;
    this.since = apart?.since ?? 0;
    this.before = apart?.before ?? state;
    this.show([...overlaps, ...this.overlaps]);
  }

  /** The line is gone. */
  begins(mayWrite: boolean): void {
    if (!mayWrite || this.before !== null) return;
    this.since = Date.now();
    this.before = Y.encodeStateAsUpdate(this.doc);
  }

  /** Somebody writes on without the others: a reload must not forget from where. */
  writes(): void {
    const { before, since } = this;
    if (before === null || this.isNoted) return;
    this.isNoted = true;
    this.outgoing.note(() => ({ apart: { since, before } }));
  }

  /** What is kept of a time apart is not this tab's, or not to be compared with any more. */
  forget(): void {
    this.isNoted = false;
    this.before = null;
    this.outgoing.note(() => ({ apart: null }));
  }

  /**
   * Takes the edits of the others in between two looks at the text.
   *
   * @param state what the server brings, V2, and then `updates`. @returns what `takeIn` says.
   */
  ends(state: Uint8Array | null, updates: readonly Uint8Array[], mayWrite: boolean, takeIn: () => boolean): boolean {
    const { before, since, isNoted } = this;
    const isLong = Math.abs(Date.now() - since) >= LONG_MS;
    const own = mayWrite && isLong && before !== null && this.outgoing.outbox.pending > 0 ? versionOf(this.doc) : null;
    if (!takeIn()) return false;
    this.before = null;
    if (isNoted) this.forget();
    if (before === null || own === null) return true;
    try {
      this.add(found(before, own, state, updates, versionOf(this.doc)));
    } catch (error) {
      this.failed(error);
    }
    return true;
  }

  settle(overlap: Overlap): void {
    const without = (overlaps: readonly Overlap[]) => overlaps.filter(({ id }) => id !== overlap.id);
    this.outgoing.note((known) => ({ overlaps: without(known.overlaps) }));
    this.show(without(this.overlaps));
  }

  private add(overlaps: readonly Overlap[]): void {
    const kept = overlaps.filter(({ gone }, index) => gone !== null || index < MOST);
    if (kept.length === 0) return;
    this.outgoing.note((known) => ({ overlaps: [...known.overlaps, ...kept] }));
    this.show([...this.overlaps, ...kept]);
  }

  private show(overlaps: readonly Overlap[]): void {
    if (overlaps.length === this.overlaps.length) return;
    this.overlaps = overlaps;
    this.listeners.tell(overlaps);
  }
}

function found(
  before: Uint8Array,
  own: Version,
  state: Uint8Array | null,
  updates: readonly Uint8Array[],
  merged: Version,
): Overlap[] {
  const document = new Y.Doc();
  Y.applyUpdate(document, before);
  const was = versionOf(document);
  document.transact(() => {
    if (state !== null) Y.applyUpdateV2(document, state);
    for (const update of updates) Y.applyUpdate(document, update);
  });
  // Who lacks something, such as what another tab sent, cannot be read.
  const { pendingStructs, pendingDs } = document.store;
  const others = pendingStructs === null && pendingDs === null ? versionOf(document) : null;
  document.destroy();
  return others === null ? [] : overlapsOf(was, own, others, merged);
}
