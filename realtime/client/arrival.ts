/** What others may wait for when a document is opened. */
export class Arrival {
  /** The text is there to be shown and edited. Never rejects. */
  readonly ready: Promise<void>;
  /** The server's text is in, or it never will be. */
  readonly synced: Promise<void>;
  private markReady = () => {};
  private markSynced = () => {};
  private reject = (_reason: Error) => {};

  constructor() {
    this.ready = new Promise((resolve) => {
      this.markReady = resolve;
    });
    this.synced = new Promise((resolve, reject) => {
      this.markSynced = resolve;
      this.reject = reject;
    });
    // Not everybody waits for it.
    this.synced.catch(() => {});
  }

  fromDevice(): void {
    this.markReady();
  }

  fromServer(): void {
    this.markReady();
    this.markSynced();
  }

  fail(code: string): void {
    this.reject(new Error(code));
  }
}
