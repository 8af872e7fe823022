import fc from "fast-check";
import { expect, test } from "vitest";
import { ADDED_MARK, compareContents, REMOVED_MARK, wordChange } from "./compare.ts";
import { type ContentMark, type ContentNode, canonical, textOf } from "./content.ts";

const run = (text: string, ...marks: ContentMark[]): ContentNode => ({ type: "text", text, marks });
const paragraph = (...runs: (string | ContentNode)[]): ContentNode => ({
  type: "paragraph",
  content: runs.map((each) => (typeof each === "string" ? run(each) : each)),
});
const doc = (...content: ContentNode[]): ContentNode => ({ type: "doc", content });

/** The text with [-gone-] and [+new+] words. */
function shown(node: ContentNode | null): string {
  if (!node) return "·";
  if (node.text === undefined) return (node.content ?? []).map(shown).join("");
  if (node.marks?.some(({ type }) => type === REMOVED_MARK)) return `[-${node.text}-]`;
  return node.marks?.some(({ type }) => type === ADDED_MARK) ? `[+${node.text}+]` : node.text;
}
const rowsOf = (before: ContentNode, after: ContentNode) =>
  compareContents(before, after).rows.map((row) => `${row.kind}: ${shown(row.before)} | ${shown(row.after)}`);

test("only the words that differ are marked, each on its side", () => {
  expect(rowsOf(doc(paragraph("We lezen elke dag samen.")), doc(paragraph("We lezen elke week samen.")))).toEqual([
    "changed: We lezen elke [-dag-] samen. | We lezen elke [+week+] samen.",
  ]);
});

test("a paragraph that came stands opposite an empty place, one that went too", () => {
  const [a, b, c] = [paragraph("Eerst dit."), paragraph("Iets heel anders nu."), paragraph("Tot slot.")];
  expect(rowsOf(doc(a, c), doc(a, b, c))).toEqual([
    "same: Eerst dit. | Eerst dit.",
    "new: · | [+Iets heel anders nu.+]",
    "same: Tot slot. | Tot slot.",
  ]);
  expect(rowsOf(doc(a, b), doc(a))).toEqual(["same: Eerst dit. | Eerst dit.", "gone: [-Iets heel anders nu.-] | ·"]);
});

test("what has nothing in common stands opposite what came in its place", () => {
  expect(rowsOf(doc(paragraph("Oude tekst hier.")), doc(paragraph("Helemaal anders."), paragraph("Nog een.")))).toEqual(
    ["changed: [-Oude tekst hier.-] | [+Helemaal anders.+]", "new: · | [+Nog een.+]"],
  );
});

test("a table that grew is the same table, with its new rows marked", () => {
  const table = (...rows: string[][]): ContentNode => ({
    type: "table",
    content: rows.map((cells) => ({
      type: "tableRow",
      content: cells.map((cell) => ({ type: "tableCell", content: [paragraph(cell)] })),
    })),
  });
  const head = ["Wat we uitproberen", "Wat we zagen"];
  const grown = table(
    head,
    ["Tien tellen wachten", "Ze tellen luidop, heel luidop, maar ze wachten"],
    ["Duo’s", "Trots"],
  );
  expect(rowsOf(doc(table(head)), doc(grown))).toEqual([
    "changed: Wat we uitproberenWat we zagen | Wat we uitproberenWat we zagen" +
      "[+Tien tellen wachten+][+Ze tellen luidop, heel luidop, maar ze wachten+][+Duo’s+][+Trots+]",
  ]);
});

test("bold words stay bold where they are marked, and the mark may begin in the middle of a run", () => {
  const before = doc(paragraph("Het is ", run("echt heel", { type: "bold" }), " fijn"));
  const after = doc(paragraph("Het is ", run("echt", { type: "bold" }), " fijn"));
  const [row] = compareContents(before, after).rows;
  expect(row?.before?.content?.map(({ text, marks }) => [text, marks?.map(({ type }) => type)])).toEqual([
    ["Het is ", undefined],
    ["echt ", ["bold"]],
    ["heel", [REMOVED_MARK, "bold"]],
    [" ", [REMOVED_MARK]],
    ["fijn", undefined],
  ]);
});

test("an item of a list is compared inside the list", () => {
  const list = (...items: string[]): ContentNode => ({
    type: "bulletList",
    content: items.map((item) => ({ type: "listItem", content: [paragraph(item)] })),
  });
  expect(rowsOf(doc(list("een twee drie", "blijft")), doc(list("een twee vier", "blijft", "nieuw punt")))).toEqual([
    "changed: een twee [-drie-]blijft | een twee [+vier+]blijft[+nieuw punt+]",
  ]);
});

test("a comment is no change", () => {
  const comment = { type: "comment--abc", attrs: { thread: "t1" } };
  const [bare, commented] = [doc(paragraph("ze haken af")), doc(paragraph("ze ", run("haken", comment), " af"))];
  expect(compareContents(bare, commented).rows.map(({ kind }) => kind)).toEqual(["same"]);
  expect(canonical(bare)).toBe(canonical(commented));
});

test("other mark-up of the same words is a change without words", () => {
  const comparison = compareContents(doc(paragraph("let op")), doc(paragraph(run("let op", { type: "bold" }))));
  expect(comparison).toMatchObject({ rows: [{ kind: "changed" }], added: 0, removed: 0 });
});

test("the first text is all new", () => {
  expect(wordChange(null, doc(paragraph("drie woorden samen")))).toEqual({ added: 3, removed: 0 });
});

const words = fc.array(fc.constantFrom("de", "klas", "leest", "samen", "vandaag", "en", "stil", "zo’n"), {
  maxLength: 12,
});
const anyDoc = fc
  .array(words, { maxLength: 6 })
  .map((paragraphs) => doc(...paragraphs.map((each) => paragraph(each.join(" ")))));

test("each side reads as its own text, and what is unmarked is common to both", () => {
  const unmarked = (node: ContentNode): string =>
    node.text !== undefined
      ? node.marks?.some(({ type }) => type === REMOVED_MARK || type === ADDED_MARK)
        ? ""
        : node.text
      : (node.content ?? []).map(unmarked).join("");
  fc.assert(
    fc.property(anyDoc, anyDoc, (before, after) => {
      const { rows } = compareContents(before, after);
      const side = (which: "before" | "after") => rows.flatMap((row) => row[which] ?? []);
      expect(side("before").map(textOf)).toEqual((before.content ?? []).map(textOf));
      expect(side("after").map(textOf)).toEqual((after.content ?? []).map(textOf));
      expect(side("before").map(unmarked).join("")).toBe(side("after").map(unmarked).join(""));
    }),
  );
});

test("the counted words explain the difference in length", () => {
  fc.assert(
    fc.property(anyDoc, anyDoc, (before, after) => {
      const { added, removed } = compareContents(before, after);
      const count = (node: ContentNode) => wordChange(null, node).added;
      expect(count(after) - count(before)).toBe(added - removed);
      expect(compareContents(after, before)).toMatchObject({ added: expect.any(Number) });
    }),
  );
});
