import { leaveDocument, type Seat } from "../documents/join-document.ts";
import type { Line, Member } from "../documents/member.ts";
import type { LiveSession } from "../ports.ts";
import { CODES, type Code } from "../wire/codes.ts";
import type { ServerMessages } from "../wire/messages.ts";
import { Allowances } from "./allowances.ts";
import type { EngineLine } from "./engine-line.ts";
import type { LiveNode, LiveSocket } from "./live-node.ts";
import type { Person } from "./persons.ts";
import type { PreparedFrame } from "./prepared-frame.ts";

/** One socket of a known person: the documents it is in, the topics it watches, and what it may still do. */
export class Connection implements Line {
  session: LiveSession;
  /** Documents by id, and by the slot that frames carry. */
  readonly seats = new Map<string, Seat>();
  readonly slots = new Map<number, Seat>();
  /** Documents that are joined or on the way to it, with the slot of the newest attempt. */
  readonly wishes = new Map<string, number>();
  /** Answers to joins, by slot, of which the client has not asked all pieces yet. */
  readonly rests = new Map<number, Uint8Array>();
  readonly topics = new Set<string>();
  readonly may: Allowances;
  open = true;
  /** `performance.now()` when session and rights were last looked up. */
  verifiedAt = performance.now();
  private nextSlot = 0;
  private readonly person: Person<Connection>;

  constructor(
    private readonly node: LiveNode,
    private readonly socket: LiveSocket,
    private readonly line: EngineLine,
  ) {
    const { limits } = node;
    this.session = socket.data.session;
    this.person = node.persons.of(this.session.personId);
    this.person.sockets.add(this);
    this.may = new Allowances(limits, 1, this.person.allowances);
  }

  /** The Cookie header that the line was opened with. */
  get cookie(): string | undefined {
    return this.line.request.headers.cookie;
  }

  send(frame: PreparedFrame): void {
    if (!this.open) return;
    this.line.send(frame);
    if (this.line.unread > this.node.limits.bufferedBytes) this.tooSlow();
  }

  sendOrDrop(frame: PreparedFrame): void {
    if (this.open && this.line.unread <= this.node.limits.bufferedBytesForPresence) this.line.send(frame);
  }

  tell<Event extends keyof ServerMessages>(event: Event, ...message: Parameters<ServerMessages[Event]>): void {
    if (this.open) this.socket.emit(event, ...message);
  }

  newSlot(): number {
    return this.nextSlot++;
  }

  /** Whether this slot was ever given out: frames for one that is gone were sent before the client knew. */
  knewSlot(slot: number): boolean {
    return slot < this.nextSlot;
  }

  take(seat: Seat): void {
    this.seats.set(seat.member.documentId, seat);
    this.slots.set(seat.member.slot, seat);
  }

  leave(documentId: string): void {
    this.wishes.delete(documentId);
    const seat = this.seats.get(documentId);
    if (!seat) return;
    this.seats.delete(documentId);
    this.slots.delete(seat.member.slot);
    this.rests.delete(seat.member.slot);
    leaveDocument(this.node.joining, seat);
  }

  evict(member: Member, code: Code): void {
    const { documentId } = member;
    this.seats.get(documentId)?.room.withdraw(member, code);
    this.leave(documentId);
    this.tell("removed", { documentId, code, retry: CODES[code].retry });
  }

  blame(code: Code): void {
    const { personId } = this.session;
    if (this.open && this.node.persons.blame(personId))
      this.node.ports.logger.warn({ personId, code }, "a person was put out for their refusals");
  }

  /** Says why and closes the line. */
  end(code: Code, retryAfterMs?: number): void {
    if (!this.open) return;
    const wait = retryAfterMs === undefined ? {} : { retryAfterMs };
    this.tell("ended", { code, retry: CODES[code].retry, ...wait });
    this.close();
    this.socket.disconnect(true);
  }

  /** Leaves everything. Nothing is sent from here on. */
  close(): void {
    this.open = false;
    this.person.sockets.delete(this);
    for (const documentId of [...this.wishes.keys(), ...this.seats.keys()]) this.leave(documentId);
  }

  private tooSlow(): void {
    this.node.ports.logger.warn({ personId: this.session.personId }, "a socket was cut: it does not read");
    this.close();
    this.line.cut();
  }
}
