import { randomBytes } from "node:crypto";
import { request } from "node:http";
import type { Socket } from "node:net";
import { gzipSync } from "node:zlib";
import { expect } from "vitest";
import { type FaultCase, harm, markersOf, NO_HARM, sized } from "../case.ts";
import { Crowd } from "../crowd.ts";

/** Bytes of the node that it may grow by while all this comes in. */
const GROWS_AT_MOST = 60e6;

export const hostileSizes: FaultCase = {
  id: "T21",
  sentence: "oversized, compressed and never-ending messages are cut off, and honest people notice nothing (also T22)",
  async run({ nodes, balancer, cookies, newDocument, gather, conclude }) {
    const [node] = nodes;
    const documentId = await newDocument();
    const typists = await gather(documentId, 3, node.url);
    const crowd = new Crowd(typists, 60);
    const before = await node.memory();
    const line = () => openLine(node.url, balancer.url, cookies[0] as string);

    // Nothing that was offered is agreed on: no message is ever inflated.
    const { head, socket } = await line();
    expect(head["sec-websocket-extensions"]).toBeUndefined();
    socket.destroy();
    const ended: string[] = [];
    for (const [what, frames] of Object.entries(hostile())) {
      const { socket: victim } = await line();
      const closed = new Promise<void>((resolve) => victim.on("close", () => resolve()));
      for (const frame of frames) if (victim.writable) victim.write(frame);
      await Promise.race([closed, new Promise((_, reject) => setTimeout(reject, 20_000, new Error(what)))]);
      ended.push(what);
    }
    const bomb = gzipSync(Buffer.alloc(sized(50e6, 1e9)));
    const answer = await fetch(`${node.url}/aanmelden`, {
      method: "POST",
      headers: {
        Origin: balancer.url,
        "Content-Encoding": "gzip",
        "Content-Type": "application/x-www-form-urlencoded",
      },
      body: bomb.subarray(0, 900_000),
    });
    expect([413, 415]).toContain(answer.status);
    const grown = (await node.memory()) - before;
    crowd.stop();
    const verdict = await conclude(typists);
    expect(harm([verdict])).toEqual(NO_HARM);
    expect(grown).toBeLessThan(GROWS_AT_MOST);
    return {
      cutOff: ended.length,
      grownMegabytes: Math.round(grown / 1e6),
      acknowledged: markersOf([verdict]),
      lost: 0,
    };
  },
};

/** Each ends its line. The first byte of a frame: 0x80 the last of its message, 0x40 compressed, 2 binary, 1 text. */
function hostile(): Record<string, Buffer[]> {
  const connect = frame(0x81, '40{"protocol":1}');
  return {
    "a message over a megabyte": [connect, frame(0x82, Buffer.alloc(1_048_577))],
    "a message in pieces without end": [
      connect,
      frame(0x02, Buffer.alloc(1)),
      ...many(40, () => frame(0, Buffer.alloc(30_000))),
    ],
    "empty pieces without end": [
      connect,
      frame(0x02, ""),
      ...many(20, () => Buffer.concat(many(10_000, () => frame(0, "")))),
    ],
    "a compressed message": [connect, frame(0xc2, Buffer.alloc(100))],
    "a packet that announces 11 attachments": [connect, frame(0x81, '4511-["frame",{"_placeholder":true,"num":0}]')],
    "a packet that announces a thousand million": [connect, frame(0x81, '451000000000-["frame"]')],
  };
}

const many = (count: number, make: () => Buffer) => Array.from({ length: count }, make);

/** RFC 6455 §5.2, masked with zeros. */
function frame(first: number, payload: string | Buffer): Buffer {
  const bytes = Buffer.from(payload as string);
  const long = bytes.length > 65_535;
  const head = Buffer.alloc(bytes.length < 126 ? 2 : long ? 10 : 4);
  head[0] = first;
  if (bytes.length < 126) head[1] = 0x80 | bytes.length;
  else if (long) {
    head[1] = 0xff;
    head.writeBigUInt64BE(BigInt(bytes.length), 2);
  } else {
    head[1] = 0xfe;
    head.writeUInt16BE(bytes.length, 2);
  }
  return Buffer.concat([head, Buffer.alloc(4), bytes]);
}

function openLine(url: string, origin: string, cookie: string) {
  const asking = request(`${url}/live/?EIO=4&transport=websocket`, {
    headers: {
      Connection: "Upgrade",
      Upgrade: "websocket",
      "Sec-WebSocket-Version": "13",
      "Sec-WebSocket-Key": randomBytes(16).toString("base64"),
      "Sec-WebSocket-Extensions": "permessage-deflate; client_max_window_bits",
      Origin: origin,
      Cookie: cookie,
    },
  });
  return new Promise<{ head: NodeJS.Dict<string | string[]>; socket: Socket }>((resolve, reject) => {
    asking.on("error", reject);
    asking.on("upgrade", ({ headers }, socket) => {
      socket.on("error", () => {});
      socket.on("end", () => socket.end());
      socket.resume();
      resolve({ head: headers, socket });
    });
    asking.end();
  });
}
