import type { Typist } from "#tests/support/typist.ts";

/** Several people who type, each so often, until they are told to stop. */
export class Crowd {
  private readonly timers: NodeJS.Timeout[] = [];
  private readonly watcher: NodeJS.Timeout;
  /** When a line broke, and how many edits were saved then. */
  private readonly broken = new Map<Typist, { at: number; saved: number }>();
  private readonly recoveries: number[] = [];

  constructor(
    readonly typists: readonly Typist[],
    everyMs: number,
  ) {
    for (const [index, typist] of typists.entries()) {
      const begin = setTimeout(
        () => {
          typist.type();
          this.timers.push(setInterval(() => typist.type(), everyMs));
        },
        (everyMs * index) / typists.length,
      );
      this.timers.push(begin);
    }
    this.watcher = setInterval(() => this.watch(), 20);
  }

  /** How long people waited from a break of their line until edits were saved again, in milliseconds. */
  get back(): readonly number[] {
    return this.recoveries;
  }

  /** Nobody waits for anything that broke. */
  get isWell(): boolean {
    this.watch();
    return this.broken.size === 0;
  }

  stop(): void {
    for (const timer of this.timers) clearInterval(timer);
    clearInterval(this.watcher);
  }

  private watch(): void {
    const now = performance.now();
    for (const typist of this.typists) {
      typist.settle();
      const saved = typist.waits.length;
      const since = this.broken.get(typist);
      const isUp = typist.connection.status === "online";
      if (!isUp && since === undefined) this.broken.set(typist, { at: now, saved });
      else if (isUp && since !== undefined && saved > since.saved) {
        this.recoveries.push(now - since.at);
        this.broken.delete(typist);
      }
    }
  }
}
