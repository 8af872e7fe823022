import { expect, test } from "vitest";
import * as Y from "yjs";
import { paragraph } from "#content/blocks.ts";
import { writeBlocks } from "#server/documents/index.ts";
import { wordsOnlyIn } from "./own-version.ts";

const written = (...lines: string[]): Uint8Array => {
  const document = new Y.Doc();
  writeBlocks(
    document,
    lines.map((line) => paragraph(line)),
  );
  return Y.encodeStateAsUpdate(document);
};

test("what only this device had is given to copy, line by line", () => {
  const own = written("Samen gelezen.", "Alleen hier.", "Ook alleen hier.");
  expect(wordsOnlyIn(own, written("Samen gelezen.", "Van de server."))).toBe("Alleen hier.\nOok alleen hier.");
});

test("a version that says the same gives nothing, whatever it looks like inside", () => {
  const own = written("Samen gelezen.");
  expect(wordsOnlyIn(own, written("Samen gelezen.", "Meer van de server."))).toBe("");
});
