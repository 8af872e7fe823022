import { prepareFrame } from "../live/prepared-frame.ts";
import { writeUpdates } from "../wire/frames.ts";
import type { Acknowledgements, Acknowledging } from "./acknowledgements.ts";
import type { Member } from "./member.ts";

/** A committed update on its way to those who are in the document. */
export interface Delivery {
  update: Uint8Array;
  /** The socket that sent it and needs no echo; null when it came from elsewhere. */
  author: Member | null;
  outbox: string | null;
}

/**
 * Sends what was committed: one frame, made once, for everybody who wrote none of it, and a smaller one for each
 * author who lacks the others'. All tabs of an outbox that moved on are due an acknowledgement.
 */
export function fanOut(
  room: Acknowledging,
  members: ReadonlySet<Member>,
  deliveries: readonly Delivery[],
  acknowledgements: Acknowledgements,
): void {
  if (deliveries.length === 0 || members.size === 0) return;
  const authors = new Set<Member>();
  const outboxes = new Set<string>();
  for (const { author, outbox } of deliveries) {
    if (author) authors.add(author);
    if (outbox) outboxes.add(outbox);
  }
  const updates = deliveries.map((delivery) => delivery.update);
  const forAll = members.size > authors.size ? prepareFrame(writeUpdates(room.channel, updates)) : null;
  for (const member of members) {
    if (outboxes.has(member.outbox)) acknowledgements.add(member, room);
    if (!authors.has(member)) {
      if (forAll) send(member, forAll);
      continue;
    }
    const others = deliveries.filter((delivery) => delivery.author !== member).map((delivery) => delivery.update);
    if (others.length > 0) send(member, prepareFrame(writeUpdates(room.channel, others)));
  }
}

function send(member: Member, frame: ReturnType<typeof prepareFrame>): void {
  member.framesSent++;
  member.line.send(frame);
}
