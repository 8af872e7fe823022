import { randomBytes } from "node:crypto";
import { connect, type Socket } from "node:net";

/** Frames as they come, without copies: valid only during the call. */
export interface LineListener {
  open(): void;
  text(text: string): void;
  binary(bytes: Buffer): void;
}

const TEXT = 1;
const BINARY = 2;
const CLOSE = 8;
const PING = 9;
const PONG = 10;
const COMPRESSED = 0x40;

/**
 * A WebSocket client with nothing around it (RFC 6455; no extensions, no fragments), because a thousand stock clients
 * would measure themselves. Its mask is zero, which the protocol allows: the server unmasks as always, and the load
 * generator saves the work. What is written in one turn leaves in one go.
 */
export class Line {
  private readonly socket: Socket;
  private rest: Buffer | null = null;
  private upgraded = false;
  private corked = false;
  closed = false;
  /** Reads what came compressed; somebody who offered that (in `headers`) gives it. */
  inflate: ((payload: Buffer) => Buffer) | null = null;

  constructor(
    port: number,
    path: string,
    headers: Readonly<Record<string, string>>,
    private readonly listener: LineListener,
    private readonly onClose: (reason: string) => void,
  ) {
    this.socket = connect({ port, host: "127.0.0.1", noDelay: true });
    const lines = Object.entries({
      Host: `127.0.0.1:${port}`,
      Upgrade: "websocket",
      Connection: "Upgrade",
      "Sec-WebSocket-Key": randomBytes(16).toString("base64"),
      "Sec-WebSocket-Version": "13",
      ...headers,
    }).map(([name, value]) => `${name}: ${value}`);
    this.socket.write(`GET ${path} HTTP/1.1\r\n${lines.join("\r\n")}\r\n\r\n`);
    this.socket.on("data", (piece) => {
      try {
        this.receive(piece);
      } catch (error) {
        // What a client does not understand spoils its own measurement, not the whole run.
        this.end(error instanceof Error ? error.message : String(error));
      }
    });
    this.socket.on("error", (error) => this.end(error.message));
    this.socket.on("close", () => this.end("the server closed the line"));
  }

  /** Payload of TCP in both directions, handshake included. */
  get received(): number {
    return this.socket.bytesRead;
  }
  get sent(): number {
    return this.socket.bytesWritten;
  }

  sendText(text: string): void {
    this.write(TEXT, Buffer.from(text));
  }

  send(payload: Uint8Array): void {
    this.write(BINARY, payload);
  }

  close(): void {
    this.closed = true;
    this.socket.destroy();
  }

  private end(reason: string): void {
    if (this.closed) return;
    this.close();
    this.onClose(reason);
  }

  private write(kind: number, payload: Uint8Array): void {
    if (this.closed) return;
    const { length } = payload;
    const head = length < 126 ? 6 : length < 65_536 ? 8 : 14;
    const frame = Buffer.allocUnsafe(head + length);
    frame[0] = 0x80 | kind;
    if (head === 6) frame[1] = 0x80 | length;
    else if (head === 8) {
      frame[1] = 0x80 | 126;
      frame.writeUInt16BE(length, 2);
    } else {
      frame[1] = 0x80 | 127;
      frame.writeBigUInt64BE(BigInt(length), 2);
    }
    frame.fill(0, head - 4, head);
    frame.set(payload, head);
    if (!this.corked) {
      this.corked = true;
      this.socket.cork();
      process.nextTick(() => {
        this.corked = false;
        this.socket.uncork();
      });
    }
    this.socket.write(frame);
  }

  private receive(piece: Buffer): void {
    let bytes = this.rest === null ? piece : Buffer.concat([this.rest, piece]);
    this.rest = null;
    if (!this.upgraded) {
      const end = bytes.indexOf("\r\n\r\n");
      if (end < 0) {
        this.rest = bytes;
        return;
      }
      const answer = bytes.subarray(0, end).toString("latin1");
      if (!answer.startsWith("HTTP/1.1 101")) {
        this.end(answer.split("\r\n")[0] ?? "no upgrade");
        return;
      }
      this.upgraded = true;
      bytes = bytes.subarray(end + 4);
      this.listener.open();
    }
    this.frames(bytes);
  }

  private frames(bytes: Buffer): void {
    let at = 0;
    while (bytes.length - at >= 2) {
      let length = bytes[at + 1]! & 127;
      let payload = at + 2;
      if (length === 126) {
        if (bytes.length < at + 4) break;
        length = bytes.readUInt16BE(at + 2);
        payload = at + 4;
      } else if (length === 127) {
        if (bytes.length < at + 10) break;
        length = Number(bytes.readBigUInt64BE(at + 2));
        payload = at + 10;
      }
      if (bytes.length < payload + length) break;
      const sent = bytes.subarray(payload, payload + length);
      this.frame(bytes[at]! & 15, this.inflate && bytes[at]! & COMPRESSED ? this.inflate(sent) : sent);
      if (this.closed) return;
      at = payload + length;
    }
    if (at < bytes.length) this.rest = bytes.subarray(at);
  }

  private frame(kind: number, payload: Buffer): void {
    if (kind === BINARY) this.listener.binary(payload);
    else if (kind === TEXT) this.listener.text(payload.toString("utf8"));
    else if (kind === PING) this.write(PONG, payload);
    else if (kind === CLOSE) this.end(`the server closed the line: ${payload.subarray(2).toString("utf8")}`);
    else throw new Error(`a frame of kind ${kind} was not expected`);
  }
}
