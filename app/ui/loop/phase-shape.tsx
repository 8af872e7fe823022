import type { Stage } from "#domain/cycles/phases.ts";
import { classNames } from "../class-names.ts";
import type { StageState } from "./history.ts";
import { shapeOf } from "./shapes.ts";

interface PhaseShapeProps {
  stage: Stage;
  /** Hollow when open. */
  state?: StageState;
  className?: string;
}

/** The sign of a stage, beside its name. */
export function PhaseShape({ stage, state = "visited", className }: PhaseShapeProps) {
  const open = state === "open";
  return (
    <svg viewBox="-1.35 -1.35 2.7 2.7" className={classNames("size-[1.1em] shrink-0", className)} aria-hidden="true">
      <path
        d={shapeOf[stage]}
        strokeWidth={open ? 0.34 : undefined}
        className={open ? `fill-transparent loop-stroke-${stage}` : `loop-fill-${stage}`}
      />
    </svg>
  );
}
