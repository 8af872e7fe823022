import { expect, test } from "vitest";
import { strandFacts } from "#content/toolkit/index.ts";
import { chooseForComparison } from "./comparison.ts";
import { counterpartOf } from "./counterpart.ts";

test("TK7 a strand is compared once, in the order of the address, and an empty field is none", () => {
  expect(chooseForComparison(["b", "", "a", "b"])).toEqual({ chosen: ["b", "a"], beyond: [] });
});

test("TK7 what does not fit is named", () => {
  expect(chooseForComparison(["a", "b", "c", "d", "e", "e"])).toEqual({
    chosen: ["a", "b", "c", "d"],
    beyond: ["e"],
  });
});

test("TK6 the counterpart of a strand of one toolkit is found in the other, both ways", () => {
  expect(counterpartOf("parental-engagement")).toBe("ey-parental-engagement");
  expect(counterpartOf("ey-parental-engagement")).toBe("parental-engagement");
});

test("TK6 strands with the same Dutch name are each other's counterparts, so a page can lead from one to the other", () => {
  const sameName = strandFacts.filter((one) => strandFacts.some((two) => two !== one && two.nameNl === one.nameNl));
  expect(sameName.map(({ id }) => id).sort()).toEqual([
    "ey-parental-engagement",
    "ey-social-and-emotional-learning",
    "parental-engagement",
    "social-and-emotional-learning",
  ]);
  for (const { id } of sameName) expect(sameName.map((other) => other.id)).toContain(counterpartOf(id));
});
