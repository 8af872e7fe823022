import { EVERYTHING, strandsMatching } from "#db/toolkit/list-strands.ts";
import { dayOf } from "#domain/calendar/brussels.ts";
import type { Language } from "#domain/people/words.ts";
import { findingOf } from "#domain/toolkit/finding.ts";
import { sortStrands } from "#domain/toolkit/sorting.ts";
import type { Context } from "#server/context.ts";

export type PictureView = Awaited<ReturnType<typeof viewPicture>>;
export type PicturedStrand = PictureView["strands"][number];

/** All strands with their figures, most months first, and what they say together (TK5). */
export async function viewPicture(ctx: Pick<Context, "db" | "clock">, language: Language) {
  const all = await strandsMatching(ctx.db, { language, day: dayOf(ctx.clock()) }, EVERYTHING);
  return {
    finding: findingOf(all),
    strands: sortStrands(all, "months").map(
      ({ id, name, toolkit, impactMonths, cost, evidenceStrength, edition, unverifiedFields }) => ({
        id,
        name,
        toolkit,
        impactMonths,
        cost,
        evidenceStrength,
        edition,
        unverifiedFields,
      }),
    ),
  };
}
