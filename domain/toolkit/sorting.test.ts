import { expect, test } from "vitest";
import { STRAND_SORTS, sortStrands } from "./sorting.ts";
import type { Cost, EvidenceStrength } from "./words.ts";

const strand = (name: string, impactMonths: number | null, cost: Cost, evidenceStrength: EvidenceStrength) => ({
  name,
  impactMonths,
  cost,
  evidenceStrength,
});

const byName = [
  strand("a", null, 1, 0),
  strand("b", -3, 5, 2),
  strand("c", 6, 1, 4),
  strand("d", null, 3, 0),
  strand("e", 0, 2, 4),
  strand("f", 6, 1, 1),
];

const namesIn = (sort: (typeof STRAND_SORTS)[number]) =>
  sortStrands(byName, sort)
    .map(({ name }) => name)
    .join("");

test("TK1 by months, niet te bepalen comes last: after nought and after less than nought", () => {
  expect(namesIn("months")).toBe("cfebad");
});

test("equal strands keep the order of their names", () => {
  expect(namesIn("cost")).toBe("acfedb");
  expect(namesIn("evidence")).toBe("cebfad");
});

test("by name the order is left to the database, which knows the language", () => {
  expect(namesIn("name")).toBe("abcdef");
});

test("sorting leaves the given list alone", () => {
  const before = [...byName];
  for (const sort of STRAND_SORTS) sortStrands(byName, sort);
  expect(byName).toEqual(before);
});
