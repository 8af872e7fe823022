import { setTimeout as sleep } from "node:timers/promises";
import type { DocumentLog } from "#db/documents/log.ts";
import type { Append, LogRow, StoredDocument } from "#db/documents/stored.ts";
import { TokenBucket } from "../live/token-bucket.ts";
import type { LiveLog } from "../ports.ts";
import type { Code } from "../wire/codes.ts";
import type { Limits } from "../wire/limits.ts";
import type { Acknowledgements } from "./acknowledgements.ts";
import { type Admission, Admitted } from "./admitted.ts";
import { type Delivery, fanOut } from "./fan-out.ts";
import type { Committing, GroupCommit } from "./group-commit.ts";
import { factsOfKnown } from "./known-update.ts";
import { Ledger, outboxKey } from "./ledger.ts";
import { workOn } from "./materialise.ts";
import type { Member } from "./member.ts";
import { Opening } from "./opening.ts";
import { OpeningShelf, type Recorded } from "./opening-shelf.ts";
import { Presence } from "./presence.ts";
import { noteStoredMarks, readAfterGap } from "./read-after-gap.ts";
import { refuseUpdate } from "./refuse-update.ts";

/** What all rooms of a node share. */
export interface RoomServices {
  log: DocumentLog;
  commit: GroupCommit;
  acknowledgements: Acknowledgements;
  limits: Limits;
  logger: LiveLog;
  /** There is enough loose in the log to deserve a compaction. */
  onManyRows(documentId: string): void;
  /** The document was deleted. */
  onGone(room: Room): void;
  /** A newer editor schema is in use; older clients may not write any more. */
  onSchemaRaised(room: Room): void;
}

/**
 * One live document on one node. It holds no document, only the ledger and what is ready to be sent to somebody who
 * opens it. Its position in the log, `seq`, moves in two ways and never in both at once: by an append of its own,
 * which succeeds only if nobody else wrote in between, and by reading what others wrote. So every update is admitted
 * against everything before it, whichever nodes that came through, and no node needs to own the document.
 */
export class Room implements Committing {
  readonly members = new Set<Member>();
  readonly presence: Presence;
  readonly ledger: Ledger;
  readonly shelf: OpeningShelf;
  /** What everybody here together may send. */
  readonly updates: TokenBucket;
  seq: number;
  schemaVersion: number;
  /** Rows and bytes since the newest snapshot, and all bytes, as far as this node knows. */
  looseRows: number;
  looseBytes = 0;
  bytes: number;
  /** `performance.now()` when it was last in use. */
  usedAt = performance.now();
  private compactionAskedAt = Number.NEGATIVE_INFINITY;
  /** Work under way that needs the room to stay. */
  users = 0;

  private readonly admitted: Admitted;
  private busy: "free" | "appending" | "healing" | "gone" = "free";
  /** The newest seq that somebody has told of. */
  private heardOf: number;
  /** Reading on and appending take turns, so that many who come in do not keep those who write waiting. */
  private readLast = false;
  private waiting: { resolve: () => void; reject: (error: unknown) => void }[] = [];

  constructor(
    readonly id: string,
    readonly channel: number,
    stored: StoredDocument,
    private readonly services: RoomServices,
  ) {
    const opening = new Opening(stored, workOn(id));
    this.shelf = new OpeningShelf(id, services.log, opening);
    this.ledger = new Ledger(opening.vector(), stored.owners);
    noteStoredMarks(this.ledger, stored);
    if (opening.unreadable.length > 0) this.alarm(opening.unreadable);
    this.presence = new Presence(channel);
    const { documentUpdatesPerSecond, documentUpdatesBurst } = services.limits;
    this.updates = new TokenBucket(documentUpdatesPerSecond, documentUpdatesBurst);
    this.seq = this.heardOf = stored.lastSeq;
    this.schemaVersion = stored.schemaVersion;
    this.looseRows = stored.rows.length;
    this.bytes = opening.bytes;
    this.admitted = new Admitted(
      this.ledger,
      (bytes) => {
        services.commit.queuedBytes += bytes;
      },
      ({ member, sequence }, verdict) => {
        // Who left is not told, unless they came in again: by now the channel may stand for another document.
        const seated = this.members.has(member) ? member : this.seatOf(member.outbox);
        if (seated === undefined) return;
        if (verdict === "SAVED") services.acknowledgements.add(seated, this);
        else refuseUpdate(seated, sequence, verdict);
      },
    );
  }

