import { expect, test } from "vitest";
import { SEARCH_LIMIT, searchWords } from "./search-words.ts";

const wordsIn = (typed: string) => searchWords(typed)?.words.map(({ word }) => word);

test("a search is split into words, in lower case, each once", () => {
  expect(wordsIn("  Één-op-één  begeleiding één ")).toEqual(["één", "op", "begeleiding"]);
});

test("words that end in -eren also count by their beginning", () => {
  expect(searchWords("kinderen")?.words).toEqual([{ word: "kinderen", beginnings: ["kinderen", "kind"] }]);
  expect(searchWords("leren ouderen")?.words.map(({ beginnings }) => beginnings)).toEqual([["leren"], ["ouderen"]]);
});

test("signs that say exactly what is meant are left to the database", () => {
  for (const exact of ['"samen lezen"', "feedback -huiswerk", "lezen or rekenen", "a OR b"])
    expect(wordsIn(exact), exact).toEqual([]);
  expect(wordsIn("een-op-een")).toEqual(["een", "op"]);
});

test("nothing to search for is no search", () => {
  for (const nothing of ["", "   ", "\0", "\u0007\n", "\ud800"]) expect(searchWords(nothing)).toBeNull();
});

test("T56 what no text can hold is taken out, and the rest stays", () => {
  expect(searchWords("lezen\0 \ud800samen\udc00")).toEqual({
    text: "lezen samen",
    words: [
      { word: "lezen", beginnings: ["lezen"] },
      { word: "samen", beginnings: ["samen"] },
    ],
  });
});

test("T56 a search is bounded in length and in words, also when it is cut in the middle of a character", () => {
  expect(searchWords("(".repeat(10_000))).toEqual({ text: "(".repeat(SEARCH_LIMIT), words: [] });
  expect(searchWords("x".repeat(100_000))?.text).toHaveLength(SEARCH_LIMIT);
  expect(searchWords(`${"a".repeat(SEARCH_LIMIT - 1)}😀`)?.text).toBe("a".repeat(SEARCH_LIMIT - 1));
  expect(wordsIn("a b c d e f g h i j k")).toHaveLength(8);
});
