import { lift, setBlockType, toggleMark, wrapIn } from "@tiptap/pm/commands";
import type { Node } from "@tiptap/pm/model";
import { liftListItem, sinkListItem, splitListItem, wrapInList } from "@tiptap/pm/schema-list";
import { type Command, TextSelection, type Transaction } from "@tiptap/pm/state";
import { addColumnAfter, addRowAfter, deleteColumn, deleteRow } from "@tiptap/pm/tables";
import { canJoin, canSplit } from "@tiptap/pm/transform";
import { onEvenTable } from "#app/features/document/steady-tables.ts";
import { type HeadlessEditor, schema } from "./headless-editor.ts";
import { FIRST_LETTER } from "./memory.ts";

export type Pick = (below: number) => number;

const node = (name: string) => schema.nodes[name] as NonNullable<(typeof schema.nodes)[string]>;
const mark = (name: string) => schema.marks[name] as NonNullable<(typeof schema.marks)[string]>;

interface TextBlock {
  node: Node;
  /** Before the block. */
  at: number;
}

function textBlocks(doc: Node): TextBlock[] {
  const blocks: TextBlock[] = [];
  doc.descendants((each, at) => {
    if (each.isTextblock) blocks.push({ node: each, at });
    return !each.isTextblock;
  });
  return blocks;
}

/** A place for a cursor: markers are two letters wide, and nobody types inside one. */
function place(doc: Node, pick: Pick): number {
  const blocks = textBlocks(doc);
  const block = blocks[pick(blocks.length)] as TextBlock;
  const { textContent } = block.node;
  const start = block.at + 1;
  // Hard breaks count for a place too; where there are some, only the ends are sure to be between markers.
  if (textContent.length !== block.node.content.size) return start + (pick(2) === 0 ? 0 : block.node.content.size);
  return start + outside(textContent, 2 * pick(Math.floor(textContent.length / 2) + 1));
}

/** The place itself, or the one before it when the words of the beginning shifted the markers by a letter. */
function outside(text: string, at: number): number {
  const letter = text.charCodeAt(at - 1);
  const isFirst = letter >= FIRST_LETTER && letter % 2 === 0;
  return isFirst && text.charCodeAt(at) === letter + 1 ? at - 1 : at;
}

/** A stretch of text in one block. */
function stretch(doc: Node, pick: Pick): [number, number] {
  const blocks = textBlocks(doc).filter((block) => block.node.content.size > 1);
  const block = blocks[pick(blocks.length)];
  if (!block || block.node.textContent.length !== block.node.content.size) {
    const at = place(doc, pick);
    return [at, at];
  }
  const markers = Math.floor(block.node.content.size / 2);
  const from = pick(markers);
  const to = Math.min(markers, from + 1 + pick(3));
  const { textContent } = block.node;
  return [block.at + 1 + outside(textContent, 2 * from), block.at + 1 + outside(textContent, 2 * to)];
}

/** Types a marker somewhere, most often where the last one was typed: people write sentences. */
export function typeMarker(editor: HeadlessEditor, marker: string, pick: Pick): void {
  const { tr } = editor.state;
  const at = place(tr.doc, pick);
  editor.dispatch(tr.insertText(marker, at));
}

/** Runs one of the editor's own commands with the cursor somewhere. */
const command =
  (make: (pick: Pick) => Command) =>
  (editor: HeadlessEditor, pick: Pick): void => {
    const [from, to] = stretch(editor.doc, pick);
    const { state } = editor;
    const selected = state.apply(state.tr.setSelection(TextSelection.create(state.doc, from, to)));
    change((tr) => {
      // The same steps on the state without the selection, which is nobody's business here.
      make(pick)(selected, (made) => {
        for (const step of made.steps) tr.step(step);
      });
    })(editor, pick);
  };

const change =
  (make: (tr: Transaction, pick: Pick) => void) =>
  (editor: HeadlessEditor, pick: Pick): void => {
    const { tr } = editor.state;
    try {
      make(tr, pick);
    } catch {
      // What an editor's command cannot do, such as joining a paragraph onto a table, changes nothing.
      return;
    }
    if (tr.docChanged) editor.dispatch(tr);
  };

