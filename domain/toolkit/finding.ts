import type { Figures } from "./words.ts";

/** From this many months on Leerpunt's table speaks of a very large effect. */
export const VERY_LARGE_MONTHS = 6;
const LOW_COST = 2;
const HIGH_COST = 4;
const EXTENSIVE_EVIDENCE = 4;
/** With fewer strands at the top there is no pattern to speak of, only cases. */
const ENOUGH_FOR_A_PATTERN = 3;

/** What the picture of all strands shows about cost, in one of four sentences. */
export type CostPattern =
  | { kind: "top-is-cheap"; costAtMost: 1 | 2 }
  | { kind: "top-is-mostly-cheap"; cheap: number }
  | { kind: "top-is-mostly-costly"; costly: number }
  | { kind: "no-pattern" };

export interface Finding {
  pattern: CostPattern;
  total: number;
  /** Strands with a very large effect. */
  top: number;
  /** Of those, how many rest on extensive research. */
  topWellResearched: number;
  /** The most months that any strand of high or very high cost reaches; null when there is none with a figure. */
  mostMonthsAtHighCost: number | null;
  /** Strands whose months are "niet te bepalen". */
  unknown: number;
}

/**
 * What the figures of all strands say together, for the title of their picture. Computed, so that it stays true when a
 * new edition comes.
 *
 * TK5: it speaks of counts and never adds or averages months. Strands without a figure are counted apart. It sees no
 * pattern in fewer than three strands, or where the strands at the top go both ways.
 */
export function findingOf(strands: readonly Figures[]): Finding {
  const known = strands.filter(({ impactMonths }) => impactMonths !== null);
  const top = known.filter(({ impactMonths }) => impactMonths !== null && impactMonths >= VERY_LARGE_MONTHS);
  const costlyMonths = known.flatMap(({ cost, impactMonths }) => (cost >= HIGH_COST ? [impactMonths ?? 0] : []));
  return {
    pattern: patternOf(top),
    total: strands.length,
    top: top.length,
    topWellResearched: top.filter(({ evidenceStrength }) => evidenceStrength >= EXTENSIVE_EVIDENCE).length,
    mostMonthsAtHighCost: costlyMonths.length > 0 ? Math.max(...costlyMonths) : null,
    unknown: strands.length - known.length,
  };
}

function patternOf(top: readonly Figures[]): CostPattern {
  if (top.length < ENOUGH_FOR_A_PATTERN) return { kind: "no-pattern" };
  const cheap = top.filter(({ cost }) => cost <= LOW_COST).length;
  const costly = top.filter(({ cost }) => cost >= HIGH_COST).length;
  if (cheap === top.length) return { kind: "top-is-cheap", costAtMost: top.some(({ cost }) => cost === 2) ? 2 : 1 };
  if (cheap * 2 > top.length) return { kind: "top-is-mostly-cheap", cheap };
  if (costly * 2 > top.length) return { kind: "top-is-mostly-costly", costly };
  return { kind: "no-pattern" };
}
