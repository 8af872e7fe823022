import { randomUUID } from "node:crypto";
import { inflateRawSync } from "node:zlib";
import {
  FROM_SERVER,
  type JoinRequest,
  LIVE_PATH,
  liveParser,
  PROTOCOL,
  readFrame,
  readVarint,
  unpack,
  writeClientUpdate,
} from "../../../realtime/wire.ts";
import { Client, NOTHING, type Opening } from "./client.ts";
import { next, readNumber } from "./varint.ts";

export const ORIGIN = "http://bench.leerlus.test";
const CONNECT = 0;
const EVENT = 2;
const ACK = 3;
const JOIN = 1;

const encoder = new liveParser.Encoder();

/** Our protocol, as docs/realtime.md tells it. SAVED acknowledges everything up to a number: it is on disk then. */
export class OurClient extends Client {
  private slot = 0;
  private sequence = 0;
  private readonly decoder = new liveParser.Decoder();

  constructor(opening: Opening, more: Readonly<Record<string, string>> = {}) {
    const headers = { Origin: ORIGIN, Cookie: `person=${randomUUID()}`, ...more };
    // Our answer is whole, however many bytes it took.
    super({ ...opening, atLeastBytes: 0 }, `${LIVE_PATH}/?EIO=4&transport=websocket`, headers);
    this.decoder.on("decoded", (packet) => this.packet(packet));
  }

  protected override open(): void {}

  protected override text(text: string): void {
    if (text.startsWith("0")) this.packetOut({ type: CONNECT, nsp: "/", data: { protocol: PROTOCOL } });
    else if (text === "2") this.line.sendText("3");
    else if (text.startsWith("4")) this.decoder.add(text.slice(1));
  }

  protected override binary(bytes: Buffer): void {
    if (bytes[0] === 0) this.decoder.add(bytes);
    else this.frame(bytes);
  }

  private frame(bytes: Buffer): void {
    const frame = readFrame(bytes);
    if (!frame) throw new Error("a frame without a head");
    if (frame.kind === FROM_SERVER.UPDATE) this.onUpdate(bytes, frame.payload, bytes.length);
    else if (frame.kind === FROM_SERVER.UPDATES) this.several(bytes, frame.payload);
    else if (frame.kind === FROM_SERVER.SAVED) this.acknowledged = readVarint(bytes, frame.payload)?.value ?? 0;
  }

  private several(bytes: Buffer, at: number): void {
    let from = at;
    while (from < bytes.length) {
      const length = readNumber(bytes, from);
      const begin = next;
      this.onUpdate(bytes, begin, begin + length);
      from = begin + length;
    }
  }

  private packet({ type, data }: liveParser.Packet): void {
    if (type === CONNECT) this.join();
    else if (type === ACK) this.joined(data[0], data[1]);
    else if (type === EVENT && data[0] !== "notice") throw new Error(`our server says ${JSON.stringify(data)}`);
    else if (type > ACK) throw new Error(`our server refuses: ${JSON.stringify(data)}`);
  }

  private join(): void {
    const request: JoinRequest = {
      takesPacked: !this.opening.keep,
      documentId: this.opening.document,
      schemaVersion: 1,
      sessionId: randomUUID(),
      clientId: this.opening.clientId,
    };
    const data = ["join", request, this.opening.vector ?? NOTHING];
    this.packetOut({ type: EVENT, nsp: "/", id: JOIN, data });
  }

  private joined(answer: { ok: boolean; slot: number; packed?: true }, body: Uint8Array): void {
    if (!answer.ok) throw new Error(`our server refuses the join: ${JSON.stringify(answer)}`);
    this.slot = answer.slot;
    const [, ...updates] = unpack(body) ?? [];
    if (answer.packed && updates[0]) updates[0] = inflateRawSync(updates[0]);
    this.arrived(...updates);
  }

  private packetOut(packet: liveParser.Packet): void {
    for (const encoded of encoder.encode(packet)) {
      if (typeof encoded === "string") this.line.sendText(`4${encoded}`);
      else this.line.send(encoded);
    }
  }

  override send(update: Uint8Array): void {
    this.line.send(writeClientUpdate(this.slot, ++this.sequence, update));
  }
}
