import type { LiveSession, RealtimePorts } from "../ports.ts";
import type { DocumentRights } from "../wire/messages.ts";

/** So many times in a row the rights may change while they are being read; then nobody knows them. */
const ATTEMPTS = 5;

/**
 * Rights as they are, not as they were when somebody began to ask: an answer that was on its way while a change was
 * announced is asked for again.
 */
export class Access {
  private changes = 0;

  constructor(private readonly ports: Pick<RealtimePorts, "authenticate" | "documentRights" | "mayWatch">) {}

  /** Every answer given so far may be outdated. */
  changed(): void {
    this.changes++;
  }

  /** A mark to be compared later with `isFresh`. */
  get moment(): number {
    return this.changes;
  }

  isFresh(moment: number): boolean {
    return this.changes === moment;
  }

  /** With the mark of when that was so. @throws what the port throws, and an Error when the rights would not stand still. */
  session(cookie: string | undefined): Promise<{ answer: LiveSession | null; moment: number }> {
    return this.ask(() => this.ports.authenticate(cookie));
  }

  /** @throws the same. */
  async rights(personId: string, documentId: string): Promise<DocumentRights | null> {
    return (await this.ask(() => this.ports.documentRights(personId, documentId))).answer;
  }

  /** @throws the same. */
  async mayWatch(personId: string, topic: string): Promise<boolean> {
    return (await this.ask(() => this.ports.mayWatch(personId, topic))).answer;
  }

  private async ask<Answer>(question: () => Promise<Answer>): Promise<{ answer: Answer; moment: number }> {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const { moment } = this;
      const answer = await question();
      if (this.isFresh(moment)) return { answer, moment };
    }
    throw new Error("rights kept changing while they were read");
  }
}
