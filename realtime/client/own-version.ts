import * as Y from "yjs";
import { Listeners } from "./listeners.ts";
import type { Outgoing } from "./outgoing.ts";

type Told = [own: Uint8Array, servers: Uint8Array];

/** What stood here and turned out to be another than the server's: kept for its words, see `LiveDocument.onDivergence`. */
export class OwnVersion {
  /** Kept until somebody says that its words may go. */
  kept: Uint8Array | null = null;
  private readonly listeners = new Listeners<Told>();

  constructor(
    private readonly outgoing: Outgoing,
    /** When the server's text is in. */
    private readonly synced: Promise<void>,
    private readonly current: () => Uint8Array,
  ) {}

  /** What the device has of an earlier visit. */
  recall(stored: Uint8Array | null): void {
    this.kept ??= stored;
  }

  /** A second one joins the first: the words of both are kept. */
  differs(own: Uint8Array, servers: Uint8Array): void {
    this.keep(this.kept ? Y.mergeUpdates([this.kept, own]) : own);
    this.listeners.tell(own, servers);
  }

  /** Tells of those of this visit, and of an earlier one that nobody settled. @returns how to stop. */
  listen(listener: (...told: Told) => void): () => void {
    const stop = this.listeners.add(listener);
    let listens = true;
    const tellOfBefore = () => {
      if (listens && this.kept) listener(this.kept, this.current());
    };
    this.synced.then(tellOfBefore, () => {});
    return () => {
      listens = false;
      stop();
    };
  }

  settle(): void {
    if (this.kept) this.keep(null);
  }

  private keep(own: Uint8Array | null): void {
    this.kept = own;
    this.outgoing.note(() => ({ own }));
  }
}
