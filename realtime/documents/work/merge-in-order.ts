import { KIND, readContent } from "../gate/content.ts";
import { HIGHEST_CLIENT } from "../gate/limits.ts";
import { Reader } from "../gate/reader.ts";
import { Refused } from "../gate/refused.ts";
import { OWN_LIMITS } from "../own-limits.ts";
import { ByteSink } from "./byte-sink.ts";
import { readParent, STRUCT } from "./struct-head.ts";

/** The content of one client id so far, and the text at its end that the next letters may belong to. */
class Run {
  to: number;
  structs = 0;
  readonly out = new ByteSink();
  private readonly text = new ByteSink();
  private open = false;
  private rightClient = 0;
  private rightClock = 0;
  private hasRight = false;

  constructor(
    readonly client: number,
    readonly from: number,
  ) {
    this.to = from;
  }

  /** Whether letters with this neighbour on the right, written right behind the last one, belong to the open text. */
  continues(hasRight: boolean, rightClient: number, rightClock: number): boolean {
    if (!this.open || hasRight !== this.hasRight) return false;
    return !hasRight || (rightClient === this.rightClient && rightClock === this.rightClock);
  }

  add(bytes: Uint8Array, from: number, to: number): void {
    this.close();
    this.structs++;
    this.out.bytes(bytes, from, to);
  }

  /** Begins a text: `from` to `head` are the bytes before its length. */
  begin(reader: Reader, from: number, head: number, hasRight: boolean, rightClient: number, rightClock: number): void {
    this.add(reader.bytes, from, head);
    this.open = true;
    this.hasRight = hasRight;
    this.rightClient = rightClient;
    this.rightClock = rightClock;
    this.letters(reader);
  }

  letters({ bytes, textFrom, textTo }: Reader): void {
    this.text.bytes(bytes, textFrom, textTo);
  }

  close(): void {
    if (!this.open) return;
    this.open = false;
    this.out.uint(this.text.length);
    this.out.bytes(this.text.array, 0, this.text.length);
    this.text.length = 0;
  }
}

/**
 * One update with everything these hold, for updates in the order of a log: each client id's content begins where the
 * one before ended. One walk over the bytes, linear, without building anything of Yjs; letters that were typed one
 * after the other become one text, as they do inside a Yjs document.
 *
 * @returns null when they are not in such an order or hold what our editor does not make; Yjs's own merge can do those.
 */
export function mergeInOrder(updates: readonly Uint8Array[]): Uint8Array<ArrayBuffer> | null {
  const runs = new Map<number, Run>();
  const deletions = new Map<number, number[]>();
  try {
    for (const update of updates) {
      const reader = new Reader(update);
      for (let blocks = reader.uint(); blocks > 0; blocks--) if (!readBlock(reader, runs)) return null;
      readDeletions(reader, deletions);
      if (reader.at !== reader.end) return null;
    }
  } catch (error) {
    if (error instanceof Refused) return null;
    throw error;
  }
  const out = new ByteSink();
  out.uint(runs.size);
  for (const run of [...runs.values()].sort((a, b) => b.client - a.client)) {
    run.close();
    out.uint(run.structs);
    out.uint(run.client);
    out.uint(run.from);
    out.bytes(run.out.array, 0, run.out.length);
  }
  writeDeletions(out, deletions);
  return out.take();
}

function readBlock(reader: Reader, runs: Map<number, Run>): boolean {
  const count = reader.count(2);
  const client = reader.uint();
  const clock = reader.uint();
  let run = runs.get(client);
  if (run === undefined) {
    run = new Run(client, clock);
    runs.set(client, run);
  }
  if (count === 0 || clock !== run.to || client > HIGHEST_CLIENT) return false;
  for (let index = 0; index < count; index++) readStruct(reader, run);
  return true;
}

function readStruct(reader: Reader, run: Run): void {
  const from = reader.at;
  const info = reader.byte();
  const kind = info & STRUCT.kindBits;
  if (kind === KIND.gc) {
    run.to += reader.uint();
    run.add(reader.bytes, from, reader.at);
    return;
  }
  const hasRight = (info & STRUCT.hasRight) !== 0;
  let follows = false;
  let rightClient = 0;
  let rightClock = 0;
  if ((info & STRUCT.hasOrigin) !== 0) {
    const client = reader.uint();
    const clock = reader.uint();
    follows = client === run.client && clock === run.to - 1;
  }
  if (hasRight) {
    rightClient = reader.uint();
    rightClock = reader.uint();
  }
  if ((info & (STRUCT.hasOrigin | STRUCT.hasRight)) === 0) readParent(reader, info);
  const head = reader.at;
  run.to += readContent(reader, kind, OWN_LIMITS);
  if (kind !== KIND.text) run.add(reader.bytes, from, reader.at);
  else if (follows && run.continues(hasRight, rightClient, rightClock)) run.letters(reader);
  else run.begin(reader, from, head, hasRight, rightClient, rightClock);
}

function readDeletions(reader: Reader, deletions: Map<number, number[]>): void {
  for (let clients = reader.count(2); clients > 0; clients--) {
    const client = reader.uint();
    let ranges = deletions.get(client);
    if (ranges === undefined) {
      ranges = [];
      deletions.set(client, ranges);
    }
    for (let left = reader.count(2); left > 0; left--) ranges.push(reader.uint(), reader.uint());
  }
}

function writeDeletions(out: ByteSink, deletions: ReadonlyMap<number, readonly number[]>): void {
  out.uint(deletions.size);
  for (const [client, flat] of [...deletions].sort(([a], [b]) => b - a)) {
    const ranges: [from: number, to: number][] = [];
    for (let at = 0; at < flat.length; at += 2) ranges.push([flat[at]!, flat[at]! + flat[at + 1]!]);
    const joined = joinRanges(ranges);
    out.uint(client);
    out.uint(joined.length);
    for (const [from, to] of joined) {
      out.uint(from);
      out.uint(to - from);
    }
  }
}

function joinRanges(ranges: [number, number][]): [number, number][] {
  ranges.sort(([a], [b]) => a - b);
  const joined: [number, number][] = [];
  for (const [from, to] of ranges) {
    const last = joined[joined.length - 1];
    if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], to);
    else joined.push([from, to]);
  }
  return joined;
}
