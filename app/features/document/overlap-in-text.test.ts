import type { Editor } from "@tiptap/core";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { ROOT } from "#domain/documents/words.ts";
import { type Overlap, overlapsOf, type Version, versionOf } from "#realtime/client/overlaps.ts";
import { HeadlessEditor, schema } from "#tests/faults/convergence/headless-editor.ts";
import { putInText, untouched } from "./overlap-in-text.ts";

type Write = (editor: HeadlessEditor) => void;

/** What the functions need of an editor. */
const asEditor = (headless: HeadlessEditor) => ({
  get state() {
    return headless.state;
  },
  view: {
    get state() {
      return headless.state;
    },
    dispatch: headless.dispatch.bind(headless),
  },
});
const choose = (editor: HeadlessEditor, overlap: Overlap, side: "own" | "others") =>
  putInText(asEditor(editor) as unknown as Editor, overlap, overlap[side]);

const paragraph = (words: string) => schema.node("paragraph", null, [schema.text(words)]);
const start = ({ doc }: HeadlessEditor, index: number) => {
  let position = 0;
  for (let before = 0; before < index; before++) position += doc.child(before).nodeSize;
  return position;
};
const append =
  (index: number, words: string): Write =>
  (editor) =>
    editor.dispatch(editor.state.tr.insertText(words, start(editor, index + 1) - 1));
const prepend =
  (index: number, words: string): Write =>
  (editor) =>
    editor.dispatch(editor.state.tr.insertText(words, start(editor, index) + 1));
const remove =
  (from: number, to = from + 1): Write =>
  (editor) =>
    editor.dispatch(editor.state.tr.delete(start(editor, from), start(editor, to)));

function linesOf({ doc }: HeadlessEditor): string[] {
  const lines: string[] = [];
  doc.descendants((node) => {
    if (node.isTextblock) lines.push(node.textContent);
  });
  return lines;
}

/** Two editors that begin with the same lines, write apart, and meet. */
function met(lines: readonly string[], own: Write, others: Write) {
  const doc = new Y.Doc();
  const editor = new HeadlessEditor(doc);
  editor.dispatch(editor.state.tr.replaceWith(0, editor.doc.content.size, lines.map(paragraph)));
  const theirs = new Y.Doc();
  Y.applyUpdate(theirs, Y.encodeStateAsUpdate(doc));
  const colleague = new HeadlessEditor(theirs);
  const was = versionOf(doc);
  own(editor);
  others(colleague);
  const [mine, there] = [versionOf(doc), versionOf(theirs)] as [Version, Version];
  const exchange = () => {
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(theirs), "live:others");
    Y.applyUpdate(theirs, Y.encodeStateAsUpdate(doc), "live:others");
  };
  exchange();
  const [overlap] = overlapsOf(was, mine, there, versionOf(doc));
  return { doc, editor, colleague, overlap: overlap!, exchange };
}

const LINES = ["Titel", "De zin.", "Slot"];
const mixed = () => met(LINES, append(1, " Van mij."), prepend(1, "Hun: "));

test("the words of one side take the place of the merge, and a colleague sees it", () => {
  const { editor, colleague, overlap, exchange } = mixed();
  expect(linesOf(editor)[1]).toBe("Hun: De zin. Van mij.");
  expect(choose(editor, overlap, "others")).toBe(true);
  exchange();
  for (const each of [editor, colleague]) expect(linesOf(each)).toEqual(["Titel", "Hun: De zin.", "Slot"]);
});

test("a section that was deleted comes back in its order, where it stood", () => {
  const extended: Write = (editor) => {
    for (const index of [1, 2, 3]) append(index, " +")(editor);
  };
  const { editor, overlap } = met(["Kop", "Een.", "Twee.", "Drie.", "Slot"], extended, remove(1, 4));
  expect(choose(editor, overlap, "own")).toBe(true);
  expect(linesOf(editor)).toEqual(["Kop", "Een. +", "Twee. +", "Drie. +", "Slot"]);
});

test("what was first comes back first, and what stood behind something that has gone since comes last", () => {
  const first = met(LINES, append(0, " +"), remove(0));
  choose(first.editor, first.overlap, "own");
  expect(linesOf(first.editor)).toEqual(["Titel +", "De zin.", "Slot"]);
  const second = met(LINES, append(1, " +"), remove(1));
  remove(0)(second.editor);
  choose(second.editor, second.overlap, "own");
  expect(linesOf(second.editor)).toEqual(["Slot", "De zin. +"]);
});

test("a paragraph that became a heading after the merge stays one, with the chosen words", () => {
  const { editor, overlap } = mixed();
  const inside = start(editor, 1) + 1;
  editor.dispatch(editor.state.tr.setBlockType(inside, inside, schema.nodes.heading!, { level: 2 }));
  choose(editor, overlap, "own");
  expect(linesOf(editor)).toEqual(["Titel", "De zin. Van mij.", "Slot"]);
  expect(editor.doc.child(1).type.name).toBe("heading");
});

test("what a colleague wrote on since is not overwritten: the chosen words stand behind it", () => {
  const { editor, colleague, overlap, exchange } = mixed();
  append(1, " En drie dagen werk.")(colleague);
  exchange();
  expect(untouched(editor.state, overlap)).toBeNull();
  choose(editor, overlap, "own");
  expect(linesOf(editor)).toEqual(["Titel", "Hun: De zin. Van mij. En drie dagen werk.", "De zin. Van mij.", "Slot"]);
});

test("what a colleague took out since comes back behind what it followed", () => {
  const { editor, colleague, overlap, exchange } = mixed();
  remove(1)(colleague);
  exchange();
  choose(editor, overlap, "own");
  expect(linesOf(editor)).toEqual(["Titel", "De zin. Van mij.", "Slot"]);
});

test("words that a conversation is about stay", () => {
  const comment = schema.mark("comment", { thread: "t1" });
  const { editor, overlap } = met(LINES, append(1, " Van mij."), (colleague) => {
    const from = start(colleague, 1) + 1;
    colleague.dispatch(colleague.state.tr.addMark(from, from + 2, comment));
    prepend(1, "Hun: ")(colleague);
  });
  choose(editor, overlap, "own");
  expect(editor.doc.child(1).toString()).toContain("comment");
  expect(linesOf(editor)).toContain("De zin. Van mij.");
});

test("a paragraph with something in it that this page cannot show is left alone", () => {
  const { editor, doc, overlap } = mixed();
  const newer = new Y.Doc();
  Y.applyUpdate(newer, Y.encodeStateAsUpdate(doc));
  const element = newer.getXmlFragment(ROOT).get(1) as Y.XmlElement;
  element.insert(element.length, [new Y.XmlElement("mention")]);
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(newer), "live:others");
  choose(editor, overlap, "own");
  expect(linesOf(editor)).toEqual(["Titel", "De zin. Van mij.", "Slot"]);
  expect(editor.doc.child(2).type.name).toBe("setAside");
});
