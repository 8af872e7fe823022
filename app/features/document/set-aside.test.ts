import { getSchema } from "@tiptap/core";
import { EditorState } from "@tiptap/pm/state";
import { initProseMirrorDoc, updateYFragment } from "@tiptap/y-tiptap";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { ROOT } from "#domain/documents/words.ts";
import { documentExtensions } from "./schema.ts";
import { keepsSetAside, keepUnknown } from "./set-aside.ts";

function element(name: string, ...children: (Y.XmlElement | Y.XmlText)[]): Y.XmlElement {
  const made = new Y.XmlElement(name);
  made.insert(0, children);
  return made;
}

/** A page of a newer release, or of somebody hostile, as this release's binding gets it. */
function bound(...blocks: Y.XmlElement[]) {
  const document = new Y.Doc();
  const fragment = document.getXmlFragment(ROOT);
  fragment.insert(0, blocks);
  const schema = getSchema(documentExtensions);
  keepUnknown(schema);
  const { doc, meta } = initProseMirrorDoc(fragment, schema);
  return { document, fragment, doc, meta, state: EditorState.create({ doc }) };
}

const paragraph = (words: string) => element("paragraph", new Y.XmlText(words));

test("a block that the schema does not know stays in the document, and what others type around it arrives (T86)", () => {
  const timeline = element("timeline", element("moment", new Y.XmlText("maart")));
  const { document, fragment, doc, meta, state } = bound(paragraph("Voor."), timeline, paragraph("Na."));
  const before = timeline.toString();
  expect(doc.toString()).toBe('doc(paragraph("Voor."), setAside, paragraph("Na."))');
  const typed = state.tr.insertText("Hier: ", 1);
  expect(keepsSetAside(state.doc, typed.doc)).toBe(true);
  updateYFragment(document, fragment, typed.doc, meta);
  expect(fragment.toString()).toBe(`<paragraph>Hier: Voor.</paragraph>${before}<paragraph>Na.</paragraph>`);
  expect(fragment.get(1)).toBe(timeline);
});

test("a known block with something unknown in it is set aside as a whole", () => {
  const list = element("bulletList", element("listItem", element("poll")));
  const { fragment, doc } = bound(list, paragraph("Na."));
  expect(doc.toString()).toBe('doc(setAside, paragraph("Na."))');
  expect(fragment.get(0)).toBe(list);
  expect(list.toString()).toContain("poll");
});

test("words under a mark that the schema does not know stay, with their mark, also when the paragraph is edited", () => {
  const text = new Y.XmlText();
  text.applyDelta([{ insert: "gewoon " }, { insert: "bijzonder", attributes: { glow: { colour: "x" } } }]);
  const { document, fragment, doc, meta, state } = bound(element("paragraph", text));
  expect(doc.textContent).toBe("gewoon bijzonder");
  updateYFragment(document, fragment, state.tr.insertText("heel ", 1).doc, meta);
  expect(text.toDelta()).toEqual([
    { insert: "heel gewoon " },
    { insert: "bijzonder", attributes: { glow: { colour: "x" } } },
  ]);
});

test("an edit that would take away or move a block that was set aside is not made", () => {
  const { doc, state } = bound(paragraph("Voor."), element("timeline"), paragraph("Na."));
  expect(keepsSetAside(doc, state.tr.delete(0, doc.content.size - 2).doc)).toBe(false);
  const [first, second, third] = [doc.child(0), doc.child(1), doc.child(2)];
  const { schema } = doc.type;
  const arranged = (...nodes: (typeof first)[]) => schema.nodes.doc!.create(null, nodes);
  expect(keepsSetAside(doc, arranged(second, first, third))).toBe(false);
  expect(keepsSetAside(doc, arranged(first, second, second, third))).toBe(false);
  expect(keepsSetAside(doc, arranged(second, third))).toBe(true);
});
