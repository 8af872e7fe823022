import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { FROM_CLIENT, FROM_SERVER } from "#realtime/wire/frames.ts";

export interface Meddling {
  /** The share of acknowledgements that never arrive, and of updates that arrive twice. */
  swallow: number;
  double: number;
}

/** Stands between a client and a node, and knows enough of WebSocket to take away and to repeat whole messages. */
export async function startMeddler(target: string, { swallow, double }: Meddling) {
  const counts = { swallowed: 0, doubled: 0 };
  const sockets = new Set<Socket>();
  const { hostname, port } = new URL(target);
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on("error", () => {});
      socket.on("close", () => {
        sockets.delete(socket);
        near.destroy();
        far.destroy();
      });
    }
    near.on(
      "data",
      frames((bytes, kind) => {
        far.write(bytes);
        if (kind !== FROM_CLIENT.UPDATE || Math.random() >= double) return;
        counts.doubled++;
        far.write(bytes);
      }),
    );
    far.on(
      "data",
      frames((bytes, kind) => {
        if (kind === FROM_SERVER.SAVED && Math.random() < swallow) counts.swallowed++;
        else near.write(bytes);
      }),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    counts,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Cuts a stream in the HTTP head and WebSocket messages; `kind` is that of a document frame, null for all else. */
function frames(pass: (bytes: Buffer, kind: number | null) => void): (piece: Buffer) => void {
  let rest: Buffer = Buffer.alloc(0);
  let isOpen = false;
  return (piece) => {
    rest = Buffer.concat([rest, piece]);
    if (!isOpen) {
      const end = rest.indexOf("\r\n\r\n");
      if (end === -1) return;
      isOpen = true;
      pass(rest.subarray(0, end + 4), null);
      rest = rest.subarray(end + 4);
    }
    for (let length = lengthOf(rest); length !== null && length <= rest.length; length = lengthOf(rest)) {
      pass(rest.subarray(0, length), kindOf(rest));
      rest = rest.subarray(length);
    }
  };
}

/** RFC 6455 §5.2: where the payload and its mask begin, and how long it is. */
function headOf(bytes: Buffer): { mask: number; payload: number; length: number } | null {
  if (bytes.length < 2) return null;
  const short = (bytes[1] as number) & 127;
  const isMasked = (bytes[1] as number) > 127;
  const mask = short === 126 ? 4 : short === 127 ? 10 : 2;
  if (bytes.length < mask) return null;
  const length = short === 126 ? bytes.readUInt16BE(2) : short === 127 ? Number(bytes.readBigUInt64BE(2)) : short;
  return { mask: isMasked ? mask : -1, payload: mask + (isMasked ? 4 : 0), length };
}

function lengthOf(bytes: Buffer): number | null {
  const head = headOf(bytes);
  return head && head.payload + head.length;
}

function kindOf(bytes: Buffer): number | null {
  const head = headOf(bytes);
  const isBinary = ((bytes[0] as number) & 15) === 2;
  if (!isBinary || !head || head.length === 0) return null;
  const first = (bytes[head.payload] as number) ^ (head.mask === -1 ? 0 : (bytes[head.mask] as number));
  return first === 0 ? null : first & 7;
}
