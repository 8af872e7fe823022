import type { StoredDocument } from "#db/documents/stored.ts";
import { type KnownFacts, type KnownUpdate, moveOn, readableOf } from "./known-update.ts";
import type { DocumentWork } from "./materialise.ts";
import { readKnownVector, type Vector, within } from "./state-vector.ts";
import { EMPTY_UPDATE } from "./work/empty-update.ts";
import { WorkError } from "./work/work-error.ts";

/** Different state vectors that are answered from one computed difference each; most who come back share theirs. */
const DIFFERENCES_KEPT = 4;

/** The difference of a base to somebody's vector; worth something only as long as the base stands. */
export interface Prepared {
  base: Uint8Array;
  update: Uint8Array;
  /** The same as `update` but packed, when the whole base is wanted and stands packed. */
  packed: Uint8Array | null;
}

/**
 * A document ready to be sent: a base (the newest snapshot) and the updates after it, as loose pieces. Somebody who
 * opens it gets the base as a difference to what they have, then the pieces they lack. Two hundred who come back at
 * once cost one difference, not two hundred.
 */
export class Opening {
  private base: Uint8Array;
  private readonly baseVector: Map<number, number>;
  private packed: Uint8Array | null;
  private pieces: KnownUpdate[] = [];
  private pieceBytes = 0;
  private readonly differences = new Map<string, Promise<Uint8Array>>();
  private rebasing: Promise<void> | null = null;
  /** Rows of which something cannot be read: the document is here without it. */
  readonly unreadable: readonly number[];
  /** Number of the newest row in it. */
  seq: number;

  constructor(
    stored: StoredDocument,
    private readonly work: DocumentWork,
  ) {
    this.base = stored.snapshot?.state ?? EMPTY_UPDATE;
    this.baseVector = stored.snapshot ? readKnownVector(stored.snapshot.vector) : new Map();
    this.packed = stored.snapshot?.packed ?? null;
    this.seq = stored.rows.at(-1)?.seq ?? stored.snapshot?.seq ?? 0;
    const { known, unreadable } = readableOf(stored.rows);
    for (const { update, facts } of known) this.add(update, facts);
    this.unreadable = unreadable;
  }

  get bytes(): number {
    return this.base.length + (this.packed?.length ?? 0) + this.pieceBytes;
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
    if (known.size === 0) return { base, update: base, packed: this.packed };
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
    return { base, update: await difference, packed: null };
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
    for (const { facts } of this.pieces) moveOn(vector, facts);
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
    if (this.packed !== null) return this.mergeBehind(merged);
    const base = await this.work.merge([this.base, ...merged.map((piece) => piece.update)]);
    this.base = base;
    for (const { facts } of merged) moveOn(this.baseVector, facts);
    this.replacePieces(this.pieces.slice(merged.length));
    this.differences.clear();
  }

  /** The base stays as it stands packed; what came after it becomes one piece. */
  private async mergeBehind(merged: readonly KnownUpdate[]): Promise<void> {
    const update = await this.work.merge(merged.map((piece) => piece.update));
    const facts = together(merged.map((piece) => piece.facts));
    this.replacePieces([{ update, facts }, ...this.pieces.slice(merged.length)]);
  }

  private replacePieces(pieces: KnownUpdate[]): void {
    this.pieces = pieces;
    this.pieceBytes = this.pieces.reduce((sum, piece) => sum + piece.update.length, 0);
  }
}

/** What updates that follow on each other bring in all. */
function together(all: readonly KnownFacts[]): KnownFacts {
  const ranges = new Map<number, { client: number; from: number; to: number }>();
  for (const { clients } of all)
    for (const { client, from, to } of clients) {
      const range = ranges.get(client);
      if (range === undefined) ranges.set(client, { client, from, to });
      else range.to = Math.max(range.to, to);
    }
  return { clients: [...ranges.values()], deletes: all.some(({ deletes }) => deletes) };
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
