import { Awareness, applyAwarenessUpdate, removeAwarenessStates } from "y-protocols/awareness";
import type { Doc } from "yjs";
import { readVarint, varintSize, writeVarint } from "../wire.ts";

/** Under the ten states a second that the server takes. */
const SEND_EVERY_MS = 150;
const REMOTE = "server";

/**
 * Connects the editor's awareness with the server's presence. Outwards goes the cursor and nothing else: who we are is
 * the server's to say. Inwards come the others, under the keys the server gave them, and not ourselves.
 */
export class PresenceLink {
  readonly awareness: Awareness;
  private own: number | null = null;
  private sent = "null";
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    doc: Doc,
    private readonly send: (payload: Uint8Array) => void,
  ) {
    this.awareness = new Awareness(doc);
    this.awareness.on("update", (_changes: unknown, origin: unknown) => {
      if (origin === "local" && this.own !== null) this.timer ??= setTimeout(() => this.sendCursor(), SEND_EVERY_MS);
    });
  }

  /** In the document, with the right to be seen. */
  join(presenceId: number): void {
    this.own = presenceId;
    // The server has us without a cursor until we say where it is.
    this.sent = "null";
    this.sendCursor();
  }

  /** Out of it: the others are not there for us any more. */
  leave(): void {
    this.own = null;
    clearTimeout(this.timer);
    this.timer = undefined;
    const others = [...this.awareness.getStates().keys()].filter((key) => key !== this.awareness.clientID);
    removeAwarenessStates(this.awareness, others, REMOTE);
    for (const key of others) this.awareness.meta.delete(key);
  }

  receive(payload: Uint8Array): void {
    const others = this.own === null ? null : withoutState(payload, this.own);
    if (others !== null) applyAwarenessUpdate(this.awareness, others, REMOTE);
  }

  /** The document writes under another id from now on; the editor knows itself by it. */
  rename(clientId: number): void {
    const { awareness } = this;
    const state = awareness.getLocalState();
    awareness.states.delete(awareness.clientID);
    awareness.meta.delete(awareness.clientID);
    awareness.clientID = clientId;
    awareness.setLocalState(state);
  }

  destroy(): void {
    this.leave();
    this.awareness.destroy();
  }

  private sendCursor(): void {
    this.timer = undefined;
    const cursor: unknown = this.awareness.getLocalState()?.cursor ?? null;
    const text = JSON.stringify(cursor);
    if (this.own === null || text === this.sent) return;
    this.sent = text;
    this.send(new TextEncoder().encode(JSON.stringify({ cursor })));
  }
}

/** An awareness update without the state of one key; null when nothing is left of it or it is malformed. */
export function withoutState(payload: Uint8Array, key: number): Uint8Array | null {
  const count = readVarint(payload, 0);
  if (count === null) return null;
  const kept: Uint8Array[] = [];
  let at = count.next;
  for (let i = 0; i < count.value; i++) {
    const id = readVarint(payload, at);
    const clock = id && readVarint(payload, id.next);
    const text = clock && readVarint(payload, clock.next);
    if (!text || text.next + text.value > payload.length) return null;
    const end = text.next + text.value;
    if (id.value !== key) kept.push(payload.subarray(at, end));
    at = end;
  }
  if (kept.length === 0) return null;
  const update = new Uint8Array(varintSize(kept.length) + kept.reduce((sum, part) => sum + part.length, 0));
  let into = writeVarint(update, 0, kept.length);
  for (const part of kept) {
    update.set(part, into);
    into += part.length;
  }
  return update;
}
