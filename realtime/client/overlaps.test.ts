import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { textOf } from "#domain/documents/content.ts";
import { ROOT } from "#domain/documents/words.ts";
import { blockId, overlapsOf } from "./overlaps.ts";

const FIRST = "Elke dag lezen we een kwartier.";
const SECOND = "De leerlingen kiezen zelf hun boek.";

function block(words: string, kind = "paragraph"): Y.XmlElement {
  const element = new Y.XmlElement(kind);
  element.insert(0, [new Y.XmlText(words)]);
  return element;
}

const root = (document: Y.Doc) => document.getXmlFragment(ROOT);
const wordsAt = (document: Y.Doc, index: number) => (root(document).get(index) as Y.XmlElement).get(0) as Y.XmlText;
const idAt = (document: Y.Doc, index: number) => blockId(root(document).get(index) as Y.XmlElement);

/** A text of two paragraphs, what two people make of it apart, and what is told to the first. */
function apart(own: (document: Y.Doc) => void, others: (document: Y.Doc) => void) {
  const before = new Y.Doc();
  root(before).insert(0, [block(FIRST), block(SECOND)]);
  const state = Y.encodeStateAsUpdate(before);
  const [mine, theirs] = [own, others].map((write) => {
    const document = new Y.Doc();
    Y.applyUpdate(document, state);
    write(document);
    return document;
  }) as [Y.Doc, Y.Doc];
  const overlaps = overlapsOf(state, Y.encodeStateAsUpdate(mine), Y.encodeStateAsUpdate(theirs));
  const told = overlaps.map(({ own, others }) => [own && textOf(own), others && textOf(others)]);
  return { before, mine, theirs, overlaps, told };
}

describe("two people away from each other", () => {
  test("one paragraph, two sentences: both texts are told, with where it stands", () => {
    const { before, told, overlaps } = apart(
      (document) => wordsAt(document, 1).insert(0, "Morgen: "),
      (document) => wordsAt(document, 1).insert(SECOND.length, " Dat werkt."),
    );
    expect(told).toEqual([[`Morgen: ${SECOND}`, `${SECOND} Dat werkt.`]]);
    expect(overlaps[0]).toMatchObject({ block: idAt(before, 1), after: null });
  });

  test.each<[string, (document: Y.Doc) => void, (document: Y.Doc) => void]>([
    ["each their own paragraph", (one) => wordsAt(one, 0).delete(0, 4), (other) => wordsAt(other, 1).delete(0, 4)],
    ["the same words in both", (one) => wordsAt(one, 0).delete(0, 4), (other) => wordsAt(other, 0).delete(0, 4)],
    ["only marks", (one) => wordsAt(one, 0).format(0, 4, { bold: {} }), (other) => wordsAt(other, 0).delete(0, 4)],
    [
      "new paragraphs at one spot",
      (one) => root(one).insert(1, [block("a")]),
      (other) => root(other).insert(1, [block("b")]),
    ],
    ["both deleted it", (one) => root(one).delete(1, 1), (other) => root(other).delete(1, 1)],
  ])("%s: nothing to choose", (_what, own, others) => {
    expect(apart(own, others).overlaps).toEqual([]);
  });

  test("one deletes what the other extends: the words are told, with what they stood behind", () => {
    const extended = (document: Y.Doc) => wordsAt(document, 1).insert(SECOND.length, " Dat werkt.");
    const deleted = (document: Y.Doc) => root(document).delete(1, 1);
    const kept = apart(extended, deleted);
    expect(kept.told).toEqual([[`${SECOND} Dat werkt.`, null]]);
    expect(kept.overlaps[0]).toMatchObject({ block: null, after: idAt(kept.before, 0) });
    const lost = apart(deleted, extended);
    expect(lost.told).toEqual([[null, `${SECOND} Dat werkt.`]]);
    expect(lost.overlaps[0]).toMatchObject({ block: null, after: idAt(lost.before, 0) });
  });

  test("a paragraph that became a heading, or an item of a list, is found again", () => {
    const heading = (document: Y.Doc) => {
      root(document).delete(0, 1);
      root(document).insert(0, [block(FIRST, "heading")]);
    };
    const item = (document: Y.Doc) => {
      const [list, li] = [new Y.XmlElement("bulletList"), new Y.XmlElement("listItem")];
      root(document).delete(0, 1);
      root(document).insert(0, [list]);
      list.insert(0, [li]);
      li.insert(0, [block(`${FIRST} Samen.`)]);
    };
    const extended = (document: Y.Doc) => wordsAt(document, 0).insert(0, "Nu: ");
    const made = apart(heading, extended);
    expect(made.told).toEqual([[FIRST, `Nu: ${FIRST}`]]);
    expect(made.overlaps[0]?.block).toBe(idAt(made.mine, 0));
    expect(apart(extended, item).told).toEqual([[`Nu: ${FIRST}`, `${FIRST} Samen.`]]);
  });

  test("in reading order", () => {
    const both = (word: string) => (document: Y.Doc) => {
      for (const index of [1, 0]) wordsAt(document, index).insert(0, word);
    };
    expect(apart(both("x"), both("y")).told).toEqual([
      [`x${FIRST}`, `y${FIRST}`],
      [`x${SECOND}`, `y${SECOND}`],
    ]);
  });
});
