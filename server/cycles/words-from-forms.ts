import * as z from "zod";
import { CARE_PHASES, type CarePhase } from "#domain/cycles/words.ts";

/** The care phase as a form sends it: "0", "1", or nothing when neither applies. */
export const carePhase = z
  .union([z.literal(""), z.enum(CARE_PHASES.map(String) as [`${CarePhase}`, ...`${CarePhase}`[]])], {
    error: "unknown-choice",
  })
  .nullish()
  .transform((word): CarePhase | null => (word ? (Number(word) as CarePhase) : null));
