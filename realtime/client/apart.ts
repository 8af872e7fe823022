import * as Y from "yjs";
import type { DeviceNotes } from "./device/device.ts";
import { Listeners } from "./listeners.ts";
import type { Outgoing } from "./outgoing.ts";
import { type Overlap, overlapsOf } from "./overlaps.ts";
import { isSource } from "./replica.ts";

/** People who lost each other for less than this write as they do in one room, and the merge is as good as ever. */
const LONG_MS = 10_000;
/** More than anybody goes through; whoever wants the rest has the history. */
const MOST = 50;

/** Time without the others, and what comes of it when both sides changed the same paragraph (`LiveDocument.overlaps`). */
export class Apart {
  overlaps: readonly Overlap[] = [];
  readonly listeners = new Listeners<[readonly Overlap[]]>();
  private isApart = true;
  private since = Date.now();
  /** The text when this person began to write on without the others. */
  private before: Uint8Array | null = null;

  constructor(
    private readonly doc: Y.Doc,
    private readonly outgoing: Outgoing,
    private readonly failed: (error: unknown) => void,
  ) {
    doc.on("beforeTransaction", ({ origin }: Y.Transaction) => {
      if (this.isApart && this.before === null && !isSource(origin)) this.remember(this.text());
    });
  }

  /** What the device has of an earlier visit. */
  recall({ apart, overlaps }: Pick<DeviceNotes, "apart" | "overlaps">): void {
    if (apart !== null && this.isApart) {
      this.since = apart.since;
      this.before ??= apart.before;
    }
    if (overlaps.length > 0) this.keep([...overlaps, ...this.overlaps]);
  }

  /** The line is gone. */
  begins(): void {
    this.isApart = true;
    this.since = Date.now();
  }

  /**
   * Takes the edits of the others in between two looks at the text.
   *
   * @param state what the server brings, V2, and then `updates`. @returns what `takeIn` says.
   */
  ends(state: Uint8Array | null, updates: readonly Uint8Array[], takeIn: () => boolean): boolean {
    const { before, since } = this;
    const isLong = Math.abs(Date.now() - since) >= LONG_MS;
    const own = before !== null && isLong && this.outgoing.outbox.pending > 0 ? this.text() : null;
    if (!takeIn()) return false;
    this.isApart = false;
    this.before = null;
    if (before !== null) this.outgoing.note({ apart: null });
    if (before === null || own === null) return true;
    try {
      const found = overlapsOf(before, own, withTheirs(before, state, updates));
      if (found.length > 0) this.keep([...this.overlaps, ...found]);
    } catch (error) {
      this.failed(error);
    }
    return true;
  }

  settle(overlap: Overlap): void {
    this.keep(this.overlaps.filter((other) => other !== overlap));
  }

  private remember(before: Uint8Array): void {
    this.before = before;
    this.outgoing.note({ apart: { since: this.since, before } });
  }

  private keep(overlaps: readonly Overlap[]): void {
    this.overlaps = overlaps.slice(0, MOST);
    this.outgoing.note({ overlaps: this.overlaps });
    this.listeners.tell(this.overlaps);
  }

  private text(): Uint8Array {
    return Y.encodeStateAsUpdate(this.doc);
  }
}

function withTheirs(before: Uint8Array, state: Uint8Array | null, updates: readonly Uint8Array[]): Uint8Array {
  const document = new Y.Doc();
  document.transact(() => {
    Y.applyUpdate(document, before);
    if (state !== null) Y.applyUpdateV2(document, state);
    for (const update of updates) Y.applyUpdate(document, update);
  });
  const theirs = Y.encodeStateAsUpdate(document);
  document.destroy();
  return theirs;
}
