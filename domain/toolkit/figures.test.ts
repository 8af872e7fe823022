import { expect, test } from "vitest";
import { changesBetween } from "./figures.ts";

test("TK3 what changed between two versions is said field by field", () => {
  const older = { impactMonths: 4, cost: 2, evidenceStrength: 2 } as const;
  expect(changesBetween(older, { impactMonths: 3, cost: 2, evidenceStrength: 3 })).toEqual([
    { field: "impactMonths", from: 4, to: 3 },
    { field: "evidenceStrength", from: 2, to: 3 },
  ]);
  expect(changesBetween(older, older)).toEqual([]);
});

test("TK3 from niet te bepalen to nought is a change, because they are not the same", () => {
  const unknown = { impactMonths: null, cost: 1, evidenceStrength: 0 } as const;
  expect(changesBetween(unknown, { ...unknown, impactMonths: 0 })).toEqual([
    { field: "impactMonths", from: null, to: 0 },
  ]);
});
