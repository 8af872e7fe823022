import { expect, test } from "vitest";
import * as Y from "yjs";
import { costlyPlaces, farNeighbours, longParagraph } from "../work/testing/hostile.ts";
import { GATE_LIMITS, inspectUpdate } from "./index.ts";
import { editAtRandom, randomFrom } from "./testing/random-document.ts";
import { bytesOf } from "./testing/update-bytes.ts";

/** How many places of an update nothing in it vouches for; the gate's code when it refuses. */
function places(update: Uint8Array): number | string {
  const inspection = inspectUpdate(update);
  return inspection.ok ? inspection.facts.places : inspection.code;
}

/** What `write` does to a copy of `base`, as one update. */
function updateOf(base: Y.Doc, write: (document: Y.Doc) => void): Uint8Array {
  const document = new Y.Doc();
  Y.applyUpdate(document, Y.encodeStateAsUpdate(base));
  const before = Y.encodeStateVector(document);
  write(document);
  return Y.encodeStateAsUpdate(document, before);
}

const lineOf = (document: Y.Doc, at = 0) =>
  (document.getXmlFragment("content").get(at) as Y.XmlElement).get(0) as Y.XmlText;

function paragraphs(document: Y.Doc, texts: readonly string[]): void {
  const elements = texts.map((text) => {
    const paragraph = new Y.XmlElement("paragraph");
    paragraph.insert(0, [new Y.XmlText(text)]);
    return paragraph;
  });
  document.getXmlFragment("content").insert(0, elements);
}

function oldText(): Y.Doc {
  const document = new Y.Doc();
  paragraphs(document, ["een oude tekst van veel woorden ".repeat(100), "en nog een"]);
  return document;
}

test("a place is counted where somebody begins to write in older text, and not for what they go on to write there", () => {
  const update = updateOf(oldText(), (document) => {
    const line = lineOf(document);
    for (let at = 0; at < 500; at++) line.insert(40 + at, "a");
    for (let at = 0; at < 500; at++) line.insert(300, "b");
    for (let at = 0; at < 500; at++) line.insert(300 + (at % 400), "c");
  });
  expect(places(update)).toBeLessThan(10);
});

test("a keystroke behind one's last letter counts nothing", () => {
  const base = oldText();
  lineOf(base).insert(40, "a");
  const before = Y.encodeStateVector(base);
  lineOf(base).insert(41, "b");
  expect(places(Y.encodeStateAsUpdate(base, before))).toBe(0);
});

test("a pasted book counts for the place it is pasted at", () => {
  const update = updateOf(oldText(), (document) =>
    paragraphs(
      document,
      Array.from({ length: 1_500 }, (_, at) => `alinea ${at}`),
    ),
  );
  expect(places(update)).toBe(1);
});

test("two thousand edits all over a text, made offline, stay under the limit", () => {
  const pick = randomFrom(5);
  const update = updateOf(oldText(), (document) => {
    for (let edit = 0; edit < 2_000; edit++) {
      const line = lineOf(document, pick(2));
      const at = pick(line.length + 1);
      if (pick(4) === 0) line.delete(Math.min(at, line.length - 1), 1);
      else if (pick(8) === 0) line.format(at, Math.min(5, line.length - at), { bold: true });
      else line.insert(at, "woord");
    }
  });
  expect(places(update)).toBeLessThan(GATE_LIMITS.places);
});

test.each(Array.from({ length: 20 }, (_, seed) => seed))(
  "a document made at random vouches for itself (seed %i)",
  (seed) => {
    const pick = randomFrom(seed);
    const document = new Y.Doc();
    for (let step = 0; step < 400; step++) editAtRandom(document, pick);
    const state = Y.encodeStateAsUpdate(document);
    const inspection = inspectUpdate(state);
    // What stands directly under the root is counted only where it has no neighbour.
    expect(inspection.ok && inspection.facts.places).toBeLessThan(40);
  },
);

test("five who write at the same place count one each for it", () => {
  const base = oldText();
  for (let person = 0; person < 5; person++) {
    const update = updateOf(base, (document) => {
      for (let at = 0; at < 200; at++) lineOf(document).insert(40 + at, "a");
    });
    expect(places(update)).toBe(1);
  }
});

test.each([
  ["before many different letters", costlyPlaces],
  ["behind many different letters, before the last", farNeighbours],
])("every claim to a place %s counts, and a screen full of them is too much for one update", (_where, claim) => {
  expect(inspectUpdate(longParagraph(5_000, 900)).ok).toBe(true);
  expect(places(claim(1_001, 900, 901))).toBeGreaterThanOrEqual(1_000);
  expect(places(claim(4_900, 900, 901))).toBe("TOO_BIG");
});

test("the same place claimed again and again counts each time", () => {
  const update = updateOf(oldText(), (document) => lineOf(document).insert(40, "a"));
  const [struct] = Y.decodeUpdate(update).structs as [Y.Item];
  const { client } = struct.id;
  const [left, right] = [struct.origin!, struct.rightOrigin!];
  const bytes = bytesOf((to) => {
    to.uints(1, 50, client, 0);
    for (let at = 0; at < 50; at++) to.byte(0xc4).uints(left.client, left.clock, right.client, right.clock).text("a");
    to.uints(0);
  });
  expect(places(bytes)).toBe(50);
});
