import { randomUUID } from "node:crypto";
import { connect, type Socket } from "node:net";
import { readVarint, varintSize, writeVarint } from "../../wire/bytes.ts";
import { FROM_SERVER, readFrame } from "../../wire/frames.ts";
import { PROTOCOL } from "../../wire/messages.ts";
import { ORIGIN } from "./start-node.ts";

/** RFC 6455 §5.2 as a client sends it, with a mask of zeros. Any opcode. */
export function webSocketFrame(opcode: number, payload: Uint8Array): Buffer {
  const { length } = payload;
  const head = length < 126 ? 2 : length < 65_536 ? 4 : 10;
  const frame = Buffer.alloc(head + 4 + length);
  frame[0] = 0x80 | opcode;
  if (head === 2) frame[1] = 0x80 | length;
  else if (head === 4) {
    frame[1] = 0x80 | 126;
    frame.writeUInt16BE(length, 2);
  } else {
    frame[1] = 0x80 | 127;
    frame.writeBigUInt64BE(BigInt(length), 2);
  }
  frame.set(payload, head + 4);
  return frame;
}

/** Somebody who is signed in, sits in a document, and sends whatever bytes they like. */
export class HostileLine {
  /** Their place in the document, once joined. */
  slot = 0;
  savedUpTo = 0;
  /** Codes of what was refused. */
  readonly refused = new Map<string, number>();
  closed = false;
  private rest: Buffer = Buffer.alloc(0);
  private upgraded = false;
  private settle: (joined: boolean) => void = () => {};

  private constructor(
    private readonly socket: Socket,
    private readonly documentId: string,
  ) {}

  /** Null when the server does not let them in, or out again before they sit. */
  static async open(port: number, cookie: string, documentId: string): Promise<HostileLine | null> {
    const socket = connect(port, "127.0.0.1");
    const line = new HostileLine(socket, documentId);
    const joined = new Promise<boolean>((resolve) => {
      line.settle = resolve;
    });
    socket.on("data", (chunk) => line.take(chunk));
    socket.on("error", () => {});
    socket.on("close", () => {
      line.closed = true;
      line.settle(false);
    });
    socket.write(
      `GET /live/?EIO=4&transport=websocket HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
        `Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nOrigin: ${ORIGIN}\r\n` +
        `Cookie: ${cookie}\r\n\r\n`,
    );
    return (await joined) ? line : null;
  }

  /** @returns false when the network wants a pause. */
  send(bytes: Buffer): boolean {
    return this.closed || this.socket.write(bytes);
  }

  drained(): Promise<void> {
    return new Promise((resolve) => {
      if (this.closed) return resolve();
      this.socket.once("drain", resolve);
      this.socket.once("close", () => resolve());
    });
  }

  destroy(): void {
    this.socket.destroy();
  }

  private take(chunk: Buffer): void {
    let bytes = this.rest.length > 0 ? Buffer.concat([this.rest, chunk]) : chunk;
    if (!this.upgraded) {
      const end = bytes.indexOf("\r\n\r\n");
      this.upgraded = end >= 0;
      if (this.upgraded) bytes = bytes.subarray(end + 4);
    }
    let at = 0;
    while (this.upgraded && bytes.length - at >= 2) {
      const short = bytes[at + 1]! & 127;
      const head = short < 126 ? 2 : short === 126 ? 4 : 10;
      if (bytes.length - at < head) break;
      const length =
        head === 2 ? short : head === 4 ? bytes.readUInt16BE(at + 2) : Number(bytes.readBigUInt64BE(at + 2));
      if (bytes.length - at < head + length) break;
      this.read(bytes[at]! & 15, bytes.subarray(at + head, at + head + length));
      at += head + length;
    }
    this.rest = Buffer.from(bytes.subarray(at));
  }

  private read(opcode: number, payload: Buffer): void {
    if (opcode === 8) this.socket.end();
    else if (opcode === 1) this.hear(payload.toString());
    else if (payload[0] === 0) this.answered(payload.subarray(readVarint(payload, 1)!.next).toString("latin1"));
    else {
      const frame = readFrame(payload);
      if (frame?.kind === FROM_SERVER.SAVED) this.savedUpTo = readVarint(payload, frame.payload)?.value ?? 0;
    }
  }

  private hear(text: string): void {
    if (text === "2") this.send(webSocketFrame(1, Buffer.from("3")));
    else if (text.startsWith("0")) this.send(webSocketFrame(1, Buffer.from(`40{"protocol":${PROTOCOL}}`)));
    else if (text.startsWith("40")) this.join();
    else if (text.startsWith("430")) this.settle(false);
    else if (text.startsWith("42")) {
      const code = /"code":"([A-Z_]+)"/.exec(text)?.[1];
      if (code) this.refused.set(code, (this.refused.get(code) ?? 0) + 1);
    }
  }

  private join(): void {
    const asked = { documentId: this.documentId, schemaVersion: 1, sessionId: randomUUID(), clientId: 9 };
    const head = Buffer.from(`20["join",${JSON.stringify(asked)}]`);
    const frame = Buffer.alloc(1 + varintSize(head.length) + head.length + 1);
    frame.set(head, writeVarint(frame, 1, head.length));
    this.send(webSocketFrame(2, frame));
  }

  private answered(text: string): void {
    const slot = /"slot":(\d+)/.exec(text)?.[1];
    if (slot !== undefined) this.slot = Number(slot);
    this.settle(slot !== undefined);
  }
}
