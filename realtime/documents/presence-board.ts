import type { Bus } from "../bus/bus.ts";
import type { Limits } from "../wire/limits.ts";
import type { Member } from "./member.ts";
import type { Presence } from "./presence.ts";

/** A document whose presence is shown. */
export interface Showing {
  readonly id: string;
  readonly presence: Presence;
  readonly members: ReadonlySet<Member>;
}

/**
 * Sends presence changes a few times a second, all of a document together, and repeats everything now and then. The
 * more are in a document, the longer its changes wait for each other: everybody hears of everybody, so the work grows
 * with the square.
 */
export class PresenceBoard {
  /** When each was last sent, by `performance.now()`. */
  private readonly sentAt = new WeakMap<Showing, number>();
  /** What is to be sent, and when at the latest. */
  private readonly changed = new Map<Showing, number>();
  private timer: NodeJS.Timeout | null = null;
  private readonly refreshing: NodeJS.Timeout;

  constructor(
    private readonly bus: Bus,
    private readonly limits: Limits,
    documents: () => Iterable<Showing>,
  ) {
    this.refreshing = setInterval(() => {
      for (const document of documents()) {
        document.presence.refresh(limits.presenceExpiryMs);
        this.add(document);
      }
    }, limits.presenceRefreshMs);
    this.refreshing.unref();
  }

  /** Something is to be shown. A cursor that moves waits less than somebody who comes or goes. */
  add(document: Showing, what: "cursor" | "arrival" = "cursor"): void {
    const { presenceTickMs, presenceArrivalMs } = this.limits;
    const due = performance.now() + (what === "cursor" ? presenceTickMs : presenceArrivalMs);
    this.changed.set(document, Math.min(due, this.changed.get(document) ?? due));
    this.timer ??= setTimeout(() => this.flush(), this.limits.presenceTickMs);
  }

  /** Tells the other nodes who is on this one. */
  answer(document: Showing): void {
    const states = document.presence.all();
    if (states.length > 0) this.bus.publish({ kind: "presence", documentId: document.id, states });
  }

  close(): void {
    clearInterval(this.refreshing);
    if (this.timer) clearTimeout(this.timer);
    this.changed.clear();
  }

  private flush(): void {
    this.timer = null;
    const now = performance.now();
    const { presenceTickMs, presenceTickPerMemberMs } = this.limits;
    for (const [document, due] of this.changed) {
      // The timer may be a little early; the next one would be late by more.
      if (due > now + presenceTickMs / 2) continue;
      const { id, presence, members } = document;
      const since = now - (this.sentAt.get(document) ?? Number.NEGATIVE_INFINITY);
      if (since < members.size * presenceTickPerMemberMs) continue;
      this.sentAt.set(document, now);
      this.changed.delete(document);
      const states = presence.flush(members);
      if (states.length > 0) this.bus.publish({ kind: "presence", documentId: id, states });
    }
    if (this.changed.size > 0) this.timer = setTimeout(() => this.flush(), presenceTickMs);
  }
}
