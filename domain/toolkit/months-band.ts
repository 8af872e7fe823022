/** One row of a table from months of progress to words, such as Leerpunt's in content/toolkit/months.ts. */
interface Band {
  /** Whole months, 0 or more. */
  months: number;
}

/**
 * The row of a table of months for a number of months.
 *
 * TK4: the source gives no rows below nought. They are mirrored, and the caller has to say that the effect is negative.
 * Above the last row the last row holds.
 *
 * @param bands ascending, one row per whole month from 0 on.
 * @param months whole months, may be negative.
 */
export function bandOf<Row extends Band>(
  bands: readonly Row[],
  months: number,
): { band: Row; negative: boolean } | null {
  const size = Math.abs(months);
  const band = bands.findLast((row) => row.months <= size);
  return band ? { band, negative: months < 0 } : null;
}
