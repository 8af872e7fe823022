import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { textOf } from "#domain/documents/content.ts";
import { ROOT } from "#domain/documents/words.ts";
import { blockId, type Overlap, overlapsOf, type Version, versionOf } from "./overlaps.ts";

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

type Write = (document: Y.Doc) => void;

/** A text, what two people make of it apart, and what is told to the first when it is merged. */
function apart(own: Write, others: Write, blocks = () => [block(FIRST), block(SECOND)]) {
  const before = new Y.Doc();
  root(before).insert(0, blocks());
  const state = Y.encodeStateAsUpdate(before);
  const [mine, theirs] = [own, others].map((write) => {
    const document = new Y.Doc();
    Y.applyUpdate(document, state);
    write(document);
    return document;
  }) as [Y.Doc, Y.Doc];
  const [was, here, there] = [before, mine, theirs].map(versionOf) as [Version, Version, Version];
  Y.applyUpdate(mine, Y.encodeStateAsUpdate(theirs));
  const overlaps = overlapsOf(was, here, there, versionOf(mine));
  const say = (blocks: Overlap["own"]) => blocks.map(textOf);
  const told = overlaps.map(({ own, others, gone }) => [say(own), say(others), gone]);
  return { before, merged: mine, overlaps, told };
}

const extend =
  (index: number, words: string): Write =>
  (document) =>
    wordsAt(document, index).insert(wordsAt(document, index).length, words);
const remove =
  (index: number, length = 1): Write =>
  (document) =>
    root(document).delete(index, length);
const both =
  (...writes: Write[]): Write =>
  (document) => {
    for (const write of writes) write(document);
  };

function item(words: string): Y.XmlElement {
  const item = new Y.XmlElement("listItem");
  item.insert(0, [block(words)]);
  return item;
}

function list(kind: string, ...items: string[]): Y.XmlElement {
  const list = new Y.XmlElement(kind);
  list.insert(0, items.map(item));
  return list;
}

/** As the editor does it: the old one goes, a new one comes. */
const remake =
  (index: number, made: () => Y.XmlElement): Write =>
  (document) => {
    root(document).delete(index, 1);
    root(document).insert(index, [made()]);
  };

