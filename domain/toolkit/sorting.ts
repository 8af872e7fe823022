import type { Figures } from "./words.ts";

/** The orders in which a list of strands can be asked for. Nothing else is one: the list is the allow-list. */
export const STRAND_SORTS = ["name", "months", "cost", "evidence"] as const;
export type StrandSort = (typeof STRAND_SORTS)[number];

/** How far a strand stands back in each order; infinitely far when there is no figure (TK1). */
const distance: Record<Exclude<StrandSort, "name">, (figures: Figures) => number> = {
  months: ({ impactMonths }) => (impactMonths === null ? Number.POSITIVE_INFINITY : -impactMonths),
  cost: ({ cost }) => cost,
  evidence: ({ evidenceStrength }) => -evidenceStrength,
};

/**
 * Strands in an order: months from most to least, cost from low to high, evidence from strong to weak. Equal ones, and
 * all of them for `name`, stay as they came: as the database sorted them for the reader's language.
 *
 * TK1: "niet te bepalen" comes after every number.
 */
export function sortStrands<Strand extends Figures>(strands: readonly Strand[], sort: StrandSort): Strand[] {
  if (sort === "name") return [...strands];
  const place = distance[sort];
  // Infinity minus Infinity is no order, so they are compared and not subtracted.
  return [...strands].sort((one, other) => Number(place(one) > place(other)) - Number(place(one) < place(other)));
}
