import * as Y from "yjs";
import { Outgoing } from "#realtime/client/outgoing.ts";
import { HeadlessEditor } from "./headless-editor.ts";
import type { Memory } from "./memory.ts";
import { operateAtRandom, type Pick, typeMarker } from "./operations.ts";
import type { Server } from "./server.ts";

/** A person with an editor, an outbox and a line that loses, doubles and mixes up what it carries. */
export class Author {
  readonly doc = new Y.Doc();
  readonly editor: HeadlessEditor;
  private readonly outgoing: Outgoing;
  /** On its way to the server, and from it: numbers of its log. */
  private up: { sessionId: string; sequence: number; update: Uint8Array }[] = [];
  private down: number[] = [];
  /** Up to where of the server's log something was sent here on this line. */
  private told = 0;
  private isJoined = false;
  private isOperating = false;

  constructor(
    readonly personId: string,
    clientId: number,
    private readonly server: Server,
    private readonly memory: Memory,
    private readonly pick: Pick,
  ) {
    this.doc.clientID = clientId;
    this.outgoing = new Outgoing(this.doc, "document", null, { changed: () => {}, failed: () => {} });
    this.doc.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin !== "server") this.outgoing.add(update);
    });
    this.doc.on("afterTransaction", (transaction: Y.Transaction) => {
      if (transaction.origin !== "server") memory.note(transaction, this.isOperating ? "by hand" : "by the binding");
    });
    this.join();
    this.editor = new HeadlessEditor(this.doc);
  }

  type(): void {
    this.operate(() => typeMarker(this.editor, this.memory.newMarker(), this.pick));
  }

  change(): void {
    this.operate(() => operateAtRandom(this.editor, this.pick));
  }

  /** Comes in, after whatever broke the line. */
  join(): void {
    const sessionId = this.outgoing.sessionToJoin();
    const { savedUpTo, vector, update, seq } = this.server.join(
      this.personId,
      sessionId,
      Y.encodeStateVector(this.doc),
    );
    this.apply([update]);
    if (sessionId === this.outgoing.outbox.sessionId) this.outgoing.acknowledge(savedUpTo);
    else this.outgoing.restart(sessionId, vector);
    this.outgoing.outbox.rewind();
    this.up = [];
    this.down = [];
    this.told = seq;
    this.isJoined = true;
  }

  breakLine(): void {
    this.isJoined = false;
    this.up = [];
    this.down = [];
  }

  /** Something moves on the line, often doubled, sometimes out of its order. @returns what the server refused. */
  exchange(): string | null {
    if (!this.isJoined) {
      if (this.pick(3) === 0) this.join();
      return null;
    }
    const { outbox } = this.outgoing;
    for (const entry of outbox.takeUnsent()) this.up.push({ sessionId: outbox.sessionId, ...entry });
    for (; this.told < this.server.log.length; this.told++)
      if (this.server.log[this.told]?.personId !== this.personId) this.down.push(this.told);
    if (this.pick(10) === 0) this.up = doubled(this.up, this.pick);
    if (this.pick(40) === 0) this.up.reverse();
    if (this.pick(10) === 0) this.down = doubled(this.down, this.pick);
    if (this.pick(10) === 0) this.down.reverse();
    this.apply(this.down.splice(0, this.pick(12)).map((seq) => this.server.log[seq]?.update as Uint8Array));
    for (const { sessionId, sequence, update } of this.up.splice(0, this.pick(12))) {
      const answer = this.server.receive(this.personId, sessionId, sequence, update);
      if (answer === "OUT_OF_ORDER") {
        this.breakLine();
        return null;
      }
      if (answer === "CLOCK_GAP") {
        this.outgoing.startsAfresh = true;
        this.breakLine();
        return null;
      }
      if (answer !== "taken" && answer !== "saved" && answer !== "on its way") return answer;
    }
    outbox.acknowledge(this.server.savedUpTo(this.personId, outbox.sessionId));
    return null;
  }

  /** The end: a line that works, until nothing is left to say. */
  isAtRest(): boolean {
    return (
      this.isJoined &&
      this.outgoing.outbox.pending === 0 &&
      this.down.length === 0 &&
      this.told === this.server.log.length
    );
  }

  private operate(work: () => void): void {
    this.isOperating = true;
    work();
    this.isOperating = false;
  }

  private apply(updates: readonly Uint8Array[]): void {
    if (updates.length === 0) return;
    this.doc.transact(() => {
      for (const update of updates) Y.applyUpdate(this.doc, update, "server");
    }, "server");
  }
}

/** The same with one of them once more. */
function doubled<Item>(items: readonly Item[], pick: Pick): Item[] {
  if (items.length === 0) return [];
  const at = pick(items.length);
  return [...items.slice(0, at + 1), items[at] as Item, ...items.slice(at + 1)];
}
