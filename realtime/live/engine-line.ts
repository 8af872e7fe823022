import { randomUUID } from "node:crypto";
import { EventEmitter } from "node:events";
import type { IncomingMessage } from "node:http";
import type { Socket as NetworkSocket } from "node:net";
import type { Limits } from "../wire/limits.ts";
import { type PreparedFrame, prepareFrame, prepareHead, prepareText } from "./prepared-frame.ts";
import type { Turns } from "./turns.ts";

/** A WebSocket of `ws`, as far as it is used. The fields with an underscore are its own; versions are pinned. */
export interface WebSocket {
  readonly readyState: number;
  readonly bufferedAmount: number;
  close(): void;
  terminate(): void;
  pause(): void;
  resume(): void;
  on(event: "message", listener: (data: Buffer, isBinary: boolean) => void): void;
  on(event: "close" | "error", listener: () => void): void;
  readonly _receiver: { _maxPayload: number };
  /** Null once it is closed. */
  readonly _socket: Pick<NetworkSocket, "write" | "cork" | "uncork"> | null;
}

/** What comes in from somebody who is known. */
export interface Traffic {
  /** Called for everything that comes, before it is read. */
  arrived(): void;
  /** A document frame: binary, not starting with the parser's own zero. */
  frame(bytes: Uint8Array): void;
}

export type LineLimits = Pick<
  Limits,
  "closeGraceMs" | "frameBytes" | "pingIntervalMs" | "pingTimeoutMs" | "unauthenticatedPackets"
>;

const OPEN = 1;
const CLOSED = 3;
/** Packet types of Engine.IO 4: the first character of a text. */
const PONG = "3".charCodeAt(0);
const MESSAGE = "4".charCodeAt(0);
const PING_FRAME = prepareText("2");
/** From here on a body is not copied behind its head; two pieces in one write cost less. */
const LONG_BODY = 4_096;
/** All that Socket.IO asks of a transport. */
const TRANSPORT = { name: "websocket", writable: true } as const;

/**
 * One WebSocket, spoken to as Engine.IO 4: what Socket.IO calls the connection under a socket. Engine.io's own does the
 * same for any transport, with upgrades and buffers between them.
 *
 * All that goes out is framed here and written to the network in the order of the calls, so nothing can overtake the
 * answer to a join. Document frames come in past Socket.IO, which would pass each through two more turns of its queue;
 * they may overtake a message sent just before them: none of the messages means anything to the frames after it.
 *
 * Until `admit`, only a few small packets are taken.
 */
export class EngineLine extends EventEmitter {
  readonly id: string = randomUUID();
  readonly protocol = 4;
  readonly transport = TRANSPORT;
  readyState: "open" | "closed" = "open";
  /** What Socket.IO and the session need of it; the request itself would stay in memory as long as the line. */
  readonly request: { headers: { cookie?: string; origin?: string }; connection: object };
  private traffic: Traffic | null = null;
  /** What is done with what comes: by turns with the other lines once it is known whose it is. */
  private read: (bytes: Buffer, isBinary: boolean) => void = (bytes, isBinary) => this.take(bytes, isBinary);
  private packetsLeft: number;
  private pingedAt = performance.now();
  /** Something came since the last ping. */
  private heard = true;

  constructor(
    private readonly socket: WebSocket,
    { headers: { cookie, origin } }: IncomingMessage,
    private readonly limits: LineLimits,
  ) {
    super();
    this.request = { headers: { cookie, origin }, connection: {} };
    this.packetsLeft = limits.unauthenticatedPackets;
    socket.on("message", (data, isBinary) => this.receive(data, isBinary));
    socket.on("close", () => this.closed("transport close"));
    socket.on("error", () => this.close());
    const { pingIntervalMs: pingInterval, pingTimeoutMs: pingTimeout, frameBytes: maxPayload } = limits;
    this.send(prepareText(`0${JSON.stringify({ sid: this.id, upgrades: [], pingInterval, pingTimeout, maxPayload })}`));
  }

  /** It is known whose it is: larger frames, as many as `traffic` likes, read by turns with the other lines. */
  admit(turns: Turns, traffic: Traffic): void {
    this.traffic = traffic;
    this.read = turns.lane(this.socket, this.read);
    // `ws` has one limit per server; what it reads per connection is this field.
    this.socket._receiver._maxPayload = this.limits.frameBytes;
  }

  /** A packet of Socket.IO, encoded. */
  write(packet: string | Uint8Array): void {
    if (typeof packet === "string") this.send(prepareText(`4${packet}`));
    else if (packet.length < LONG_BODY) this.send(prepareFrame(packet));
    else this.sendLong(packet);
  }

  send({ wire }: PreparedFrame): void {
    if (this.readyState === "open" && this.socket.readyState === OPEN) this.socket._socket?.write(wire);
  }

  private sendLong(message: Uint8Array): void {
    const network = this.socket._socket;
    if (this.readyState !== "open" || this.socket.readyState !== OPEN || !network) return;
    network.cork();
    network.write(prepareHead(message.length));
    network.write(message);
    network.uncork();
  }

  /** Bytes the other side has not taken yet. */
  get unread(): number {
    return this.socket.bufferedAmount;
  }

  /** Called now and then: pings when it is time, and gives up a line that did not answer. */
  beat(now: number): void {
    const since = now - this.pingedAt;
    if (!this.heard) {
      if (since >= this.limits.pingTimeoutMs) this.close("ping timeout");
    } else if (since >= this.limits.pingIntervalMs) {
      this.pingedAt = now;
      this.heard = false;
      this.send(PING_FRAME);
    }
  }

  /** Says goodbye. `ws` would wait half a minute for the other side to say it too. */
  close(reason = "forced close"): void {
    this.socket.close();
    this.closed(reason);
  }

  /** Ends the line without a goodbye that a client could ignore. */
  cut(): void {
    this.socket.terminate();
  }

  private closed(reason: string): void {
    if (this.readyState === "closed") return;
    this.readyState = "closed";
    if (this.socket.readyState !== CLOSED) setTimeout(() => this.cut(), this.limits.closeGraceMs).unref();
    this.emit("close", reason);
  }

  private receive(bytes: Buffer, isBinary: boolean): void {
    if (this.readyState !== "open") return;
    this.heard = true;
    if (this.traffic) this.traffic.arrived();
    else if (--this.packetsLeft < 0) {
      this.cut();
      return;
    }
    this.read(bytes, isBinary);
  }

  private take(bytes: Buffer, isBinary: boolean): void {
    if (this.readyState !== "open") return;
    if (isBinary) {
      if (this.traffic && bytes.length > 0 && bytes[0] !== 0) this.traffic.frame(bytes);
      else this.emit("data", bytes);
    } else if (bytes[0] === MESSAGE) this.emit("data", bytes.toString("utf8", 1));
    else if (bytes[0] !== PONG) this.close();
  }
}
