import type { Figures } from "./words.ts";

/** The parts of a version that a reader can see change, in the order in which they are shown. */
export const COMPARED_FIELDS = ["impactMonths", "cost", "evidenceStrength"] as const;

export interface FigureChange {
  field: (typeof COMPARED_FIELDS)[number];
  from: number | null;
  to: number | null;
}

/**
 * What differs between two versions of the same strand; empty when only the edition is another.
 *
 * TK3: from "niet te bepalen" to 0 months, or back, is a change.
 */
export function changesBetween(older: Figures, newer: Figures): FigureChange[] {
  return COMPARED_FIELDS.filter((field) => older[field] !== newer[field]).map((field) => ({
    field,
    from: older[field],
    to: newer[field],
  }));
}
