import type { Socket } from "socket.io";
import { type EngineConnection, engineConnection } from "./engine.ts";
import type { PreparedFrame } from "./prepared-frame.ts";

const OPEN = 1;

/**
 * The way out of one socket. Document frames go straight to the network, past Socket.IO, engine.io and the framing of
 * `ws`: a third of the server's work in a busy document. Never past something that was said before, though: engine.io
 * keeps packets back while an earlier one is on its way, and an update must not overtake the answer to its join.
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

  write({ wire }: PreparedFrame): void {
    const { readyState, writeBuffer, transport } = this.connection;
    const line = transport.socket;
    if (readyState !== "open" || line?.readyState !== OPEN || !line._socket) return;
    if (writeBuffer.length === 0) {
      line._socket.write(wire);
      return;
    }
    this.waiting += wire.length;
    // Bytes that are framed already go out as they are.
    this.connection.write(wire, { wsPreEncodedFrame: [wire], compress: false });
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
