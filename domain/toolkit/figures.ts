import type { Figures } from "./words.ts";

/**
 * The version of a strand's figures that holds on a day.
 *
 * TK2: that is the newest version that had begun by then. A later one does not change what a team knew on that day.
 *
 * @param day YYYY-MM-DD
 * @returns null when no version had begun.
 */
export function figuresOn<Version extends { validFrom: string }>(
  versions: readonly Version[],
  day: string,
): Version | null {
  const begun = versions.filter(({ validFrom }) => validFrom <= day);
  return begun.reduce<Version | null>(
    (newest, each) => (newest && newest.validFrom >= each.validFrom ? newest : each),
    null,
  );
}

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
