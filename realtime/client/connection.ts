import { readFrame } from "../wire.ts";
import type { Device } from "./device/device.ts";
import { indexedDbDevice } from "./device/indexeddb.ts";
import { memoryDevice } from "./device/memory.ts";
import { onSignedOut } from "./device/sign-out.ts";
import { type ClientLog, Line, type LineStatus } from "./line.ts";
import { Listeners } from "./listeners.ts";
import type { Channels } from "./membership.ts";
import { OpenDocument } from "./open-document.ts";
import { sharedHandle } from "./shared-handle.ts";
import { type Keys, Topics } from "./topics.ts";
import type { LiveConnection, LiveDocument, LiveOptions, SessionEnd } from "./types.ts";

const SILENT: ClientLog = { warn: () => {} };

interface Shared {
  document: OpenDocument;
  users: number;
}

/** See `LiveConnection`. */
export class Connection implements LiveConnection {
  private readonly line: Line;
  private readonly device: Device | null;
  private readonly log: ClientLog;
  private readonly channels: Channels = new Map();
  private readonly documents = new Map<string, Shared>();
  private readonly topics: Topics;
  private readonly returns = new Listeners<[]>();
  private readonly ends = new Listeners<[SessionEnd]>();
  private isForgotten = false;
  private wasUp = false;
  private readonly stopListening: () => void;

  constructor(options: LiveOptions) {
    this.log = options.log ?? SILENT;
    this.device = deviceOf(options);
    this.line = new Line(options, this.log);
    this.topics = new Topics(this.line);
    this.line.onUp.add(() => this.up());
    this.line.onDown.add(() => this.each((document) => document.lineDown()));
    this.line.onStatus.add((status) => {
      if (status === "signed-out") this.ends.tell({ elsewhere: this.isForgotten, unsaved: this.unsaved() });
      if (status === "outdated") this.each((document) => document.outdated());
    });
    this.listen();
    this.stopListening = onSignedOut(options.personId ?? "", (here) => {
      this.isForgotten = true;
      // This tab is on its way out, or behind a dialog that says so: it sends nothing more and needs no other page.
      if (here) this.line.close();
      else this.line.signOut();
    });
  }

  get status(): LineStatus {
    return this.line.status;
  }

  get hasUnsaved(): boolean {
    return [...this.documents.values()].some(({ document }) => !document.outgoing.isSafe);
  }

  openDocument(documentId: string): LiveDocument {
    let shared = this.documents.get(documentId);
    if (shared === undefined || shared.document.isRemoved) {
      shared = { document: new OpenDocument(documentId, this.line, this.channels, this.device, this.log), users: 0 };
      this.documents.set(documentId, shared);
      if (this.line.status === "outdated") shared.document.outdated();
    }
    const opened = shared;
    opened.users++;
    return sharedHandle(opened.document, () => this.release(documentId, opened));
  }

  watch(topic: string, onKeys: (keys: Keys) => void): () => void {
    return this.topics.watch(topic, onKeys);
  }

  onStatus(listener: (status: LineStatus) => void): () => void {
    return this.line.onStatus.add(listener);
  }

  onReturn(listener: () => void): () => void {
    return this.returns.add(listener);
  }

  onSessionEnded(listener: (end: SessionEnd) => void): () => void {
    return this.ends.add(listener);
  }

  async close(): Promise<void> {
    this.stopListening();
    const closing = [...this.documents].map(([documentId, shared]) => {
      shared.users = 0;
      return this.finish(documentId, shared);
    });
    await Promise.all(closing);
    this.line.close();
    this.device?.close();
  }

  private unsaved(): string {
    if (this.isForgotten) return "";
    // What the device is about to keep is kept: only where it keeps nothing at all the words are in danger.
    const unkept = [...this.documents.values()].filter(({ document }) => document.outgoing.storage === "unavailable");
    const texts = unkept.map(({ document }) => document.unsent()?.text ?? "");
    return texts.filter((text) => text !== "").join("\n");
  }

  private async release(documentId: string, shared: Shared): Promise<void> {
    shared.users--;
    await this.finish(documentId, shared);
  }

  private async finish(documentId: string, shared: Shared): Promise<void> {
    if (shared.users > 0) return;
    // Somebody may open it again while its last edits are being sent; then it just goes on.
    await shared.document.close(() => shared.users > 0);
    if (shared.users === 0 && this.documents.get(documentId) === shared) this.documents.delete(documentId);
  }

  private up(): void {
    this.topics.askAgain();
    this.each((document) => document.lineUp());
    if (this.wasUp) this.returns.tell();
    this.wasUp = true;
  }

  private listen(): void {
    const { socket } = this.line;
    const of = (documentId: string) => this.documents.get(documentId)?.document;
    socket.on("frame", (bytes) => {
      const frame = readFrame(bytes);
      if (frame !== null) this.channels.get(frame.channel)?.receive(frame.kind, bytes.subarray(frame.payload));
    });
    socket.on("refused", (refused) => of(refused.documentId)?.refused(refused));
    socket.on("rights", (changed) => of(changed.documentId)?.rightsChanged(changed));
    socket.on("removed", (ended) => of(ended.documentId)?.ended(ended));
    socket.on("stalled", ({ stalled }) => this.each((document) => document.stalled(stalled)));
    socket.on("notice", ({ keys }) => this.topics.notice(keys));
  }

  private each(work: (document: OpenDocument) => void): void {
    for (const { document } of [...this.documents.values()]) work(document);
  }
}

function deviceOf({ storage, personId }: LiveOptions): Device | null {
  if (typeof storage === "object") return storage;
  const canKeep = typeof indexedDB !== "undefined" && personId !== undefined;
  switch (storage ?? (canKeep ? "indexeddb" : "memory")) {
    case "indexeddb":
      return canKeep ? indexedDbDevice(personId) : null;
    case "memory":
      return memoryDevice();
    default:
      return null;
  }
}
