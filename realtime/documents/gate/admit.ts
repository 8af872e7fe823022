import type { UpdateFacts } from "./inspect.ts";

/** What a room knows about the client ids in its document. */
export interface RoomClocks {
  /** The clock the next content of this client id must start at: 0 for an id the document has never seen. */
  clockOf(client: number): number;
  /** The person this client id belongs to in this document; undefined when it was never given out. */
  ownerOf(client: number): string | undefined;
}

export type Admission =
  | { readonly ok: true }
  | { readonly ok: false; readonly code: "CLOCK_GAP" | "FOREIGN_CLIENT"; readonly why: string };

const ADMITTED: Admission = { ok: true };

/**
 * Whether an update that passed `inspectUpdate` fits this document and this person. The room's clocks must count what
 * was admitted and not yet committed, and a repeated (session, sequence) must be answered before asking here.
 *
 * FOREIGN_CLIENT: content under somebody else's client id. CLOCK_GAP: it does not start exactly where that id's
 * content ends, or leans on content that is not there; an honest client answers this with a re-sync. Starting
 * *earlier* is refused too: a second text for a clock that is already logged would read differently to those who
 * were there and those who come later. Deleting other people's content is any editor's right and is not checked here.
 */
export function admitUpdate(facts: UpdateFacts, room: RoomClocks, personId: string): Admission {
  for (const { client, from } of facts.clients) {
    const owner = room.ownerOf(client);
    const known = room.clockOf(client);
    // Content without an owner was made by the server (templates, restored versions): nobody may continue it.
    if (owner === undefined ? known > 0 : owner !== personId)
      return { ok: false, code: "FOREIGN_CLIENT", why: `client id ${client} belongs to someone else` };
    if (from !== known) return gap(client, `starts at ${from}, known up to ${known}`);
  }
  for (const { client, clock } of facts.needs)
    if (clock >= reach(client, facts, room)) return gap(client, `refers to ${clock}`);
  let client = -1;
  let known = 0;
  for (const range of facts.deletes) {
    if (range.client !== client) {
      client = range.client;
      known = reach(client, facts, room);
    }
    if (range.clock + range.length > known) return gap(client, `deletes up to ${range.clock + range.length}`);
  }
  return ADMITTED;
}

/** Up to where a client id's content is known once this update is in. */
function reach(client: number, facts: UpdateFacts, room: RoomClocks): number {
  for (const range of facts.clients) if (range.client === client) return range.to;
  return room.clockOf(client);
}

function gap(client: number, what: string): Admission {
  return { ok: false, code: "CLOCK_GAP", why: `client id ${client}: ${what}` };
}