const splitBlock = change((tr, pick) => {
  const at = place(tr.doc, pick);
  if (canSplit(tr.doc, at)) tr.split(at);
});

const joinBlocks = change((tr, pick) => {
  const { at } = textBlocks(tr.doc)[pick(textBlocks(tr.doc).length)] as TextBlock;
  if (canJoin(tr.doc, at)) tr.join(at);
});

const deleteStretch = change((tr, pick) => {
  const [from, to] = stretch(tr.doc, pick);
  if (from < to) tr.delete(from, to);
});

const deleteBlock = change((tr, pick) => {
  if (tr.doc.childCount < 4) return;
  const index = pick(tr.doc.childCount);
  const at = startOf(tr.doc, index);
  tr.delete(at, at + tr.doc.child(index).nodeSize);
});

/** Cut and paste in one go, as by dragging. */
const moveBlock = change((tr, pick) => {
  const { doc } = tr;
  const index = pick(doc.childCount);
  const moved = doc.child(index);
  const at = startOf(doc, index);
  tr.delete(at, at + moved.nodeSize);
  const target = pick(tr.doc.childCount + 1);
  tr.insert(startOf(tr.doc, target), moved);
});

const insertTable = change((tr, pick) => {
  const cell = () => node("tableCell").createAndFill() as Node;
  const row = () => node("tableRow").create(null, [cell(), cell()]);
  tr.insert(startOf(tr.doc, pick(tr.doc.childCount + 1)), node("table").create(null, [row(), row()]));
});

const insertBreak = change((tr, pick) => {
  tr.insert(place(tr.doc, pick), node("hardBreak").create());
});

const tickTask = change((tr, pick) => {
  const tasks: number[] = [];
  tr.doc.descendants((each, at) => void (each.type.name === "taskItem" && tasks.push(at)));
  const at = tasks[pick(tasks.length)];
  if (at !== undefined) tr.setNodeAttribute(at, "checked", !tr.doc.nodeAt(at)?.attrs.checked);
});

const LISTS = ["bulletList", "orderedList", "taskList"];
const ITEMS = ["listItem", "taskItem"];
const item = (pick: Pick) => node(ITEMS[pick(ITEMS.length)] as string);

const OPERATIONS: readonly ((editor: HeadlessEditor, pick: Pick) => void)[] = [
  splitBlock,
  splitBlock,
  joinBlocks,
  deleteStretch,
  deleteStretch,
  deleteBlock,
  moveBlock,
  insertTable,
  insertBreak,
  tickTask,
  command((pick) => setBlockType(node("heading"), { level: 2 + pick(2) })),
  command(() => setBlockType(node("paragraph"))),
  command((pick) => wrapInList(node(LISTS[pick(LISTS.length)] as string))),
  command((pick) => splitListItem(item(pick))),
  command((pick) => liftListItem(item(pick))),
  command((pick) => sinkListItem(item(pick))),
  command(() => wrapIn(node("blockquote"))),
  command(() => lift),
  command(() => toggleMark(mark("bold"))),
  command(() => toggleMark(mark("italic"))),
  command(() => toggleMark(mark("link"), { href: "https://school.example/" })),
  command(() => onEvenTable(addRowAfter)),
  command(() => onEvenTable(addColumnAfter)),
  command(() => onEvenTable(deleteRow)),
  command(() => onEvenTable(deleteColumn)),
];

/** One thing that an editor's button, key or mouse does, other than typing. */
export function operateAtRandom(editor: HeadlessEditor, pick: Pick): void {
  (OPERATIONS[pick(OPERATIONS.length)] as (typeof OPERATIONS)[number])(editor, pick);
}

function startOf(doc: Node, index: number): number {
  let at = 0;
  for (let before = 0; before < index; before++) at += doc.child(before).nodeSize;
  return at;
}
