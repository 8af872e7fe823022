import { randomUUID } from "node:crypto";
import { io, type Socket } from "socket.io-client";
import { Awareness, applyAwarenessUpdate } from "y-protocols/awareness";
import * as Y from "yjs";
import { readVarint, unpack } from "../../wire/bytes.ts";
import type { Refusal } from "../../wire/codes.ts";
import { FROM_CLIENT, FROM_SERVER, readFrame, writeClientUpdate, writeFrame } from "../../wire/frames.ts";
import type { ClientMessages, Joined, ServerMessages } from "../../wire/messages.ts";
import { LIVE_PATH, PROTOCOL } from "../../wire/messages.ts";
import * as liveParser from "../../wire/parser.ts";
import { ORIGIN } from "./start-node.ts";

export type RawSocket = Socket<ServerMessages, ClientMessages>;

/** A bare socket on the protocol, without any comfort: what a stranger's client would begin with. */
export function connectRaw(url: string, cookie?: string, more: { origin?: string; protocol?: number } = {}): RawSocket {
  return io(url, {
    path: LIVE_PATH,
    parser: liveParser,
    transports: ["websocket"],
    reconnection: false,
    forceNew: true,
    auth: { protocol: more.protocol ?? PROTOCOL },
    extraHeaders: { origin: more.origin ?? ORIGIN, ...(cookie ? { cookie } : {}) },
  });
}

/** Resolves with the reason why a connection did not come about. */
export function refusalOf(socket: RawSocket): Promise<string> {
  return new Promise((resolve, reject) => {
    socket.on("connect_error", (error) => resolve(error.message));
    socket.on("connect", () => reject(new Error("connected")));
  });
}

/** A socket in one document, with a Yjs document that sends what is typed and takes what comes. */
export class RawEditor {
  readonly doc = new Y.Doc();
  readonly awareness = new Awareness(this.doc);
  readonly sessionId: string;
  readonly messages: { event: string; message: Record<string, unknown> }[] = [];
  joined!: Joined;
  received = 0;
  savedUpTo = 0;
  sequence = 0;
  /** What the server sent at the join, in bytes. */
  openedWith = 0;
  autoSend = true;

  private constructor(
    readonly socket: RawSocket,
    readonly documentId: string,
    sessionId?: string,
  ) {
    this.sessionId = sessionId ?? randomUUID();
    this.awareness.setLocalState(null);
    socket.onAny((event: string, message: Record<string, unknown>) => {
      if (event !== "frame") this.messages.push({ event, message });
    });
    socket.on("frame", (bytes) => this.receive(new Uint8Array(bytes)));
    this.doc.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin !== "server" && this.autoSend) this.send(update);
    });
  }

  static async open(
    url: string,
    cookie: string,
    documentId: string,
    sessionId?: string,
    more: { origin?: string; schemaVersion?: number } = {},
  ): Promise<RawEditor> {
    const editor = new RawEditor(connectRaw(url, cookie, more), documentId, sessionId);
    await editor.join(more.schemaVersion);
    return editor;
  }

  async join(schemaVersion = 1): Promise<void> {
    const how = {
      sessionId: this.sessionId,
      clientId: this.doc.clientID,
      schemaVersion,
      vector: Y.encodeStateVector(this.doc),
    };
    const { reply } = await askToJoin(this.socket, this.documentId, how, (joined, body) => this.enter(joined, body));
    if (!reply.ok) throw new Error(reply.code);
  }

  /** In the turn of the answer: the first frame may be right behind it. */
  private enter(joined: Joined, body: Uint8Array): void {
    this.joined = joined;
    this.savedUpTo = this.sequence = joined.savedUpTo;
    this.received = 0;
    this.openedWith = body.length;
    for (const update of unpack(body)!.slice(1)) Y.applyUpdate(this.doc, update, "server");
  }

  /** Types at the end of the first paragraph. */
  type(text: string): void {
    const paragraph = this.doc.getXmlFragment("content").get(0) as Y.XmlElement;
    const line = paragraph.get(0) as Y.XmlText;
    line.insert(line.length, text);
  }

  get text(): string {
    return this.doc
      .getXmlFragment("content")
      .toArray()
      .map((element) => (element as Y.XmlElement).toArray().join(""))
      .join("\n");
  }

  send(update: Uint8Array, sequence = ++this.sequence): void {
    this.socket.emit("frame", writeClientUpdate(this.joined.slot, sequence, update));
  }

  point(state: object): void {
    const bytes = new TextEncoder().encode(JSON.stringify(state));
    this.socket.emit("frame", writeFrame(this.joined.slot, FROM_CLIENT.PRESENCE, bytes));
  }

  /** Codes of all refused updates so far. */
  get refused(): unknown[] {
    return this.messages.filter(({ event }) => event === "refused").map(({ message }) => message.code);
  }

  told(event: string): Record<string, unknown> | undefined {
    return this.messages.find((entry) => entry.event === event)?.message;
  }

  close(): void {
    this.socket.disconnect();
    this.awareness.destroy();
  }

  private receive(bytes: Uint8Array): void {
    const frame = readFrame(bytes)!;
    if (frame.channel !== this.joined?.channel) return;
    const payload = bytes.subarray(frame.payload);
    if (frame.kind === FROM_SERVER.SAVED) this.savedUpTo = readVarint(payload, 0)!.value;
    else if (frame.kind === FROM_SERVER.PRESENCE) applyAwarenessUpdate(this.awareness, payload, "server");
    else {
      this.received++;
      const updates = frame.kind === FROM_SERVER.UPDATE ? [payload] : unpack(payload)!;
      for (const update of updates) Y.applyUpdate(this.doc, update, "server");
    }
  }
}

export function askToJoin(
  socket: RawSocket,
  documentId: string,
  how: {
    sessionId?: string;
    clientId?: number;
    schemaVersion?: number;
    vector?: Uint8Array;
    takesPacked?: boolean;
    takesPieces?: boolean;
  } = {},
  answered: (joined: Joined, body: Uint8Array) => void = () => {},
): Promise<{ reply: Joined | Refusal; body?: Uint8Array }> {
  const {
    sessionId = randomUUID(),
    clientId = 7,
    schemaVersion = 1,
    vector = Uint8Array.of(0),
    takesPacked = false,
    takesPieces = false,
  } = how;
  return new Promise((resolve) => {
    const request = { documentId, sessionId, clientId, schemaVersion, takesPacked, takesPieces };
    socket.emit("join", request, vector, (reply, body) => {
      if (reply.ok && body) answered(reply, new Uint8Array(body));
      resolve(body ? { reply, body: new Uint8Array(body) } : { reply });
    });
  });
}

/** Waits until `holds`, for `withinMs` at most. */
export async function until(holds: () => boolean | Promise<boolean>, what = "it", withinMs = 5_000): Promise<void> {
  const deadline = performance.now() + withinMs;
  while (!(await holds())) {
    if (performance.now() > deadline) throw new Error(`waited in vain until ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
