import { prepareFrame } from "../live/prepared-frame.ts";
import { varintSize, writeVarint } from "../wire/bytes.ts";
import { FROM_SERVER, writeFrame } from "../wire/frames.ts";
import type { PresenceState, PresenceUser, SharedPresence } from "../wire/messages.ts";
import type { Member } from "./member.ts";

interface Shown {
  clock: number;
  /** A `SharedPresence` as JSON; null once it is gone. */
  state: string | null;
  /** The same in UTF-8, made when it is first sent: it goes to everybody who comes in later. */
  bytes: Uint8Array | null;
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
  private readonly here = new Set<Member>();
  private readonly shown = new Map<number, Shown>();
  private readonly changedHere = new Set<number>();
  private readonly changed = new Set<number>();
  private readonly newcomers = new Set<Member>();

  constructor(private readonly channel: number) {}

  /** Shows a member to the others; with a state that says where the cursor is. */
  set(member: Member, state: PresenceState): void {
    this.here.add(member);
    const { personId, name } = member.line.session;
    const shared: SharedPresence = { user: presenceUser(personId, name), cursor: state.cursor };
    this.note(member.presenceId, JSON.stringify(shared));
  }

  remove(member: Member): void {
    this.newcomers.delete(member);
    if (this.here.delete(member)) this.note(member.presenceId, null);
  }

  /** What another node says of those on it. Later news wins; a repeated or late message changes nothing. */
  receive(entries: readonly PresenceEntry[]): void {
    for (const [id, clock, state] of entries) {
      const known = this.shown.get(id);
      if (known && known.clock >= clock) continue;
      this.shown.set(id, { clock, state, bytes: null, at: performance.now() });
      if (known?.state || state) this.changed.add(id);
    }
  }

  /** Repeats everybody here, so that nobody takes them for gone, and forgets what was not repeated elsewhere. */
  refresh(expiryMs: number): void {
    const now = performance.now();
    const own = new Set<number>();
    for (const { presenceId } of this.here) {
      own.add(presenceId);
      this.note(presenceId, this.shown.get(presenceId)?.state ?? null);
    }
    for (const [id, shown] of this.shown) {
      if (own.has(id) || now - shown.at < expiryMs) continue;
      if (shown.state === null) this.shown.delete(id);
      else {
        shown.state = shown.bytes = null;
        shown.clock++;
        shown.at = now;
        this.changed.add(id);
      }
    }
  }

  /**
   * Sends what changed since the last time, and everything to those who came since: one frame for all of them, however
   * many come at once. @returns what the other nodes should hear.
   */
  flush(members: ReadonlySet<Member>): PresenceEntry[] {
    const { changed, newcomers } = this;
    const news = changed.size > 0 && members.size > newcomers.size ? prepareFrame(this.frame(changed)) : null;
    const whole = newcomers.size > 0 ? prepareFrame(this.frame(this.present())) : null;
    for (const member of members) {
      const frame = newcomers.has(member) ? whole : news;
      if (frame && member.rights.presence) member.line.sendOrDrop(frame);
    }
    const own = this.entries(this.changedHere);
    changed.clear();
    newcomers.clear();
    this.changedHere.clear();
    return own;
  }

  /** Everybody will be shown to somebody who comes in, when presence is next sent. */
  greet(member: Member): void {
    this.newcomers.add(member);
  }

  /** Everybody on this node. */
  all(): PresenceEntry[] {
    return this.entries([...this.here].map((member) => member.presenceId));
  }

  private note(id: number, state: string | null): void {
    const known = this.shown.get(id);
    const bytes = known !== undefined && known.state === state ? known.bytes : null;
    this.shown.set(id, { clock: (known?.clock ?? 0) + 1, state, bytes, at: performance.now() });
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

  private present(): number[] {
    return [...this.shown].filter(([, { state }]) => state !== null).map(([id]) => id);
  }

  /** The encoding of y-protocols' awareness: a count, then id, clock and JSON text for each. */
  private frame(ids: Iterable<number>): Uint8Array {
    const states: [id: number, clock: number, text: Uint8Array][] = [];
    let size = 0;
    for (const id of ids) {
      const shown = this.shown.get(id);
      if (!shown) continue;
      shown.bytes ??= encoder.encode(shown.state ?? "null");
      const { clock, bytes } = shown;
      states.push([id, clock, bytes]);
      size += varintSize(id) + varintSize(clock) + varintSize(bytes.length) + bytes.length;
    }
    const payload = new Uint8Array(varintSize(states.length) + size);
    let at = writeVarint(payload, 0, states.length);
    for (const [id, clock, text] of states) {
      at = writeVarint(payload, writeVarint(payload, writeVarint(payload, at, id), clock), text.length);
      payload.set(text, at);
      at += text.length;
    }
    return writeFrame(this.channel, FROM_SERVER.PRESENCE, payload);
  }
}

const encoder = new TextEncoder();

const COLOURS = 12;

/** The colour follows from the person alone, so it is the same everywhere and needs no agreement. */
function presenceUser(personId: string, name: string): PresenceUser {
  let sum = 0;
  for (const character of personId) sum = (sum * 31 + character.charCodeAt(0)) % 65_521;
  return { id: personId, name, colour: sum % COLOURS };
}
