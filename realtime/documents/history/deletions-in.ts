import type { Append } from "#db/documents/stored.ts";
import { GATE_LIMITS, inspectUpdate } from "../gate/index.ts";

/**
 * How many letters, about, an append takes away: enough to know that it is worth a look. An update that deletes
 * nothing ends with a zero, and is not looked at: typing costs nothing here.
 */
export function deletionsIn({ entries }: Pick<Append, "entries">): number {
  let letters = 0;
  for (const { update } of entries) {
    if (update.at(-1) === 0) continue;
    const inspection = inspectUpdate(update, GATE_LIMITS);
    if (inspection.ok) for (const { length } of inspection.facts.deletes) letters += length;
  }
  return letters;
}
