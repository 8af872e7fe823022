import type { LiveLog } from "../ports.ts";
import type { Checked, CheckRequest } from "../wire/messages.ts";
import type { Seat } from "./join-document.ts";
import { type DocumentWork, workOn } from "./materialise.ts";
import type { Opening } from "./opening.ts";
import type { Room } from "./room.ts";
import { WorkError } from "./work/work-error.ts";

/** What the newest row of each room reads as; made once, whoever asks meanwhile. */
const hashes = new WeakMap<Room, { seq: number; hash: Promise<string> }>();

/**
 * Compares what a client reads with what the log says. Only when both are at the same point: the client has received
 * every frame, has nothing on its way, and the room is not ahead of its own opening. A document that cannot be read in
 * time is not compared now.
 */
export async function checkDocument(
  logger: LiveLog,
  { member, room }: Seat,
  request: CheckRequest,
  work: DocumentWork = workOn(room.id),
): Promise<{ reply: Checked; body?: Uint8Array }> {
  const { seq } = room;
  const unknown = { reply: { ok: true, same: null, seq } as const };
  const comparable = () => room.seq === seq && member.framesSent === request.received && room.still;
  if (!comparable()) return unknown;
  try {
    const opening = await room.opened();
    if (!comparable() || opening.seq !== seq) return unknown;
    const parts = opening.parts();
    if ((await hashOf(room, opening, work)) === request.hash) return { reply: { ok: true, same: true, seq } };
    const { personId } = member.line.session;
    logger.error({ documentId: room.id, seq, personId }, "a client read something else than the log says");
    return { reply: { ok: true, same: false, seq }, body: await work.merge(parts) };
  } catch (error) {
    if (!(error instanceof WorkError)) throw error;
    logger.warn({ documentId: room.id, err: error }, "a document could not be compared with a client's");
    return unknown;
  }
}

function hashOf(room: Room, opening: Opening, work: DocumentWork): Promise<string> {
  const { seq } = opening;
  let known = hashes.get(room);
  if (known?.seq !== seq) {
    known = { seq, hash: work.hash(opening.parts()) };
    hashes.set(room, known);
    known.hash.catch(() => hashes.delete(room));
  }
  return known.hash;
}
