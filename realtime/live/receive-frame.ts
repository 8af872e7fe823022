import type { Seat } from "../documents/join-document.ts";
import { readPresenceState } from "../documents/read-presence.ts";
import { receiveUpdate } from "../documents/receive-update.ts";
import { refuseUpdate } from "../documents/refuse-update.ts";
import { readVarint } from "../wire/bytes.ts";
import { FROM_CLIENT, readFrame } from "../wire/frames.ts";
import type { Connection } from "./connection.ts";
import type { LiveNode } from "./live-node.ts";

/** So much may come while a member's rights are being looked up. */
const HELD_FRAMES = 200;

/** A binary frame from a client: an update or its presence in one of its documents. */
export function receiveFrame(node: LiveNode, connection: Connection, bytes: Uint8Array) {
  const frame = readFrame(bytes);
  const seat = frame && connection.slots.get(frame.channel);
  if (!frame || !seat) {
    // Sent before the client could know that it was out: it has been told, or asked for it.
    if (frame && connection.knewSlot(frame.channel)) return;
    connection.tell("refused", { documentId: "", sequence: 0, code: "BAD_MESSAGE", retry: false });
    return connection.blame("BAD_MESSAGE");
  }
  if (seat.member.held) return hold(seat, bytes);
  if (frame.kind === FROM_CLIENT.UPDATE) {
    const sequence = readVarint(bytes, frame.payload);
    if (sequence === null || sequence.value === 0) return refuseUpdate(seat.member, 0, "BAD_MESSAGE");
    return receiveUpdate(node.receiving, connection.may, seat, sequence.value, bytes.subarray(sequence.next));
  }
  if (frame.kind === FROM_CLIENT.PRESENCE)
    return receivePresence(node, connection, seat, bytes.subarray(frame.payload));
  refuseUpdate(seat.member, 0, "BAD_MESSAGE");
}

/** Nobody knows just now what this member may do; what it sends waits for the answer. */
function hold({ member }: Seat, bytes: Uint8Array) {
  if (member.held && member.held.length < HELD_FRAMES) member.held.push(bytes.slice());
  else refuseUpdate(member, 0, "TEMPORARY");
}

function receivePresence(node: LiveNode, connection: Connection, { member, room }: Seat, bytes: Uint8Array) {
  // Without an answer: a cursor that was not shown is no loss, and the next one comes soon.
  if (!member.rights.presence || !connection.may.presence.take()) return;
  if (bytes.length === 0) room.presence.remove(member);
  else {
    const state = bytes.length <= node.limits.presenceBytes ? readPresenceState(bytes) : null;
    if (state === null) return connection.blame("BAD_MESSAGE");
    room.presence.set(member, state);
  }
  node.joining.rooms.presence.add(room);
}
