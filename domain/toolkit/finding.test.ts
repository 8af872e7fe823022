import { expect, test } from "vitest";
import { strandFacts } from "#content/toolkit/index.ts";
import { findingOf } from "./finding.ts";
import type { Cost, EvidenceStrength, Figures } from "./words.ts";

const strand = (impactMonths: number | null, cost: Cost, evidenceStrength: EvidenceStrength = 3): Figures => ({
  impactMonths,
  cost,
  evidenceStrength,
});

test("TK5 when all strands at the top cost very little, that is the finding", () => {
  const finding = findingOf([strand(6, 1, 4), strand(7, 1), strand(8, 1, 5), strand(3, 5), strand(null, 1, 0)]);
  expect(finding).toEqual({
    pattern: { kind: "top-is-cheap", costAtMost: 1 },
    total: 5,
    top: 3,
    topWellResearched: 2,
    mostMonthsAtHighCost: 3,
    unknown: 1,
  });
});

test("TK5 one dearer strand at the top changes the sentence and not only its number", () => {
  const patternOf = (...top: Figures[]) => findingOf(top).pattern;
  expect(patternOf(strand(6, 1), strand(6, 2), strand(6, 1))).toEqual({ kind: "top-is-cheap", costAtMost: 2 });
  expect(patternOf(strand(6, 1), strand(6, 2), strand(6, 3))).toEqual({ kind: "top-is-mostly-cheap", cheap: 2 });
  expect(patternOf(strand(6, 1), strand(6, 5), strand(6, 4))).toEqual({ kind: "top-is-mostly-costly", costly: 2 });
  expect(patternOf(strand(6, 1), strand(6, 3), strand(6, 5))).toEqual({ kind: "no-pattern" });
});

test("TK5 fewer than three strands at the top are cases and no pattern", () => {
  expect(findingOf([strand(6, 1), strand(6, 1), strand(5, 1)]).pattern).toEqual({ kind: "no-pattern" });
  expect(findingOf([]).pattern).toEqual({ kind: "no-pattern" });
});

test("TK1 a strand without a figure is counted apart and never as nought", () => {
  const finding = findingOf([strand(null, 5, 0), strand(-3, 5), strand(null, 1, 0)]);
  expect(finding).toMatchObject({ unknown: 2, mostMonthsAtHighCost: -3 });
  expect(findingOf([strand(null, 5, 0)]).mostMonthsAtHighCost).toBeNull();
});

test("the shipped edition of the toolkit says that the largest effects cost very little", () => {
  const finding = findingOf(strandFacts as readonly Figures[]);
  expect(finding).toEqual({
    pattern: { kind: "top-is-cheap", costAtMost: 1 },
    total: 40,
    top: 7,
    topWellResearched: 5,
    mostMonthsAtHighCost: 4,
    unknown: 4,
  });
});
