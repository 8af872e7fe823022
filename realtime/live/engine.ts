import type { Socket as NetworkSocket } from "node:net";
import type { Socket } from "socket.io";

/**
 * What lies under Socket.IO, as far as the channel uses it: engine.io's connection, the `ws` socket in it, and the
 * network under that. Only `outbound.ts` and `inbound.ts` work with it; versions are pinned, and their tests fail when
 * an upgrade changes what is used here.
 */
export interface EngineConnection {
  readyState: string;
  /** Packets that wait until the one before them is written. */
  writeBuffer: unknown[];
  write(data: Uint8Array, options: { wsPreEncodedFrame: Uint8Array[]; compress: false }): void;
  close(discard: boolean): void;
  on(event: "flush" | "packet" | "close", listener: () => void): void;
  off(event: "packet", listener: () => void): void;
  transport: { socket?: LineSocket };
}

type OnMessage = (data: Uint8Array, isBinary: boolean) => void;

/** A WebSocket of `ws`. */
export interface LineSocket {
  readyState: number;
  bufferedAmount: number;
  terminate(): void;
  pause(): void;
  resume(): void;
  listeners(event: "message"): OnMessage[];
  on(event: "message", listener: OnMessage): void;
  off(event: "message", listener: OnMessage): void;
  _receiver?: { _maxPayload: number };
  _socket?: NetworkSocket | null;
}

export function engineConnection(socket: Socket): EngineConnection {
  return (socket as unknown as { client: { conn: EngineConnection } }).client.conn;
}
