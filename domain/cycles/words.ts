/** Whose need a cycle starts from (product §3, phase 1). */
export const NEED_OWNERS = ["pupils", "support", "team"] as const;
export type NeedOwner = (typeof NEED_OWNERS)[number];

/** Care phase: 0 broad basic care (brede basiszorg), 1 increased care (verhoogde zorg); null when neither applies. */
export const CARE_PHASES = [0, 1] as const;
export type CarePhase = (typeof CARE_PHASES)[number];

/** How a cycle ends. Each is a good outcome when it is reasoned. */
export const OUTCOMES = ["stop", "adapt", "keep"] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Who may read an item besides the team itself: nobody, or the coach of the project it belongs to (product §6, §10). */
export const AUDIENCES = ["team", "coach"] as const;
export type Audience = (typeof AUDIENCES)[number];

/** The longest texts of a cycle, in characters. */
export const CYCLE_LIMITS = {
  title: 120,
  need: 400,
  targetGroup: 160,
  meetingPurpose: 160,
  decision: 200,
  decisionWho: 80,
  strandWhy: 280,
} as const;
