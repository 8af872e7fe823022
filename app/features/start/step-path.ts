import type { SerializeFrom } from "@remix-run/node";
import { cyclePaths } from "#app/features/cycles/paths.ts";
import type { NextStep } from "#domain/cycles/next-step.ts";
import type { CycleSummary } from "#server/overview/index.ts";

export type Summary = SerializeFrom<CycleSummary>;

/** Straight to where the step is taken: the question, the board, or an empty card with the caret in it. */
export function stepPath({
  id,
  stage,
  nextStep,
  waitsAt,
}: Pick<Summary, "id" | "stage" | "nextStep" | "waitsAt">): string {
  const here = cyclePaths.stage(id, stage);
  const newCard: Partial<Record<NextStep, string>> = {
    "name-goal": "goal",
    "name-ingredient": "ingredient",
    "plan-action": "action",
    "write-log": "log",
    decide: "decision",
    agree: "agreement",
  };
  if (nextStep === "answer-question" && waitsAt) return cyclePaths.talk(id, waitsAt);
  if (nextStep === "find-source" || nextStep === "hear-perspective") return `${here}#cards`;
  const kind = newCard[nextStep];
  return kind ? `${here}?nieuw=${kind}` : here;
}
