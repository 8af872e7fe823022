import { type IncomingMessage, ServerResponse, STATUS_CODES } from "node:http";
import type { RealtimePorts } from "../ports.ts";
import type { DoorRefusal } from "./handshake.ts";

export interface Door {
  refuse(request: IncomingMessage): DoorRefusal | null;
  logger: RealtimePorts["logger"];
}

const HEADERS = { Connection: "close", "Content-Length": "0" };

/** Stands before everything else that is done with a request, plain ones and upgrades alike (hostile case T27). */
export function answerAtTheDoor(door: Door) {
  return (request: IncomingMessage, response: unknown, next: () => void): void => {
    const refused = door.refuse(request);
    if (!refused) {
      next();
      return;
    }
    door.logger.warn({ reason: refused.reason }, "a live handshake was refused");
    const headers = { ...HEADERS, ...(refused.status === 503 && { "Retry-After": "3" }) };
    if (response instanceof ServerResponse) response.writeHead(refused.status, headers).end();
    else refuseUpgrade(request, refused.status, headers);
  };
}

/** An upgrade has no response object; its line is ours to answer on and to close. */
export function refuseUpgrade({ socket }: IncomingMessage, status: number, headers: object = HEADERS): void {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.on("error", () => socket.destroy());
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join("")}\r\n`);
}
