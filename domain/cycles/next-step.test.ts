import { expect, test } from "vitest";
import { type NextStepFacts, nextStep } from "./next-step.ts";

const quiet: NextStepFacts = {
  stage: "need",
  waitingQuestion: false,
  daysToMeeting: null,
  cards: { goal: 1 },
  missingKinds: 0,
  missingPerspectives: 0,
  daysSinceLog: null,
};

test("NS1 a question that waits comes before everything", () => {
  expect(nextStep({ ...quiet, waitingQuestion: true, daysToMeeting: 0 })).toBe("answer-question");
});

test("NS2 a meeting of today or the day after tomorrow is prepared; a later one is not yet", () => {
  expect(nextStep({ ...quiet, daysToMeeting: 2 })).toBe("prepare-meeting");
  expect(nextStep({ ...quiet, daysToMeeting: 3 })).toBe("go-on-writing");
});

test.each([
  [{ stage: "need", cards: {} }, "name-goal"],
  [{ stage: "sources", missingKinds: 1, missingPerspectives: 2 }, "find-source"],
  [{ stage: "sources", missingPerspectives: 2 }, "hear-perspective"],
  [{ stage: "implement", cards: {} }, "name-ingredient"],
  [{ stage: "implement", cards: { ingredient: 2 } }, "plan-action"],
  [{ stage: "implement", cards: { ingredient: 2, action: 1 }, daysSinceLog: 8 }, "write-log"],
  [{ stage: "implement", cards: { ingredient: 2, action: 1 }, daysSinceLog: 3 }, "go-on-writing"],
  [{ stage: "evaluate", cards: {} }, "decide"],
  [{ stage: "anchor", cards: {} }, "agree"],
] as const)("NS3 with %j the next step is %s", (facts, step) => {
  expect(nextStep({ ...quiet, ...facts })).toBe(step);
});

test("NS4 a phase that lacks nothing is for writing on together", () => {
  expect(nextStep(quiet)).toBe("go-on-writing");
});
