import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import type { Server } from "socket.io";
import type { Limits } from "../wire/limits.ts";
import type { Door } from "./answer-at-the-door.ts";
import { answerAtTheDoor, refuseUpgrade } from "./answer-at-the-door.ts";
import { EngineLine, type WebSocket } from "./engine-line.ts";

/** Engine.io's server, as far as it is used: it answers plain requests, and hands over what is to become a socket. */
interface EngineServer {
  handleUpgrade(request: IncomingMessage, network: Duplex, head: Buffer): void;
  /** `ws`, in the version that it came with. */
  opts: { wsEngine: new (options: object) => WebSocketServer };
  emit(event: "connection", line: EngineLine): void;
}

interface WebSocketServer {
  handleUpgrade(request: IncomingMessage, network: Duplex, head: Buffer, done: (socket: WebSocket) => void): void;
}

/** What a client of the stock library asks for; others may have their parameters in another order. */
const USUAL = /^\/[^?]*\?EIO=4&transport=websocket$/;

/**
 * The engine under Socket.IO for one transport: it takes WebSockets from the HTTP server and keeps their heartbeat, with
 * one clock for all of them, without engine.io's own machinery for a handshake and a timer and a dozen listeners for each
 * line. Why: docs/decisions/0010-hot-path.md.
 */
export class Engine {
  private readonly lines = new Set<EngineLine>();
  private readonly beating: NodeJS.Timeout;

  constructor(io: Server, door: Door, limits: Limits) {
    const server = io.engine as unknown as EngineServer;
    const webSockets = new server.opts.wsEngine({
      noServer: true,
      clientTracking: false,
      perMessageDeflate: false,
      maxPayload: limits.unauthenticatedFrameBytes,
    });
    const atTheDoor = answerAtTheDoor(door);
    io.engine.use(atTheDoor);
    server.handleUpgrade = (request, network, head) =>
      atTheDoor(request, null, () => {
        if (!asksForWebSocket(request.url ?? "")) return refuseUpgrade(request, 400);
        webSockets.handleUpgrade(request, network, head, (socket) => {
          const line = new EngineLine(socket, request, limits);
          this.lines.add(line);
          line.once("close", () => this.lines.delete(line));
          server.emit("connection", line);
        });
      });
    this.beating = setInterval(() => this.beat(), Math.min(1_000, limits.pingIntervalMs / 4));
    this.beating.unref();
  }

  close(): void {
    clearInterval(this.beating);
    for (const line of this.lines) line.close();
  }

  private beat(): void {
    const now = performance.now();
    for (const line of this.lines) line.beat(now);
  }
}

function asksForWebSocket(url: string): boolean {
  if (USUAL.test(url)) return true;
  const asked = new URLSearchParams(url.slice(url.indexOf("?") + 1));
  return asked.get("EIO") === "4" && asked.get("transport") === "websocket" && !asked.has("sid");
}
