import { expect, test } from "vitest";
import * as Y from "yjs";
import { textTree } from "./text-tree.ts";

test("a document is read with its marks, without U+0000 and without what nests too deep", () => {
  const document = new Y.Doc();
  const paragraph = new Y.XmlElement("paragraph");
  const text = new Y.XmlText();
  const deep = new Y.XmlElement("blockquote");
  document.getXmlFragment("content").insert(0, [paragraph, deep]);
  paragraph.insert(0, [text]);
  paragraph.setAttribute("level", "2");
  text.applyDelta([
    { insert: "een\u0000 " },
    { insert: "twee", attributes: { bold: {}, "comment--abCD12+/": { thread: "t" } } },
    { insert: "\u0000", attributes: { italic: {} } },
  ]);
  let inner = deep;
  for (let depth = 0; depth < 200; depth++) {
    const next = new Y.XmlElement("blockquote");
    inner.insert(0, [next]);
    inner = next;
  }
  const { content = [] } = textTree(document);
  expect(content[0]).toEqual({
    type: "paragraph",
    attrs: { level: "2" },
    content: [
      { type: "text", text: "een " },
      {
        type: "text",
        text: "twee",
        marks: [
          { type: "bold", attrs: {} },
          { type: "comment", attrs: { thread: "t" } },
        ],
      },
    ],
  });
  let depth = 0;
  for (let node = content[1]; node; node = node.content?.[0]) depth++;
  expect(depth).toBe(64);
});
