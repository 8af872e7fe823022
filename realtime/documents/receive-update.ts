import type { Code } from "../wire/codes.ts";
import type { Limits } from "../wire/limits.ts";
import { admitUpdate, GATE_LIMITS, inspectUpdate, type UpdateFacts } from "./gate/index.ts";
import type { Seat } from "./join-document.ts";
import { refuseUpdate } from "./refuse-update.ts";

/** What one socket may still do just now. */
export interface Allowance {
  updates: { take(): boolean };
  updateBytes: { take(bytes: number): boolean };
  newClientIds: { take(count: number): boolean };
  places: { take(count: number): boolean };
}

export interface Receiving {
  limits: Limits;
  commit: { readonly queuedBytes: number };
  acknowledgements: { add(member: Seat["member"], room: Seat["room"]): void };
  isDraining(): boolean;
}

const BUSY_MS = 1_000;
/** What was asked for may take longer to fill up again; asking once more costs little. */
const LONGEST_WAIT_MS = 60_000;

/**
 * Takes an update from a socket: rights, place in its outbox, rates, the gate, the ledger, in this order, and from
 * there on its way to the log. Everything that does not get there is answered with a code. Synchronous: between the
 * look at the rights and the admission nothing can change.
 */
export function receiveUpdate(
  receiving: Receiving,
  allowance: Allowance,
  seat: Seat,
  sequence: number,
  bytes: Uint8Array,
) {
  const { member, room } = seat;
  const forbidden = whyNotWrite(seat);
  if (forbidden) return refuseUpdate(member, sequence, forbidden);
  if (sequence <= (room.ledger.savedUpTo(member.outbox) ?? 0)) return receiving.acknowledgements.add(member, room);
  const admittedUpTo = room.ledger.admittedUpTo(member.outbox);
  // On its way already; its acknowledgement comes with the commit.
  if (sequence <= admittedUpTo) return;
  if (sequence !== admittedUpTo + 1) return refuseUpdate(member, sequence, "OUT_OF_ORDER");
  const wait = whyNotNow(receiving, allowance, seat, bytes);
  if (wait) return refuseUpdate(member, sequence, wait.code, wait.retryAfterMs);
  const inspection = inspectUpdate(bytes, GATE_LIMITS);
  if (!inspection.ok) return refuseUpdate(member, sequence, inspection.code);
  const { facts } = inspection;
  const { personId } = member.line.session;
  const admission = admitUpdate(facts, room.ledger, personId);
  if (!admission.ok) return refuseUpdate(member, sequence, admission.code);
  const fresh = newClientIds(seat, facts);
  if (fresh > 0 && !allowance.newClientIds.take(fresh))
    return refuseUpdate(member, sequence, "TOO_MANY", 60_000 / receiving.limits.newClientIdsPerMinute);
  if (facts.places > 0 && !allowance.places.take(facts.places))
    return refuseUpdate(member, sequence, "TOO_MANY", LONGEST_WAIT_MS);
  room.submit({ member, personId, outbox: member.outbox, sequence, facts, update: bytes.slice() });
}

function whyNotWrite({ member, room }: Seat): Code | null {
  if (!member.rights.write) return "READ_ONLY";
  return member.schemaVersion < room.schemaVersion ? "SCHEMA_TOO_OLD" : null;
}

function whyNotNow(receiving: Receiving, allowance: Allowance, { room }: Seat, bytes: Uint8Array) {
  const { limits, commit } = receiving;
  const refused = (code: Code, retryAfterMs?: number) => ({ code, retryAfterMs });
  if (receiving.isDraining()) return refused("DRAINING");
  if (bytes.length > limits.updateBytes || room.bytes + bytes.length > limits.documentBytes) return refused("TOO_BIG");
  if (!allowance.updates.take() || !allowance.updateBytes.take(bytes.length)) return refused("TOO_MANY", BUSY_MS);
  if (!room.updates.take()) return refused("TOO_MANY", BUSY_MS);
  if (commit.queuedBytes + bytes.length > limits.queueBytes) return refused("TEMPORARY", BUSY_MS);
  return null;
}

function newClientIds({ room }: Seat, facts: UpdateFacts): number {
  let fresh = 0;
  for (const { client, from } of facts.clients) if (from === 0 && room.ledger.clockOf(client) === 0) fresh++;
  return fresh;
}
