import { expect, test } from "vitest";
import { monthsBands } from "#content/toolkit/months.ts";
import { VERY_LARGE_MONTHS } from "./finding.ts";
import { bandOf } from "./months-band.ts";

const labelOf = (months: number) => {
  const found = bandOf(monthsBands, months);
  return found && [found.band.labelNl, found.negative];
};

test("each number of months has the words of its row in Leerpunt's table", () => {
  expect(labelOf(0)).toEqual(["geen of verwaarloosbaar effect", false]);
  expect(labelOf(2)).toEqual(["klein effect", false]);
  expect(labelOf(4)).toEqual(["middelgroot effect", false]);
  expect(labelOf(5)).toEqual(["groot effect", false]);
  expect(labelOf(8)).toEqual(["zeer groot effect", false]);
});

test("TK4 below nought the table is mirrored and the answer says so", () => {
  expect(labelOf(-3)).toEqual(["middelgroot effect", true]);
});

test("TK4 beyond the last row the last row holds, and without rows there are no words", () => {
  expect(labelOf(14)).toEqual(["zeer groot effect", false]);
  expect(bandOf([], 3)).toBeNull();
});

test("the finding's very large effect begins where the table says it does", () => {
  expect(labelOf(VERY_LARGE_MONTHS)).toEqual(["zeer groot effect", false]);
  expect(labelOf(VERY_LARGE_MONTHS - 1)).not.toEqual(["zeer groot effect", false]);
});
