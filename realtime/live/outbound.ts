import type { Socket } from "socket.io";
import type { PreparedFrame } from "./prepared-frame.ts";

/**
 * The way out of one socket. The only module that knows what lies under Socket.IO: engine.io's connection and the
 * `ws` socket in it (versions are pinned; `outbound.db.test.ts` fails when an upgrade changes what is used here).
 */
export class Outbound {
  private readonly connection: EngineConnection;
  /** Handed to engine.io and not yet to the network; it keeps that in a list of packets without a size. */
  private waiting = 0;

  constructor(socket: Socket) {
    this.connection = engineConnection(socket);
    this.connection.on("flush", () => {
      this.waiting = 0;
    });
  }

  write({ bytes, options }: PreparedFrame): void {
    this.waiting += bytes.length;
    this.connection.write(bytes, options);
  }

  /** Bytes the other side has not taken yet. */
  get unread(): number {
    return this.waiting + (this.connection.transport.socket?.bufferedAmount ?? 0);
  }

  /** Ends the line without a goodbye that a client could ignore. */
  cut(): void {
    const { socket } = this.connection.transport;
    if (socket) socket.terminate();
    else this.connection.close(true);
  }
}

/** Sees to it that a line which was closed is gone after `graceMs`: `ws` waits half a minute for the other side. */
export function cutWhenClosed(conn: unknown, graceMs: number): void {
  const { socket } = (conn as EngineConnection).transport;
  (conn as EngineConnection).on("close", () => setTimeout(() => socket?.terminate(), graceMs).unref());
}

/** A connection before anybody knows whose it is: small frames, a few of them, and then the line is cut. */
export function restrict(conn: unknown, frameBytes: number, packets: number): void {
  const connection = conn as EngineConnection;
  setFrameLimit(connection, frameBytes);
  let left = packets;
  const onPacket = () => {
    if (--left < 0) connection.transport.socket?.terminate();
  };
  restrictions.set(connection, onPacket);
  connection.on("packet", onPacket);
}

const restrictions = new WeakMap<EngineConnection, () => void>();

/** Lifts that. `onPacket` is called for every packet from now on. */
export function unrestrict(socket: Socket, frameBytes: number, onPacket: () => void): void {
  const connection = engineConnection(socket);
  const restriction = restrictions.get(connection);
  if (restriction) connection.off("packet", restriction);
  setFrameLimit(connection, frameBytes);
  connection.on("packet", onPacket);
}

interface EngineConnection {
  write(data: Uint8Array, options: PreparedFrame["options"]): void;
  close(discard: boolean): void;
  on(event: "flush" | "packet" | "close", listener: () => void): void;
  off(event: "packet", listener: () => void): void;
  transport: { socket?: { bufferedAmount: number; terminate(): void; _receiver?: { _maxPayload: number } } };
}

function engineConnection(socket: Socket): EngineConnection {
  return (socket as unknown as { client: { conn: EngineConnection } }).client.conn;
}

/** `ws` has one limit per server; what it reads per connection is this field. */
function setFrameLimit({ transport }: EngineConnection, bytes: number): void {
  const receiver = transport.socket?._receiver;
  if (receiver) receiver._maxPayload = bytes;
}
