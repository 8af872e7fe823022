import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { admitUpdate, inspectUpdate } from "../documents/gate/index.ts";
import { editAtRandom, randomFrom } from "../documents/gate/testing/random-document.ts";
import { splitUpdate } from "./split-update.ts";

const SMALL = { bytes: 300, structs: 12, clients: 2, deletes: 5 };

/** Applies the pieces one by one, through the gate. */
function applyInOrder(pieces: Uint8Array[], doc: Y.Doc): void {
  const room = { clockOf: (client: number) => Y.getState(doc.store, client), ownerOf: () => "anna" };
  for (const piece of pieces) {
    const inspection = inspectUpdate(piece);
    expect(inspection).toMatchObject({ ok: true });
    if (inspection.ok) expect(admitUpdate(inspection.facts, room, "anna")).toEqual({ ok: true });
    Y.applyUpdate(doc, piece);
    expect(doc.store.pendingStructs).toBeNull();
  }
}

/** Without marks: Yjs drops those that stand around nothing, which between two pieces they may do. */
function wordsOf(doc: Y.Doc): string {
  return doc
    .getXmlFragment("content")
    .toString()
    .replace(/<\/?(bold|link|comment)[^>]*>/g, "");
}

describe("an update that is too large for one message", () => {
  it("arrives whole in pieces that the gate admits one after the other", { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), (seed) => {
        const pick = randomFrom(seed);
        const docs = [1, 2, 3, 4].map((clientID) => Object.assign(new Y.Doc(), { clientID }));
        for (let step = 0; step < 60; step++) {
          const doc = docs[pick(4)]!;
          editAtRandom(doc, pick);
          if (pick(3) === 0) Y.applyUpdate(docs[pick(4)]!, Y.encodeStateAsUpdate(doc));
        }
        const [first] = docs as [Y.Doc];
        for (const doc of docs) Y.applyUpdate(first, Y.encodeStateAsUpdate(doc));
        const copy = new Y.Doc();
        applyInOrder(splitUpdate(Y.encodeStateAsUpdate(first), SMALL), copy);
        expect(wordsOf(copy)).toBe(wordsOf(first));
        expect(Y.encodeStateVector(copy)).toEqual(Y.encodeStateVector(first));
      }),
      { numRuns: 25 },
    );
  });

  it("is cut inside a pasted book, and never inside a character", () => {
    const doc = new Y.Doc();
    const paragraph = new Y.XmlElement("paragraph");
    const book = "👍 samen lezen ".repeat(40_000);
    paragraph.insert(0, [new Y.XmlText(book)]);
    doc.getXmlFragment("content").insert(0, [paragraph]);
    const pieces = splitUpdate(Y.encodeStateAsUpdate(doc));
    expect(pieces.length).toBeGreaterThan(3);
    const copy = new Y.Doc();
    applyInOrder(pieces, copy);
    expect(copy.getXmlFragment("content").toString()).toBe(`<paragraph>${book}</paragraph>`);
  });

  it("brings its deletions, however many", () => {
    const doc = new Y.Doc();
    const text = new Y.XmlText("ab".repeat(3_000));
    const paragraph = new Y.XmlElement("paragraph");
    paragraph.insert(0, [text]);
    doc.getXmlFragment("content").insert(0, [paragraph]);
    const copy = new Y.Doc();
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
    let update: Uint8Array = new Uint8Array();
    doc.once("update", (deletions: Uint8Array) => {
      update = deletions;
    });
    doc.transact(() => {
      for (let at = 0; at < 3_000; at++) text.delete(at, 1);
    });
    const pieces = splitUpdate(update, { ...SMALL, deletes: 1_000 });
    expect(pieces).toHaveLength(3);
    applyInOrder(pieces, copy);
    expect(wordsOf(copy)).toBe(`<paragraph>${"b".repeat(3_000)}</paragraph>`);
  });

  it("is left as it is when it is small", () => {
    const doc = new Y.Doc();
    doc.getXmlFragment("content").insert(0, [new Y.XmlElement("paragraph")]);
    const update = Y.encodeStateAsUpdate(doc);
    expect(splitUpdate(update)).toEqual([update]);
  });
});