  /** Sockets that hear of every commit. */
  get reach(): number {
    return this.members.size;
  }

  get gone(): boolean {
    return this.busy === "gone";
  }

  /** Nothing on its way to the log or from it. */
  get still(): boolean {
    return this.busy === "free" && this.admitted.empty && this.waiting.length === 0;
  }

  /** Still, and used by nobody. */
  get quiet(): boolean {
    return this.still && this.members.size === 0 && this.users === 0 && !this.shelf.busy;
  }

  /** Takes an update that passed the gate and continues the ledger. */
  submit(admission: Admission): void {
    this.admitted.add(admission);
    if (this.busy === "free") this.services.commit.add(this);
  }

  /** Refuses what this member sent, but for what an append takes that is under way. */
  withdraw(member: Member, code: Code): void {
    this.admitted.refuse(code, (admission) => admission.member === member);
  }

  /** The same for those who have left since: nobody looks their rights up again. What they sent is on their device. */
  withdrawFromLeft(isAbout: (member: Member) => boolean): void {
    this.admitted.refuse("TEMPORARY", ({ member }) => !this.members.has(member) && isAbout(member));
  }

  /** Somebody says that the log goes up to `seq`. */
  hear(seq: number): void {
    if (seq > this.heardOf) this.heardOf = seq;
    this.next();
  }

