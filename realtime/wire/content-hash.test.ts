import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { contentHash } from "./content-hash.ts";

function paragraph(doc: Y.Doc, text: string, attributes: Record<string, string> = {}): Y.XmlText {
  const element = new Y.XmlElement("paragraph");
  const line = new Y.XmlText(text);
  element.insert(0, [line]);
  doc.getXmlFragment("content").push([element]);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return line;
}

describe("the content hash", () => {
  test("is equal for two documents that read the same, however they were written", () => {
    const [one, two] = [new Y.Doc(), new Y.Doc()];
    paragraph(one, "Wat valt ons op?", { id: "a", class: "b" });
    const line = paragraph(two, "op?", { class: "b", id: "a" });
    line.insert(0, "Wat viel ons ");
    line.delete(4, 4);
    line.insert(4, "valt");
    expect(contentHash(one)).toBe(contentHash(two));
    expect(contentHash(one)).toMatch(/^[0-9a-f]{32}$/);
  });

  test("does not see markers that change nothing", () => {
    const [one, two] = [new Y.Doc(), new Y.Doc()];
    paragraph(one, "vet").format(0, 3, { bold: true });
    const line = paragraph(two, "vet");
    line.format(0, 2, { bold: true });
    line.format(2, 1, { bold: true });
    expect(contentHash(one)).toBe(contentHash(two));
  });

  test.each<[string, (line: Y.XmlText, doc: Y.Doc) => void]>([
    ["a letter", (line) => line.insert(1, "x")],
    ["a mark", (line) => line.format(0, 1, { bold: true })],
    ["an attribute", (line) => (line.parent as Y.XmlElement).setAttribute("level", "2")],
    ["an empty paragraph", (_line, doc) => doc.getXmlFragment("content").push([new Y.XmlElement("paragraph")])],
  ])("changes with %s", (_what, change) => {
    const doc = new Y.Doc();
    const line = paragraph(doc, "tekst");
    const before = contentHash(doc);
    change(line, doc);
    expect(contentHash(doc)).not.toBe(before);
  });

  test("tells where an element ends", () => {
    const [one, two] = [new Y.Doc(), new Y.Doc()];
    for (const [doc, nested] of [
      [one, true],
      [two, false],
    ] as const) {
      const [a, b] = [new Y.XmlElement("a"), new Y.XmlElement("b")];
      doc.getXmlFragment("content").push([a]);
      if (nested) a.push([b]);
      else doc.getXmlFragment("content").push([b]);
    }
    expect(contentHash(one)).not.toBe(contentHash(two));
  });
});
