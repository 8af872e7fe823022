import { randomInt } from "node:crypto";
import { pack } from "../wire/bytes.ts";
import { type Refusal, refusal } from "../wire/codes.ts";
import type { DocumentRights, Joined, JoinRequest } from "../wire/messages.ts";
import type { Access } from "./access.ts";
import { outboxKey } from "./ledger.ts";
import type { Line, Member } from "./member.ts";
import type { Opening, Prepared } from "./opening.ts";
import type { OutboxMarks } from "./outbox-marks.ts";
import type { Room, RoomServices } from "./room.ts";
import type { Rooms } from "./rooms.ts";
import { type Vector, writeVector } from "./state-vector.ts";

export interface Joining {
  rooms: Rooms;
  access: Access;
  services: Pick<RoomServices, "log" | "limits" | "acknowledgements"> & { marks: Pick<OutboxMarks, "read"> };
  /** The editor schema of this server; a client that claims a newer one is taken at this. */
  schemaVersion: number;
}

export interface Seat {
  member: Member;
  room: Room;
}

export interface Asking {
  line: Line;
  /** Whether the answer is still wanted: the socket may go, or leave, while the document is loaded. */
  isWanted: () => boolean;
  slot: number;
  request: JoinRequest;
  /** What the client has. */
  vector: Vector;
  /** Called at once when the seat is taken, before anything else can be sent to it. */
  welcome: (seat: Seat, reply: Joined, body: Uint8Array) => void;
}

/**
 * Lets a socket into a document: rights first, then the room, then the answer. From the moment the answer is composed
 * to the moment it is handed over and the member counts there is no wait, so what is committed afterwards follows on
 * the channel and nothing is missed or doubled. Rights that may have changed meanwhile are asked again.
 *
 * @returns why not, or null. @throws what the log and the ports throw.
 */
export async function joinDocument(joining: Joining, asking: Asking): Promise<Refusal | null> {
  const { rooms, access } = joining;
  let known = await askRights(access, asking);
  if (!known.rights) return refusal(known.why);
  return rooms.use(asking.request.documentId, async (room) => {
    if (room === null) return refusal("NOT_FOUND");
    if (room.members.size >= joining.services.limits.socketsPerDocument) return refusal("TOO_MANY");
    await meet(joining, room, asking, known.rights as DocumentRights);
    for (;;) {
      const { opening, prepared } = await stand(joining, room, asking.vector);
      if (room.gone) return refusal("NOT_FOUND");
      if (!asking.isWanted()) return refusal("TEMPORARY");
      if (!known.rights) return refusal(known.why);
      if (!access.isFresh(known.moment)) {
        known = await askRights(access, asking);
        continue;
      }
      const packed = asking.request.takesPacked === true && prepared.packed !== null;
      const updates = opening.answer(prepared, asking.vector);
      if (packed && prepared.packed) updates[0] = prepared.packed;
      const seat = sit(joining, room, asking, known.rights);
      const vector = asking.request.wantVector ? writeVector(room.ledger.vector) : new Uint8Array(0);
      const joined = reply(joining, seat, opening.seq);
      asking.welcome(seat, packed ? { ...joined, packed } : joined, pack([vector, ...updates]));
      if (seat.member.rights.presence) room.presence.greet(seat.member);
      return null;
    }
  });
}

type Known =
  | { moment: number; rights: DocumentRights }
  | { moment: number; rights: null; why: "NOT_FOUND" | "FORBIDDEN" };

async function askRights(access: Access, { line, request }: Asking): Promise<Known> {
  const { moment } = access;
  const rights = await access.rights(line.session.personId, request.documentId);
  if (rights?.read) return { moment, rights };
  return { moment, rights: null, why: rights ? "FORBIDDEN" : "NOT_FOUND" };
}

/** What has to be known of this outbox and this client before it can take part. */
async function meet({ services, ...joining }: Joining, room: Room, asking: Asking, rights: DocumentRights) {
  const { request, line } = asking;
  const outbox = outboxKey(line.session.personId, request.sessionId);
  if (room.ledger.savedUpTo(outbox) === undefined) {
    const { personId } = line.session;
    const saved = await services.marks.read({ documentId: room.id, personId, sessionId: request.sessionId });
    room.ledger.noteSaved(outbox, saved);
  }
  const schemaVersion = Math.min(request.schemaVersion, joining.schemaVersion);
  if (rights.write && schemaVersion > room.schemaVersion) {
    await services.log.raiseSchemaVersion(room.id, schemaVersion);
    room.raiseSchema(schemaVersion);
  }
}

async function stand(
  { services }: Joining,
  room: Room,
  vector: Vector,
): Promise<{ opening: Opening; prepared: Prepared }> {
  for (;;) {
    const opening = await room.opened();
    // Read later than the room stands: its ledger would refuse what continues the answer.
    if (opening.seq > room.seq && !room.gone) await room.catchUp();
    const prepared = await opening.prepare(vector, services.limits.looseUpdates);
    if (room.gone || (room.shelf.holds(opening) && opening.standsOn(prepared))) return { opening, prepared };
  }
}

function sit(joining: Joining, room: Room, { line, slot, request }: Asking, rights: DocumentRights): Seat {
  const { personId } = line.session;
  const member: Member = {
    line,
    documentId: room.id,
    slot,
    presenceId: randomInt(1, 2 ** 31),
    sessionId: request.sessionId,
    outbox: outboxKey(personId, request.sessionId),
    schemaVersion: Math.min(request.schemaVersion, joining.schemaVersion),
    lease: room.ledger.lease(request.clientId, personId) ? request.clientId : null,
    rights,
    framesSent: 0,
    held: null,
  };
  room.members.add(member);
  if (rights.presence) {
    room.presence.set(member, { cursor: null });
    joining.rooms.presence.add(room, "arrival");
  }
  return { member, room };
}

function reply({ schemaVersion }: Joining, { member, room }: Seat, seq: number): Joined {
  const reload = member.schemaVersion < Math.max(room.schemaVersion, schemaVersion);
  const outdated = member.schemaVersion < room.schemaVersion;
  return {
    ok: true,
    seq,
    slot: member.slot,
    channel: room.channel,
    rights: outdated ? { ...member.rights, write: false } : member.rights,
    clientIdLease: member.lease,
    savedUpTo: room.ledger.savedUpTo(member.outbox) ?? 0,
    presenceId: member.presenceId,
    reload,
  };
}

/** Takes a socket out of a document and the others' sight. */
export function leaveDocument({ rooms, services }: Pick<Joining, "rooms" | "services">, { member, room }: Seat): void {
  if (!room.members.delete(member)) return;
  // The channel may soon stand for another document in the same socket.
  services.acknowledgements.drop(member);
  room.usedAt = performance.now();
  if (member.lease !== null) room.ledger.release(member.lease);
  room.presence.remove(member);
  rooms.presence.add(room, "arrival");
}
