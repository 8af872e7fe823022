import type { CardKindName } from "#domain/cards/kinds.ts";
import type { Stage } from "./phases.ts";

/** The one thing that the start page proposes for a cycle, as the name of a sentence. */
export type NextStep =
  | "answer-question"
  | "prepare-meeting"
  | "name-goal"
  | "find-source"
  | "hear-perspective"
  | "name-ingredient"
  | "plan-action"
  | "write-log"
  | "decide"
  | "agree"
  | "go-on-writing";

export interface NextStepFacts {
  stage: Stage;
  /** Whether a conversation waits for somebody of the team: its last word is by somebody outside the team. */
  waitingQuestion: boolean;
  /** Days of the calendar until the next meeting, 0 for today; null when none is planned. */
  daysToMeeting: number | null;
  /** How many cards of each kind the cycle has. */
  cards: Readonly<Partial<Record<CardKindName, number>>>;
  missingKinds: number;
  missingPerspectives: number;
  /** Days since the newest log entry; null when there is none. */
  daysSinceLog: number | null;
}

/** A meeting this near is prepared first, in days. */
const NEAR_DAYS = 2;
/** After this long without a note from class, the start page suggests one, in days. */
const LOG_DAYS = 7;

/**
 * Chooses the next step, first rule that holds. It proposes and never blocks (product §3: nothing is locked or red).
 *
 * - NS1 People before papers: a question that waits comes first.
 * - NS2 Then the meeting of today, tomorrow or the day after.
 * - NS3 Then what the phase still lacks, one thing at a time.
 * - NS4 Otherwise: go on writing together.
 */
export function nextStep(facts: NextStepFacts): NextStep {
  if (facts.waitingQuestion) return "answer-question";
  if (facts.daysToMeeting !== null && facts.daysToMeeting <= NEAR_DAYS) return "prepare-meeting";
  return missingIn(facts) ?? "go-on-writing";
}

function missingIn(facts: NextStepFacts): NextStep | null {
  const has = (kind: CardKindName) => (facts.cards[kind] ?? 0) > 0;
  switch (facts.stage) {
    case "need":
      return has("goal") ? null : "name-goal";
    case "sources":
      if (facts.missingKinds > 0) return "find-source";
      return facts.missingPerspectives > 0 ? "hear-perspective" : null;
    case "implement":
      if (!has("ingredient")) return "name-ingredient";
      if (!has("action")) return "plan-action";
      return facts.daysSinceLog === null || facts.daysSinceLog > LOG_DAYS ? "write-log" : null;
    case "evaluate":
      return has("decision") ? null : "decide";
    case "anchor":
      return has("agreement") ? null : "agree";
  }
}
