import type { StoredDocument } from "#db/documents/stored.ts";
import { factsOfKnown, type KnownFacts } from "./known-update.ts";
import type { DocumentWork } from "./materialise.ts";
import { readKnownVector, type Vector, within } from "./state-vector.ts";
import { EMPTY_UPDATE } from "./work/merge.ts";
import { WorkError } from "./work/work-error.ts";

/** Different state vectors that are answered from one computed difference each; most who come back share theirs. */
const DIFFERENCES_KEPT = 4;

interface Piece {
  update: Uint8Array;
  facts: KnownFacts;
}

/** The difference of a base to somebody's vector; worth something only as long as the base stands. */
export interface Prepared {
  base: Uint8Array;
  update: Uint8Array;
}

/**
 * A document ready to be sent: a base (the newest snapshot) and the updates after it, as loose pieces. Somebody who
 * opens it gets the base as a difference to what they have, then the pieces they lack. Two hundred who come back at
 * once cost one difference, not two hundred.
 */
export class Opening {
  private base: Uint8Array;
  private readonly baseVector: Map<number, number>;
  private pieces: Piece[] = [];
  private pieceBytes = 0;
  private readonly differences = new Map<string, Promise<Uint8Array>>();
  private rebasing: Promise<void> | null = null;
  /** Number of the newest row in it. */
  seq: number;

  constructor(
    stored: StoredDocument,
    private readonly work: DocumentWork,
  ) {
    this.base = stored.snapshot?.state ?? EMPTY_UPDATE;
    this.baseVector = stored.snapshot ? readKnownVector(stored.snapshot.vector) : new Map();
    this.seq = stored.snapshot?.seq ?? 0;
    for (const row of stored.rows) {
      for (const { update } of row.entries) this.add(update, factsOfKnown(update));
      this.seq = row.seq;
    }
  }

  get bytes(): number {
    return this.base.length + this.pieceBytes;
  }

  /** Takes in an update of a new row; the caller sets `seq` after the last one of the row. */
  add(update: Uint8Array, facts: KnownFacts): void {
    this.pieces.push({ update, facts });
    this.pieceBytes += update.length;
  }

  /**
   * The part that may take time. Its answer has to be used at once, while `standsOn` still agrees. What cannot be done
   * in time is left out: the pieces go as they are, the base goes whole. That costs bytes and is the same document.
   */
  async prepare(vector: Vector, loosePieces: number): Promise<Prepared> {
    if (this.pieces.length > loosePieces) await this.rebase().catch(leaveAsItIs);
    const base = this.base;
    const known = within(vector, this.baseVector);
    if (known.size === 0) return { base, update: base };
    const key = [...known].map(([client, clock]) => `${client}:${clock}`).join();
    let difference = this.differences.get(key);
    if (difference === undefined) {
      difference = this.work.difference(base, known).catch((error: unknown) => {
        leaveAsItIs(error);
        return base;
      });
      if (this.differences.size >= DIFFERENCES_KEPT)
        this.differences.delete(this.differences.keys().next().value as string);
      this.differences.set(key, difference);
    }
    return { base, update: await difference };
  }

  standsOn(prepared: Prepared): boolean {
    return this.base === prepared.base;
  }

  /** All updates to apply, in order, for somebody at `vector`. */
  answer(prepared: Prepared, vector: Vector): Uint8Array[] {
    const updates = isEmpty(prepared.update) ? [] : [prepared.update];
    for (const { update, facts } of this.pieces) if (isNews(facts, vector)) updates.push(update);
    return updates;
  }

  /** The state vector of the whole. */
  vector(): Map<number, number> {
    const vector = new Map(this.baseVector);
    for (const { facts } of this.pieces)
      for (const { client, to } of facts.clients) vector.set(client, Math.max(to, vector.get(client) ?? 0));
    return vector;
  }

  /** The document as updates in order; the first is the base. */
  parts(): Uint8Array[] {
    return [this.base, ...this.pieces.map((piece) => piece.update)];
  }

  private rebase(): Promise<void> {
    this.rebasing ??= this.mergePieces().finally(() => {
      this.rebasing = null;
    });
    return this.rebasing;
  }

  private async mergePieces(): Promise<void> {
    const merged = this.pieces.slice();
    const base = await this.work.merge([this.base, ...merged.map((piece) => piece.update)]);
    this.base = base;
    for (const { facts } of merged)
      for (const { client, to } of facts.clients)
        this.baseVector.set(client, Math.max(to, this.baseVector.get(client) ?? 0));
    this.pieces = this.pieces.slice(merged.length);
    this.pieceBytes = this.pieces.reduce((sum, piece) => sum + piece.update.length, 0);
    this.differences.clear();
  }
}

function leaveAsItIs(error: unknown): void {
  if (!(error instanceof WorkError)) throw error;
}

function isNews({ clients, deletes }: KnownFacts, vector: Vector): boolean {
  return deletes || clients.some(({ client, to }) => to > (vector.get(client) ?? 0));
}

function isEmpty(update: Uint8Array): boolean {
  return update.length === 2 && update[0] === 0 && update[1] === 0;
}
