import * as Y from "yjs";
import type { StoredCopy } from "./device/device.ts";
import { Listeners } from "./listeners.ts";
import type { Outgoing } from "./outgoing.ts";
import { type Overlap, overlapsOf, type Version, versionOf } from "./overlaps.ts";

/** People who lost each other for less than this write as they do in one room, and the merge is as good as ever. */
const LONG_MS = 10_000;
/** More than anybody goes through. Only those of which all words are in the text are left out. */
const MOST = 100;
/** A longer text takes a phone seconds to compare: people who write so much together have the history. */
const LARGEST_BYTES = 2_000_000;

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
  private meeting: Meeting | null = null;
  private isOver = false;

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
    const met = apart?.met;
    if (apart && met)
      this.attempt(() => {
        this.meeting = new Meeting(apart.before, met.own, null, [met.theirs]);
      });
    this.show([...overlaps, ...this.overlaps]);
  }

  /** The line is gone. */
  begins(mayWrite: boolean): void {
    if (!mayWrite || this.isOver || this.before !== null) return;
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

  /** Edits of a tab that has gone are sent from here; its time apart is not this one's to compare with. */
  inherits(): void {
    if (this.meeting !== null) return;
    this.isNoted = true;
    this.forget();
  }

  /** Nothing is written here any more. */
  end(): void {
    this.isOver = true;
  }

  /**
   * Takes the edits of the others in, and begins to compare when there is something to compare.
   *
   * @param state what the server brings, V2, and then `updates`. @returns what `takeIn` says.
   */
  meets(state: Uint8Array | null, updates: readonly Uint8Array[], takeIn: () => boolean): boolean {
    const { before, meeting, since } = this;
    if (meeting) {
      if (!takeIn()) return false;
      this.attempt(() => meeting.hears(updates, state));
      return true;
    }
    const isLong = Math.abs(Date.now() - since) >= LONG_MS;
    if (before === null || !isLong || before.length > LARGEST_BYTES || this.outgoing.outbox.pending === 0) {
      this.forget();
      return takeIn();
    }
    const own = Y.encodeStateAsUpdate(this.doc);
    if (!takeIn()) return false;
    this.attempt(() => {
      const meeting = new Meeting(before, own, state, updates);
      const met = { own, theirs: meeting.theirText };
      this.meeting = meeting;
      this.isNoted = true;
      this.outgoing.note(() => ({ apart: { since, before, met } }));
    });
    return true;
  }

  /**
   * All that waited is on its way. Until the server has it, others who come back at the same time may send theirs: whose
   * edits come later in the log has heard the other's by then.
   */
  waits(): void {
    if (this.meeting === null) return;
    this.meeting.until = this.outgoing.acknowledged + this.outgoing.outbox.pending;
    this.saved();
  }

  hears(updates: readonly Uint8Array[]): void {
    this.attempt(() => this.meeting?.hears(updates));
  }

  saved(): void {
    const { meeting } = this;
    if (meeting === null || this.outgoing.acknowledged < meeting.until) return;
    this.forget();
    this.attempt(() => this.add(meeting.found(versionOf(this.doc))));
  }

  settle(overlap: Overlap): void {
    const without = (overlaps: readonly Overlap[]) => overlaps.filter(({ id }) => id !== overlap.id);
    this.outgoing.note((known) => ({ overlaps: without(known.overlaps) }));
    this.show(without(this.overlaps));
  }

  private forget(): void {
    this.before = null;
    this.meeting = null;
    if (this.isNoted) this.outgoing.note(() => ({ apart: null }));
    this.isNoted = false;
  }

  private attempt(work: () => void): void {
    try {
      work();
    } catch (error) {
      this.forget();
      this.failed(error);
    }
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

/** Two sides that were apart, until the server has what this one wrote. */
class Meeting {
  /** So many updates of this tab have to be acknowledged. */
  until = Number.POSITIVE_INFINITY;
  private readonly was: Version;
  private readonly own: Version;
  private readonly theirs = new Y.Doc();

  constructor(before: Uint8Array, own: Uint8Array, state: Uint8Array | null, updates: readonly Uint8Array[]) {
    Y.applyUpdate(this.theirs, before);
    this.was = versionOf(this.theirs);
    const document = new Y.Doc();
    Y.applyUpdate(document, own);
    this.own = versionOf(document);
    this.hears(updates, state);
  }

  get theirText(): Uint8Array {
    return Y.encodeStateAsUpdate(this.theirs);
  }

  hears(updates: readonly Uint8Array[], state: Uint8Array | null = null): void {
    this.theirs.transact(() => {
      if (state !== null) Y.applyUpdateV2(this.theirs, state);
      for (const update of updates) Y.applyUpdate(this.theirs, update);
    });
  }

  found(merged: Version): Overlap[] {
    // Whose text lacks something, such as what another tab sent, cannot be read.
    const { pendingStructs, pendingDs } = this.theirs.store;
    if (pendingStructs !== null || pendingDs !== null) return [];
    return overlapsOf(this.was, this.own, versionOf(this.theirs), merged);
  }
}
