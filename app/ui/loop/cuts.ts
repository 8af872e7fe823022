import type { StrokeWidths, WayOut } from "./geometry.ts";
import type { StageState } from "./history.ts";

/** Half the width of the ring, in the drawing's own units. All else is measured against it. */
export const radius = 100;

/** More of the same return than this cannot be told apart; the words give the number. */
export const mostReturnsDrawn = 3;

/** How one size of the drawing is cut: like a typeface, a small loop is heavier and has fewer parts. */
export interface Cut {
  box: { x: number; y: number; width: number; height: number };
  /** Degrees of air at both ends of a phase. */
  gap: number;
  widths: Record<StageState, StrokeWidths>;
  wayOut: WayOut;
  wayOutWidths: Record<StageState, StrokeWidths>;
  /** From the end of the way out to the middle of its sign. */
  endGap: number;
  markers: boolean;
  marker: Record<StageState, { size: number; halo: number }> & { open: { outline: number } };
  /** Radius of the ring around the sign where the team is; 0 for none. */
  hereRing: number;
  /** Width of a return's line; 0 for none. */
  returns: number;
  returnInset: number;
}

const full: Cut = {
  box: { x: -122, y: -158, width: 300, height: 280 },
  gap: 6,
  widths: { current: { start: 9, end: 20 }, visited: { start: 5, end: 12 }, open: { start: 3, end: 3 } },
  wayOut: { leaves: 331, rise: 26, reach: 126 },
  wayOutWidths: { current: { start: 3, end: 13 }, visited: { start: 3, end: 9 }, open: { start: 2.5, end: 3 } },
  endGap: 20,
  markers: true,
  marker: {
    current: { size: 17, halo: 31 },
    visited: { size: 13, halo: 20 },
    open: { size: 12, halo: 19, outline: 3 },
  },
  hereRing: 25,
  returns: 2.6,
  returnInset: 30,
};

const small: Cut = {
  ...full,
  box: { x: -124, y: -170, width: 310, height: 294 },
  gap: 8,
  widths: { current: { start: 20, end: 36 }, visited: { start: 14, end: 22 }, open: { start: 7, end: 7 } },
  wayOut: { leaves: 334, rise: 30, reach: 118 },
  wayOutWidths: { current: { start: 8, end: 26 }, visited: { start: 8, end: 20 }, open: { start: 6, end: 7 } },
  endGap: 28,
  marker: {
    current: { size: 26, halo: 38 },
    visited: { size: 18, halo: 26 },
    open: { size: 18, halo: 26, outline: 6 },
  },
  hereRing: 0,
  returns: 5,
  returnInset: 42,
};

const mark: Cut = {
  ...small,
  box: { x: -126, y: -176, width: 300, height: 300 },
  gap: 12,
  widths: { current: { start: 34, end: 50 }, visited: { start: 22, end: 34 }, open: { start: 12, end: 12 } },
  wayOut: { leaves: 330, rise: 54, reach: 148 },
  wayOutWidths: { current: { start: 10, end: 44 }, visited: { start: 8, end: 34 }, open: { start: 11, end: 12 } },
  markers: false,
  returns: 0,
};

export const cuts = { mark, small, full };
