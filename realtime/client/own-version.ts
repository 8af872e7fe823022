import * as Y from "yjs";
import { Listeners } from "./listeners.ts";
import type { Outgoing } from "./outgoing.ts";

type Told = [own: Uint8Array, servers: Uint8Array];

/** What stood here and turned out to be another than the server's: kept for its words, see `LiveDocument.onDivergence`. */
export class OwnVersion {
  private readonly listeners = new Listeners<Told>();

  constructor(
    private readonly outgoing: Outgoing,
    /** When the server's text is in. */
    private readonly synced: Promise<void>,
    private readonly current: () => Uint8Array,
  ) {}

  /** A second one joins the first: the words of both are kept. */
  differs(own: Uint8Array, servers: Uint8Array): void {
    const before = this.outgoing.own;
    this.outgoing.keepOwn(before ? Y.mergeUpdates([before, own]) : own);
    this.listeners.tell(own, servers);
  }

  /** Tells of those of this visit, and of an earlier one that nobody settled. @returns how to stop. */
  listen(listener: (...told: Told) => void): () => void {
    const stop = this.listeners.add(listener);
    let listens = true;
    const tellOfBefore = () => {
      if (listens && this.outgoing.own) listener(this.outgoing.own, this.current());
    };
    this.synced.then(tellOfBefore, () => {});
    return () => {
      listens = false;
      stop();
    };
  }

  settle(): void {
    if (this.outgoing.own) this.outgoing.keepOwn(null);
  }
}
