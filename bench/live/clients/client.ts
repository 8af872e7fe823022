import { Line } from "./web-socket.ts";

export interface Opening {
  port: number;
  document: string;
  /** Yjs client id under which this client writes. */
  clientId: number;
  /** What it has already, as a state vector; nothing when not given. */
  vector?: Uint8Array;
  /** Ready only when at least so many bytes of document have come: a server may greet before it has loaded. */
  atLeastBytes?: number;
  /** Keep what came in answer to the opening, for `kept`. */
  keep?: boolean;
}

/** An empty state vector. */
export const NOTHING = Uint8Array.of(0);

/**
 * One connection in one document, in the protocol of its server. It holds no Yjs document: what comes in is handed on
 * as bytes. `onUpdate` gets each update between `from` and `to`, valid only during the call.
 */
export abstract class Client {
  readonly ready: Promise<void>;
  onUpdate: (bytes: Uint8Array, from: number, to: number) => void = () => {};
  /** Edits that the server said it has taken, in the sense its protocol gives to that. */
  acknowledged = 0;
  /** Bytes of document received at the opening. */
  documentBytes = 0;
  /** The updates that came in answer to the opening, if they were to be kept. */
  readonly kept: Uint8Array[] = [];
  failed: string | null = null;
  protected readonly line: Line;
  protected isReady = false;
  private settle: { resolve: () => void; reject: (error: Error) => void } | null = null;

  constructor(
    protected readonly opening: Opening,
    path: string,
    headers: Readonly<Record<string, string>> = {},
  ) {
    this.ready = new Promise((resolve, reject) => {
      this.settle = { resolve, reject };
    });
    this.ready.catch(() => {});
    const listener = {
      open: () => this.open(),
      text: (text: string) => this.text(text),
      binary: (bytes: Buffer) => this.binary(bytes),
    };
    this.line = new Line(opening.port, path, headers, listener, (reason) => {
      this.failed = reason;
      this.settle?.reject(new Error(reason));
    });
  }

  /** Sends one Yjs update. */
  abstract send(update: Uint8Array): void;
  protected abstract open(): void;
  protected abstract binary(bytes: Buffer): void;
  protected text(_text: string): void {}

  get bytesReceived(): number {
    return this.line.received;
  }
  get bytesSent(): number {
    return this.line.sent;
  }

  close(): void {
    this.line.close();
  }

  /** Updates came in answer to the opening. */
  protected arrived(...updates: readonly Uint8Array[]): void {
    for (const update of updates) {
      this.documentBytes += update.length;
      if (this.opening.keep) this.kept.push(Uint8Array.from(update));
    }
    if (this.isReady || this.documentBytes < (this.opening.atLeastBytes ?? 0)) return;
    this.isReady = true;
    this.settle?.resolve();
  }
}
