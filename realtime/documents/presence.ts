import { prepareFrame } from "../live/prepared-frame.ts";
import { varintSize, writeVarint } from "../wire/bytes.ts";
import { FROM_SERVER, writeFrame } from "../wire/frames.ts";
import type { PresenceState, PresenceUser, SharedPresence } from "../wire/messages.ts";
import type { Member } from "./member.ts";

interface Shown {
  clock: number;
  /** A `SharedPresence` as JSON; null once it is gone. */
  state: string | null;
  /** `performance.now()` when it was last heard of. */
  at: number;
}

export type PresenceEntry = [presenceId: number, clock: number, state: string | null];

/**
 * Who is in a document. The name, the id and the colour of everybody come from the session; a client only says where
 * its cursor is. States of other nodes are kept as they were told and forgotten when nobody repeats them, so that a
 * killed node leaves no ghosts.
 */
export class Presence {
  private readonly here = new Map<Member, PresenceState>();
  private readonly shown = new Map<number, Shown>();
  private readonly changedHere = new Set<number>();
  private readonly changed = new Set<number>();

  constructor(private readonly channel: number) {}

  /** Shows a member to the others; with a state that says where the cursor is. */
  set(member: Member, state: PresenceState): void {
    this.here.set(member, state);
    const { personId, name } = member.line.session;
    const shared: SharedPresence = { user: presenceUser(personId, name), cursor: state.cursor };
    this.note(member.presenceId, JSON.stringify(shared));
  }

  remove(member: Member): void {
    if (this.here.delete(member)) this.note(member.presenceId, null);
  }

  /** What another node says of those on it. Later news wins; a repeated or late message changes nothing. */
  receive(entries: readonly PresenceEntry[]): void {
    for (const [id, clock, state] of entries) {
      const known = this.shown.get(id);
      if (known && known.clock >= clock) continue;
      this.shown.set(id, { clock, state, at: performance.now() });
      if (known?.state || state) this.changed.add(id);
    }
  }

  /** Repeats everybody here, so that nobody takes them for gone, and forgets what was not repeated elsewhere. */
  refresh(expiryMs: number): void {
    const now = performance.now();
    const own = new Set<number>();
    for (const member of this.here.keys()) {
      own.add(member.presenceId);
      this.note(member.presenceId, this.shown.get(member.presenceId)?.state ?? null);
    }
    for (const [id, shown] of this.shown) {
      if (own.has(id) || now - shown.at < expiryMs) continue;
      if (shown.state === null) this.shown.delete(id);
      else {
        shown.state = null;
        shown.clock++;
        shown.at = now;
        this.changed.add(id);
      }
    }
  }

  /** Sends what changed since the last time. @returns what the other nodes should hear. */
  flush(members: ReadonlySet<Member>): PresenceEntry[] {
    if (this.changed.size > 0) {
      const frame = prepareFrame(this.frame(this.entries(this.changed)));
      for (const member of members) if (member.rights.presence) member.line.sendOrDrop(frame);
    }
    const news = this.entries(this.changedHere);
    this.changed.clear();
    this.changedHere.clear();
    return news;
  }

  /** Everybody, for somebody who comes in. */
  greet(member: Member): void {
    const present = [...this.shown].filter(([, { state }]) => state !== null).map(([id]) => id);
    if (present.length > 0) member.line.sendOrDrop(prepareFrame(this.frame(this.entries(present))));
  }

  /** Everybody on this node. */
  all(): PresenceEntry[] {
    return this.entries([...this.here.keys()].map((member) => member.presenceId));
  }

  private note(id: number, state: string | null): void {
    this.shown.set(id, { clock: (this.shown.get(id)?.clock ?? 0) + 1, state, at: performance.now() });
    this.changed.add(id);
    this.changedHere.add(id);
  }

  private entries(ids: Iterable<number>): PresenceEntry[] {
    const entries: PresenceEntry[] = [];
    for (const id of ids) {
      const shown = this.shown.get(id);
      if (shown) entries.push([id, shown.clock, shown.state]);
    }
    return entries;
  }

  /** The encoding of y-protocols' awareness: a count, then id, clock and JSON text for each. */
  private frame(entries: readonly PresenceEntry[]): Uint8Array {
    const texts = entries.map(([, , state]) => new TextEncoder().encode(state ?? "null"));
    let size = varintSize(entries.length);
    entries.forEach(([id, clock], index) => {
      size += varintSize(id) + varintSize(clock) + varintSize(texts[index]!.length) + texts[index]!.length;
    });
    const payload = new Uint8Array(size);
    let at = writeVarint(payload, 0, entries.length);
    entries.forEach(([id, clock], index) => {
      const text = texts[index]!;
      at = writeVarint(payload, writeVarint(payload, writeVarint(payload, at, id), clock), text.length);
      payload.set(text, at);
      at += text.length;
    });
    return writeFrame(this.channel, FROM_SERVER.PRESENCE, payload);
  }
}

const COLOURS = 12;

/** The colour follows from the person alone, so it is the same everywhere and needs no agreement. */
function presenceUser(personId: string, name: string): PresenceUser {
  let sum = 0;
  for (const character of personId) sum = (sum * 31 + character.charCodeAt(0)) % 65_521;
  return { id: personId, name, colour: sum % COLOURS };
}
