import { randomBytes } from "node:crypto";
import { request } from "node:http";
import type { Socket } from "node:net";
import { LIVE_PATH } from "../../wire/messages.ts";
import { ORIGIN } from "./start-node.ts";

/** A WebSocket without a library, for what no library would send. */
export interface RawLine {
  send(text: string): void;
  readonly closed: Promise<void>;
  destroy(): void;
}

function askForUpgrade(url: string, headers: Record<string, string>) {
  return request(`${url}${LIVE_PATH}/?EIO=4&transport=websocket`, {
    headers: {
      connection: "Upgrade",
      upgrade: "websocket",
      "sec-websocket-version": "13",
      "sec-websocket-key": randomBytes(16).toString("base64"),
      ...headers,
    },
  });
}

/** The HTTP status of the answer to a handshake; 101 when it was let in (and is hung up at once). */
export function statusOfUpgrade(url: string, headers: Record<string, string>): Promise<number | undefined> {
  const asking = askForUpgrade(url, headers);
  return new Promise((resolve, reject) => {
    asking.on("error", reject);
    asking.on("response", (response) => resolve(response.resume().statusCode));
    asking.on("upgrade", (response, socket: Socket) => {
      socket.destroy();
      resolve(response.statusCode);
    });
    asking.end();
  });
}

export function openLine(url: string): Promise<RawLine> {
  const asking = askForUpgrade(url, { origin: ORIGIN });
  return new Promise((resolve, reject) => {
    asking.on("error", reject);
    asking.on("upgrade", (_response, socket: Socket) => {
      const closed = new Promise<void>((ended) => socket.on("close", () => ended()));
      socket.on("error", () => {});
      socket.resume();
      // Ended by the other side: a client would close too.
      socket.on("end", () => socket.end());
      resolve({
        closed,
        send: (text) => void (socket.writable && socket.write(masked(Buffer.from(text)))),
        destroy: () => socket.destroy(),
      });
    });
    asking.end();
  });
}

/** RFC 6455 §5.2, with a mask of zeros. */
function masked(payload: Buffer): Buffer {
  const length = Buffer.alloc(payload.length < 126 ? 1 : 3);
  if (payload.length < 126) length[0] = 0x80 | payload.length;
  else {
    length[0] = 0x80 | 126;
    length.writeUInt16BE(payload.length, 1);
  }
  return Buffer.concat([Buffer.of(0x81), length, Buffer.alloc(4), payload]);
}
