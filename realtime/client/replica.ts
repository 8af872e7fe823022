import * as Y from "yjs";
import { hardenYjs } from "./harden-yjs.ts";

/** Where a change comes from that nobody typed here; origins of Yjs transactions. */
export type Source = "live:others" | "live:device";

export interface ReplicaHost {
  /** Somebody typed, here. */
  typed(update: Uint8Array): void;
  /** The server brought something new. */
  learned(update: Uint8Array): void;
  /** Yjs threw on what it was given: this copy cannot go on. */
  broke(error: unknown): void;
}

/** This tab's copy of the document, and whose every change in it is. */
export class Replica {
  readonly doc = new Y.Doc();

  constructor(private readonly host: ReplicaHost) {
    hardenYjs();
    this.doc.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin === ("live:others" satisfies Source)) host.learned(update);
      else if (origin !== ("live:device" satisfies Source)) host.typed(update);
    });
  }

  /** Takes in a state (V2), if one is given, and then updates, in order; false when it broke on them. */
  apply(updates: readonly Uint8Array[], source: Source, state: Uint8Array | null = null): boolean {
    try {
      this.doc.transact(() => {
        if (state !== null) Y.applyUpdateV2(this.doc, state, source);
        for (const update of updates) Y.applyUpdate(this.doc, update, source);
      }, source);
      return true;
    } catch (error) {
      this.host.broke(error);
      return false;
    }
  }
}
