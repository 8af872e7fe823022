import type { Entry } from "#db/documents/entries.ts";
import type { Append } from "#db/documents/stored.ts";
import type { Code } from "../wire/codes.ts";
import { admitUpdate, type UpdateFacts } from "./gate/index.ts";
import type { Ledger, Posting } from "./ledger.ts";
import type { Member } from "./member.ts";

/** An update that passed the gate and is on its way to the log. */
export interface Admission extends Posting {
  member: Member;
  personId: string;
  outbox: string;
  facts: UpdateFacts;
  /** Its own copy: a view would keep the whole network chunk alive. */
  update: Uint8Array;
}

interface Pending extends Admission {
  /** Client ids that become this person's with it. */
  newOwners: readonly number[];
}

/** What becomes of an update that is weighed again: it stays, it is in the log already, or it is refused. */
type Verdict = "STAYS" | "SAVED" | Code;

/** The updates of a document between the gate and the log, in order. The first of them may be in an append. */
export class Admitted {
  private pending: Pending[] = [];
  private inFlight = 0;
  /** In an append, and to be refused when they come back from there. */
  private readonly doubtful = new Set<Admission>();

  constructor(
    private readonly ledger: Ledger,
    /** Told how many bytes came in or, negative, went out. */
    private readonly onBytes: (bytes: number) => void,
    private readonly onOut: (admission: Admission, verdict: Exclude<Verdict, "STAYS">) => void,
  ) {}

  get empty(): boolean {
    return this.pending.length === 0;
  }

  add(admission: Admission): void {
    const pending = admission as Pending;
    pending.newOwners = this.ledger.admit(admission);
    this.pending.push(pending);
    this.onBytes(admission.update.length);
  }

  /** Puts the first of them in an append, about `bytes` at most; null when there are none. */
  take(bytes: number): { taken: Pick<Append, "entries" | "newOwners">; bytes: number } | null {
    if (this.pending.length === 0) return null;
    let size = 0;
    while (this.inFlight < this.pending.length && (size === 0 || size < bytes))
      size += Math.max(1, this.pending[this.inFlight++]!.update.length);
    const entries: Entry[] = [];
    const owners: Append["newOwners"][number][] = [];
    for (let index = 0; index < this.inFlight; index++) {
      const { personId, member, sequence, update, newOwners } = this.pending[index]!;
      entries.push({ personId, sent: { sessionId: member.sessionId, sequence }, update });
      for (const clientId of newOwners) owners.push({ clientId, personId });
    }
    return { taken: { entries, newOwners: owners }, bytes: size };
  }

  /** They are committed. @returns them. */
  settle(): Admission[] {
    const done = this.pending;
    this.pending = done.splice(this.inFlight);
    this.inFlight = 0;
    this.doubtful.clear();
    for (const admission of done) {
      this.ledger.commit(admission);
      this.onBytes(-admission.update.length);
    }
    if (this.pending.length === 0) this.ledger.fallBack();
    return done;
  }

  /**
   * They were not taken, or nobody knows. What was refused meanwhile is refused now, as something to try again: why it was
   * may have passed, and their author be in again with all rights.
   */
  putBack(): void {
    this.inFlight = 0;
    if (this.doubtful.size > 0) this.weighAgain((pending) => (this.doubtful.has(pending) ? "TEMPORARY" : null));
    this.doubtful.clear();
  }

  /** Takes back what was put in an append and could never be stored. */
  refuseTaken(code: Code): void {
    const taken = new Set<Admission>(this.pending.slice(0, this.inFlight));
    this.inFlight = 0;
    this.doubtful.clear();
    this.weighAgain((pending) => (taken.has(pending) ? code : null));
  }

  /** Refuses what is not in an append, at once, and what is in one if it comes back from there. */
  refuse(code: Code, which: (admission: Admission) => boolean): void {
    const [flying, waiting] = [this.pending.slice(0, this.inFlight), this.pending.slice(this.inFlight)];
    for (const pending of flying) if (which(pending)) this.doubtful.add(pending);
    if (waiting.some(which)) this.weighAgain((pending) => (which(pending) ? code : null));
  }

  /** Weighs everything that is not in an append again: the ledger changed under it, or there is a reason to refuse. */
  weighAgain(refuse: (pending: Admission) => Code | null = () => null): void {
    this.ledger.fallBack();
    const waiting = this.pending.splice(this.inFlight);
    for (const pending of this.pending) this.ledger.admit(pending);
    for (const pending of waiting) {
      const verdict = this.weigh(pending, refuse);
      if (verdict === "STAYS") {
        pending.newOwners = this.ledger.admit(pending);
        this.pending.push(pending);
      } else {
        this.onBytes(-pending.update.length);
        this.onOut(pending, verdict);
      }
    }
  }

  /** Lets go of everything; nobody is told. */
  clear(): void {
    for (const { update } of this.pending) this.onBytes(-update.length);
    this.pending = [];
    this.inFlight = 0;
    this.doubtful.clear();
  }

  private weigh(pending: Pending, refuse: (pending: Admission) => Code | null): Verdict {
    const { outbox, sequence, facts, personId } = pending;
    // In the log all along: the answer to an earlier attempt got lost, or another tab sent it too.
    if (sequence <= (this.ledger.savedUpTo(outbox) ?? 0)) return "SAVED";
    const refused = refuse(pending);
    if (refused !== null) return refused;
    if (sequence !== this.ledger.admittedUpTo(outbox) + 1) return "OUT_OF_ORDER";
    const admission = admitUpdate(facts, this.ledger, personId);
    return admission.ok ? "STAYS" : admission.code;
  }
}
