import { prepareFrame } from "../live/prepared-frame.ts";
import { writeSaved } from "../wire/frames.ts";
import type { Ledger } from "./ledger.ts";
import type { Member } from "./member.ts";

/** Where the figure is read when the time has come. */
export interface Acknowledging {
  readonly channel: number;
  readonly ledger: Ledger;
}

/** How far the outbox of this member is saved, as a frame. */
export function writeSavedTo(member: Member, { channel, ledger }: Acknowledging): Uint8Array {
  return writeSaved(channel, ledger.savedUpTo(member.outbox) ?? 0);
}

/**
 * Tells authors how far they are saved. Cumulative, so a few commits share one message, all of the node go in one
 * go, and one that has waited half its time travels with others' updates if there are any.
 */
export class Acknowledgements {
  private due = new Map<Member, { room: Acknowledging; round: number }>();
  private timer: NodeJS.Timeout | null = null;
  /** Counts half times. */
  private round = 0;

  constructor(private readonly withinMs: number) {}

  add(member: Member, room: Acknowledging): void {
    if (!this.due.has(member)) this.due.set(member, { room, round: this.round });
    this.timer ??= setTimeout(() => this.half(), this.withinMs / 2);
  }

  /** The same, for somebody who is about to be sent something. @returns whether the figure should go with it. */
  take(member: Member, room: Acknowledging): boolean {
    const since = this.due.get(member);
    if (since !== undefined && since.round < this.round) return this.due.delete(member);
    this.add(member, room);
    return false;
  }

  /** The socket left the document: there is nobody to tell. */
  drop(member: Member): void {
    this.due.delete(member);
  }

  flush(): void {
    this.round += 2;
    this.half();
  }

  private half(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    this.round++;
    for (const [member, { room, round }] of this.due) {
      if (round > this.round - 2) continue;
      this.due.delete(member);
      member.line.send(prepareFrame(writeSavedTo(member, room)));
    }
    if (this.due.size > 0) this.timer = setTimeout(() => this.half(), this.withinMs / 2);
  }
}
