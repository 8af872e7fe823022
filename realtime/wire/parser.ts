import { readVarint, varintSize, writeVarint } from "./bytes.ts";

/**
 * The parser of the live channel, for both ends (`parser` option of Socket.IO; the stock client and server work with
 * it). Socket.IO's own sends binary as a text packet plus an attachment, two frames and 40 bytes per keystroke; here
 *
 * - `emit("frame", bytes)` without an answer is the bytes themselves, nothing around them;
 * - any other packet whose last argument is a Uint8Array is one binary frame: `00`, varint length of the header, the
 *   header (as below, UTF-8), the bytes;
 * - everything else is text: the packet type's digit, the answer's number if there is one, the data as JSON.
 *
 * There is one namespace, "/", and a packet cannot name another. What does not fit makes `add` throw, on which
 * Socket.IO closes the line.
 */
export interface Packet {
  type: number;
  nsp: string;
  id?: number;
  // biome-ignore lint/suspicious/noExplicitAny: Socket.IO hands over whatever was emitted
  data?: any;
}

const CONNECT = 0;
const DISCONNECT = 1;
const EVENT = 2;
const ACK = 3;
const CONNECT_ERROR = 4;
const NAMESPACE = "/";
const FRAME = "frame";
/** Reserved by Socket.IO on one side or the other: from the network they would pose as its own events. */
const RESERVED = new Set(["connect", "connect_error", "disconnect", "disconnecting", "error", FRAME]);

export class Encoder {
  encode(packet: Packet): (string | Uint8Array)[] {
    const data = packet.data;
    if (Array.isArray(data) && data[data.length - 1] instanceof Uint8Array) {
      const bytes: Uint8Array = data[data.length - 1];
      if (packet.type === EVENT && packet.id === undefined && data.length === 2 && data[0] === FRAME) return [bytes];
      return [envelope(header({ ...packet, data: data.slice(0, -1) }), bytes)];
    }
    return [header(packet)];
  }
}

function header({ type, id, data }: Packet): string {
  return `${type}${id ?? ""}${data === undefined ? "" : JSON.stringify(data)}`;
}

function envelope(text: string, bytes: Uint8Array): Uint8Array {
  const head = new TextEncoder().encode(text);
  const whole = new Uint8Array(1 + varintSize(head.length) + head.length + bytes.length);
  const at = writeVarint(whole, 1, head.length);
  whole.set(head, at);
  whole.set(bytes, at + head.length);
  return whole;
}

type Listener = (packet: Packet) => void;

/** Socket.IO listens to "decoded", the only event there is. */
export class Decoder {
  private readonly listeners = new Set<Listener>();

  on(_decoded: string, listener: Listener): this {
    this.listeners.add(listener);
    return this;
  }

  off(_decoded: string, listener: Listener): this {
    this.listeners.delete(listener);
    return this;
  }

  removeListener(decoded: string, listener: Listener): this {
    return this.off(decoded, listener);
  }

  /** Takes one frame as it came: text, an ArrayBuffer in browsers, a Buffer in Node. Throws on anything malformed. */
  add(received: unknown): void {
    const packet = read(received);
    for (const listener of this.listeners) listener(packet);
  }

  /** Nothing is kept between frames. */
  destroy(): void {}
}

function read(received: unknown): Packet {
  if (typeof received === "string") return readHeader(received);
  if (received instanceof Uint8Array) return readBinary(received);
  if (received instanceof ArrayBuffer) return readBinary(new Uint8Array(received));
  throw new Error("neither text nor bytes");
}

function readBinary(bytes: Uint8Array): Packet {
  if (bytes.length === 0) throw new Error("empty frame");
  if (bytes[0] !== 0) return { type: EVENT, nsp: NAMESPACE, data: [FRAME, bytes] };
  const length = readVarint(bytes, 1);
  if (length === null || length.next + length.value > bytes.length) throw new Error("header longer than the frame");
  const bodyAt = length.next + length.value;
  const packet = readHeader(new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(length.next, bodyAt)));
  if (!Array.isArray(packet.data)) throw new Error("bytes without arguments");
  packet.data.push(bytes.subarray(bodyAt));
  return packet;
}

function readHeader(text: string): Packet {
  const found = /^([0-4])(\d{0,10})/.exec(text);
  if (found === null) throw new Error("no packet type");
  const packet: Packet = { type: Number(found[1]), nsp: NAMESPACE };
  if (found[2] !== "") packet.id = Number(found[2]);
  const json = text.slice(found[0].length);
  if (json !== "") packet.data = JSON.parse(json);
  if (!fits(packet)) throw new Error("data does not fit the packet type");
  return packet;
}

function fits({ type, id, data }: Packet): boolean {
  switch (type) {
    case CONNECT:
      return id === undefined && (data === undefined || isPlainObject(data));
    case DISCONNECT:
      return id === undefined && data === undefined;
    case EVENT:
      return Array.isArray(data) && typeof data[0] === "string" && !RESERVED.has(data[0]);
    case ACK:
      return Array.isArray(data) && id !== undefined;
    case CONNECT_ERROR:
      return id === undefined && isPlainObject(data);
    default:
      return false;
  }
}

function isPlainObject(data: unknown): boolean {
  return typeof data === "object" && data !== null && !Array.isArray(data);
}
