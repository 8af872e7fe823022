import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import type { StoredDocument } from "#db/documents/stored.ts";
import { factsOfKnown } from "./known-update.ts";
import { workOn } from "./materialise.ts";
import { Opening } from "./opening.ts";
import { readVector } from "./state-vector.ts";

/** Types `words` one update at a time. */
function typed(words: string[]): { doc: Y.Doc; updates: Uint8Array[] } {
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array) => updates.push(update));
  const paragraph = new Y.XmlElement("paragraph");
  const line = new Y.XmlText();
  doc.transact(() => {
    doc.getXmlFragment("content").insert(0, [paragraph]);
    paragraph.insert(0, [line]);
  });
  for (const word of words) line.insert(line.length, word);
  return { doc, updates };
}

function stored(updates: Uint8Array[], snapshotOf = 0): StoredDocument {
  const state = snapshotOf > 0 ? Y.mergeUpdates(updates.slice(0, snapshotOf)) : null;
  return {
    kind: "phase",
    schemaVersion: 1,
    lastSeq: updates.length,
    snapshot: state && {
      seq: snapshotOf,
      state,
      vector: Y.encodeStateVectorFromUpdate(state),
      packed: null,
      intact: null,
    },
    rows: updates.slice(snapshotOf).map((update, index) => ({
      seq: snapshotOf + index + 1,
      size: update.length,
      entries: [{ personId: null, sent: null, update }],
    })),
    owners: new Map(),
  };
}

async function answer(opening: Opening, to: Y.Doc): Promise<Uint8Array[]> {
  const vector = readVector(Y.encodeStateVector(to))!;
  const updates = opening.answer(await opening.prepare(vector, 50), vector);
  for (const update of updates) Y.applyUpdate(to, update);
  return updates;
}

const words = Array.from({ length: 120 }, (_, index) => `woord${index} `);
const text = (doc: Y.Doc) => doc.getXmlFragment("content").toString();

describe("what is sent to somebody who opens a document", () => {
  test.each([
    ["from the log alone", 0, 10],
    ["from a snapshot and some updates", 100, 121],
    ["from a log so long that it is merged first", 0, 121],
  ])("is the whole document to somebody with nothing, %s", async (_how, snapshotOf, upTo) => {
    const { updates } = typed(words);
    const expected = new Y.Doc();
    for (const update of updates.slice(0, upTo)) Y.applyUpdate(expected, update);
    const opening = new Opening(stored(updates.slice(0, upTo), snapshotOf), workOn("d"));
    const fresh = new Y.Doc();
    const sent = await answer(opening, fresh);
    expect(text(fresh)).toBe(text(expected));
    expect(sent.length).toBeLessThanOrEqual(51);
    expect(opening.vector()).toEqual(Y.decodeStateVector(Y.encodeStateVector(expected)));
  });

  test("is only what is missing to somebody who comes back", async () => {
    const { updates, doc } = typed(words);
    const opening = new Opening(stored(updates, 100), workOn("d"));
    const known = new Y.Doc();
    for (const update of updates.slice(0, 110)) Y.applyUpdate(known, update);
    expect(await answer(opening, known)).toHaveLength(11);
    expect(text(known)).toBe(text(doc));
    expect(await answer(opening, known)).toHaveLength(0);
  });

  test("holds every deletion, of which no state vector tells", async () => {
    const { updates, doc } = typed(words);
    const opening = new Opening(stored(updates, 100), workOn("d"));
    const known = new Y.Doc();
    for (const update of updates) Y.applyUpdate(known, update);
    const before = Y.encodeStateVector(doc);
    doc.getXmlFragment("content").delete(0, 1);
    const deletion = Y.encodeStateAsUpdate(doc, before);
    opening.add(deletion, factsOfKnown(deletion)!);
    await answer(opening, known);
    expect(text(known)).toBe("");
  });

  test("ignores clients and clocks of theirs that are unknown here", async () => {
    const { updates, doc } = typed(words);
    const opening = new Opening(stored(updates, 100), workOn("d"));
    const ahead = new Y.Doc();
    for (const update of updates) Y.applyUpdate(ahead, update);
    ahead.getXmlFragment("content").insert(0, [new Y.XmlElement("paragraph")]);
    expect(await answer(opening, ahead)).toHaveLength(0);
    expect(text(ahead)).toContain(text(doc));
  });

  test("goes packed as it stands to somebody with nothing, and what came after it as one piece", async () => {
    const { updates, doc } = typed(words);
    const compacted = await workOn("packed").compact(stored(updates.slice(0, 40)));
    const snapshot = { ...compacted, seq: 40, packed: Uint8Array.of(1, 2, 3), intact: null };
    const opening = new Opening({ ...stored(updates, 40), snapshot }, workOn("packed"));
    const prepared = await opening.prepare(new Map(), 50);
    expect(prepared.packed).toEqual(Uint8Array.of(1, 2, 3));
    const sent = opening.answer(prepared, new Map());
    expect(sent).toHaveLength(2);
    const fresh = new Y.Doc();
    for (const update of sent) Y.applyUpdate(fresh, update);
    expect(text(fresh)).toBe(text(doc));
    expect((await opening.prepare(new Map([[doc.clientID, 5]]), 50)).packed).toBeNull();
  });

  test("leaves out what cannot be read and says which rows", () => {
    const { updates } = typed(words.slice(0, 6));
    const all = stored(updates);
    const damaged = all.rows.map((row) =>
      row.seq === 3 ? { ...row, entries: [{ ...row.entries[0]!, update: Uint8Array.of(1, 255, 255, 9) }] } : row,
    );
    damaged[4] = { ...damaged[4]!, entries: [], unreadable: "entries are cut off" };
    const opening = new Opening({ ...all, rows: damaged }, workOn("damaged"));
    expect(opening.unreadable).toEqual([3, 5]);
    expect(opening.seq).toBe(7);
    expect(opening.parts()).toHaveLength(6);
  });

  test("claims no more of a client id than what follows without a hole", () => {
    const { updates, doc } = typed(["a", "b", "c", "d"]);
    const opening = new Opening(stored(updates.filter((_, index) => index !== 2)), workOn("hole"));
    expect(opening.vector()).toEqual(new Map([[doc.clientID, 3]]));
  });

  test("is worth nothing any more once the base was merged anew", async () => {
    const { updates } = typed(words);
    const opening = new Opening(stored(updates.slice(0, 20)), workOn("d"));
    const prepared = await opening.prepare(new Map(), 50);
    for (const update of updates.slice(20)) opening.add(update, factsOfKnown(update)!);
    expect(opening.standsOn(prepared)).toBe(true);
    await opening.prepare(new Map(), 50);
    expect(opening.standsOn(prepared)).toBe(false);
  });
});

describe("a state vector of a client", () => {
  test.each([
    ["a count beyond its bytes", [255, 255, 3, 1]],
    ["a cut-off number", [1, 5, 128]],
    ["bytes after the end", [1, 5, 5, 5]],
    ["a client id over 32 bits", [1, 255, 255, 255, 255, 31, 1]],
  ])("with %s is none", (_what, bytes) => {
    expect(readVector(Uint8Array.from(bytes))).toBeNull();
  });

  test("may be empty in both ways", () => {
    expect(readVector(new Uint8Array(0))).toEqual(new Map());
    expect(readVector(Uint8Array.of(0))).toEqual(new Map());
  });
});
