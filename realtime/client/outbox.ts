export interface OutboxEntry {
  /** 1, 2, 3 … within the session, without holes. */
  readonly sequence: number;
  readonly update: Uint8Array;
  /** `performance.now()` when it was written. */
  readonly at: number;
}

/**
 * Updates of this tab that the server has not acknowledged, in order. Each is known by (session, sequence), so sending
 * it again is harmless, and it stays here until the server says that it is on disk. A session is never continued by
 * another tab: what a dead tab leaves behind is sent in a new one.
 */
export class Outbox {
  private entries: OutboxEntry[] = [];
  private last = 0;
  private saved = 0;
  private sent = 0;
  private stored = 0;

  constructor(readonly sessionId: string) {}

  add(update: Uint8Array): OutboxEntry {
    const entry = { sequence: ++this.last, update, at: performance.now() };
    this.entries.push(entry);
    return entry;
  }

  /** The server has everything up to this sequence on disk. Late and repeated news is ignored. */
  acknowledge(upTo: number): void {
    if (upTo <= this.saved) return;
    this.saved = upTo;
    const kept = this.entries.findIndex((entry) => entry.sequence > upTo);
    this.entries = kept === -1 ? [] : this.entries.slice(kept);
  }

  /** A new line: everything after `savedUpTo` has to be sent there, whether it was sent before or not. */
  rewind(): void {
    this.sent = this.saved;
  }

  /** What this line has not been given yet. They count as sent from here on. */
  takeUnsent(): OutboxEntry[] {
    const unsent = this.entries.filter((entry) => entry.sequence > this.sent);
    this.sent = this.last;
    return unsent;
  }

  /** The device confirmed that it keeps everything up to this sequence. */
  noteStored(upTo: number): void {
    this.stored = Math.max(this.stored, upTo);
  }

  /** Nothing is waiting that the device does not keep. */
  get isStored(): boolean {
    return this.entries.length === 0 || this.stored >= this.last;
  }

  get pending(): number {
    return this.entries.length;
  }

  get savedUpTo(): number {
    return this.saved;
  }

  /** `performance.now()` of the oldest update that is still waiting. */
  get waitingSince(): number | undefined {
    return this.entries[0]?.at;
  }

  get updates(): readonly Uint8Array[] {
    return this.entries.map((entry) => entry.update);
  }
}
