import type { LiveLog } from "../ports.ts";
import type { Checked, CheckRequest } from "../wire/messages.ts";
import type { Seat } from "./join-document.ts";
import { hashOf, mergeUpdates } from "./materialise.ts";

/** Larger documents are not rebuilt on the thread that serves the sockets. */
const HASHED_UP_TO_BYTES = 1024 * 1024;

const hashes = new WeakMap<object, { seq: number; hash: string }>();

/**
 * Compares what a client reads with what the log says. Only when both are at the same point: the client has received
 * every frame, has nothing on its way, and the room is not ahead of its own opening.
 */
export async function checkDocument(
  logger: LiveLog,
  { member, room }: Seat,
  request: CheckRequest,
): Promise<{ reply: Checked; body?: Uint8Array }> {
  const { seq } = room;
  const unknown = { reply: { ok: true, same: null, seq } as const };
  const comparable = () => room.seq === seq && member.framesSent === request.received && room.still;
  if (!comparable() || room.bytes > HASHED_UP_TO_BYTES) return unknown;
  const opening = await room.opened();
  if (!comparable() || opening.seq !== seq) return unknown;
  const parts = opening.parts();
  let known = hashes.get(room);
  if (known?.seq !== seq) {
    known = { seq, hash: await hashOf(parts) };
    hashes.set(room, known);
  }
  if (known.hash === request.hash) return { reply: { ok: true, same: true, seq } };
  logger.error({ documentId: room.id, seq }, "a client read something else than the log says");
  return { reply: { ok: true, same: false, seq }, body: await mergeUpdates(parts) };
}
