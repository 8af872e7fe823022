/** Numbers, names and hints; never text that people wrote. */
export type BusMessage =
  /** These documents have updates up to these numbers. */
  | { kind: "advanced"; documents: [documentId: string, seq: number][] }
  /** Rights may have changed. */
  | { kind: "recheck"; personId?: string; documentId?: string; sessionId?: string }
  | { kind: "notice"; topics: readonly string[]; keys: readonly (readonly string[])[] }
  /** Presence on the sending node; state null = gone. */
  | { kind: "presence"; documentId: string; states: [presenceId: number, clock: number, state: string | null][] }
  /** A node has opened the document and asks who is there. */
  | { kind: "presence-wanted"; documentId: string };

/**
 * Carries messages from a node to all the others, fast and without any promise: they may be lost, doubled, late or out
 * of order. Nothing that must not be lost depends on it: documents heal from the log, and changes of rights stand in the
 * database too.
 */
export interface Bus {
  /** Never throws and never waits. The sender does not get its own message. */
  publish(message: BusMessage): void;
  /** @returns a function that ends the subscription. */
  subscribe(listener: (message: BusMessage) => void): () => void;
  /** There is certainly no other node: nobody who leaves this one can go elsewhere. */
  readonly alone: boolean;
  close(): Promise<void>;
}
