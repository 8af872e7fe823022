import { type PreparedFrame, prepareFrame } from "../live/prepared-frame.ts";
import { writeUpdates } from "../wire/frames.ts";
import { type Acknowledgements, type Acknowledging, writeSavedTo } from "./acknowledgements.ts";
import type { Member } from "./member.ts";

/** A committed update on its way to those who are in the document. */
export interface Delivery {
  readonly update: Uint8Array;
  /** The socket that sent it and needs no echo; null when it came from elsewhere. */
  readonly member: Member | null;
  readonly outbox: string | null;
}

/**
 * Sends what was committed: one frame, made once, for everybody who wrote none of it, and a smaller one for each
 * author who lacks the others'. All tabs of an outbox that moved on are due an acknowledgement; an author's that has
 * waited a while travels with the frame.
 */
export function fanOut(
  room: Acknowledging,
  members: ReadonlySet<Member>,
  deliveries: readonly Delivery[],
  acknowledgements: Acknowledgements,
): void {
  if (deliveries.length === 0 || members.size === 0) return;
  const authors = new Set<Member | null>();
  const outboxes = new Set<string | null>();
  for (const { member, outbox } of deliveries) {
    authors.add(member);
    outboxes.add(outbox);
  }
  let forAll: PreparedFrame | null = null;
  for (const member of members) {
    const isDue = outboxes.has(member.outbox);
    if (!authors.has(member)) {
      forAll ??= prepareFrame(writeUpdates(room.channel, deliveries.map(updateOf)));
      send(member, forAll);
      if (isDue) acknowledgements.add(member, room);
      continue;
    }
    const others = deliveries.filter((delivery) => delivery.member !== member);
    if (others.length === 0) acknowledgements.add(member, room);
    else {
      const updates = writeUpdates(room.channel, others.map(updateOf));
      const saved = acknowledgements.take(member, room) ? writeSavedTo(member, room) : null;
      send(member, saved === null ? prepareFrame(updates) : prepareFrame(updates, saved));
    }
  }
}

const updateOf = ({ update }: Delivery) => update;

function send(member: Member, frame: PreparedFrame): void {
  member.framesSent++;
  member.line.send(frame);
}
