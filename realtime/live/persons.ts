import type { Code } from "../wire/codes.ts";
import type { Limits } from "../wire/limits.ts";
import { Allowances } from "./allowances.ts";
import { TokenBucket } from "./token-bucket.ts";

/** A socket of a person, as seen from here. */
export interface Ending {
  end(code: Code, retryAfterMs?: number): void;
}

/** One person on this node, whatever number of sockets they open. */
export interface Person<Own extends Ending = Ending> {
  readonly sockets: Set<Own>;
  readonly allowances: Allowances;
  /** Refusals that nobody honest earns. A bug now and then fills up again; a flood does not. */
  readonly patience: TokenBucket;
  /** `performance.now()` until which this person is kept out. */
  blockedUntil: number;
}

/**
 * Everybody who has sockets here or had them a moment ago. Limits and blame go by person: a hostile one who comes back
 * on the next socket, or in ten at once, is still the same.
 */
export class Persons<Own extends Ending = Ending> {
  private readonly known = new Map<string, Person<Own>>();
  private readonly sweeping: NodeJS.Timeout;

  constructor(private readonly limits: Limits) {
    this.sweeping = setInterval(() => this.sweep(), limits.patienceMs);
    this.sweeping.unref();
  }

  of(personId: string): Person<Own> {
    let person = this.known.get(personId);
    if (!person) {
      const { limits } = this;
      const { refusalsBeforeBlock } = limits;
      person = {
        sockets: new Set(),
        allowances: new Allowances(limits, limits.socketsWorthPerPerson),
        patience: new TokenBucket((refusalsBeforeBlock * 1_000) / limits.patienceMs, refusalsBeforeBlock - 1),
        blockedUntil: 0,
      };
      this.known.set(personId, person);
    }
    return person;
  }

  /** Why this person may not open another socket just now, and for how many milliseconds; null when they may. */
  refusal(personId: string): { code: Code; retryAfterMs: number } | null {
    const person = this.known.get(personId);
    if (!person) return null;
    const left = person.blockedUntil - performance.now();
    if (left > 0) return { code: "BLOCKED", retryAfterMs: left };
    if (person.sockets.size >= this.limits.socketsPerPerson) return { code: "TOO_MANY", retryAfterMs: 10_000 };
    return null;
  }

  /** Counts a refusal. @returns whether it was one too many: then the person is out, with all sockets, for a while. */
  blame(personId: string): boolean {
    const person = this.of(personId);
    if (person.patience.take()) return false;
    const { blockMs } = this.limits;
    person.blockedUntil = performance.now() + blockMs;
    for (const socket of [...person.sockets]) socket.end("BLOCKED", blockMs);
    return true;
  }

  close(): void {
    clearInterval(this.sweeping);
  }

  /** What was taken from those without a socket has filled up again by the second look. */
  private sweep(): void {
    const now = performance.now();
    for (const [personId, { sockets, blockedUntil }] of this.known)
      if (sockets.size === 0 && blockedUntil < now) this.known.delete(personId);
  }
}
