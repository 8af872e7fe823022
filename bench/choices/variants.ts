import { readFileSync } from "node:fs";
import { basename, dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { constants, inflateRawSync } from "node:zlib";
import type { Plugin } from "esbuild";
import { LIMITS } from "../../realtime/wire.ts";
import type { Opening } from "../live/clients/client.ts";
import { OurClient } from "../live/clients/ours.ts";
import { ANNOUNCED_BEGINS, BASE64_BEGINS, MSGPACK_BEGINS, readBase64 } from "./encodings.ts";
import { msgpack } from "./libraries.mjs";

export type Scene = "crowd" | "many" | "busy" | "pairs" | "opening";

/** What we ship with one thing otherwise. */
export interface Variant {
  id: string;
  title: string;
  scenes: readonly Scene[];
  limits?: Partial<Record<keyof typeof LIMITS, number>>;
  /** By file of the server: what is put in place of what, in the copy that is measured. */
  edits?: Readonly<Record<string, readonly (readonly [from: string, to: string])[]>>;
  connect?(opening: Opening): CountingClient;
}

/** Counts frames with updates. */
export class CountingClient extends OurClient {
  frames = 0;

  protected override binary(bytes: Buffer): void {
    const kind = bytes[0]! & 7;
    if (this.isReady && (kind === 1 || kind === 2)) this.frames++;
    super.binary(bytes);
  }
}

class Base64Client extends CountingClient {
  protected override text(text: string): void {
    if (text.startsWith(BASE64_BEGINS, 1)) this.binary(readBase64(text.slice(1)));
    else super.text(text);
  }
}

class SocketIoClient extends CountingClient {
  protected override text(text: string): void {
    if (!text.startsWith(ANNOUNCED_BEGINS, 1)) super.text(text);
  }
}

class MsgpackClient extends CountingClient {
  protected override binary(bytes: Buffer): void {
    super.binary(bytes.subarray(0, MSGPACK_BEGINS.length).equals(MSGPACK_BEGINS) ? msgpack.read(bytes) : bytes);
  }
}

const OFFER = { "Sec-WebSocket-Extensions": "permessage-deflate" };
const END_OF_MESSAGE = Buffer.from([0, 0, 0xff, 0xff]);
const WINDOW = 32_768;

/** Takes compressed messages (RFC 7692). One window over all of them, whether the server makes use of it or not. */
class InflatingClient extends CountingClient {
  private window = Buffer.alloc(0);

  constructor(opening: Opening) {
    super(opening, OFFER);
    this.line.inflate = (payload) => {
      const dictionary = this.window.length > 0 ? { dictionary: this.window } : {};
      const message = inflateRawSync(Buffer.concat([payload, END_OF_MESSAGE]), {
        finishFlush: constants.Z_SYNC_FLUSH,
        ...dictionary,
      });
      this.window = Buffer.concat([this.window, message]).subarray(-WINDOW);
      return message;
    };
  }
}

const FRAMES_OF_FAN_OUT = 'import { type PreparedFrame, prepareFrame } from "../live/prepared-frame.ts";';
const encodedBy = (name: string): Variant["edits"] => ({
  "documents/fan-out.ts": [
    [
      FRAMES_OF_FAN_OUT,
      `import type { PreparedFrame } from "../live/prepared-frame.ts";
       import { ${name} as prepareFrame } from "../../bench/choices/encodings.ts";`,
    ],
  ],
});

/** Every message given to `ws` for every socket, which frames it and compresses it if that was agreed. */
const throughWs = (perMessageDeflate: string): Variant["edits"] => ({
  "live/engine.ts": [["perMessageDeflate: false", `perMessageDeflate: ${perMessageDeflate}`]],
  "live/prepared-frame.ts": [
    [
      "  readonly wire: Uint8Array;",
      "  readonly wire: Uint8Array; readonly messages: readonly (string | Uint8Array)[];",
    ],
    [
      "    at += message.length;\n  }\n  return { wire };",
      "    at += message.length;\n  }\n  return { wire, messages };",
    ],
    [
      "writeHead(wire, 0, TEXT_FINAL, length));\n  return { wire };",
      "writeHead(wire, 0, TEXT_FINAL, length));\n  return { wire, messages: [text] };",
    ],
  ],
  "live/engine-line.ts": [
    ["  send({ wire }: PreparedFrame)", "  send({ messages }: PreparedFrame)"],
    [
      "this.socket._socket?.write(wire);",
      "for (const message of messages) this.socket.send(message, { binary: typeof message !== 'string' });",
    ],
    [
      "    network.cork();\n    network.write(prepareHead(message.length));\n    network.write(message);\n    network.uncork();",
      "    this.socket.send(message);",
    ],
  ],
});

const COMPRESSED_ONCE: Variant["edits"] = {
  "live/engine.ts": [["perMessageDeflate: false", "perMessageDeflate: { serverNoContextTakeover: true }"]],
  "live/prepared-frame.ts": [
    [
      "  let size = 0;",
      "  messages = messages.map((m) => deflateRawSync(m, { finishFlush: constants.Z_SYNC_FLUSH }).subarray(0, -4));\n  let size = 0;",
    ],
    ["at, BINARY_FINAL, message", "at, BINARY_FINAL | 0x40, message"],
    ["const TEXT_FINAL", 'import { constants, deflateRawSync } from "node:zlib";\nconst TEXT_FINAL'],
  ],
};

const MERGED: Variant["edits"] = {
  "documents/fan-out.ts": [
    [
      'import { writeUpdates } from "../wire/frames.ts";',
      `import { mergeUpdates } from "yjs";
       import { writeUpdates as write } from "../wire/frames.ts";
       const writeUpdates = (channel: number, updates: Uint8Array[]) => write(channel, [mergeUpdates(updates)]);`,
    ],
  ],
};

const inflating = (opening: Opening) => new InflatingClient(opening);
const typing: Scene[] = ["crowd", "pairs"];
const full: Scene[] = ["many", "busy"];
const waits = (scenes: Scene[], commitGapPerSocketMs: number, commitGapMs: number = LIMITS.commitGapMs): Variant => ({
  id: `wait-${commitGapPerSocketMs}-${commitGapMs}`,
  title: `wait of ${commitGapPerSocketMs} ms per reader, at most ${commitGapMs} ms`,
  scenes,
  limits: { commitGapPerSocketMs, commitGapMs },
});

export const OURS = "ours";

export const VARIANTS: readonly Variant[] = [
  { id: OURS, title: "as shipped", scenes: ["crowd", "many", "busy", "pairs", "opening"] },
  waits(["crowd", ...full], 0),
  waits(["crowd", ...full], 0.1),
  waits(["crowd", ...full], 0.4),
  waits(full, 0.2, 10),
  waits(full, 0.2, 50),
  { id: "merged", title: "updates of a batch merged", scenes: ["crowd"], edits: MERGED },
  {
    id: "msgpack",
    title: "msgpack",
    scenes: typing,
    edits: encodedBy("asMsgpack"),
    connect: (opening) => new MsgpackClient(opening),
  },
  {
    id: "socket-io",
    title: "Socket.IO's own parser",
    scenes: typing,
    edits: encodedBy("asSocketIo"),
    connect: (opening) => new SocketIoClient(opening),
  },
  {
    id: "base64",
    title: "JSON with base64",
    scenes: typing,
    edits: encodedBy("asBase64"),
    connect: (opening) => new Base64Client(opening),
  },
  { id: "through-ws", title: "each frame through `ws`", scenes: [...typing, "opening"], edits: throughWs("false") },
  {
    id: "deflate",
    title: "the same, permessage-deflate",
    scenes: [...typing, "opening"],
    edits: throughWs("{ threshold: 0 }"),
    connect: inflating,
  },
  {
    id: "deflate-once",
    title: "compressed once for all, no context kept",
    scenes: typing,
    edits: COMPRESSED_ONCE,
    connect: inflating,
  },
  { id: "ours-again", title: "as shipped, once more", scenes: ["crowd", "many", "busy", "pairs", "opening"] },
];

/** Makes the server of this variant. What it would change and does not find, because the code moved on, is an error. */
export function pluginOf({ edits = {} }: Variant): Plugin {
  return {
    name: "variant",
    setup({ onLoad, onResolve }) {
      // A package of the bench alone: to be found from here, not from where the bundle lies.
      onResolve({ filter: /^notepack\.io$/ }, ({ path }) => ({ path: fileURLToPath(import.meta.resolve(path)) }));
      for (const [file, changes] of Object.entries(edits)) {
        const path = fileURLToPath(new URL(`../../realtime/${file}`, import.meta.url));
        onLoad({ filter: new RegExp(`[\\\\/]${basename(file).replaceAll(".", "\\.")}$`) }, (asked) => {
          if (asked.path !== path) return null;
          const contents = changes.reduce(
            (text, [from, to]) => {
              if (text.split(from).length !== 2) throw new Error(`${file} does not say once: ${from}`);
              return text.replace(from, () => to);
            },
            readFileSync(path, "utf8"),
          );
          return { contents, loader: "ts", resolveDir: dirname(path) };
        });
      }
    },
  };
}
