import { Editor } from "@tiptap/core";
import { EditorState } from "@tiptap/pm/state";
import { ySyncPluginKey } from "@tiptap/y-tiptap";
import { expect, test } from "vitest";
import { documentExtensions } from "./schema.ts";

const EMPTY = { type: "doc", content: [{ type: "paragraph" }] };
const LIST = {
  type: "bulletList",
  content: [{ type: "listItem", content: [{ type: "paragraph", content: [{ type: "text", text: "Laatste." }] }] }],
};
const blocks = ({ doc }: EditorState) => doc.children.map(({ type }) => type.name);

test("a text that ends in a list gets room below it when somebody writes, and not because somebody opened it", () => {
  // The editor's own keys would ask the browser which system it runs on.
  const options = { element: null, enableCoreExtensions: false, content: EMPTY };
  const { schema, extensionManager } = new Editor({ ...options, extensions: documentExtensions });
  const empty = EditorState.create({ schema, plugins: extensionManager.plugins });
  const { tr } = empty;
  tr.replaceWith(0, tr.doc.content.size, schema.nodeFromJSON(LIST)).setMeta(ySyncPluginKey, { isChangeOrigin: true });
  const opened = empty.applyTransaction(tr).state;
  expect(blocks(opened)).toEqual(["bulletList"]);
  const written = opened.applyTransaction(opened.tr.insertText("Bijna: ", 3)).state;
  expect(blocks(written)).toEqual(["bulletList", "paragraph"]);
});
