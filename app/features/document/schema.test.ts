import { getSchema } from "@tiptap/core";
import fc from "fast-check";
import { expect, test } from "vitest";
import { canHold, type DocumentNode } from "#domain/documents/tree.ts";
import { documentExtensions } from "./schema.ts";

const schema = getSchema(documentExtensions);
const names = Object.keys(schema.nodes).filter((name) => name !== "text" && name !== "setAside");

const { node } = fc.letrec<{ node: DocumentNode }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4, depthSize: "small" },
    fc.constant<DocumentNode>({ type: "text", text: "woord" }),
    fc.record({
      type: fc.oneof({ weight: 20, arbitrary: fc.constantFrom(...names) }, fc.constantFrom("timeline", "constructor")),
      content: fc.array(tie("node"), { maxLength: 2 }),
    }),
  ),
}));

function editorHolds(tree: DocumentNode): boolean {
  try {
    schema.nodeFromJSON(tree).check();
    return true;
  } catch {
    return false;
  }
}

test("the rules in words and the editor's own schema hold the same", () => {
  fc.assert(
    fc.property(node, (tree) => {
      expect(canHold(tree)).toBe(editorHolds(tree));
    }),
    { numRuns: 3_000 },
  );
});

test.each([...names].filter((name) => name !== "doc"))("what the editor makes of an empty %s can be held", (name) => {
  const filled = schema.nodes[name]!.createAndFill();
  expect(filled && canHold(filled.toJSON() as DocumentNode)).toBe(true);
});
