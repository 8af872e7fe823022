import { expect, test } from "vitest";
import * as Y from "yjs";
import { paragraph } from "#content/blocks.ts";
import { ROOT } from "#domain/documents/words.ts";
import { placeCommentMark, removeCommentMark } from "./comment-marks.ts";
import { writeBlocks } from "./write-blocks.ts";

function documentOf(...texts: string[]) {
  const document = new Y.Doc();
  writeBlocks(document, texts.map(paragraph));
  const text = (index: number) =>
    (document.getXmlFragment(ROOT).get(index) as Y.XmlElement).get(0) as unknown as Y.XmlText;
  const at = (index: number, offset: number) =>
    Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(text(index), offset));
  return { document, text, at };
}

const marked = (text: Y.XmlText) =>
  text
    .toDelta()
    .filter((run: { attributes?: object }) =>
      Object.keys(run.attributes ?? {}).some((key) => key.startsWith("comment--")),
    )
    .map((run: { insert: string }) => run.insert);

test("a comment marks exactly the words that were selected", () => {
  const { document, text, at } = documentOf("ze haken af bij lange teksten");
  expect(placeCommentMark(document, { from: at(0, 3), to: at(0, 11) }, "t1")).toBe(true);
  expect(marked(text(0))).toEqual(["haken af"]);
});

test("words typed before the passage do not move the comment to other words", () => {
  const { document, text, at } = documentOf("ze haken af");
  const anchor = { from: at(0, 3), to: at(0, 11) };
  text(0).insert(0, "Op maandag: ");
  placeCommentMark(document, anchor, "t1");
  expect(marked(text(0))).toEqual(["haken af"]);
});

test("a selection over several paragraphs marks each part", () => {
  const { document, text, at } = documentOf("eerste alinea", "tweede", "derde alinea");
  placeCommentMark(document, { from: at(0, 7), to: at(2, 5) }, "t1");
  expect([marked(text(0)), marked(text(1)), marked(text(2))]).toEqual([["alinea"], ["tweede"], ["derde"]]);
});

test("a passage that is gone leaves the text as it was and says so", () => {
  const { document, at } = documentOf("ze haken af", "blijft");
  const anchor = { from: at(0, 3), to: at(0, 8) };
  document.getXmlFragment(ROOT).delete(0, 1);
  expect(placeCommentMark(document, anchor, "t1")).toBe(false);
});

test("two comments may share words, and each goes away alone", () => {
  const { document, text, at } = documentOf("ze haken af");
  placeCommentMark(document, { from: at(0, 0), to: at(0, 8) }, "t1");
  placeCommentMark(document, { from: at(0, 3), to: at(0, 11) }, "t2");
  removeCommentMark(document, "t1");
  expect(marked(text(0))).toEqual(["haken af"]);
});
