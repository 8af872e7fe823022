import { Editor } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { type Command, TextSelection } from "@tiptap/pm/state";
import { addColumnAfter, addRowAfter, CellSelection } from "@tiptap/pm/tables";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { HeadlessEditor, schema } from "#tests/faults/convergence/headless-editor.ts";
import { documentExtensions } from "./schema.ts";

const cell = (text = "") => ({
  type: "tableCell",
  content: [{ type: "paragraph", ...(text && { content: [{ type: "text", text }] }) }],
});
const row = (...texts: string[]) => ({ type: "tableRow", content: texts.map(cell) });
const table = (...rows: object[]) => ({ type: "table", content: rows });

/** The cells of each row of the first table. */
function shape(doc: Node): string {
  let rows: number[] = [];
  doc.descendants((node) => {
    if (node.type.name !== "table" || rows.length > 0) return;
    rows = node.children.map(({ childCount }) => childCount);
  });
  return rows.join();
}

function together(count: number) {
  const docs = Array.from({ length: count }, () => new Y.Doc());
  const editors = docs.map((doc) => new HeadlessEditor(doc));
  const meet = () => {
    const states = docs.map((doc) => Y.encodeStateAsUpdate(doc));
    for (const doc of docs) for (const state of states) Y.applyUpdate(doc, state, "others");
  };
  return { editors, meet };
}

function inFirstCell(editor: HeadlessEditor, command: Command): void {
  const selected = editor.state.apply(editor.state.tr.setSelection(TextSelection.create(editor.doc, 4)));
  command(selected, ({ steps }) => {
    const { tr } = editor.state;
    for (const step of steps) tr.step(step);
    editor.dispatch(tr);
  });
}

test("a row and a column that two people add at once make no table that grows while people type", () => {
  const { editors, meet } = together(3);
  const [first, second] = editors as [HeadlessEditor, HeadlessEditor];
  first.dispatch(first.state.tr.insert(0, schema.nodeFromJSON(table(row("a", "b"), row("c", "d")))));
  meet();
  inFirstCell(first, addColumnAfter);
  inFirstCell(second, addRowAfter);
  meet();
  for (let turn = 0; turn < 3; turn++) {
    for (const editor of editors) editor.dispatch(editor.state.tr.insertText("x", editor.doc.content.size - 1));
    meet();
  }
  expect(editors.map(({ doc }) => shape(doc))).toEqual(["3,2,3", "3,2,3", "3,2,3"]);
});

const UNEVEN = {
  type: "doc",
  content: [table(row("a", "b", "c"), row("d"), row("e", "f", "g")), { type: "paragraph" }],
};
const open = () => new Editor({ element: null, extensions: documentExtensions, content: UNEVEN });

test.each([
  ["deleteRow", "3,3", "abcefg"],
  ["addRowAfter", "3,3,3,3", "abcdefg"],
  ["deleteColumn", "2,2,2", "bcfg"],
  ["addColumnBefore", "4,4,4", "abcdefg"],
] as const)("%s on an uneven table evens it out first, and doubles nothing", (name, after, words) => {
  const editor = open();
  let inside = 0;
  editor.state.doc.descendants((node, at) => {
    if (node.text === "d") inside = at;
  });
  editor.chain().setTextSelection(inside)[name]().run();
  expect(shape(editor.state.doc)).toBe(after);
  expect(editor.state.doc.textContent).toBe(words);
  editor.destroy();
});

test("asking whether a command can be done changes nothing", () => {
  const editor = open();
  editor.commands.setTextSelection(4);
  expect(editor.can().deleteRow()).toBe(true);
  expect(shape(editor.state.doc)).toBe("3,1,3");
  editor.destroy();
});

test("who selects cells gets an even table first", () => {
  const { editors } = together(1);
  const [editor] = editors as [HeadlessEditor];
  editor.dispatch(editor.state.tr.insert(0, schema.nodeFromJSON(table(row("a", "b"), row("d")))));
  expect(shape(editor.doc)).toBe("2,1");
  editor.dispatch(editor.state.tr.setSelection(CellSelection.create(editor.doc, 2)));
  expect(shape(editor.doc)).toBe("2,2");
});
