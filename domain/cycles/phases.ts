/** The four phases of the loop, in the order in which they are drawn (product §3). The order locks nothing. */
export const PHASES = ["need", "sources", "implement", "evaluate"] as const;
export type Phase = (typeof PHASES)[number];

/** Where a cycle can be: in one of the phases, or on the way out, "borgen en delen". */
export const STAGES = [...PHASES, "anchor"] as const;
export type Stage = (typeof STAGES)[number];

/** Whether a word from outside names a place where a cycle can be. */
export function isStage(value: unknown): value is Stage {
  return STAGES.includes(value as Stage);
}

/** One entry into a stage. The first entry of a cycle has no `from`. */
export interface StageEntry {
  from: Stage | null;
  to: Stage;
  at: Date;
}

/** Whether going `from` → `to` is going back: towards an earlier phase, or from the way out into the loop again. */
export function isReturn(from: Stage, to: Stage): boolean {
  return STAGES.indexOf(to) < STAGES.indexOf(from);
}

/** The longest "why" that is kept with a move, in characters. */
export const WHY_LIMIT = 280;

export type MoveRefusal = "already-there" | "why-missing" | "why-too-long" | "cycle-closed";

/**
 * The rules of a move through the loop.
 *
 * - CP1 A cycle begins in `need`; that beginning is its first entry.
 * - CP2 No phase is ever locked: every stage can be reached from every other.
 * - CP3 Going back is learning: it asks for one line of why (1 to 280 characters).
 * - CP4 Moving to where one already is changes nothing and is refused, so a double click makes one entry.
 * - CP5 A closed cycle does not move; it is reopened first.
 *
 * @returns the rule that stands in the way, or null when the move may be made.
 */
export function refuseMove(
  cycle: { stage: Stage; closed: boolean },
  move: { to: Stage; why: string },
): MoveRefusal | null {
  if (cycle.closed) return "cycle-closed";
  if (move.to === cycle.stage) return "already-there";
  const why = move.why.trim();
  if (isReturn(cycle.stage, move.to) && why === "") return "why-missing";
  if (why.length > WHY_LIMIT) return "why-too-long";
  return null;
}

/** What the loop drawing shows of a stage: whether the cycle is there, has been there, and how often it came back. */
export interface StageVisit {
  stage: Stage;
  state: "current" | "visited" | "open";
  /** How many times the cycle came back to this stage after having left it; 0 for a first visit. */
  returns: number;
}

/** Reads the visits of every stage from the entries (any order), for the loop drawing and its spoken text. */
export function visitsOf(entries: readonly StageEntry[]): StageVisit[] {
  const inOrder = [...entries].sort((a, b) => a.at.getTime() - b.at.getTime());
  const current = inOrder.at(-1)?.to ?? "need";
  return STAGES.map((stage) => {
    const times = inOrder.filter((entry) => entry.to === stage).length;
    const state = stage === current ? "current" : times > 0 ? "visited" : "open";
    return { stage, state, returns: Math.max(0, times - 1) };
  });
}
