import { prepareFrame } from "../live/prepared-frame.ts";
import { writeSaved } from "../wire/frames.ts";
import type { Ledger } from "./ledger.ts";
import type { Member } from "./member.ts";

/** Where the figure is read when the time has come. */
export interface Acknowledging {
  readonly channel: number;
  readonly ledger: Ledger;
}

/**
 * Tells authors how far they are saved. Cumulative, so a few commits share one message: waiting 40 ms costs nobody
 * anything and saves a fifth of the server's work.
 */
export class Acknowledgements {
  private readonly due = new Map<Member, Acknowledging>();
  private timer: NodeJS.Timeout | null = null;

  constructor(private readonly withinMs: number) {}

  add(member: Member, room: Acknowledging): void {
    this.due.set(member, room);
    this.timer ??= setTimeout(() => this.flush(), this.withinMs);
  }

  /** The socket left the document: there is nobody to tell. */
  drop(member: Member): void {
    this.due.delete(member);
  }

  flush(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    for (const [member, { channel, ledger }] of this.due) {
      member.line.send(prepareFrame(writeSaved(channel, ledger.savedUpTo(member.outbox) ?? 0)));
    }
    this.due.clear();
  }
}
