import { randomUUID } from "node:crypto";
import { afterAll, expect, test } from "vitest";
import * as Y from "yjs";
import type { DocumentLog } from "#db/documents/log.ts";
import type { StoredDocument } from "#db/documents/stored.ts";
import { LIMITS } from "../wire/limits.ts";
import { CompactionQueue } from "./compaction-queue.ts";
import { type DocumentWork, partsOf, workOn } from "./materialise.ts";
import { Opening } from "./opening.ts";
import { costlyPlaces, longParagraph } from "./work/testing/hostile.ts";
import { Threads } from "./work/threads.ts";
import { WorkError } from "./work/work-error.ts";

const pool = new Threads({ file: new URL("./work/yjs.worker.ts", import.meta.url) });
afterAll(() => pool.close());

const HOSTILE = [longParagraph(20_000, 5), costlyPlaces(20_000, 5, 6)];

function storedFrom(updates: Uint8Array[]): StoredDocument {
  return {
    kind: "phase",
    schemaVersion: 1,
    lastSeq: updates.length,
    snapshot: null,
    rows: updates.map((update, index) => ({
      seq: index + 1,
      size: update.length,
      entries: [{ personId: null, sent: null, update }],
    })),
    owners: new Map(),
  };
}

/** Typing and deleting in many small updates. */
function written(count: number): { document: Y.Doc; updates: Uint8Array[] } {
  const document = new Y.Doc();
  const updates: Uint8Array[] = [];
  document.on("update", (update: Uint8Array) => updates.push(update));
  const line = new Y.XmlText();
  const paragraph = new Y.XmlElement("paragraph");
  document.transact(() => {
    document.getXmlFragment("content").insert(0, [paragraph]);
    paragraph.insert(0, [line]);
  });
  for (let index = 0; index < count; index++)
    if (index % 7 === 6) line.delete(index % line.length, 1);
    else line.insert((index * 31) % (line.length + 1), String.fromCharCode(97 + (index % 26)));
  return { document, updates };
}

/** Gives up on everything, as when a document rests. */
const restingWork: DocumentWork = {
  merge: () => Promise.reject(new WorkError("rests", "merge")),
  difference: () => Promise.reject(new WorkError("rests", "difference")),
  compact: () => Promise.reject(new WorkError("rests", "compact")),
  text: () => Promise.reject(new WorkError("rests", "text")),
  hash: () => Promise.reject(new WorkError("rests", "hash")),
  change: () => Promise.reject(new WorkError("rests", "change")),
  content: () => Promise.reject(new WorkError("rests", "content")),
  compare: () => Promise.reject(new WorkError("rests", "compare")),
  restore: () => Promise.reject(new WorkError("rests", "restore")),
  moments: () => Promise.reject(new WorkError("rests", "moments")),
  wordChange: () => Promise.reject(new WorkError("rests", "wordChange")),
};

test("a thread merges, compares and compacts to the same document as Yjs does here", async () => {
  const { document, updates } = written(3_000);
  const work = workOn("honest", pool);
  const merged = new Y.Doc();
  Y.applyUpdate(merged, await work.merge(updates));
  expect(merged.getXmlFragment("content").toString()).toBe(document.getXmlFragment("content").toString());
  const { state, vector } = await work.compact(storedFrom(updates));
  expect(state).toEqual(Y.encodeStateAsUpdate(merged));
  expect(Y.decodeStateVector(vector)).toEqual(Y.decodeStateVector(Y.encodeStateVector(document)));
  const { contentHash } = await import("../wire/content-hash.ts");
  expect(await work.hash([state])).toBe(contentHash(document));
});

test("a named change is made in the thread, under the server's client id", async () => {
  const { document, updates: live } = written(50);
  const updates = [...live];
  const module = new URL("./work/testing/changes.ts", import.meta.url).href;
  const work = workOn("changed", pool);
  const { result, update } = await work.change(updates, { module, name: "append", args: ["einde"] });
  expect(result).toBe(2);
  Y.applyUpdate(document, update!);
  expect(document.getXmlFragment("content").toString()).toContain("<paragraph>einde</paragraph>");
  expect(Y.decodeStateVector(Y.encodeStateVector(document)).has(1)).toBe(true);
  expect(await work.change(updates, { module, name: "look", args: [] })).toEqual({ result: 1, update: null });
  await expect(work.change(updates, { module, name: "nothing", args: [] })).rejects.toThrow("no such change");
});

test("a document that costs Yjs seconds is given up at the deadline, and others are read meanwhile", async () => {
  const others = workOn("other", pool);
  const { updates } = written(3_000);
  await others.merge(updates);
  const hostile = workOn("hostile", pool, 250).compact(storedFrom(HOSTILE));
  const honest = Promise.all([1, 2, 3].map(() => others.merge(updates)));
  await expect(hostile).rejects.toThrow(WorkError);
  expect(await honest).toHaveLength(3);
});

