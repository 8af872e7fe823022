/**
 * The steps at which a list of strands can be cut, as an address carries them. For months they are the numbers at
 * which Leerpunt's words change: small from 1, medium from 3, large from 5, very large from 6.
 */
export const MONTH_STEPS = ["1", "3", "5", "6", "unknown"] as const;
/** "At most"; 5 would cut nothing. */
export const COST_STEPS = ["1", "2", "3", "4"] as const;
/** "At least"; 0 would cut nothing. */
export const EVIDENCE_STEPS = ["1", "2", "3", "4", "5"] as const;
