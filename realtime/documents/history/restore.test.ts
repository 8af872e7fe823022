import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { type ContentNode, canonical, keepComments, textOf } from "#domain/documents/content.ts";
import { buildGroup, groupRuns, readContent } from "./content.ts";
import { restoreContent } from "./restore.ts";

const run = (text: string, ...marks: string[]): ContentNode => ({
  type: "text",
  text,
  ...(marks.length > 0 && { marks: marks.map((type) => ({ type })) }),
});
const paragraph = (...runs: (string | ContentNode)[]): ContentNode => ({
  type: "paragraph",
  ...(runs.length > 0 && { content: runs.map((each) => (typeof each === "string" ? run(each) : each)) }),
});
const heading = (text: string): ContentNode => ({ type: "heading", attrs: { level: 2 }, content: [run(text)] });
const list = (...items: string[]): ContentNode => ({
  type: "bulletList",
  content: items.map((item) => ({ type: "listItem", content: [paragraph(item)] })),
});
const doc = (...content: ContentNode[]): ContentNode => ({ type: "doc", content });

function documentOf(content: ContentNode): { document: Y.Doc; root: Y.XmlFragment } {
  const document = new Y.Doc();
  const root = document.getXmlFragment("content");
  root.insert(0, groupRuns(content.content ?? []).map(buildGroup));
  return { document, root };
}

const seenOf = (document: Y.Doc) => Y.decodeStateVector(Y.encodeStateVector(document));
const NOTHING = new Map<number, number>();
/** A second replica that writes at the same time. */
function colleague(document: Y.Doc): Y.Doc {
  const other = new Y.Doc();
  Y.applyUpdate(other, Y.encodeStateAsUpdate(document));
  return other;
}
const textAt = (root: Y.XmlFragment, index: number) => (root.get(index) as Y.XmlElement).get(0) as Y.XmlText;
const linesOf = (root: Y.XmlFragment) => (readContent(root).content ?? []).map(textOf);

const word = fc.constantFrom("lezen", "samen", "klas", "dag", "goed", "👩‍🏫", "zo’n");
const runs = fc.array(fc.record({ words: fc.array(word, { minLength: 1, maxLength: 5 }), bold: fc.boolean() }), {
  maxLength: 3,
});
const anyParagraph = runs.map((all) =>
  paragraph(...all.map(({ words, bold }) => run(`${words.join(" ")} `, ...(bold ? ["bold"] : [])))),
);
const anyBlock = fc.oneof(
  anyParagraph,
  word.map(heading),
  fc.array(word, { minLength: 1, maxLength: 4 }).map((items) => list(...items)),
);
const anyContent = fc.array(anyBlock, { maxLength: 8 }).map((blocks) => keepComments(doc(...blocks), () => true));

test("what is built from a content reads as that content", () => {
  fc.assert(
    fc.property(anyContent, (content) => {
      expect(canonical(readContent(documentOf(content).root))).toBe(canonical(content));
    }),
  );
});

test("a document restored by somebody who saw all of it says exactly what the version says", () => {
  fc.assert(
    fc.property(anyContent, anyContent, (now, version) => {
      const { document, root } = documentOf(now);
      document.clientID = 1;
      document.transact(() => restoreContent(root, version, seenOf(document)));
      expect(canonical(readContent(root))).toBe(canonical(version));
    }),
    { numRuns: 300 },
  );
});

test("somebody who saw nothing takes nothing away: every word of now and of the version is there", () => {
  fc.assert(
    fc.property(anyContent, anyContent, (now, version) => {
      const { root } = documentOf(now);
      restoreContent(root, version, NOTHING);
      const counts = (content: ContentNode) => {
        const found = new Map<string, number>();
        for (const each of (content.content ?? []).map(textOf).join("\n").split(/\s+/))
          if (each) found.set(each, (found.get(each) ?? 0) + 1);
        return found;
      };
      const after = counts(readContent(root));
      for (const source of [now, version])
        for (const [each, count] of counts(source)) expect(after.get(each) ?? 0).toBeGreaterThanOrEqual(count);
    }),
  );
});

describe("while colleagues write", () => {
  test("T19: what they typed after a wipe stays, and all that was wiped comes back", () => {
    const version = doc(heading("Samen lezen"), paragraph("We lezen elke dag."), list("duo’s", "kaartjes"));
    const { document, root } = documentOf(version);
    root.delete(0, root.length);
    root.insert(0, [buildGroup([paragraph("marker van Bram")])]);
    restoreContent(root, version, NOTHING);
    expect(linesOf(root)).toEqual(["Samen lezen", "We lezen elke dag.", "duo’s\nkaartjes", "marker van Bram"]);
    document.destroy();
  });

  test("words that came in after the page was read stay in their paragraph, those that were read go", () => {
    const { document, root } = documentOf(doc(paragraph("Oud en vertrouwd."), paragraph("Dit moet weg.")));
    const seen = seenOf(document);
    const late = colleague(document);
    textAt(late.getXmlFragment("content"), 1).insert(0, "marker-van-Anna ");
    Y.applyUpdate(document, Y.encodeStateAsUpdate(late));
    restoreContent(root, doc(paragraph("Oud en vertrouwd.")), seen);
    expect(linesOf(root)).toEqual(["Oud en vertrouwd.", "marker-van-Anna "]);
  });

  test("a word that is typed while the edit is on its way merges with it", () => {
    const { document, root } = documentOf(doc(paragraph("We lezen elke week samen."), paragraph("Slot.")));
    const late = colleague(document);
    const lateText = textAt(late.getXmlFragment("content"), 0);
    lateText.insert(lateText.length, " MARKER");
    restoreContent(root, doc(paragraph("We lezen elke dag samen."), paragraph("Slot.")), seenOf(document));
    Y.applyUpdate(document, Y.encodeStateAsUpdate(late));
    Y.applyUpdate(late, Y.encodeStateAsUpdate(document));
    expect(linesOf(root)).toEqual(["We lezen elke dag samen. MARKER", "Slot."]);
    expect(linesOf(late.getXmlFragment("content"))).toEqual(linesOf(root));
  });

  test("a word that stays and the word that comes in its place are two words", () => {
    const { root } = documentOf(doc(paragraph("lezen ")));
    restoreContent(root, doc(paragraph("klas ", run("lezen ", "bold"))), NOTHING);
    expect(linesOf(root)).toEqual(["lezen klas lezen "]);
  });

  test("a paragraph that reads the same is not touched, so a cursor in it stays where it is", () => {
    const { document, root } = documentOf(doc(paragraph("Blijft."), paragraph("Anders nu.")));
    const untouched = textAt(root, 0);
    restoreContent(root, doc(paragraph("Blijft."), heading("Een kop")), seenOf(document));
    expect(textAt(root, 0)).toBe(untouched);
    expect(linesOf(root)).toEqual(["Blijft.", "Een kop"]);
  });
});
