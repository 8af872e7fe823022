import { inflateRawSync } from "node:zlib";
import * as Y from "yjs";
import type { DocumentLog } from "#db/documents/log.ts";
import type { Snapshot, StoredDocument } from "#db/documents/stored.ts";
import type { LiveLog } from "../ports.ts";
import { LIMITS } from "../wire/limits.ts";
import { inspectUpdate } from "./gate/index.ts";
import { factsOfKnown } from "./known-update.ts";
import { OWN_LIMITS } from "./own-limits.ts";
import { readVector } from "./state-vector.ts";

/** Neither the snapshot nor its packed copy can be read: nothing may be shown, or written in its place. */
export class DamagedSnapshot extends Error {}

/**
 * The log, with every snapshot looked at before anybody builds on it or sends it on. A snapshot holds its document
 * twice, plain and packed, and its vector follows from either: what one of them lost, the others give back, and the
 * next compaction writes it whole again. When nothing can, reading throws and what is stored stays as it is.
 */
export function soundLog(log: DocumentLog, logger?: Pick<LiveLog, "error">): DocumentLog {
  const sound = (documentId: string, stored: StoredDocument): StoredDocument => {
    if (stored.snapshot === null) return stored;
    const snapshot = soundSnapshot(stored.snapshot);
    if (snapshot === stored.snapshot) return stored;
    const facts = { documentId, seq: stored.snapshot.seq };
    if (snapshot) logger?.error(facts, "a damaged snapshot of a document was mended from what else it holds");
    else logger?.error(facts, "a document's snapshot cannot be read; it stays closed until a backup is put back");
    if (snapshot === null) throw new DamagedSnapshot(`the snapshot of ${documentId} cannot be read`);
    return { ...stored, snapshot };
  };
  return {
    ...log,
    async open(documentId) {
      const stored = await log.open(documentId);
      return stored && sound(documentId, stored);
    },
    edit: (documentId, personId, make, event) =>
      log.edit(documentId, personId, async (stored) => make(sound(documentId, stored)), event),
    compact: (documentId, merge, work) =>
      log.compact(
        documentId,
        async (stored) => merge(sound(documentId, stored)),
        work && {
          wordChange: work.wordChange,
          moments: async (input) => work.moments({ ...input, stored: sound(documentId, input.stored) }),
        },
      ),
    keepVersions: (documentId, work, asked) =>
      log.keepVersions(
        documentId,
        {
          wordChange: work.wordChange,
          moments: async (input) => work.moments({ ...input, stored: sound(documentId, input.stored) }),
        },
        asked,
      ),
  };
}

/** The same snapshot when nothing is wrong with it, a mended one, or null. */
export function soundSnapshot(snapshot: Snapshot): Snapshot | null {
  const { intact } = snapshot;
  if (intact === null) return soundByItsBytes(snapshot);
  if (intact.state && intact.vector && intact.packed) return snapshot;
  const packed = intact.packed ? snapshot.packed : null;
  if (intact.state) return { ...snapshot, packed, vector: intact.vector ? snapshot.vector : vectorOf(snapshot.state) };
  const copy = unpacked(packed);
  if (copy !== null) return { ...snapshot, state: copy, vector: intact.vector ? snapshot.vector : vectorOf(copy) };
  // Other bytes than were written, and no other copy: what can still be read of them is better than nothing.
  const left = soundByItsBytes({ ...snapshot, packed });
  return left && { ...left };
}

/** For a snapshot without digests. */
function soundByItsBytes(snapshot: Snapshot): Snapshot | null {
  const { state, vector } = snapshot;
  // To walk over a long document would keep everybody waiting; it is only looked at for what cannot be.
  if (state.length > LIMITS.walkHereBytes && readVector(vector) !== null) return snapshot;
  if (isWhole(state)) return agrees(vector, state) ? snapshot : { ...snapshot, vector: vectorOf(state) };
  const copy = unpacked(snapshot.packed);
  if (copy !== null) return { ...snapshot, state: copy, vector: agrees(vector, copy) ? vector : vectorOf(copy) };
  // What rests on a hole in the log comes in a form that our own reading does not know.
  return isKnownToYjs(state) && agrees(vector, state, true) ? snapshot : null;
}

const vectorOf = (state: Uint8Array) => Y.encodeStateVectorFromUpdate(state);

/** Readable from the first byte to the last, from everybody's first letter on, and leaning on nothing outside it. */
function isWhole(state: Uint8Array): boolean {
  const read = inspectUpdate(state, OWN_LIMITS);
  return read.ok && read.facts.needs.length === 0 && read.facts.clients.every(({ from }) => from === 0);
}

const isKnownToYjs = (state: Uint8Array): boolean => state.length > 0 && factsOfKnown(state) !== null;

function unpacked(packed: Uint8Array | null): Uint8Array | null {
  if (packed === null) return null;
  try {
    const state = Y.convertUpdateFormatV2ToV1(new Uint8Array(inflateRawSync(packed)));
    return isWhole(state) ? state : null;
  } catch {
    return null;
  }
}

/** Whether the vector is that of the state; with a hole in the state it may say less, as what rests on it does not count. */
function agrees(bytes: Uint8Array, state: Uint8Array, hasHole = false): boolean {
  const vector = readVector(bytes);
  if (vector === null || bytes.length === 0) return false;
  const reached = new Map((factsOfKnown(state)?.clients ?? []).map(({ client, to }) => [client, to]));
  const isRight = (client: number, to: number) =>
    hasHole ? to <= (reached.get(client) ?? 0) : to === reached.get(client);
  return (hasHole ? vector.size > 0 : vector.size === reached.size) && [...vector].every((each) => isRight(...each));
}
