import { expect, test } from "vitest";
import { changesBetween, figuresOn } from "./figures.ts";

const versions = [{ validFrom: "2025-01-01" }, { validFrom: "2018-01-01" }, { validFrom: "2021-01-01" }];

test("TK2 the newest version that had begun by a day holds on that day, whatever the order they come in", () => {
  expect(figuresOn(versions, "2024-12-31")).toEqual({ validFrom: "2021-01-01" });
  expect(figuresOn(versions, "2025-01-01")).toEqual({ validFrom: "2025-01-01" });
  expect(figuresOn(versions, "2030-06-30")).toEqual({ validFrom: "2025-01-01" });
});

test("TK2 before the first version there are no figures, and none are made up", () => {
  expect(figuresOn(versions, "2017-12-31")).toBeNull();
  expect(figuresOn([], "2026-01-01")).toBeNull();
});

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
