const EARLY_YEARS = "ey-";

/**
 * The id that the same approach would have in the other toolkit, whether or not it is there.
 *
 * TK6: two strands can have the same name, one in each toolkit, with other figures. A screen that names a strand names
 * its toolkit, and leads to the other one.
 */
export function counterpartOf(strandId: string): string {
  return strandId.startsWith(EARLY_YEARS) ? strandId.slice(EARLY_YEARS.length) : EARLY_YEARS + strandId;
}
