import { expect, test } from "vitest";
import * as Y from "yjs";
import { deletionsIn } from "./deletions-in.ts";

/** The updates that some editing makes, as a row of the log holds them. */
function rowOf(change: (text: Y.XmlText) => void) {
  const document = new Y.Doc();
  const text = new Y.XmlText();
  document.getXmlFragment("content").insert(0, [text]);
  text.insert(0, "0123456789");
  const entries: { personId: string; sent: null; update: Uint8Array }[] = [];
  document.on("update", (update: Uint8Array) => entries.push({ personId: "p", sent: null, update }));
  change(text);
  return { entries };
}

test("typing takes nothing away", () => {
  expect(deletionsIn(rowOf((text) => text.insert(3, "abc")))).toBe(0);
});

test("what is deleted counts, also in several updates and with something put in its place", () => {
  const row = rowOf((text) => {
    text.delete(0, 4);
    text.insert(0, "x");
    text.delete(2, 3);
  });
  expect(deletionsIn(row)).toBe(7);
});

test("bytes that the gate would not take count for nothing", () => {
  expect(deletionsIn({ entries: [{ personId: null, sent: null, update: Uint8Array.of(1, 2, 3) }] })).toBe(0);
});
