import * as Y from "yjs";
import type { MomentsFound, MomentsInput, VersionWork } from "#db/documents/keep-versions.ts";
import type { Merged, StoredDocument } from "#db/documents/stored.ts";
import type { Comparison, WordChange } from "#domain/documents/compare.ts";
import type { DocumentNode } from "#domain/documents/tree.ts";
import { pack, unpack } from "../wire/bytes.ts";
import { LIMITS } from "../wire/limits.ts";
import type { ReadContent } from "./history/work.ts";
import { type KnownUpdate, readableOf } from "./known-update.ts";
import { deletionsOnly } from "./work/deletions-only.ts";
import { difference, mergeUpdates } from "./work/merge.ts";
import type { Compacted, NamedChange } from "./work/tasks.ts";
import { Threads } from "./work/threads.ts";

/**
 * Everything that needs Yjs on the server, and only ever on bytes of our own log: in threads, so that what a document
 * costs is paid by nobody else, and under deadlines, because a hostile editor can make a small document cost seconds.
 * Nothing on the way of a keystroke comes here.
 *
 * Every method may throw a WorkError: it was not done, and asking at once again would not help.
 */
export interface DocumentWork extends VersionWork {
  /** One update with everything these hold. Does not integrate: what it costs is linear in the bytes. */
  merge(updates: readonly Uint8Array[]): Promise<Uint8Array>;
  /** What of `update` somebody at `vector` lacks. Deletions are always included, as no vector tells of them. */
  difference(update: Uint8Array, vector: ReadonlyMap<number, number>): Promise<Uint8Array>;
  /** The state of a document after its log, garbage collected. What cannot be read is named and left out. */
  compact(stored: StoredDocument): Promise<Merged & Pick<Compacted, "beyondSchema">>;
  /** What the document says, as plain data. */
  text(updates: readonly Uint8Array[]): Promise<DocumentNode>;
  /** The same as it is kept in versions, with the state vector that it goes up to. */
  content(updates: readonly Uint8Array[]): Promise<ReadContent>;
  compare(older: DocumentNode, newer: DocumentNode): Promise<Comparison>;
  /** The update that makes the document say what `target` says, taking away only what was seen; null for none. */
  restore(
    updates: readonly Uint8Array[],
    target: DocumentNode,
    seen: ReadonlyMap<number, number>,
  ): Promise<Uint8Array | null>;
  /** `contentHash` of the document that these updates make. */
  hash(updates: readonly Uint8Array[]): Promise<string>;
  /** The update that a change makes, or null when it changes nothing, and what it returns. @throws what it throws. */
  change(updates: readonly Uint8Array[], change: NamedChange): Promise<{ result: unknown; update: Uint8Array | null }>;
}

const SOURCE = import.meta.url.endsWith(".ts");
/** In production a bundle beside the server's own; otherwise the source. */
const THREAD_FILE = new URL(SOURCE ? "./work/yjs.worker.ts" : "./yjs.worker.js", import.meta.url);

/** The threads of this process, shared by all that it serves. */
const threads = new Threads({ file: THREAD_FILE });
let holders = 0;

/** Until everybody who holds the threads has let go, they stay. @returns how to let go. */
export function holdThreads(): () => Promise<void> {
  holders++;
  let letGo: Promise<void> | null = null;
  return () => {
    letGo ??= --holders === 0 ? threads.close() : Promise.resolve();
    return letGo;
  };
}

/** The work on one document: one piece at a time in the whole process, and none while it rests. */
export function workOn(documentId: string, pool: Threads = threads, withinMs: number = LIMITS.workMs): DocumentWork {
  async function ask(task: string, parts: readonly Uint8Array[], details: unknown = null) {
    const outcome = await pool.run(documentId, { task, parts: pack(parts), details }, withinMs);
    if (!outcome.ok) throw Object.assign(new Error(outcome.message), outcome.stack ? { stack: outcome.stack } : {});
    return { value: outcome.value, parts: unpack(outcome.parts) ?? [] };
  }
  return {
    async merge(updates) {
      if (sizeOf(updates) <= LIMITS.workHereBytes) return mergeUpdates(updates);
      return (await ask("merge", updates)).parts[0]!;
    },
    async difference(update, vector) {
      const nothingNew = update.length <= LIMITS.walkHereBytes ? deletionsOnly(update, vector) : null;
      if (nothingNew) return nothingNew;
      if (update.length <= LIMITS.workHereBytes) return difference(update, vector);
      return (await ask("difference", [update], vector)).parts[0]!;
    },
    async compact(stored) {
      const { known, unreadable } = readableOf(stored.rows);
      const updates = known.map(({ update }) => update);
      const { value, parts } = await ask("compact", stored.snapshot ? [stored.snapshot.state, ...updates] : updates);
      const { hole, beyondSchema } = value as Compacted;
      const [state, vector, packed] = parts as [Uint8Array, Uint8Array, Uint8Array];
      assertCovers(state, known, stored);
      return { state, vector, packed: packed.length > 0 && !hole ? packed : null, unreadable, beyondSchema };
    },
    async text(updates) {
      return (await ask("text", updates)).value as DocumentNode;
    },
    async content(updates) {
      return (await ask("content", updates)).value as ReadContent;
    },
    async compare(older, newer) {
      return (await ask("compare", [], [older, newer])).value as Comparison;
    },
    async restore(updates, target, seen) {
      return (await ask("restore", updates, { target, seen })).parts[0] ?? null;
    },
    async moments(input) {
      return (await ask("moments", [], readableMoments(input))).value as MomentsFound;
    },
    async wordChange(older, newer) {
      return (await ask("wordChange", [], [older, newer])).value as WordChange;
    },
    async hash(updates) {
      return (await ask("hash", updates)).value as string;
    },
    async change(updates, change) {
      const { value, parts } = await ask("change", updates, change);
      return { result: value, update: parts[0] ?? null };
    },
  };
}

/** The updates that make up a stored document, oldest first, as far as they can be read. */
export function partsOf({ snapshot, rows }: StoredDocument): Uint8Array[] {
  const parts = readableOf(rows).known.map(({ update }) => update);
  return snapshot ? [snapshot.state, ...parts] : parts;
}

/** The log without what cannot be read in it. */
function readableMoments(input: MomentsInput): MomentsInput {
  const readable = new Set(readableOf(input.stored.rows).known.map(({ update }) => update));
  const rows = input.stored.rows.map((row) => ({
    ...row,
    entries: row.entries.filter(({ update }) => readable.has(update)),
  }));
  return { ...input, stored: { ...input.stored, rows } };
}

const sizeOf = (updates: readonly Uint8Array[]) => updates.reduce((sum, update) => sum + update.length, 0);

/** Compaction deletes what it merged, so it proves first that nothing of it is missing. */
function assertCovers(state: Uint8Array, known: readonly KnownUpdate[], { snapshot }: StoredDocument): void {
  const covered = Y.parseUpdateMeta(state).to;
  const assert = (client: number, clock: number) => {
    if ((covered.get(client) ?? 0) < clock) throw new Error("the merged document lacks something of its log");
  };
  if (snapshot) for (const [client, clock] of Y.decodeStateVector(snapshot.vector)) assert(client, clock);
  for (const { facts } of known) for (const { client, to } of facts.clients) assert(client, to);
}
