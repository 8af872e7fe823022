import type { Stage } from "#domain/cycles/phases.ts";

/**
 * The sign of every stage, around (0, 0), fitting a circle of radius 1, each about equally heavy to the eye:
 * an open question, a page, a step forward, a turning point, a bookmark.
 */
export const shapeOf: Record<Stage, string> = {
  need: "M0-.9a.9.9 0 1 1 0 1.8a.9.9 0 1 1 0-1.8Z",
  sources: "M-.66-.8H.66Q.8-.8.8-.66V.66Q.8.8.66.8H-.66Q-.8.8-.8.66V-.66Q-.8-.8-.66-.8Z",
  implement: "M-.74-.86Q-.74-1.02-.58-.94L.9-.14Q1.06 0 .9.14L-.58.94Q-.74 1.02-.74.86Z",
  evaluate: "M-.12-1.02Q0-1.12.12-1.02L1.02-.12Q1.12 0 1.02.12L.12 1.02Q0 1.12-.12 1.02L-1.02.12Q-1.12 0-1.02-.12Z",
  anchor: "M-.56-1H.56Q.7-1 .7-.86V.94Q.7 1.12.56 1L0 .5L-.56 1Q-.7 1.12-.7.94V-.86Q-.7-1-.56-1Z",
};
