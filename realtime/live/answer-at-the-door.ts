import { type IncomingMessage, ServerResponse, STATUS_CODES } from "node:http";
import type { RealtimePorts } from "../ports.ts";
import type { DoorRefusal } from "./handshake.ts";

type Door = { refuse(request: IncomingMessage): DoorRefusal | null };

/**
 * Stands before everything else that engine.io does with a request, polling and upgrades alike. Its own `allowRequest`
 * comes too late and says too little: it is asked after the transport was judged, and a refused upgrade is answered
 * with 400 whatever the reason (hostile case T27 asks for 403).
 */
export function answerAtTheDoor(door: Door, logger: RealtimePorts["logger"]) {
  return (request: IncomingMessage, response: unknown, next: () => void): void => {
    const refused = door.refuse(request);
    if (!refused) {
      next();
      return;
    }
    logger.warn({ reason: refused.reason }, "a live handshake was refused");
    const headers = {
      Connection: "close",
      "Content-Length": "0",
      ...(refused.status === 503 && { "Retry-After": "3" }),
    };
    if (response instanceof ServerResponse) {
      response.writeHead(refused.status, headers).end();
      return;
    }
    // An upgrade has no response object; its line is ours to answer on and to close.
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
    request.socket.on("error", () => request.socket.destroy());
    request.socket.end(`HTTP/1.1 ${refused.status} ${STATUS_CODES[refused.status]}\r\n${lines.join("")}\r\n`);
  };
}
