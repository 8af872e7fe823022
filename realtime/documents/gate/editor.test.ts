import { getSchema } from "@tiptap/core";
import { TaskItem, TaskList } from "@tiptap/extension-list";
import { TableKit } from "@tiptap/extension-table";
import { Node } from "@tiptap/pm/model";
import StarterKit from "@tiptap/starter-kit";
import { updateYFragment } from "@tiptap/y-tiptap";
import fc from "fast-check";
import { expect, it } from "vitest";
import * as Y from "yjs";
import { inspectUpdate, ROOT_NAME } from "./index.ts";

const schema = getSchema([StarterKit, TaskList, TaskItem.configure({ nested: true }), TableKit]);
type Json = { type: string; text?: string; attrs?: Record<string, unknown>; content?: Json[]; marks?: Json[] };

const marks = fc.subarray<Json>([
  { type: "bold" },
  { type: "italic" },
  { type: "link", attrs: { href: "https://school.voorbeeld/?a=1&b=ü" } },
]);
const text = fc.record({
  type: fc.constant("text"),
  text: fc.constantFrom("lezen", "é", "👍", "een zin ", "\u00a0"),
  marks,
});
const inline = fc.oneof({ weight: 5, arbitrary: text }, { weight: 1, arbitrary: fc.constant({ type: "hardBreak" }) });
const words = fc.array(inline, { maxLength: 4 });
const paragraph: fc.Arbitrary<Json> = words.map((content) => ({ type: "paragraph", content }));
const heading: fc.Arbitrary<Json> = fc
  .tuple(fc.integer({ min: 1, max: 3 }), words)
  .map(([level, content]) => ({ type: "heading", attrs: { level }, content }));
const item = (type: string) =>
  fc.tuple(fc.boolean(), paragraph).map(([checked, content]) => ({
    type,
    ...(type === "taskItem" ? { attrs: { checked } } : {}),
    content: [content],
  }));
const list: fc.Arbitrary<Json> = fc.oneof(
  fc.array(item("listItem"), { minLength: 1, maxLength: 3 }).map((content) => ({ type: "bulletList", content })),
  fc.array(item("taskItem"), { minLength: 1, maxLength: 3 }).map((content) => ({ type: "taskList", content })),
);
const cell: fc.Arbitrary<Json> = fc.tuple(fc.constantFrom(null, [120]), paragraph).map(([colwidth, content]) => ({
  type: "tableCell",
  attrs: { colspan: 1, rowspan: 1, colwidth },
  content: [content],
}));
const table: fc.Arbitrary<Json> = fc
  .array(fc.tuple(cell, cell), { minLength: 1, maxLength: 2 })
  .map((rows) => ({ type: "table", content: rows.map((content) => ({ type: "tableRow", content })) }));
const page: fc.Arbitrary<Json> = fc
  .array(fc.oneof(paragraph, heading, list, table), { minLength: 1, maxLength: 6 })
  .map((content) => ({ type: "doc", content }));

it("passes everything the editor's binding makes of pages with lists, tables, marks, undo and redo", {
  timeout: 60_000,
}, () => {
  fc.assert(
    fc.property(fc.array(page, { minLength: 2, maxLength: 5 }), fc.infiniteStream(fc.nat(3)), (pages, dice) => {
      const doc = new Y.Doc();
      const fragment = doc.getXmlFragment(ROOT_NAME);
      const undo = new Y.UndoManager(fragment, { captureTimeout: 0 });
      const vectors = [Y.encodeStateVector(doc)];
      const passes = (update: Uint8Array) => expect(inspectUpdate(update)).toMatchObject({ ok: true });
      doc.on("update", passes);
      for (const json of pages) {
        const node = Node.fromJSON(schema, json);
        doc.transact(() => updateYFragment(doc, fragment, node, { mapping: new Map(), isOMark: new Map() }));
        const chance = dice.next().value;
        if (chance > 1) undo.undo();
        if (chance === 3) undo.redo();
        vectors.push(Y.encodeStateVector(doc));
      }
      for (const vector of vectors) passes(Y.encodeStateAsUpdate(doc, vector));
    }),
    { numRuns: 25 },
  );
});