  /** Resolves when everything that was committed at the time of the call is known here. */
  catchUp(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ resolve, reject });
      this.next();
    });
  }

  async opened(): Promise<Opening> {
    const opening = await this.shelf.opened(() => this.seq);
    if (opening.seq > this.seq) this.hear(opening.seq);
    return opening;
  }

  raiseSchema(schemaVersion: number): void {
    if (schemaVersion <= this.schemaVersion) return;
    this.schemaVersion = schemaVersion;
    this.services.onSchemaRaised(this);
  }

  take(bytes: number): { append: Append; bytes: number } | null {
    const part = this.busy === "free" ? this.admitted.take(bytes) : null;
    if (part === null) return null;
    this.busy = "appending";
    this.readLast = false;
    return { append: { documentId: this.id, expectedSeq: this.seq, ...part.taken }, bytes: part.bytes };
  }

  committed(): void {
    this.busy = "free";
    const done = this.admitted.settle();
    const recorded = done.map(({ update, facts }) => ({
      update,
      facts: { clients: facts.clients, deletes: facts.deletes.length > 0 },
    }));
    this.record(this.seq + 1, recorded);
    this.deliver(done);
    this.next();
  }

  overtaken(): void {
    this.busy = "free";
    this.admitted.putBack();
    this.hear(this.seq + 1);
  }

  unsettled(): void {
    this.busy = "free";
    this.admitted.putBack();
    this.next();
  }

  unstorable(): void {
    this.busy = "free";
    this.admitted.refuseTaken("INVALID_UPDATE");
    this.next();
  }

  private seatOf(outbox: string): Member | undefined {
    for (const member of this.members) if (member.outbox === outbox) return member;
    return undefined;
  }

  /** Does what has to come next, if nothing is under way. */
  private next(): void {
    if (this.busy === "gone") for (const { resolve } of this.waiting.splice(0)) resolve();
    if (this.busy !== "free") return;
    const mayWait = this.heardOf <= this.seq && this.readLast && !this.admitted.empty;
    if ((this.heardOf > this.seq || this.waiting.length > 0) && !mayWait) void this.heal();
    else if (!this.admitted.empty) this.services.commit.add(this);
  }

  /** Reads what others wrote, shows it to those who are here, and puts what waits here behind it. */
  private async heal(): Promise<void> {
    this.busy = "healing";
    this.readLast = true;
    const asked = this.heardOf;
    const waiting = this.waiting.splice(0);
    try {
      await this.readOn();
      // A hint beyond what the log says was wrong; heeding it again would go on for ever.
      if (this.heardOf === asked) this.heardOf = this.seq;
      for (const { resolve } of waiting) resolve();
    } catch (error) {
      this.services.logger.warn({ err: error, documentId: this.id }, "a document could not be read on");
      for (const { reject } of waiting) reject(error);
      await sleep(this.services.limits.appendRetryMs * (5 + 5 * Math.random()), undefined, { ref: false });
    }
    if (!this.gone) this.busy = "free";
    this.next();
  }

  private async readOn(): Promise<void> {
    const tail = await this.services.log.tail(this.id, this.seq);
    if (tail === null) return this.vanish();
    if (tail.rows === null) await this.jump();
    else for (const row of tail.rows) this.takeRow(row);
    if (tail.rows === null || tail.rows.length > 0) this.admitted.weighAgain();
    this.raiseSchema(tail.schemaVersion);
  }

  /** Rows that nobody can read: the document goes on without them, and somebody has to look at them. */
  private alarm(rows: readonly number[]): void {
    this.services.logger.error({ documentId: this.id, rows }, "rows of a document's log cannot be read");
  }

  private takeRow(row: LogRow): void {
    if (row.seq !== this.seq + 1) throw new Error(`the log has a hole before ${row.seq}`);
    if (row.unreadable !== undefined) this.alarm([row.seq]);
    const recorded: Recorded[] = [];
    const deliveries: Delivery[] = [];
    for (const { personId, sent, update } of row.entries) {
      const facts = factsOfKnown(update);
      if (facts === null) {
        this.alarm([row.seq]);
        continue;
      }
      const outbox = personId && sent ? outboxKey(personId, sent.sessionId) : null;
      // What the server wrote belongs to nobody, also when a person asked for it.
      this.ledger.commit({ personId: sent ? personId : null, outbox, sequence: sent?.sequence ?? 0, facts });
      recorded.push({ update, facts });
      deliveries.push({ update, member: null, outbox });
    }
    this.record(row.seq, recorded);
    this.deliver(deliveries);
  }

  private async jump(): Promise<void> {
    const after = await readAfterGap(this.services.log, this.id, this.ledger);
    if (after === null) return this.vanish();
    this.shelf.replace(after.opening);
    this.seq = after.opening.seq;
    this.looseRows = after.stored.rows.length;
    this.looseBytes = 0;
    this.bytes = after.opening.bytes;
    this.deliver(after.updates.map((update) => ({ update, member: null, outbox: null })));
    for (const member of this.members) this.services.acknowledgements.add(member, this);
  }

  private record(seq: number, recorded: Recorded[]): void {
    this.seq = seq;
    this.usedAt = performance.now();
    this.looseRows++;
    for (const { update } of recorded) {
      this.bytes += update.length;
      this.looseBytes += update.length;
    }
    this.shelf.record({ seq, recorded });
    const { compactAfterRows, compactAfterBytes, compactEveryMs } = this.services.limits;
    const many = this.looseRows >= compactAfterRows || this.looseBytes >= compactAfterBytes;
    if (!many || this.usedAt - this.compactionAskedAt < compactEveryMs) return;
    this.compactionAskedAt = this.usedAt;
    this.services.onManyRows(this.id);
  }

  private deliver(deliveries: readonly Delivery[]): void {
    fanOut(this, this.members, deliveries, this.services.acknowledgements);
  }

  private vanish(): void {
    this.busy = "gone";
    this.admitted.clear();
    this.services.onGone(this);
  }
}
