import type { Head } from "#db/documents/stored.ts";
import type { Bus, BusMessage } from "../bus/bus.ts";
import { AskedTogether } from "./asked-together.ts";
import type { CompactionQueue } from "./compaction-queue.ts";
import { PresenceBoard } from "./presence-board.ts";
import { Room, type RoomServices } from "./room.ts";

type Shared = Omit<RoomServices, "onGone" | "onManyRows" | "onSchemaRaised">;

/** The live documents that are open on this node. */
export class Rooms {
  readonly presence: PresenceBoard;
  private readonly open = new Map<string, Room>();
  private readonly loading = new Map<string, Promise<Room | null>>();
  private readonly freeChannels: number[] = [];
  private channels = 0;
  private readonly services: RoomServices;
  private readonly timers: NodeJS.Timeout[];
  private polling = false;
  /** The newest of a document, for everybody who comes into any document at the same moment. */
  private readonly heads: AskedTogether<string, Head | undefined>;

  constructor(
    shared: Shared,
    private readonly bus: Bus,
    private readonly compactions: CompactionQueue,
  ) {
    this.services = {
      ...shared,
      onManyRows: (documentId) => compactions.add(documentId),
      onGone: (room) => this.vanish(room),
      onSchemaRaised: (room) => {
        for (const { line, rights, documentId, schemaVersion } of room.members)
          if (schemaVersion < room.schemaVersion)
            line.tell("rights", { documentId, rights: { ...rights, write: false }, code: "SCHEMA_TOO_OLD" });
      },
    };
    this.heads = new AskedTogether(async (documentIds) => {
      const heads = await shared.log.heads([...new Set(documentIds)]);
      return documentIds.map((documentId) => heads.get(documentId));
    });
    this.presence = new PresenceBoard(bus, shared.limits, () => this.open.values());
    this.timers = [
      setInterval(() => void this.poll(), shared.limits.pollMs),
      setInterval(() => this.sweep(), Math.min(5_000, shared.limits.roomIdleMs)),
    ];
    for (const timer of this.timers) timer.unref();
  }

  get(documentId: string): Room | undefined {
    return this.open.get(documentId);
  }

  all(): Iterable<Room> {
    return this.open.values();
  }

  /**
   * Works with the room, loaded if need be (once, whoever asks meanwhile) and up to date with what other nodes had
   * committed; with null when there is no such document. It stays loaded until the work is done.
   */
  async use<Result>(documentId: string, work: (room: Room | null) => Promise<Result>): Promise<Result> {
    const open = this.open.get(documentId);
    const room = open ?? (await this.loaded(documentId));
    if (room === null) return work(null);
    room.users++;
    try {
      if (open) await this.bringUpToDate(room);
      return await work(room.gone ? null : room);
    } finally {
      room.users--;
      room.usedAt = performance.now();
    }
  }

  /** Resolves when everything that was committed at the time of the call is known here. */
  private async bringUpToDate(room: Room): Promise<void> {
    const head = await this.heads.one(room.id);
    if (!head || head.lastSeq > room.seq) await room.catchUp();
    else room.raiseSchema(head.schemaVersion);
  }

  private loaded(documentId: string): Promise<Room | null> {
    let loading = this.loading.get(documentId);
    if (!loading) {
      loading = this.load(documentId).finally(() => this.loading.delete(documentId));
      this.loading.set(documentId, loading);
    }
    return loading;
  }

  /** What another node, or a server edit, says of the log. */
  hear(documentId: string, seq: number): void {
    this.open.get(documentId)?.hear(seq);
  }

  /** What another node says of those who are in a document there, or asks of those here. */
  receivePresence(message: Extract<BusMessage, { kind: "presence" | "presence-wanted" }>): void {
    const room = this.open.get(message.documentId);
    if (!room) return;
    if (message.kind === "presence-wanted") this.presence.answer(room);
    else {
      room.presence.receive(message.states);
      this.presence.add(room);
    }
  }

  /** The log of this document was merged up to `seq`. */
  compacted(documentId: string, rows: number): void {
    const room = this.open.get(documentId);
    if (!room) return;
    room.looseRows = Math.max(0, room.looseRows - rows);
    room.looseBytes = 0;
    // The snapshot is smaller than what is kept here; the next to come loads it.
    room.shelf.forget();
  }

  close(): void {
    for (const timer of this.timers) clearInterval(timer);
    this.presence.close();
  }

  private async load(documentId: string): Promise<Room | null> {
    const stored = await this.services.log.open(documentId);
    if (stored === null) return null;
    const channel = this.freeChannels.pop() ?? this.channels++;
    const room = new Room(documentId, channel, stored, this.services);
    this.open.set(documentId, room);
    this.bus.publish({ kind: "presence-wanted", documentId });
    return room;
  }

  /** Compares every open document with the log: a hint that got lost costs seconds, not words. */
  private async poll(): Promise<void> {
    if (this.polling || this.open.size === 0) return;
    this.polling = true;
    try {
      const heads = await this.services.log.heads([...this.open.keys()]);
      for (const room of [...this.open.values()]) {
        const head = heads.get(room.id);
        if (!head) room.catchUp().catch(() => {});
        else {
          room.raiseSchema(head.schemaVersion);
          room.hear(head.lastSeq);
        }
      }
    } catch (error) {
      this.services.logger.warn({ err: error }, "the open documents could not be compared with the log");
    } finally {
      this.polling = false;
    }
  }

  /** Closes what nobody uses. There is no wait in here, so nobody can come in between looking and closing. */
  private sweep(): void {
    const now = performance.now();
    const { roomIdleMs, compactAfterRowsWhenIdle, openingBytes } = this.services.limits;
    let kept = 0;
    for (const room of [...this.open.values()].sort((a, b) => b.usedAt - a.usedAt)) {
      if (room.members.size > 0) room.usedAt = Math.max(room.usedAt, now - roomIdleMs);
      kept += room.shelf.bytes;
      if (kept > openingBytes) room.shelf.forget();
      if (!room.quiet || now - room.usedAt < roomIdleMs) continue;
      if (room.looseRows >= compactAfterRowsWhenIdle) this.compactions.add(room.id);
      this.forget(room);
    }
  }

  private vanish(room: Room): void {
    for (const member of [...room.members]) member.line.evict(member, "NOT_FOUND");
    this.forget(room);
  }

  private forget(room: Room): void {
    this.open.delete(room.id);
    this.freeChannels.push(room.channel);
  }
}
