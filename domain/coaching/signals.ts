/** Why a coach might get in touch with a team. Phrased as help: none of them says that a team does badly. */
export const SIGNAL_KINDS = [
  "asked-a-question",
  "quiet",
  "decision-open",
  "implementing-without-baseline",
  "end-date-near",
] as const;
export type SignalKind = (typeof SIGNAL_KINDS)[number];

/** A signal with the figure that explains it: weeks of quiet, days to the end; null when the kind says it all. */
export interface Signal {
  kind: SignalKind;
  figure: number | null;
}

export interface SignalFacts {
  stage: string;
  closed: boolean;
  waitingQuestions: number;
  /** School days since anything happened in the cycle. */
  quietSchoolDays: number;
  /** Days since the cycle came to the phase where it is. */
  daysInStage: number;
  openDecision: boolean;
  baselineMissing: boolean;
  /** Days of the calendar until the expected end, 0 for today; negative when it has passed, null when there is none. */
  daysToEnd: number | null;
}

const SCHOOL_DAYS_A_WEEK = 5;
/** Three school weeks without a sign: holidays do not count, so a team is never called quiet in July. */
const QUIET_SCHOOL_DAYS = 15;
const DECISION_OPEN_DAYS = 21;
const END_NEAR_DAYS = 14;

/**
 * The signals of one cycle, the most urgent first.
 *
 * - CO1 A question that waits for the coach comes before everything.
 * - CO2 Quiet counts school days only: from three school weeks on, "misschien even bellen".
 * - CO3 A decision that is open for three weeks in the phase of evaluating.
 * - CO4 Implementing while nothing of before was noted: later nobody can say what changed.
 * - CO5 The end date within two weeks, or past while the cycle still runs.
 * - CO6 A closed cycle gives no signals.
 */
export function signalsOf(facts: SignalFacts): Signal[] {
  if (facts.closed) return [];
  const signals: (Signal | false)[] = [
    facts.waitingQuestions > 0 && { kind: "asked-a-question", figure: facts.waitingQuestions },
    facts.quietSchoolDays >= QUIET_SCHOOL_DAYS && {
      kind: "quiet",
      figure: Math.floor(facts.quietSchoolDays / SCHOOL_DAYS_A_WEEK),
    },
    facts.openDecision &&
      facts.daysInStage >= DECISION_OPEN_DAYS && { kind: "decision-open", figure: facts.daysInStage },
    facts.baselineMissing && { kind: "implementing-without-baseline", figure: null },
    facts.daysToEnd !== null && facts.daysToEnd <= END_NEAR_DAYS && { kind: "end-date-near", figure: facts.daysToEnd },
  ];
  return signals.filter((signal) => signal !== false);
}
