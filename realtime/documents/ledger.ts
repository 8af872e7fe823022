import type { RoomClocks, UpdateFacts } from "./gate/index.ts";

/** An update in the order of its document: what it brings and whose it is. */
export interface Posting {
  personId: string | null;
  /** The outbox it came from (`outboxKey`) and its number there; null for an edit of the server. */
  outbox: string | null;
  sequence: number;
  facts: Pick<UpdateFacts, "clients">;
}

const NONE: readonly number[] = [];

/** An outbox belongs to a person: somebody else who names the same session has another one. */
export function outboxKey(personId: string, sessionId: string): string {
  return `${personId} ${sessionId}`;
}

/**
 * What a room knows of its document without holding it: per Yjs client id how far it goes and whose it is, and per
 * outbox how far it is saved. Kept twice: as committed to the log, and ahead of that as admitted and on its way there.
 */
export class Ledger implements RoomClocks {
  private readonly clocks: Map<number, number>;
  private readonly owners: Map<number, string>;
  private readonly saved = new Map<string, number>();
  private readonly aheadClocks = new Map<number, number>();
  private readonly aheadOwners = new Map<number, string>();
  private readonly aheadSaved = new Map<string, number>();
  /** Client ids that somebody present has announced and not yet used. */
  private readonly leases = new Map<number, { personId: string; holders: number }>();

  constructor(clocks: Map<number, number>, owners: Map<number, string>) {
    this.clocks = clocks;
    this.owners = owners;
  }

  clockOf(client: number): number {
    return this.aheadClocks.get(client) ?? this.clocks.get(client) ?? 0;
  }

  ownerOf(client: number): string | undefined {
    const owner = this.aheadOwners.get(client) ?? this.owners.get(client);
    if (owner !== undefined || this.clockOf(client) > 0) return owner;
    return this.leases.get(client)?.personId;
  }

  /** The last sequence of this outbox that is committed; undefined when nobody has asked the log yet. */
  savedUpTo(outbox: string): number | undefined {
    return this.saved.get(outbox);
  }

  /** The last sequence of this outbox that is committed or on its way. */
  admittedUpTo(outbox: string): number {
    return this.aheadSaved.get(outbox) ?? this.saved.get(outbox) ?? 0;
  }

  /** Every outbox that it has a mark of. */
  outboxes(): string[] {
    return [...this.saved.keys()];
  }

  /** Takes over what the log holds of an outbox. */
  noteSaved(outbox: string, sequence: number): void {
    this.saved.set(outbox, Math.max(sequence, this.saved.get(outbox) ?? 0));
  }

  /** @returns the client ids that become this person's with it. */
  admit(posting: Posting): readonly number[] {
    let fresh = NONE;
    for (const { client, to } of posting.facts.clients) {
      if (posting.personId !== null && !this.owners.has(client) && !this.aheadOwners.has(client)) {
        this.aheadOwners.set(client, posting.personId);
        fresh = [...fresh, client];
      }
      this.aheadClocks.set(client, Math.max(to, this.clockOf(client)));
    }
    if (posting.outbox !== null) this.aheadSaved.set(posting.outbox, posting.sequence);
    return fresh;
  }

  commit(posting: Posting): void {
    for (const { client, to } of posting.facts.clients) {
      if (posting.personId !== null && !this.owners.has(client) && !this.clocks.has(client))
        this.owners.set(client, posting.personId);
      this.clocks.set(client, Math.max(to, this.clocks.get(client) ?? 0));
    }
    if (posting.outbox !== null) this.noteSaved(posting.outbox, posting.sequence);
  }

  /** Forgets what was ahead; the caller admits again what is still to come. */
  fallBack(): void {
    this.aheadClocks.clear();
    this.aheadOwners.clear();
    this.aheadSaved.clear();
  }

  /** @returns whether the id is free for this person, and then kept for them until `release`. */
  lease(client: number, personId: string): boolean {
    const owner = this.ownerOf(client);
    if (owner === undefined ? this.clockOf(client) > 0 : owner !== personId) return false;
    const held = this.leases.get(client);
    if (held) held.holders++;
    else this.leases.set(client, { personId, holders: 1 });
    return true;
  }

  release(client: number): void {
    const held = this.leases.get(client);
    if (held && --held.holders === 0) this.leases.delete(client);
  }

  /** Takes over a state vector after the log itself could not be followed. */
  noteVector(vector: ReadonlyMap<number, number>): void {
    for (const [client, clock] of vector) this.clocks.set(client, Math.max(clock, this.clocks.get(client) ?? 0));
  }

  noteOwners(owners: ReadonlyMap<number, string>): void {
    for (const [client, personId] of owners) this.owners.set(client, personId);
  }

  /** The committed state vector. */
  get vector(): ReadonlyMap<number, number> {
    return this.clocks;
  }
}