describe("two people away from each other", () => {
  test("one paragraph, two sentences: both texts are told, with where it stands", () => {
    const { before, told, overlaps } = apart(
      (document) => wordsAt(document, 1).insert(0, "Morgen: "),
      extend(1, " Dat werkt."),
    );
    expect(told).toEqual([[[`Morgen: ${SECOND}`], [`${SECOND} Dat werkt.`], null]]);
    expect(overlaps[0]).toMatchObject({
      block: idAt(before, 1),
      after: idAt(before, 0),
      merged: `Morgen: ${SECOND} Dat werkt.`,
    });
  });

  test.each<[string, Write, Write]>([
    ["each their own paragraph", extend(0, " Ja."), extend(1, " Nee.")],
    ["only marks", (one) => wordsAt(one, 0).format(0, 4, { bold: {} }), (other) => wordsAt(other, 0).delete(0, 4)],
    ["the same deletion", (one) => wordsAt(one, 0).delete(0, 4), (other) => wordsAt(other, 0).delete(0, 4)],
    [
      "new paragraphs at one spot",
      (one) => root(one).insert(1, [block("a")]),
      (two) => root(two).insert(1, [block("b")]),
    ],
    ["both deleted it", remove(1), remove(1)],
    ["joined by one, extended by the other", both(extend(0, ` ${SECOND}`), remove(1)), extend(0, " Hun.")],
    ["moved by one, deleted by the other", remake(1, () => block(SECOND, "heading")), remove(1)],
    [
      "split by one, extended by the other: every word is there",
      (one) => {
        wordsAt(one, 0).delete(9, FIRST.length - 9);
        root(one).insert(1, [block(FIRST.slice(9))]);
      },
      extend(0, " Samen."),
    ],
  ])("%s: nothing to choose", (_what, own, others) => {
    expect(apart(own, others).told).toEqual([]);
    expect(apart(others, own).told).toEqual([]);
  });

  test("the same words by both, doubled by the merge, are told", () => {
    const { told } = apart(extend(0, " Samen."), extend(0, " Samen."));
    expect(told).toEqual([[[`${FIRST} Samen.`], [`${FIRST} Samen.`], null]]);
  });

  test("one deletes what the other extends: the words are told, with what they stood behind", () => {
    const kept = apart(extend(1, " Dat werkt."), remove(1));
    expect(kept.told).toEqual([[[`${SECOND} Dat werkt.`], [], "own"]]);
    expect(kept.overlaps[0]).toMatchObject({ block: null, after: idAt(kept.before, 0) });
    const lost = apart(remove(1), extend(1, " Dat werkt."));
    expect(lost.told).toEqual([[[], [`${SECOND} Dat werkt.`], "others"]]);
  });

  test("a section that one deletes and the other extends is one choice, in its order", () => {
    const lines = () => ["Kop", "Een.", "Twee.", "Drie.", "Slot"].map((words) => block(words));
    const extended = both(extend(1, " +1"), extend(2, " +2"), extend(3, " +3"));
    const { told, overlaps, before } = apart(extended, remove(1, 3), lines);
    expect(told).toEqual([[["Een. +1", "Twee. +2", "Drie. +3"], [], "own"]]);
    expect(overlaps[0]?.after).toBe(idAt(before, 0));
    const apartFromOne = apart(both(extend(1, " +1"), extend(3, " +3")), remove(1, 3), lines);
    expect(apartFromOne.told).toEqual([[["Een. +1", "Drie. +3"], [], "own"]]);
  });

  test("what is new in a list that the other side deletes, or makes another kind of, is told", () => {
    const lines = () => [block("Inleiding."), list("bulletList", "een", "twee")];
    const added: Write = (document) => (root(document).get(1) as Y.XmlElement).insert(2, [item("drie")]);
    expect(apart(remove(1), added, lines).told).toEqual([[[], ["drie"], "others"]]);
    const ordered = remake(1, () => list("orderedList", "een", "twee"));
    expect(apart(added, ordered, lines).told).toEqual([[["drie"], [], "own"]]);
  });

  test("a paragraph that became a heading, or an item of a list, is found again", () => {
    const heading = remake(0, () => block(FIRST, "heading"));
    const extended: Write = (document) => wordsAt(document, 0).insert(0, "Nu: ");
    const made = apart(heading, extended);
    expect(made.told).toEqual([[[FIRST], [`Nu: ${FIRST}`], "others"]]);
    expect(made.overlaps[0]).toMatchObject({ block: idAt(made.merged, 0), merged: FIRST });
    const item = remake(0, () => list("bulletList", `${FIRST} Samen.`));
    expect(apart(extended, item).told).toEqual([[[`Nu: ${FIRST}`], [`${FIRST} Samen.`], "own"]]);
  });

  test("two lines that look alike keep their own counterparts in a list", () => {
    const lines = () => [block("Les 1: lezen met maatjes."), block("Les 2: lezen met maatjes.")];
    const inList: Write = (document) => {
      root(document).delete(0, 2);
      root(document).insert(0, [list("bulletList", "Les 1: lezen met maatjes. Ja.", "Les 2: lezen met maatjes. Nee.")]);
    };
    const { told, overlaps } = apart(inList, both(extend(0, " Een."), extend(1, " Twee.")), lines);
    expect(told).toEqual([
      [["Les 1: lezen met maatjes. Ja."], ["Les 1: lezen met maatjes. Een."], "others"],
      [["Les 2: lezen met maatjes. Nee."], ["Les 2: lezen met maatjes. Twee."], "others"],
    ]);
    expect(new Set(overlaps.map(({ block }) => block)).size).toBe(2);
  });

  test("a paragraph that one joins to the one before is shown beside what the other made of it", () => {
    const joined = both(extend(0, ` ${SECOND}`), remove(1));
    const { told, overlaps } = apart(joined, extend(1, " Dat werkt."));
    expect(told).toEqual([[[`${FIRST} ${SECOND}`], [`${SECOND} Dat werkt.`], "others"]]);
    expect(overlaps[0]?.block).toBeNull();
  });

  test("a paragraph that one joins, and the other extends, comes beside all that the joined one took in", () => {
    const joined: Write = both(extend(0, ` ${SECOND} Ik ook.`), remove(1));
    expect(apart(joined, extend(0, " Hun.")).told).toEqual([
      [[`${FIRST} ${SECOND} Ik ook.`], [`${FIRST} Hun.`, SECOND], null],
    ]);
  });

  test("the end of a paragraph that one deletes is not taken for a split, though the next has the same words", () => {
    const lines = () => [block("We lezen elke dag."), block("Dat doen we iedere dag.")];
    const shortened: Write = (document) => wordsAt(document, 0).delete(13, 5);
    expect(apart(shortened, extend(0, " Ook thuis."), lines).told).toEqual([
      [["We lezen elke"], ["We lezen elke dag. Ook thuis."], null],
    ]);
  });

  test("words that were moved into a list which the other side deletes are told", () => {
    const lines = () => [list("bulletList", "een", "twee"), block(FIRST), block("Slot")];
    const moved: Write = (document) => {
      root(document).delete(1, 1);
      (root(document).get(0) as Y.XmlElement).insert(2, [item(FIRST)]);
    };
    expect(apart(moved, remove(0), lines).told).toEqual([[[FIRST], [], "own"]]);
    expect(apart(remove(0), moved, lines).told).toEqual([[[], [FIRST], "others"]]);
  });

  test("in reading order", () => {
    const front =
      (word: string): Write =>
      (document) => {
        for (const index of [1, 0]) wordsAt(document, index).insert(0, word);
      };
    expect(apart(front("x"), front("y")).told).toEqual([
      [[`x${FIRST}`], [`y${FIRST}`], null],
      [[`x${SECOND}`], [`y${SECOND}`], null],
    ]);
  });

  test("fifteen hundred rewritten paragraphs do not keep a page waiting", () => {
    const lines = () => Array.from({ length: 1_500 }, (_, index) => block(`Regel ${index} over lezen in de klas.`));
    const rewritten: Write = (document) => {
      root(document).delete(0, 1_500);
      root(document).insert(
        0,
        Array.from({ length: 1_500 }, (_, index) => block(`Heel iets anders ${index * 7}.`)),
      );
    };
    const others: Write = (document) => {
      for (let index = 0; index < 150; index++) extend(index * 10, " En meer.")(document);
    };
    const { overlaps } = apart(rewritten, others, lines);
    expect(overlaps.flatMap(({ others }) => others)).toHaveLength(150);
  });
});