test("an opening that cannot be merged or compared in time is sent in pieces, whole", async () => {
  const { document, updates } = written(200);
  const opening = new Opening(storedFrom(updates), restingWork);
  const fresh = new Y.Doc();
  for (const update of opening.answer(await opening.prepare(new Map(), 50), new Map())) Y.applyUpdate(fresh, update);
  expect(fresh.getXmlFragment("content").toString()).toBe(document.getXmlFragment("content").toString());

  const state = Y.encodeStateAsUpdate(document);
  const snapshot = { seq: 200, state, vector: Y.encodeStateVector(document), packed: null, intact: null };
  const compacted = new Opening({ ...storedFrom([]), lastSeq: 200, snapshot }, restingWork);
  const vector = new Map([[document.clientID, 10]]);
  expect(compacted.answer(await compacted.prepare(vector, 50), vector)).toEqual([state]);
});

test("a compaction that takes too long leaves the rows and is not tried again at once", async () => {
  const errors: object[] = [];
  let attempts = 0;
  const log = {
    async compact(_id: string, merge: (stored: StoredDocument) => Promise<unknown>) {
      attempts++;
      await merge(storedFrom(HOSTILE));
      throw new Error("was merged");
    },
  } as unknown as DocumentLog;
  const logger = { info() {}, warn() {}, error: (facts: object) => void errors.push(facts) };
  const limits = { ...LIMITS, compactAgainMs: 100 };
  const queue = new CompactionQueue(
    log,
    logger,
    limits,
    () => {},
    () => restingWork,
  );
  const documentId = randomUUID();
  queue.add(documentId);
  await expect.poll(() => errors).toMatchObject([{ documentId, againInMs: 100, err: { failure: "rests" } }]);
  queue.add(documentId);
  expect(attempts).toBe(1);
  await new Promise((resolve) => setTimeout(resolve, 110));
  queue.add(documentId);
  await expect.poll(() => errors).toMatchObject([{}, { documentId, againInMs: 200 }]);
});

test("a compaction that finds content beyond the schema raises an alarm", async () => {
  const document = new Y.Doc();
  document.getXmlFragment("content").insert(0, [new Y.XmlElement("poll"), new Y.XmlElement("paragraph")]);
  const stored = storedFrom([Y.encodeStateAsUpdate(document)]);
  const log = {
    async compact(_id: string, merge: (stored: StoredDocument) => Promise<unknown>) {
      await merge(stored);
      return { outcome: "compacted", seq: 1, rows: 1, bytes: 1, setAside: [] };
    },
  } as unknown as DocumentLog;
  const errors: unknown[] = [];
  const logger = { info() {}, warn() {}, error: (facts: object, words: string) => void errors.push([facts, words]) };
  const documentId = randomUUID();
  new CompactionQueue(
    log,
    logger,
    LIMITS,
    () => {},
    (id) => workOn(id, pool),
  ).add(documentId);
  await expect.poll(() => errors).toEqual([[{ documentId, blocks: 1 }, "content beyond the schema is set aside"]]);
});

test("a log whose versions cannot be found out is merged without them at the third try", async () => {
  const tries: boolean[] = [];
  const log = {
    async compact(_id: string, _merge: unknown, versions?: DocumentWork) {
      tries.push(versions !== undefined);
      await versions?.moments({} as never);
      return { outcome: "compacted", seq: 1, rows: 1, bytes: 1, setAside: [] };
    },
  } as unknown as DocumentLog;
  const errors: string[] = [];
  const logger = { info() {}, warn() {}, error: (_facts: object, words: string) => void errors.push(words) };
  const merged: string[] = [];
  const queue = new CompactionQueue(
    log,
    logger,
    { ...LIMITS, compactAgainMs: 0 },
    (documentId) => merged.push(documentId),
    () => restingWork,
  );
  const documentId = randomUUID();
  for (let attempt = 1; attempt <= 3; attempt++) {
    queue.add(documentId);
    await expect.poll(() => tries.length).toBe(attempt);
    await new Promise(setImmediate);
  }
  expect(tries).toEqual([true, true, false]);
  expect(merged).toEqual([documentId]);
  expect(errors.at(-1)).toBe("a document's log was compacted without its versions");
});

test("the parts of a document are its snapshot and the updates after it", () => {
  const [first, second] = [longParagraph(1, 7), longParagraph(2, 8)];
  const stored = storedFrom([first, second]);
  const snapshot = { seq: 0, state: Uint8Array.of(9), vector: Uint8Array.of(0), packed: null, intact: null };
  expect(partsOf({ ...stored, snapshot })).toEqual([Uint8Array.of(9), first, second]);
});
