import { STAGES } from "#domain/cycles/phases.ts";
import { historyOf, type LoopEntry, type LoopHistory } from "./history.ts";
import { LoopDrawing } from "./loop-drawing.tsx";

/** Walked once, all the way: the loop as our sign. */
const whole: LoopHistory = {
  stages: STAGES.map((stage) => ({ stage, state: "visited", returns: 0 })),
  current: "anchor",
  returns: [],
};

interface LoopMarkProps {
  /** The moves of a cycle; without them it is the sign of the product. */
  entries?: readonly LoopEntry[];
  /** 20 to 40 px, by a size class: "size-6". */
  className?: string;
}

/** The loop at the size of a letter. Only beside words that say the same (PhaseChip, the product's name). */
export function LoopMark({ entries, className = "size-6" }: LoopMarkProps) {
  return <LoopDrawing cut="mark" history={entries ? historyOf(entries) : whole} className={className} />;
}
