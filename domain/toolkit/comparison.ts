/** How many strands fit side by side and can still be read. */
export const COMPARED_AT_MOST = 4;

/**
 * The strands that are compared, from what an address asks for.
 *
 * TK7: each once, in the order in which they were asked for, four at most; what is beyond is named and not dropped in
 * silence, so that the page can say so.
 */
export function chooseForComparison(asked: readonly string[]): { chosen: string[]; beyond: string[] } {
  const each = [...new Set(asked.filter((id) => id !== ""))];
  return { chosen: each.slice(0, COMPARED_AT_MOST), beyond: each.slice(COMPARED_AT_MOST) };
}
